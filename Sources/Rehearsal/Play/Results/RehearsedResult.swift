import Elections

/// The way of a council's result, or of a regent's election, once its certificates are there: figures, seats and who is
/// elected are determined in one plenary and announced; the elected are proposed to the governor, decreed, and take the
/// oath.
///
/// Days follow Soppeng 2019 where they are known: determined on 20 July; those of decree and oath are made up.
struct RehearsedResult: Sendable {
    let plan: RehearsalPlan
    let election: Election
    /// The ballot; `nil` where none that is rehearsed is determined here.
    let ballot: Ballot?

    private static let mark = RehearsedElection.mark
    /// Days after the vote.
    private static let (notice, determined, proposed, decreed, sworn) = (91, 94, 97, 113, 131)

    init(_ election: Election, _ plan: RehearsalPlan) {
        self.plan = plan
        self.election = election
        ballot =
            election.contests.first { contest in
                plan.ballots.contains(contest.ballot) && election.place.tier == .regency
                    && contest.ballot.highestTier == .regency
                    && (contest.ballot.electingTier != nil
                        || !contest.districts.isEmpty && !contest.lists.isEmpty)
            }?.ballot
    }

    /// The determinations of the ballot, in their order.
    private var steps: [Determination.Step] { ballot.map(Determination.Step.all) ?? [] }

    private func districts(_ contest: Contest?) -> [Int] {
        ballot?.choice == .list ? contest?.districts.map(\.number) ?? [] : [Determination.undivided]
    }

    private func day(_ days: Int) -> CalendarDate { election.date.adding(days: days) }

    private func paper(_ reference: String, _ days: Int) -> Revote.Paper {
        Revote.Paper("\(Self.mark) \(reference)", day(days))
    }

    private var meeting: RehearsedMeeting {
        RehearsedMeeting(
            election: election,
            agenda: "Penetapan hasil",
            invitation: "\(Self.mark) 2/UND",
            venue: "Triple 8",
            date: day(Self.determined),
            motions: steps.enumerated().map { place, step in
                OfficeDecision(
                    number: place + 1,
                    .result,
                    motion: "Penetapan \(Self.names[step] ?? "")",
                    votes: (1...People.bodySize).map { OfficeDecision.Ballot($0, .inFavour) },
                    decree: "\(Self.mark) \(place + 11)/PL.01.8-Kpt",
                    minutes: "\(Self.mark) BA \(place + 11)"
                )
            }
        )
    }

    private static let names: [Determination.Step: String] = [
        .figures: "perolehan suara", .seats: "perolehan kursi", .elected: "calon terpilih",
    ]

    /// What somebody does next; `nil` once everybody has taken the oath.
    func next(in office: ElectionState) -> Turn? {
        guard let ballot, let step = step(ballot, in: office) else { return nil }
        return Turn(
            step.account,
            step.act,
            "result-\(step.name)",
            forbidden: forbidden(before: step.act, ballot, in: office)
        )
    }

    private func step(_ ballot: Ballot, in office: ElectionState) -> RehearsedMeeting.Step? {
        if let step = meeting.step(in: office) {
            return (step.account, step.act, "plenary-\(step.name)")
        }
        func step(_ act: ResultAct, _ name: String) -> RehearsedMeeting.Step {
            (People.chair, .result(act), name)
        }
        let made = office.results.determinations
        if let place = made.firstIndex(where: { $0.announcement == nil }) {
            let announcement = ResultAnnouncement(
                ballot,
                determination: place + 1,
                on: day(Self.determined),
                copies: election.contests.first { $0.ballot == ballot }?.contestants.map(\.number).sorted()
                    ?? [],
                hasOverseerCopy: true
            )
            return step(.announced(announcement), "announced-\(place + 1)")
        }
        if made.count < steps.count {
            if let step = tie(steps[made.count], ballot, in: office) { return step }
            return determination(steps[made.count], ballot, in: office).map {
                step(.determined($0), "determined-\($0.step.rawValue)")
            }
        }
        let members = office.results.members(of: ballot)
        func keys(_ stage: ElectedMember.Stage) -> [MemberKey] {
            members.filter { $0.stage == stage }.map(\.key)
        }
        if !keys(.determined).isEmpty {
            let proposal = MembersProposed(
                ballot,
                keys(.determined),
                paper("101/PL.01.9-SD", Self.proposed),
                via: (ballot.choice == .list ? "Bupati " : "DPRD ")
                    + (election.regions[election.place]?.name ?? ""),
                enclosures: ["Berita acara dan keputusan penetapan", "Daftar calon terpilih", "Salinan DCT"]
            )
            return step(.proposed(proposal), "proposed")
        }
        if !keys(.proposed).isEmpty {
            let decree = MembersStep(ballot, keys(.proposed), paper("986/VIII/2019", Self.decreed))
            return step(.decreed(decree), "decreed")
        }
        guard !keys(.decreed).isEmpty else { return nil }
        let oath = MembersStep(ballot, keys(.decreed), paper("BA Sumpah", Self.sworn))
        return step(.sworn(oath), "sworn")
    }

    /// Equals whom no rule tells apart: the commission puts candidates in the order of their list, and gives tied seats to
    /// parties in the order of the ballot, in a plenary for each tie.
    private func tie(
        _ step: Determination.Step,
        _ ballot: Ballot,
        in office: ElectionState
    ) -> RehearsedMeeting.Step? {
        let contest = office.contestWithoutForms(of: ballot)
        do throws(ResultFault) {
            _ = try office.following(step, districts(contest), of: ballot)
            return nil
        } catch {
            guard case .tie(let district, let contestant) = error, let contest else { return nil }
            let number = contest.listDecisions.count + contest.seatDecisions.count + 1
            let meeting = meeting(aboutTie: number)
            if let step = meeting.step(in: office) {
                return (step.account, step.act, "tie-\(number)-\(step.name)")
            }
            let act = meeting.plenary(in: office).flatMap { plenary in
                decision(
                    DecisionKey(plenary: plenary.number, decision: 1),
                    onDistrict: district,
                    contestant,
                    ballot,
                    in: office
                )
            }
            return act.map { (People.chair, .result($0), "tie-\(number)") }
        }
    }

