import Elections

/// The votes that are held again: proposed, recommended, decided by the commission in a plenary of its own, held.
struct RehearsedRevotes: Sendable {
    let plan: RehearsalPlan
    let election: Election
    /// All of them, by number − 1, as they are proposed.
    let planned: [Revote]
    /// The day on which they are held: the last that the law allows.
    let day: CalendarDate

    init(_ election: Election, _ plan: RehearsalPlan) {
        self.plan = plan
        self.election = election
        planned = Self.planned(for: plan, of: election)
        day =
            election.law.lastDayOfRevotes(election.date, election.decisions)
            ?? election.date.adding(days: Self.usualDays)
    }

    /// The re-votes of an election that is large enough, and the subdistricts they lie in.
    private static let (most, mostSubdistricts) = (7, 4)
    /// The days after the vote by which a vote is held again where the law sets no last one.
    private static let usualDays = 10

    /// A re-vote of which there is a report.
    private struct OnRecord {
        let subdistrict: String
        let village: String
        let station: Int
    }

    /// The re-votes of Soppeng in 2019 that are known by name; the others are not.
    ///
    /// - Source: kliksulsel.com, 25 April 2019; domain reference 15.5.
    private static let onRecord = [
        OnRecord(subdistrict: "Lalabata", village: "Lapajung", station: 20),
        OnRecord(subdistrict: "Lalabata", village: "Botto", station: 11),
        OnRecord(subdistrict: "Donri-Donri", village: "Donri-Donri", station: 4),
        OnRecord(subdistrict: "Marioriawa", village: "Manorang Salo", station: 10),
    ]

    /// The day of the vote they belong to.
    private static let dayOnRecord = CalendarDate(parsing: "2019-04-17")

    /// The ballots that are given out again: as in Soppeng all but that of the regency's council.
    private static let ballots = Set(Ballot.allCases).subtracting([.regencyCouncil])

    private static func found(in election: Election) -> [StationCode] {
        guard election.date == dayOnRecord else { return [] }
        // A name may be written with a hyphen or without.
        func letters(_ name: String) -> String { name.lowercased().filter(\.isLetter) }
        return onRecord.compactMap { known in
            let village = election.regions.all.first { region in
                guard region.code.tier == .village, letters(region.name) == letters(known.village),
                    let above = region.code.parent.flatMap({ election.regions[$0] })
                else { return false }
                return letters(above.name) == letters(known.subdistrict)
            }
            let station = village.map { StationCode(village: $0.code, number: known.station) }
            return station.flatMap { election.regions.position(of: $0) == nil ? nil : $0 }
        }
    }

    /// The re-votes of a rehearsal: those on record where the election has their stations, and others that follow from
    /// the seed and are marked as simulated; fewer where there are not twice as many stations.
    static func planned(for plan: RehearsalPlan, of election: Election) -> [Revote] {
        let regions = election.regions
        func ballots(at place: Int) -> [Ballot] {
            plan.ballots.filter { Self.ballots.contains($0) && election.has($0, atStation: place) }
        }
        let stations = regions.stationPositions(in: plan.place).filter { !ballots(at: $0).isEmpty }
        let count = min(most, stations.count / 2)
        let known = found(in: election).filter { station in
            regions.position(of: station).map(stations.contains) ?? false
        }.prefix(count)
        var dice = Dice(plan.seed, "revotes")
        var chosen = Array(known)
        var subdistricts = Set(chosen.compactMap(\.village.parent))
        while chosen.count < count {
            // First where none is yet, until there are enough subdistricts.
            let free = stations.map { regions.stations[$0] }.filter { !chosen.contains($0) }
            let elsewhere = free.filter { $0.village.parent.map { !subdistricts.contains($0) } ?? false }
            let isWide = subdistricts.count < mostSubdistricts && !elsewhere.isEmpty
            let inside = free.filter { $0.village.parent.map(subdistricts.contains) ?? false }
            guard let station = dice.pick(isWide ? elsewhere : inside.isEmpty ? free : inside) else { break }
            chosen.append(station)
            station.village.parent.map { _ = subdistricts.insert($0) }
        }
        return chosen.enumerated().map { place, station in
            let isKnown = place < known.count
            let grounds: [RevoteGround] = [
                .openedAgainstRules, .markedBallots, .spoiledBallots, .strangers,
            ]
            let ground = isKnown ? .strangers : dice.pick(grounds) ?? .strangers
            return Revote(
                number: place + 1,
                .revote,
                at: station,
                regions.position(of: station).map(ballots) ?? [],
                ground,
                by: .stationCommittee,
                cause: isKnown ? causeOnRecord : "\(RehearsedElection.mark) \(ground.name.indonesian)",
                isSimulated: !isKnown
            )
        }
    }

