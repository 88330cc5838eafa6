import Apportionment

/// What the accepted forms of a district come to, and which of its forms are open.
struct DistrictCount: Sendable {
    /// A form that is open.
    struct OpenForm: Sendable {
        let form: FormKey
        /// The place of the station in the register.
        let station: Int
        let reason: Stake.Reason
        /// The most votes that may still come or be others; `nil` where no bound is known.
        let uncertain: Int?
        /// Whether a form of the station is counted, so that votes may be taken and moved, not only added.
        let isCounted: Bool
    }

    /// The district; `nil` where one winner takes all.
    let district: ElectoralDistrict?
    let method: Method
    let seats: Int
    /// Votes per contestant, in ballot order.
    var votes: [Int]
    /// Whether any were entered: votes that nobody has are no votes of zero.
    var isEntered = false
    var open: [OpenForm] = []
}

extension DistrictCount {
    /// What each open form could still change, in no order.
    ///
    /// The margin of a form whose votes can only come is ``Margins/leastAdded()``, else ``Margins/leastChanged()``;
    /// that of all forms together is the smaller one as soon as votes of one of them may move. So "together" may be
    /// said where it takes a little more, and "cannot" never where it could.
    ///
    /// - Complexity: O(forms + parties² · log votes), times the parties where counted votes are uncertain.
    func stakes() -> [Stake] {
        guard !open.isEmpty else { return [] }
        let areCounted = open.contains(where: \.isCounted)
        let margins = isEntered ? try? Distribution(method, seats: seats, votes: votes).margins() : nil
        let added = margins?.leastAdded()
        let least = areCounted ? margins?.leastChanged() : added
        let known = open.reduce(0) { $0 + ($1.uncertain ?? 0) }
        let isBounded = open.allSatisfy { $0.uncertain != nil }
        return open.map { form in
            let margin = form.isCounted ? least : added
            return Stake(
                form: form.form,
                district: district,
                reason: form.reason,
                uncertain: form.uncertain,
                margin: margin,
                verdict: margins == nil
                    ? .unknown
                    : Self.verdict(form.uncertain, margin, of: least, all: known, isBounded: isBounded),
                station: form.station
            )
        }
    }

    /// Whether a form with so many uncertain votes could change a seat, where `least` votes of all forms do.
    private static func verdict(
        _ uncertain: Int?,
        _ margin: Int?,
        of least: Int?,
        all: Int,
        isBounded: Bool
    ) -> Stake.Verdict {
        guard let least, uncertain != 0 else { return .cannot }
        guard let uncertain else { return .unknown }
        if let margin, uncertain >= margin { return .alone }
        if all >= least { return .together }
        return isBounded ? .cannot : .unknown
    }
}
