/// One ballot of an election: who stood, where, and every figure known of it.
public struct Contest: Sendable {
    /// The ballot voted on.
    public let ballot: Ballot
    /// Who stood, in ballot order.
    public let contestants: [Contestant]
    /// The lists of candidates; empty where they are not known or there are none.
    public let lists: [CandidateList]
    /// What became of candidates since the lists were final; whoever is not named here stands.
    public let statuses: [CandidateKey: CandidateStatus]
    /// The electoral districts; empty where their seats are not divided here.
    public let districts: [ElectoralDistrict]
    /// What was decided on tied seats; it settles a tie only where it still fits.
    public let tieDecisions: [TieDecision]
    /// What the office's plenary decided on tied seats; each is used where it fits.
    public let seatDecisions: [TieDecision]
    /// What was decided on equal candidates of lists; of each list that which still fits is used.
    public let listDecisions: [ListDecision]
    /// The nation's valid votes by contestant number, of which a threshold is a share; empty where nobody knows them.
    public let nation: [Int: Int]
    /// The readings of the station forms.
    ///
    /// The first one is counted, but where another one holds a later version of a form; one that is held beside
    /// them for comparison never is.
    public let readings: [Reading]
    /// Published totals without forms; counted where there is no reading.
    public let reported: ReportedFigures?
    /// The figures of the plenaries, of each region and station those in force.
    public let certified: CertifiedFigures?
    /// Everything that was certified, in its order; one where it was taken over.
    public let editions: [CertifiedEdition]
    /// The seats the office determined, by contestant number.
    public let determined: [Int: Int]?

    /// A ballot with its figures.
    public init(
        ballot: Ballot,
        contestants: [Contestant],
        lists: [CandidateList] = [],
        statuses: [CandidateKey: CandidateStatus] = [:],
        districts: [ElectoralDistrict] = [],
        tieDecisions: [TieDecision] = [],
        seatDecisions: [TieDecision] = [],
        listDecisions: [ListDecision] = [],
        nation: [Int: Int] = [:],
        readings: [Reading] = [],
        reported: ReportedFigures? = nil,
        certified: CertifiedFigures? = nil,
        editions: [CertifiedEdition]? = nil,
        determined: [Int: Int]? = nil
    ) {
        self.ballot = ballot
        self.contestants = contestants
        self.lists = lists
        self.statuses = statuses
        self.districts = districts
        self.tieDecisions = tieDecisions
        self.seatDecisions = seatDecisions
        self.listDecisions = listDecisions
        self.nation = nation
        self.readings = readings
        self.reported = reported
        self.certified = certified
        self.editions =
            editions ?? certified.map { [CertifiedEdition(plenary: nil, figures: $0)] } ?? []
        self.determined = determined
    }

    /// Whether there is anything to be added up.
    public var hasFigures: Bool { !readings.isEmpty || reported != nil }

    /// The numbers on a party's list in a district, none when it is empty; `nil` where no lists are known.
    ///
    /// Numbers may have gaps: who is struck from a list leaves theirs free.
    ///
    /// - Complexity: O(lists).
    public func listNumbers(of contestant: Int, in district: Int?) -> [Int]? {
        guard ballot.choice == .list, !lists.isEmpty else { return nil }
        return lists.first { $0.contestant == contestant && $0.district == district }?.candidates.map(
            \.number
        ) ?? []
    }
}

/// A form that stands for its station: which reading it is taken from, and its row there.
public struct FormInForce: Hashable, Sendable {
    /// The place of the reading among the contest's.
    public let reading: Int
    /// The row of the form in the reading.
    public let row: Int

    /// A form of a reading.
    public init(reading: Int, row: Int) {
        self.reading = reading
        self.row = row
    }
}

extension Contest {
    /// The form that counts at a station: the first reading's latest, or a later version another one holds.
    ///
    /// - Legal source: UU 7/2017 art. 373; the result of a re-vote replaces that of the first vote.
    public func formInForce(atStation place: Int) -> FormInForce? {
        var found: (form: FormInForce, version: FormVersion)?
        for (position, reading) in readings.enumerated() where reading.comparison == nil {
            guard let row = reading.latest(ofStation: place) else { continue }
            let version = reading.version(ofRow: row)
            if let known = found?.version {
                if version <= known { continue }
            } else if position > 0, version == .regular {
                continue
            }
            found = (FormInForce(reading: position, row: row), version)
        }
        return found?.form
    }

    /// Every contestant's votes on a form, in ballot order.
    public func votes(on form: FormInForce) -> [Int?] {
        let forms = readings[form.reading].forms
        return contestants.map { forms[form.row, .votes($0.number)] }
    }

    /// A figure of a form.
    public func figure(_ field: Field, on form: FormInForce) -> Int? {
        readings[form.reading].forms[form.row, field]
    }
}