    private static let causeOnRecord =
        "tercatat (kliksulsel.com, 25 April 2019): pemilih di luar DPT dan DPTb memilih tanpa formulir A5"
}

extension RehearsedRevotes {
    /// What somebody does next about a re-vote; `nil` once all are held.
    func next(in office: ElectionState) -> Turn? {
        guard let turn = step(in: office) else { return nil }
        return Turn(
            turn.account,
            turn.act,
            "revote-\(turn.name)",
            forbidden: forbidden(before: turn.act, in: office)
        )
    }

    private typealias Step = (account: String, act: Act, name: String)

    private func step(in office: ElectionState) -> Step? {
        let revotes = office.revotes.all
        if revotes.count < planned.count {
            let revote = planned[revotes.count]
            let act = RevoteAct.proposed(RevoteProposed(revote))
            return (People.committee(ofRevote: revote.number), .revote(act), "\(revote.number)-proposed")
        }
        if let revote = revotes.first(where: { $0.stage == .proposed && $0.recommendations.isEmpty }) {
            return recommendation(of: revote)
        }
        if let step = meeting.step(in: office) { return (step.account, step.act, "plenary-\(step.name)") }
        guard let plenary = meeting.plenary(in: office) else { return nil }
        if let revote = revotes.first(where: { $0.stage == .proposed }) {
            let outcome = Revote.Outcome(
                DecisionKey(plenary: plenary.number, decision: revote.number),
                on: day,
                reason: "rekomendasi Panwaslu Kecamatan"
            )
            let act = RevoteAct.decided(RevoteDecided(revote: revote.number, outcome))
            return (People.chair, .revote(act), "\(revote.number)-decided")
        }
        return revotes.first { $0.stage == .ordered }.map(holding)
    }

    /// The commission's plenary about them.
    private var meeting: RehearsedMeeting {
        RehearsedMeeting(
            election: election,
            agenda: "Pemungutan suara ulang",
            invitation: "\(RehearsedElection.mark) 1/UND",
            venue: "Kantor",
            date: election.date.adding(days: 8),
            motions: planned.map(motion)
        )
    }

    private func recommendation(of revote: Revote) -> Step {
        let subdistrict = revote.station.village.parent ?? plan.place
        let paper = Revote.Paper(
            "\(RehearsedElection.mark) \(revote.number)/REKOM/\(subdistrict.digits)",
            election.date.adding(days: 6)
        )
        let act = RevoteAct.recommended(RevoteRecommended(revote: revote.number, paper))
        return (People.overseer(of: subdistrict), .revote(act), "\(revote.number)-recommended")
    }

    private func holding(_ revote: Revote) -> Step {
        let place = election.regions.position(of: revote.station)
        let listed = place.map { election.electorate[$0] }
        let papers = max(1, (listed?.male ?? 0) + (listed?.female ?? 0))
        var dice = Dice(plan.seed, "holding \(revote.number)")
        let holding = Revote.Holding(
            date: day,
            papers: Dictionary(uniqueKeysWithValues: revote.ballots.map { ($0, papers) }),
            // Of those on record nobody said so.
            hasNewCommittee: revote.isSimulated && dice.happens(300)
        )
        let act = RevoteAct.held(RevoteHeld(revote: revote.number, holding))
        return (People.chair, .revote(act), "\(revote.number)-held")
    }

    func motion(about revote: Revote) -> OfficeDecision {
        var dice = Dice(plan.seed, "motion \(revote.number)")
        let against = dice.happens(400) ? dice.among(2...People.bodySize) : nil
        return OfficeDecision(
            number: revote.number,
            .revote,
            motion: "Pemungutan suara ulang di TPS \(revote.station)",
            votes: (1...People.bodySize).map { member in
                member == against
                    ? OfficeDecision.Ballot(member, .against, reason: "menurut saya buktinya kurang")
                    : OfficeDecision.Ballot(member, .inFavour)
            },
            decree: "\(RehearsedElection.mark) \(revote.number)/HK.03.1-Kpt",
            minutes: "\(RehearsedElection.mark) BA \(revote.number)"
        )
    }
}
