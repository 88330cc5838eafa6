import Elections

/// A plenary that adds up figures, as it is planned: who comes, what is objected, who leaves, who refuses to sign.
struct PlenaryPlan: Sendable {
    /// Somebody who comes.
    struct Guest: Sendable {
        /// Whose mandate they show; `nil` of who needs none.
        let account: String?
        let capacity: Attendee.Capacity
        var contestant: Int?
        var ballots: [Ballot] = []
    }

    /// Something somebody objects to.
    struct Complaint: Sendable {
        /// What the body will answer.
        let outcome: Objection.Outcome
        let ballot: Ballot
        /// The column; `nil` where it is about how the plenary is held.
        let unit: CertifiedFigures.Place?
    }

    /// The region whose figures are added up.
    let region: RegionCode
    /// The ballots it adds up.
    let ballots: [Ballot]
    /// Everybody who comes, in their order; the chair first.
    let guests: [Guest]
    /// What is objected, in its order.
    let complaints: [Complaint]
    /// Whether a witness leaves before it is closed.
    let hasLeaver: Bool
    /// Whether a witness refuses to sign.
    let hasRefusal: Bool
    /// Whether something happens that is noted.
    let hasEvent: Bool
}

extension PlenaryPlan {
    /// The regions that hold plenaries, in the order in which they do: subdistricts first, the election's place last.
    static func regions(of election: Election, for plan: RehearsalPlan) -> [RegionCode] {
        let tiers = RegionCode.Tier.allCases.filter { $0 != .village && $0 >= plan.place.tier }
        return tiers.sorted { $1 < $0 }.flatMap { tier in
            election.regions.all.map(\.code).filter { code in
                code.tier == tier && plan.place.contains(code)
                    && !ballots(in: code, election, plan).isEmpty
            }
        }
    }

    /// The ballots whose figures are added up in a region.
    private static func ballots(
        in region: RegionCode,
        _ election: Election,
        _ plan: RehearsalPlan
    ) -> [Ballot] {
        let stations = election.regions.stationPositions(in: region)
        return plan.ballots.filter { ballot in
            ballot.reaches(region.tier)
                && stations.contains { election.has(ballot, atStation: $0) }
        }
    }

    /// The plans of all plenaries of a rehearsal.
    static func all(of election: Election, for plan: RehearsalPlan) -> [PlenaryPlan] {
        let regions = regions(of: election, for: plan)
        let below = regions.filter { $0.tier == .subdistrict }
        return regions.enumerated().map { place, region in
            let ballots = ballots(in: region, election, plan)
            var dice = Dice(plan.seed, "plenary \(region)")
            let witnesses = People.witnesses(in: region, election, plan.ballots).map { witness in
                Guest(
                    account: witness.account,
                    capacity: .witness,
                    contestant: witness.contestant,
                    ballots: witness.ballots.filter(ballots.contains)
                )
            }.filter { !$0.ballots.isEmpty }
            // The body is large enough with one member less.
            let missing = dice.happens(300) ? dice.among(2...People.bodySize) : nil
            var guests: [Guest] = []
            for (number, account) in People.body(of: region).enumerated() where number + 1 != missing {
                guests.append(Guest(account: account, capacity: number == 0 ? .chair : .member))
            }
            guests += witnesses
            guests.append(Guest(account: People.overseer(of: region), capacity: .overseer))
            guests.append(Guest(account: nil, capacity: .reporter))
            guests.append(Guest(account: nil, capacity: .observer))
            let isFirst = place == 0
            return PlenaryPlan(
                region: region,
                ballots: ballots,
                guests: guests,
                complaints: complaints(in: region, place, of: below.count, ballots, election, &dice),
                hasLeaver: witnesses.count > 2 && (isFirst || dice.happens(300)),
                hasRefusal: !witnesses.isEmpty && (isFirst || dice.happens(200)),
                hasEvent: isFirst || dice.happens(400)
            )
        }
    }

    /// What is objected: each outcome in every third subdistrict, and now and then elsewhere.
    private static func complaints(
        in region: RegionCode,
        _ place: Int,
        of subdistricts: Int,
        _ ballots: [Ballot],
        _ election: Election,
        _ dice: inout Dice
    ) -> [Complaint] {
        guard region.tier == .subdistrict else {
            return dice.pick(ballots).map { [Complaint(outcome: .rejected, ballot: $0, unit: nil)] } ?? []
        }
        let outcomes = Objection.Outcome.allCases
        let canDefer = region != election.place
        var complaints: [Complaint] = []
        for (number, outcome) in outcomes.enumerated() where canDefer || outcome != .deferred {
            let isDue = subdistricts < outcomes.count || place % outcomes.count == number
            // Votes that are known are not corrected, nor can what is deferred be.
            let free = ballots.filter { ballot in
                outcome == .rejected || election.contests.first { $0.ballot == ballot }?.reported == nil
            }
            guard isDue || dice.happens(250), let ballot = dice.pick(free) else { continue }
            let stations = election.regions.stationPositions(in: region).filter {
                election.has(ballot, atStation: $0)
            }
            let unit = dice.pick(stations).map {
                CertifiedFigures.Place.station(election.regions.stations[$0])
            }
            complaints.append(Complaint(outcome: outcome, ballot: ballot, unit: unit))
        }
        // In the order in which they are read, so that each is raised where it belongs.
        func order(_ complaint: Complaint) -> (Int, StationCode?) {
            guard case .station(let station)? = complaint.unit else { return (-1, nil) }
            return (ballots.firstIndex(of: complaint.ballot) ?? 0, station)
        }
        return complaints.enumerated().sorted { left, right in
            let (first, second) = (order(left.element), order(right.element))
            if first.0 != second.0 { return first.0 < second.0 }
            guard let one = first.1, let other = second.1, one != other else {
                return left.offset < right.offset
            }
            return one < other
        }.map(\.element)
    }
}
