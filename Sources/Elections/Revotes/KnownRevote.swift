/// A vote held again or later, or a count held again, of which somebody else's record tells and no journal does.
///
/// It has no proposal and no decision that could be checked here; so it stands beside the register, and says where it
/// is known from.
public struct KnownRevote: Hashable, Sendable {
    /// The station.
    public let station: StationCode
    /// Which vote or count it is; never the first.
    public let version: FormVersion
    /// The ballots, also those of which nothing else is known here.
    public let ballots: [Ballot]
    /// Why; `nil` where that is not told.
    public let ground: RevoteGround?
    /// The day it was held; `nil` where nobody says that it was.
    public let held: CalendarDate?
    /// Where it is known from.
    public let source: String

    /// A re-vote on record.
    public init(
        _ version: FormVersion,
        at station: StationCode,
        _ ballots: [Ballot],
        _ ground: RevoteGround? = nil,
        held: CalendarDate? = nil,
        source: String
    ) {
        self.station = station
        self.version = version
        self.ballots = ballots
        self.ground = ground
        self.held = held
        self.source = source
    }

    /// Whether it is what a form is the result of.
    func isOf(_ form: FormKey) -> Bool {
        station == form.station && version == form.version && ballots.contains(form.ballot)
    }
}

extension Contest {
    /// Whether any reading that counts holds the form of a station's vote or count.
    public func hasForm(atStation place: Int, _ version: FormVersion) -> Bool {
        readings.contains { reading in
            reading.comparison == nil
                && reading.rows(ofStation: place).contains { reading.version(ofRow: $0) == version }
        }
    }
}

extension RevoteRegister {
    /// All that were held: those of this office's journal, and those that others have on record; in register order.
    ///
    /// - Complexity: O(*n* log *n*).
    public var onRecord: [KnownRevote] {
        let held = all.compactMap { revote in
            revote.holding.map { holding in
                KnownRevote(
                    revote.version,
                    at: revote.station,
                    revote.ballots,
                    revote.ground,
                    held: holding.date,
                    source: ""
                )
            }
        }
        return (held + known.filter { $0.held != nil }).sorted { $0.station < $1.station }
    }
}

extension Snapshot {
    /// The re-votes of a ballot that were held in a region and whose form no reading holds.
    ///
    /// None where no form of the ballot was read at all.
    ///
    /// - Complexity: O(*n* log *n*) in the re-votes.
    public func missingRevotes(of contest: Contest, in region: RegionCode) -> [KnownRevote] {
        guard !contest.readings.isEmpty else { return [] }
        return election.revotes.onRecord.filter { revote in
            guard region.contains(revote.station.village), revote.ballots.contains(contest.ballot),
                let place = election.regions.position(of: revote.station)
            else { return false }
            return !contest.hasForm(atStation: place, revote.version)
        }
    }

    /// The ballots of a re-vote of which no reading holds its form.
    public func ballotsWithoutForm(of revote: KnownRevote) -> [Ballot] {
        guard let place = election.regions.position(of: revote.station) else { return revote.ballots }
        return revote.ballots.filter { ballot in
            election.contests.first { $0.ballot == ballot }?.hasForm(atStation: place, revote.version) != true
        }
    }
}
