import TestSupport
import Testing

@testable import Elections

/// Thousands of commands at random: most fit, many do not.
@Suite("Plenaries, re-votes and forms at random")
struct RandomPlenaryTests {
    /// An office in which anything may happen, beside what a slow reader of its acts knows.
    struct Play {
        var office: SmallPlenary
        var dice: Dice
        /// What stands in the columns of each plenary, by the acts alone.
        var columns: [Int: [CertifiedFigures.Place: [Field: Int]]] = [:]
        /// Every edition as it was when it was certified.
        var editions: [CertifiedEdition] = []
        var done: [Act.Kind: Int] = [:]

        init(_ dice: Dice) throws {
            office = try SmallPlenary(isTyped: true)
            self.dice = dice
        }
    }

    private static let typists = ["ani", "budi", "cici", "dewi", "sari"]
    private static let ends = [".01", ".02", ""]

    @Test("never break what must hold, and replay to the same office", arguments: Dice.rounds(6))
    func steps(round: Int) throws {
        var play = try Play(Dice(salt: "plenaries \(round)"))
        for step in 0..<1_500 {
            try play.step()
            if step % 300 == 299 { try play.checkSums() }
        }
        try play.checkPeople()
        try play.checkReplay()
    }

    @Test("come to certificates, corrections, objections of every outcome and re-votes in every run")
    func reach() throws {
        var play = try Play(Dice(everyRun: "plenaries"))
        for _ in 0..<6_000 { try play.step() }
        let kinds = try PlenaryTextTests.acts().map(\.kind).filter {
            ![.auditDrawn, .auditRead].contains($0)
        }
        for kind in kinds + [.figuresCertified, .formsTaken] {
            #expect(play.done[kind, default: 0] > 0, "\(kind.rawValue) never happened")
        }
        #expect(play.editions.count > 3)
        let plenaries = play.office.state.plenaries.all
        #expect(Set(plenaries.flatMap(\.objections).compactMap { $0.answer?.outcome }).count == 3)
        #expect(plenaries.contains { $0.call.ground != nil && $0.stage == .certified })
        try play.checkReplay()
    }
}

extension RandomPlenaryTests.Play {
    private mutating func pick<Value>(_ values: [Value]) -> Value? { values.randomElement(using: &dice) }

    private mutating func chance(_ part: Int) -> Bool { Int.random(in: 0..<part, using: &dice) == 0 }

    /// Asks for something; what is refused changes nothing, what is done is held against what must follow.
    mutating func step() throws {
        guard let (act, who) = try next() else { return }
        let acts: [Act]
        do throws(ActFault) { acts = try office.perform(act, by: who) } catch { return }
        for act in acts {
            done[act.kind, default: 0] += 1
            try follow(act)
        }
    }

    private mutating func next() throws -> (Act, String)? {
        let all = office.state.plenaries.all
        let going = all.filter { plenary in
            ![.certified, .abandoned].contains(plenary.stage)
                && !(plenary.stage == .closed && plenary.call.subject == .decision)
        }
        let plenary = chance(10) ? pick(all) : pick(going)
        switch Int.random(in: 0..<100, using: &dice) {
        case 0..<25: return try typing()
        case 25..<28: return going.count < 4 ? (.plenary(try call()), "chair") : nil
        case 28..<36: return try revote()
        default:
            guard let plenary else { return nil }
            return try inPlenary(plenary)
        }
    }

