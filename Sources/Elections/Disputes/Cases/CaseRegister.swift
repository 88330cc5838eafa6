/// The cases that an office keeps, in the order in which it came to know of them.
public struct CaseRegister: Sendable {
    /// All of them, by number − 1.
    public private(set) var all: [DisputeCase] = []

    /// Nothing yet.
    public init() {}

    /// The case with a number; `nil` when there is none.
    public subscript(number: Int) -> DisputeCase? {
        all.indices.contains(number - 1) ? all[number - 1] : nil
    }

    /// The number of the appeal that was granted against a case; `nil` while its own ruling holds.
    ///
    /// An appeal that fails leaves the ruling as it is.
    ///
    /// - Complexity: O(cases).
    public func superseding(_ number: Int) -> Int? {
        all.first { $0.filing.appeals == number && $0.ruling?.outcome.isGranted == true }?.number
    }

    /// The petition for which whoever determines the seats of a district waits: before the Constitutional Court, about
    /// that district, and not ruled, or ruled with obligations that are open.
    ///
    /// No other case holds a determination up.
    ///
    /// - Parameters:
    ///   - ballot: The ballot.
    ///   - district: The district's number; `nil` for the whole ballot.
    ///   - districts: The districts of the ballot.
    /// - Returns: The case's number; `nil` where nobody waits for any.
    /// - Complexity: O(cases × stations contested).
    /// - Legal source: PKPU 5/2019 and PKPU 6/2024 on determination (domain reference 7.7).
    public func pendingPetition(
        _ ballot: Ballot,
        district: Int?,
        of districts: [ElectoralDistrict]
    ) -> Int? {
        all.first { petition in
            petition.filing.kind == .result && petition.filing.forum == .constitutionalCourt
                && (petition.ruling == nil || !petition.openObligations.isEmpty)
                && petition.scopes.contains { $0.concerns(ballot, district: district, of: districts) }
        }?.number
    }

    mutating func register(_ act: CaseRegistered) throws(CaseFault) {
        guard act.number == all.count + 1 else { throw .number(next: all.count + 1) }
        guard act.kind.forums.contains(act.forum) else { throw .forum(act.kind, act.forum) }
        guard act.reporter.isWhole, act.reporter.capacity.mayReport else {
            throw .party(act.reporter.capacity)
        }
        guard act.respondent.isWhole, act.respondent.capacity.mayRespond else {
            throw .party(act.respondent.capacity)
        }
        guard act.registered >= act.filed else { throw .notBefore(act.filed) }
        if let day = act.attacks?.date {
            guard act.filed >= day else { throw .notBefore(day) }
            if let first = act.attackedTime, let time = act.filedTime, act.filed == day {
                guard time.minutes >= first.minutes else { throw .notBefore(day) }
            }
        }
        guard act.kind != .result || !act.scope.ballots.isEmpty else { throw .ballots }
        let known = all.first {
            // Byte by byte: texts are equal in more than one spelling.
            $0.filing.forum == act.forum && $0.filing.register.utf8.elementsEqual(act.register.utf8)
        }
        if let known { throw .registeredAlready(known.number) }
        if let number = act.appeals {
            // What the Constitutional Court and DKPP rule is final (UUD 1945 art. 24C(1); UU 7/2017 art. 458(13)).
            guard act.kind != .result, act.kind != .ethics, let below = self[number],
                below.filing.kind == act.kind
            else { throw .appeal(number) }
            guard act.filed >= below.filing.registered else { throw .notBefore(below.filing.registered) }
        }
        all.append(DisputeCase(act))
    }

    mutating func change(
        _ number: Int,
        _ body: (inout DisputeCase) throws(CaseFault) -> Void
    ) throws(CaseFault) {
        guard all.indices.contains(number - 1) else { throw .number(next: all.count + 1) }
        try body(&all[number - 1])
    }

    /// Whether a case was brought against the ruling of another, or against one that was.
    func isAppeal(_ number: Int, of other: Int) -> Bool {
        // Every case appeals an earlier one, so it ends.
        var number = number
        while let below = self[number]?.filing.appeals {
            if below == other { return true }
            number = below
        }
        return false
    }
}
