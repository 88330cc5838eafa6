/// What the open form of a station could still change: its uncertain votes beside the fewest that change who gets
/// a seat of its district, by what is accepted so far.
///
/// A form is *open* while it is not accepted, or when it is and contradicts itself. A change is any other outcome, a
/// tie among them, so that as many uncertain votes as the margin are enough. Where seats are not divided, one winner
/// takes the only seat, and the margin is the lead of the first over the second.
public struct Stake: Hashable, Sendable {
    /// Why the form is open.
    public enum Reason: Hashable, Sendable {
        /// It is not accepted: how far it has come. It brings the voters of a wider ballot's form of that station, or
        /// else at most the ballot papers: those on the roll and the reserve.
        case waits(BoardFigures.Phase)
        /// It is accepted and breaks these checks, by their codes. Uncertain are as many votes as its figures miss
        /// each other by, or the valid ones where no check tells; never more than could be on it.
        case breaks([String])
        /// It is accepted, and the paper has no votes: they are as uncertain as those of a form nobody typed.
        case empty
    }

    /// Whether it could change a seat; what matters most comes first.
    public enum Verdict: String, CaseIterable, Hashable, Sendable {
        /// By itself.
        case alone
        /// Only with other open forms of its district.
        case together
        /// Nothing is counted in the district, or a number that is needed is missing.
        case unknown
        /// Not even with all open forms of its district.
        case cannot
    }

    /// The form.
    public let form: FormKey
    /// The district its votes count in; `nil` where one winner takes all.
    public let district: ElectoralDistrict?
    /// Why it is open.
    public let reason: Reason
    /// The most votes that may still come, or be others than those counted; `nil` while no bound is known.
    public let uncertain: Int?
    /// The fewest such votes that change a seat, one or more; `nil` while nothing is counted, and where none would.
    public let margin: Int?
    /// Whether it could change a seat.
    public let verdict: Verdict
    /// The place of the station in the register.
    let station: Int
}

extension Stake {
    /// Whether it matters more: by its verdict, then by the share of the margin that is uncertain, then by its place
    /// in the register.
    func precedes(_ other: Stake) -> Bool {
        if verdict != other.verdict { return verdict.rank < other.verdict.rank }
        let (share, otherShare) = (share(beside: other), other.share(beside: self))
        return share != otherShare ? share > otherShare : station < other.station
    }

    /// The uncertain share of the margin, multiplied by both margins; below nothing where it is not known.
    private func share(beside other: Stake) -> Int128 {
        guard let uncertain, margin != nil else { return -1 }
        return Int128(uncertain) * Int128(other.margin ?? 1)
    }
}

extension Stake.Verdict {
    fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