    private mutating func typing() throws -> (Act, String)? {
        let form = try SmallDesk.form(
            Int.random(in: 0..<5, using: &dice),
            pick([.regular, .regular, .revote, .recount]) ?? .regular
        )
        let who = pick(["ani", "budi", "cici", "dewi", "sari"]) ?? "ani"
        let desk = try SmallDesk()
        let work = office.state.work(on: form)
        let votes = Int.random(in: 5...15, using: &dice)
        let figures = desk.figures([.votes(1): votes, .votes(19): 31 - votes])
        switch Int.random(in: 0..<12, using: &dice) {
        case 0..<8:
            let isWaiting = work?.stage == .typing
            let agreed = (isWaiting ? work?.entries.first : nil).map { entry in
                desk.fields.indices.map { entry.figure($0) ?? nil }
            }
            let row = chance(10) ? figures : agreed ?? figures
            return (.formEntered(FormEntered(form, figures: row, confirmed: ["R04"])), who)
        case 8:
            let fields = (work?.differing ?? []).map { desk.fields[$0] }
            return (
                .formDecided(
                    FormDecided(
                        form,
                        fields: fields,
                        figures: (work?.differing ?? []).map { figures[$0] },
                        reason: "foto"
                    )
                ), who
            )
        case 9: return (.formApproved(FormStep(form, reason: "kertas")), who)
        case 10: return (.formSentBack(FormStep(form)), who)
        default: return chance(4) ? (.formReopened(FormStep(form, reason: "lagi")), who) : nil
        }
    }

    private mutating func call() throws -> PlenaryAct {
        try office.call(pick([".01", ".02", ""]) ?? "", ground: chance(2) ? nil : "putusan")
    }

    private mutating func revote() throws -> (Act, String)? {
        let revotes = office.state.revotes.all
        let number = pick(Array(1...max(1, revotes.count))) ?? 1
        let days = ["2019-04-16", "2019-04-20", "2019-04-27", "2019-04-28"]
        let day = try office.date(pick(days) ?? "2019-04-27")
        switch Int.random(in: 0..<5, using: &dice) {
        case 0:
            let version = pick([.revote, .recount, .laterRevote]) ?? FormVersion.revote
            let revote = Revote(
                number: revotes.count + 1,
                version,
                at: try SmallElection.regions().stations[Int.random(in: 0..<5, using: &dice)],
                [.president],
                version == .recount ? .unequalTotals : .strangers,
                by: .stationCommittee,
                cause: "sebab"
            )
            return (.revote(.proposed(RevoteProposed(revote))), pick(["kpps", "chair"]) ?? "kpps")
        case 1:
            let paper = Revote.Paper("1/REK", day)
            return (.revote(.recommended(RevoteRecommended(revote: number, paper))), "overseer")
        case 2, 3:
            let carried = office.state.plenaries.all.flatMap { plenary in
                plenary.decisions.map { DecisionKey(plenary: plenary.number, decision: $0.number) }
            }
            guard let key = pick(carried) else { return decision() }
            if chance(4) { return decision() }
            let isYes = office.state.plenaries.decision(key)?.isCarried == true
            let outcome = Revote.Outcome(key, on: isYes ? day : nil, reason: "rekomendasi")
            return (.revote(.decided(RevoteDecided(revote: number, outcome))), "chair")
        default:
            let isVote = office.state.revotes[number]?.version.isCount == false
            let papers: [Ballot: Int] = isVote ? [.president: 42] : [:]
            return (
                .revote(.held(RevoteHeld(revote: number, Revote.Holding(date: day, papers: papers)))), "chair"
            )
        }
    }

    /// A plenary of the body is called, or goes on.
    private mutating func decision() -> (Act, String)? {
        let number = office.state.plenaries.all.count + 1
        let isGoing = office.state.plenaries.all.contains {
            $0.call.subject == .decision && $0.stage != .closed
        }
        guard !isGoing else { return nil }
        guard let place = office.state.place, let day = CalendarDate(parsing: "2019-04-22") else {
            return nil
        }
        return (
            .plenary(
                .called(
                    PlenaryCalled(
                        number: number,
                        .decision,
                        of: place,
                        invitation: "1",
                        agenda: "1",
                        venue: "1",
                        date: day
                    )
                )
            ), "chair"
        )
    }