    private func meeting(aboutTie number: Int) -> RehearsedMeeting {
        RehearsedMeeting(
            election: election,
            agenda: "Seri \(number)",
            invitation: "\(Self.mark) \(number + 2)/UND",
            venue: "Kantor",
            date: day(Self.determined),
            motions: [
                OfficeDecision(
                    number: 1,
                    .result,
                    motion: "Keputusan atas seri",
                    votes: (1...People.bodySize).map { OfficeDecision.Ballot($0, .inFavour) },
                    decree: "\(Self.mark) \(number + 20)/PL.01.8-Kpt",
                    minutes: "\(Self.mark) BA \(number + 20)"
                )
            ]
        )
    }

    private func decision(
        _ key: DecisionKey,
        onDistrict district: Int,
        _ contestant: Int?,
        _ ballot: Ballot,
        in office: ElectionState
    ) -> ResultAct? {
        func first(_ places: Int, of tied: [Int]) -> ResultAct {
            let seats = Dictionary(uniqueKeysWithValues: tied.prefix(places).map { ($0, 1) })
            return .seatTieDecided(SeatTieDecided(ballot, district: district, seats: seats, by: key))
        }
        guard ballot.choice == .list else {
            return (try? office.officialWinners(of: ballot))?.open.map { first($0.places, of: $0.tied) }
        }
        guard let official = try? office.officialDistricts([district], of: ballot)[0] else { return nil }
        guard let contestant else { return first(official.tiedSeats, of: official.tiedParties) }
        guard let list = official.lists.first(where: { $0.contestant == contestant }),
            let tie = try? list.ranking.get().tie
        else { return nil }
        return .listTieDecided(
            ListTieDecided(
                ballot,
                contestant: contestant,
                district: district,
                order: tie.tied,
                seats: tie.seats,
                by: key
            )
        )
    }

    /// Whether it stopped before everybody took the oath.
    func isUnfinished(in office: ElectionState) -> Bool {
        guard let ballot else { return false }
        return office.results.members(of: ballot).contains { $0.stage != .sworn }
    }

    private func determination(
        _ step: Determination.Step,
        _ ballot: Ballot,
        in office: ElectionState
    ) -> Determination? {
        let districts = districts(election.contests.first { $0.ballot == ballot })
        guard let plenary = meeting.plenary(in: office), let place = steps.firstIndex(of: step),
            let content = try? office.following(step, districts, of: ballot)
        else { return nil }
        return Determination(
            of: ballot,
            districts,
            content,
            by: DecisionKey(plenary: plenary.number, decision: place + 1),
            notice: step.namesNotice(of: ballot) ? paper("surat MK", Self.notice) : nil
        )
    }
}

// MARK: - What is tried and must be refused

extension RehearsedResult {
    private func forbidden(before act: Act, _ ballot: Ballot, in office: ElectionState) -> [Forbidden] {
        guard case .result(let act) = act else { return [] }
        switch act {
        case .determined(let act): return early(act) + undecided(act)
        case .proposed(let act): return [sworn(act.step, .determined)]
        case .decreed(let act): return [sworn(act, .proposed)]
        case .sworn(let act): return replaced(act, in: office)
        default: return []
        }
    }

    private func refused(_ kind: Forbidden.Kind, _ act: ResultAct, _ fault: ResultFault) -> Forbidden {
        Forbidden(
            kind: kind,
            account: People.chair,
            command: .perform(.result(act)),
            answer: .fault(.result(act.ballot, fault))
        )
    }

    /// By somebody who does not determine.
    private func early(_ act: Determination) -> [Forbidden] {
        guard act.step == .figures else { return [] }
        return [
            Forbidden(
                kind: .undetermined,
                account: People.typists[0],
                command: .perform(.result(.determined(act))),
                answer: .notPermitted
            )
        ]
    }

    /// By a decision that was not taken.
    private func undecided(_ act: Determination) -> [Forbidden] {
        let key = DecisionKey(plenary: act.decision.plenary, decision: 9)
        let baseless = Determination(of: act.ballot, act.districts, act.content, by: key, notice: act.notice)
        return [refused(.undetermined, .determined(baseless), .decision(key))]
    }

    /// The oath before the decree.
    private func sworn(_ act: MembersStep, _ stage: ElectedMember.Stage) -> Forbidden {
        let oath = MembersStep(act.ballot, act.members, paper("BA Sumpah", Self.sworn))
        return refused(.undecreedOath, .sworn(oath), .stage(act.members[0], stage))
    }

    /// Another party's candidate takes a seat, or the next of the list one whose holder can take it.
    private func replaced(_ act: MembersStep, in office: ElectionState) -> [Forbidden] {
        let key = act.members[0]
        let numbers = election.contests.first { $0.ballot == act.ballot }?.contestants.map(\.number) ?? []
        guard let other = numbers.first(where: { $0 != key.contestant }) else { return [] }
        func replacement(by party: Int) -> ResultAct {
            .replaced(
                MemberReplaced(
                    act.ballot,
                    key,
                    by: CandidateKey(ListKey(contestant: party, district: key.district), 1),
                    paper("surat DPRD", Self.sworn)
                )
            )
        }
        return [
            refused(.otherParty, replacement(by: other), .otherParty(key, other)),
            refused(.standing, replacement(by: key.contestant), .stands(key)),
        ]
    }
}
