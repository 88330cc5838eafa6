public import Elections

/// What is rehearsed: which forms of an election are typed, and how well.
public struct RehearsalPlan: Hashable, Sendable {
    /// Where the forms are typed: a subdistrict, or the place of the election where it is rehearsed whole.
    public let place: RegionCode
    /// Whether the whole election is rehearsed: every subdistrict's count, re-votes, and the plenaries of all tiers.
    public let isWhole: Bool
    /// The ballots whose forms are typed, in the order of counting.
    public let ballots: [Ballot]
    /// What everything made up follows from, from 0.
    public let seed: Int
    /// Slips among a thousand figures typed, 0…``mostErrors``.
    public let errors: Int

    /// The most slips among a thousand figures.
    public static let mostErrors = 200

    /// A plan for an election: where nothing is said, of the subdistrict with fewest stations and of all ballots.
    ///
    /// - Parameters:
    ///   - election: What is rehearsed.
    ///   - subdistrict: Where; never of a whole rehearsal.
    ///   - isWhole: Whether the whole election is rehearsed.
    ///   - ballots: The ballots.
    ///   - seed: What everything made up follows from, from 0.
    ///   - errors: Slips among a thousand figures typed, 0…``mostErrors``.
    /// - Throws: ``RehearsalFault`` when the election has no such place or ballot.
    public init(
        _ election: Election,
        subdistrict: RegionCode? = nil,
        isWhole: Bool = false,
        ballots: [Ballot]? = nil,
        seed: Int,
        errors: Int
    ) throws(RehearsalFault) {
        let regions = election.regions
        let places = regions.all.filter { region in
            region.code.tier == .subdistrict && !regions.stationPositions(in: region.code).isEmpty
        }
        let smallest = places.min {
            regions.stationPositions(in: $0.code).count < regions.stationPositions(in: $1.code).count
        }
        guard let place = subdistrict ?? smallest?.code, places.contains(where: { $0.code == place }) else {
            throw .noSubdistrict(subdistrict)
        }
        let known = isWhole ? election.rehearsableBallots : election.contests.map(\.ballot)
        for ballot in ballots ?? [] where !known.contains(ballot) { throw .noBallot(ballot) }
        self.init(
            place: isWhole ? election.place : place,
            isWhole: isWhole,
            ballots: known.filter { (ballots ?? election.contests.map(\.ballot)).contains($0) },
            seed: seed,
            errors: errors
        )
    }

    private init(place: RegionCode, isWhole: Bool, ballots: [Ballot], seed: Int, errors: Int) {
        precondition(seed >= 0 && (0...Self.mostErrors).contains(errors), "checked where they are read")
        self.place = place
        self.isWhole = isWhole
        self.ballots = ballots
        self.seed = seed
        self.errors = errors
    }
}

/// Why an election cannot be rehearsed as asked.
public enum RehearsalFault: Error, Hashable, Sendable {
    /// No such subdistrict has polling stations; `nil`: none has any.
    case noSubdistrict(RegionCode?)
    /// The election does not have the ballot.
    case noBallot(Ballot)
}

extension RehearsalPlan {
    /// The basis of everybody's mandate; the plan can be read from it again.
    var basis: String {
        "\(isWhole ? Self.whole : "")rehearsal, seed \(seed), \(errors) slips per thousand"
    }

    private static let whole = "whole "

    /// The plan of a rehearsal that was begun; `nil` when the office is none.
    public init?(of office: ElectionState) {
        guard let mandate = office.organisation.mandates.first(where: { $0.role == .typist }),
            let place = mandate.place
        else { return nil }
        let isWhole = mandate.basis.hasPrefix(Self.whole)
        let words = mandate.basis.dropFirst(isWhole ? Self.whole.count : 0).split(separator: " ")
        guard words.count == 7, words[0] == "rehearsal,", let seed = Int(words[2].dropLast()),
            let errors = Int(words[3]), seed >= 0, (0...Self.mostErrors).contains(errors)
        else { return nil }
        self.init(place: place, isWhole: isWhole, ballots: office.desks, seed: seed, errors: errors)
        guard basis == mandate.basis, office.key(for: .rehearsal) != nil else { return nil }
    }
}