    private mutating func inPlenary(_ plenary: Plenary) throws -> (Act, String)? {
        let number = plenary.number
        let units = office.state.units(of: plenary.region, .president)
        func does(_ act: PlenaryAct, _ who: String = "chair") -> (Act, String) { (.plenary(act), who) }
        if chance(300) { return does(.abandoned(PlenaryAbandoned(plenary: number, reason: "listrik padam"))) }
        switch plenary.stage {
        case .called where !chance(8):
            return plenary.present.count < 8 ? try arrival(plenary) : does(.opened(PlenaryStep(number)))
        case .opened where plenary.call.subject == .decision && !chance(8):
            guard plenary.decisions.isEmpty else { return does(.closed(PlenaryStep(number))) }
            let members = plenary.present.filter { plenary.attendees[$0 - 1].capacity.isMember }.sorted()
            let isCarried = !chance(3)
            let decision = OfficeDecision(
                number: 1,
                .revote,
                motion: "usul",
                votes: members.map {
                    isCarried ? .init($0, .inFavour) : .init($0, .against, reason: "tidak")
                },
                decree: isCarried ? "SK" : nil,
                minutes: "BA"
            )
            return does(.decided(DecisionTaken(plenary: number, decision)))
        case .closed where !chance(5):
            guard let attendee = plenary.unsigned.first else { return does(.certified(PlenaryStep(number))) }
            let refusal = chance(12) ? "keberatan" : nil
            return does(.signed(PlenarySigned(plenary: number, attendee: attendee, refusal: refusal)))
        default: break
        }
        guard let unit = pick(units) else { return nil }
        let attendee = Int.random(in: 1...9, using: &dice)
        let objection = Int.random(in: 1...max(1, plenary.objections.count), using: &dice)
        switch Int.random(in: 0..<12, using: &dice) {
        case 0..<3:
            let stale = units.filter {
                plenary.read[.president]?[$0]?.edition != office.state.edition($0, .president)
            }
            return does(.read(UnitsRead(plenary: number, .president, chance(3) ? [unit] : stale)))
        case 4:
            let key = pick(office.state.plenaries.deferred(to: plenary.region, [.president]))
            return does(
                .objected(
                    ObjectionRaised(
                        plenary: number,
                        Objection(
                            number: plenary.objections.count + 1,
                            by: key == nil ? attendee : 1,
                            .president,
                            key == nil && chance(2) ? unit : nil,
                            claim: "berbeda",
                            deferred: key
                        )
                    )
                ),
                pick(["chair", "witness-1", "witness-19"]) ?? "chair"
            )
        case 5, 6:
            let outcome = pick(Objection.Outcome.allCases) ?? .rejected
            return does(
                .answered(ObjectionAnswered(plenary: number, objection: objection, outcome, reason: "sebab")),
                pick(["chair", "witness-1"]) ?? "chair"
            )
        case 7:
            let standing = office.state.figures(unit, .president, in: plenary)?.first {
                $0.field == .votes(1)
            }
            let new = Int.random(in: 0...20, using: &dice)
            let change = Correction.Change(.votes(1), from: standing?.figure, to: new)
            return does(
                .corrected(
                    FiguresCorrected(
                        plenary: number,
                        Correction(
                            .president,
                            unit,
                            [change],
                            reason: "salah",
                            basis: "C1 Plano",
                            initials: chance(5) ? [attendee] : [1]
                        )
                    )
                )
            )
        case 8: return does(.noted(EventNoted(plenary: number, "listrik padam")))
        case 3:
            // The end of a meeting comes sooner when nothing is left to do.
            guard let open = plenary.unanswered.first else { return does(.closed(PlenaryStep(number))) }
            return does(
                .answered(ObjectionAnswered(plenary: number, objection: open, .rejected, reason: "sebab")),
                pick(["chair", "witness-1"]) ?? "chair"
            )
        case 9: return chance(6) ? does(.left(PlenaryLeft(plenary: number, attendee: attendee))) : nil
        case 10: return try arrival(plenary)
        default: return does(.closed(PlenaryStep(number)))
        }
    }

    private mutating func arrival(_ plenary: Plenary) throws -> (Act, String) {
        let body: [String] =
            switch plenary.region.number {
            case _ where plenary.region.tier != .subdistrict: ["chair"] + (2...5).map { "member-\($0)" }
            case _ where plenary.region.description.hasSuffix("01"): (1...5).map { "ppk-a-\($0)" }
            default: (1...5).map { "ppk-b-\($0)" }
            }
        let here = Set(plenary.present.compactMap { plenary.attendees[$0 - 1].mandate })
        let people = body + ["witness-1", "witness-19", "overseer"]
        let place = people.firstIndex { !here.contains(office.mandates[$0] ?? 0) } ?? 0
        let (number, mandate) = (plenary.attendees.count + 1, office.mandates[people[place]])
        let isDecision = plenary.call.subject == .decision
        let attendee: Attendee =
            switch place {
            case 0..<5: Attendee(number: number, place == 0 ? .chair : .member, mandate: mandate)
            case 5...6:
                isDecision
                    ? Attendee(number: number, .observer, mandate: mandate)
                    : Attendee(
                        number: number,
                        .witness,
                        contestant: place == 5 ? 1 : 19,
                        ballots: plenary.call.ballots,
                        mandate: mandate
                    )
            default: Attendee(number: number, .overseer, mandate: mandate)
            }
        return (.plenary(.attended(PlenaryAttended(plenary: plenary.number, attendee: attendee))), "chair")
    }
}

// MARK: - What must hold

extension RandomPlenaryTests.Play {
    /// Follows the columns of a plenary by the acts alone, and holds certificates against their sums.
    private mutating func follow(_ act: Act) throws {
        let known = try #require(office.state.contest(.president)).editions
        #expect(Array(known.prefix(editions.count)) == editions, "an edition changed")
        switch act {
        case .plenary(.read(let act)):
            let election = try #require(office.state.election)
            let contest = election.contests[0]
            for unit in act.units {
                var column: [Field: Int] = [:]
                switch unit {
                case .station(let station):
                    let place = try #require(election.regions.position(of: station))
                    let form = try #require(contest.formInForce(atStation: place))
                    for number in [1, 19] {
                        column[.votes(number)] = contest.figure(.votes(number), on: form)
                    }
                case .region(let code):
                    let certified = try #require(contest.certified)
                    let row = try #require(certified.row(of: code))
                    for number in [1, 19] { column[.votes(number)] = certified.forms[row, .votes(number)] }
                }
                columns[act.plenary, default: [:]][unit] = column
            }
        case .plenary(.corrected(let act)):
            for change in act.correction.changes {
                #expect(columns[act.plenary]?[act.correction.unit]?[change.field] == change.old)
                columns[act.plenary]?[act.correction.unit]?[change.field] = change.new
            }
        case .figuresCertified(let act):
            try hold(act)
            editions = known
        default: break
        }
    }

    private func hold(_ act: FiguresCertified) throws {
        let number = try #require(act.plenary)
        let plenary = try #require(office.state.plenaries[number])
        let table = try #require(columns[number])
        #expect(table.count == office.state.units(of: plenary.region, .president).count, "a unit is missing")
        for field in [Field.votes(1), .votes(19)] {
            let row = try #require(act.figures.row(of: plenary.region))
            #expect(act.figures.forms[row, field] == table.values.reduce(0) { $0 + ($1[field] ?? 0) })
            for case .region(let code) in act.figures.places where code.tier == .village {
                let row = try #require(act.figures.row(of: code))
                let sum = table.reduce(0) { sum, column in
                    guard case .station(let station) = column.key, station.village == code else { return sum }
                    return sum + (column.value[field] ?? 0)
                }
                #expect(act.figures.forms[row, field] == sum, "\(code)")
            }
        }
        #expect(plenary.unanswered.isEmpty)
        #expect(plenary.signatures.count { $0.refusal == nil } >= Quorum.attending(plenary.call.members))
    }

    /// Sums at every tier, and one form that counts for each station.
    func checkSums() throws {
        let election = try #require(office.state.election)
        guard election.contests[0].hasFigures else { return }
        let snapshot = try Snapshot(election)
        let result = try #require(snapshot.result(of: .president))
        for region in election.regions.all where region.code.tier != .village {
            let below = election.regions.children(of: region.code)
            let sums = below.compactMap { snapshot.figures(of: .president, in: $0.code) }
            let own = try #require(snapshot.figures(of: .president, in: region.code))
            for place in 0..<2 {
                let parts = sums.compactMap { $0.votes[place] }
                #expect(own.votes[place] == (parts.isEmpty ? nil : parts.reduce(0, +)), "\(region.code)")
            }
            #expect(own.counted == sums.reduce(0) { $0 + $1.counted })
        }
        let contest = election.contests[0]
        for (place, form) in result.forms.enumerated() {
            let versions = contest.readings[0].rows(ofStation: place).map {
                contest.readings[0].version(ofRow: $0)
            }
            #expect(Set(versions).count == versions.count, "one form of each version")
            #expect(form.map { contest.readings[0].version(ofRow: $0.row) } == versions.max())
        }
    }

    /// Nobody has two parts in anything.
    func checkPeople() throws {
        var objectors: [[Int]: String] = [:]
        var proposers: [Int: String] = [:]
        var typed: [FormKey: Set<String>] = [:]
        for (act, author) in office.acts {
            switch act {
            case .plenary(.objected(let act)) where act.objection.deferred == nil:
                let plenary = try #require(office.state.plenaries[act.plenary])
                let mandate = plenary.attendees[act.objection.attendee - 1].mandate
                objectors[[act.plenary, act.objection.number]] =
                    office.mandates.first { $0.value == mandate }?.key
            case .plenary(.answered(let act)):
                #expect(objectors[[act.plenary, act.objection]] != author.account)
            case .revote(.proposed(let act)): proposers[act.revote.number] = author.account
            case .revote(.decided(let act)): #expect(proposers[act.revote] != author.account)
            case .formEntered(let act): typed[act.form, default: []].insert(author.account)
            case .formDecided(let act): #expect(typed[act.form]?.contains(author.account) != true)
            case .formApproved(let act): #expect(typed[act.form]?.contains(author.account) != true)
            case .formReopened(let act): typed[act.form] = nil
            case .formsTaken(let act):
                for village in act.villages {
                    for form in village.forms {
                        let station = StationCode(village: village.code, number: form.station)
                        let key = FormKey(act.ballot, station, form.version)
                        #expect(typed[key, default: []].count >= 2, "one person typed it")
                    }
                }
            default: break
            }
        }
    }

    /// Any beginning of the journal is a valid office, the whole of it this one; its publications tell an outsider
    /// the same.
    mutating func checkReplay() throws {
        let prefixes = Set((0..<20).map { _ in Int.random(in: 1...office.acts.count, using: &dice) })
        var state = ElectionState()
        var record = RecordState()
        // What one command did is one entry of the journal.
        var entry: [Act] = []
        for (place, step) in office.acts.enumerated() {
            try state.apply(step.act, by: step.author)
            entry.append(step.act)
            let number = step.author.entry
            if place + 1 == office.acts.count || office.acts[place + 1].author.entry != number {
                let publications = Publication.all(
                    of: entry,
                    entry: number,
                    leaf: "\(number)",
                    time: step.author.time,
                    state: state
                )
                for publication in publications { try record.apply(publication)?.check() }
                entry = []
            }
            let isAsked = prefixes.contains(place + 1)
            if isAsked, let election = state.election, election.contests.first?.hasFigures == true {
                _ = try Snapshot(election)
            }
        }
        try record.finish()
        let (one, other) = (try #require(state.election), try #require(office.state.election))
        let outside = try #require(record.state.election)
        func texts(_ election: Election) -> [[UInt8]] {
            Act.takingOver(election).flatMap(\.self).map(\.canonicalText)
        }
        #expect(texts(one) == texts(other))
        #expect(one.contests[0].editions == other.contests[0].editions)
        #expect(outside.contests[0].editions == other.contests[0].editions)
        #expect(one.revotes.all == other.revotes.all)
        #expect(outside.revotes.all == other.revotes.all)
        #expect(one.plenaries.all.map(\.stage) == other.plenaries.all.map(\.stage))
        #expect(outside.plenaries.all.map(\.objections) == other.plenaries.all.map(\.objections))
    }
}
