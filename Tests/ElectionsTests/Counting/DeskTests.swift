import TestSupport
import Testing

@testable import Elections

@Suite("The counting desk")
struct DeskTests {
    /// Something somebody does about the form of the first station.
    enum Step: Sendable {
        /// Types it, with these figures changed.
        case types([Field: Int?], confirmed: [String] = [])
        /// Types only these fields.
        case retypes([Field: Int])
        case sendsBack
        case decides([Field: Int])
        case approves, returns, reopens

        func act(_ desk: SmallDesk, _ form: FormKey) -> Act {
            func inOrder(_ figures: [Field: Int]) -> ([Field], [Int?]) {
                let fields = desk.fields.filter { figures[$0] != nil }
                return (fields, fields.map { figures[$0] })
            }
            switch self {
            case .types(let changes, let confirmed):
                return .formEntered(
                    FormEntered(form, figures: desk.figures(changes), confirmed: confirmed)
                )
            case .retypes(let figures):
                let (fields, values) = inOrder(figures)
                return .formEntered(FormEntered(form, figures: values, fields: fields))
            case .sendsBack: return .formSentBack(FormStep(form))
            case .decides(let figures):
                let (fields, values) = inOrder(figures)
                return .formDecided(FormDecided(form, fields: fields, figures: values, reason: "the photo"))
            case .approves: return .formApproved(FormStep(form, reason: "so says the paper"))
            case .returns: return .formReturned(FormStep(form, reason: "not legible"))
            case .reopens: return .formReopened(FormStep(form, reason: "another form"))
            }
        }
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let steps: [(who: String, step: Step)]
        /// Where the form stands in the end; what the last step is refused with where that is not `nil`.
        let stage: FormWork.Stage
        let fault: DeskFault?

        init(
            _ reason: String,
            _ steps: [(String, Step)],
            _ stage: FormWork.Stage,
            _ fault: DeskFault? = nil
        ) {
            testDescription = reason
            self.steps = steps.map { (who: $0, step: $1) }
            self.stage = stage
            self.fault = fault
        }
    }

    private static let twice: [(String, Step)] = [("ani", .types([:])), ("budi", .types([:]))]
    private static let differing: [(String, Step)] = [
        ("ani", .types([:])), ("budi", .types([.signatures(.witnesses): 3])),
    ]
    /// 3 votes more than valid ones: it breaks A07.
    private static let broken: Step = .types([.votes(1): 14], confirmed: ["A07"])
    private static let held: [(String, Step)] = [("ani", broken), ("budi", broken)]

    @Test(
        "goes its way, and nobody has two parts in it",
        arguments: [
            Row("one typist is not enough", [("ani", .types([:]))], .typing),
            Row(
                "the same person cannot type it twice",
                [("ani", .types([:])), ("ani", .types([:]))],
                .typing,
                .samePerson
            ),
            Row("two people agree", twice, .accepted),
            Row("a third comes too late", twice + [("cici", .types([:]))], .accepted, .stage(.accepted)),
            Row("two people differ", differing, .differing),
            Row(
                "and a third cannot type it",
                differing + [("cici", .types([:]))],
                .differing,
                .stage(.differing)
            ),
            Row(
                "a typist cannot decide",
                differing + [("ani", .decides([.signatures(.witnesses): 2]))],
                .differing,
                .samePerson
            ),
            Row("nor send back", differing + [("budi", .sendsBack)], .differing, .samePerson),
            Row(
                "a resolver decides",
                differing + [("dewi", .decides([.signatures(.witnesses): 2]))],
                .accepted
            ),
            Row("but only what differs", differing + [("dewi", .decides([.valid: 2]))], .differing, .fields),
            Row("and all of it", differing + [("dewi", .decides([:]))], .differing, .fields),
            Row("a resolver sends back", differing + [("dewi", .sendsBack)], .sentBack),
            Row(
                "and cannot type it then",
                differing + [("dewi", .sendsBack), ("dewi", .retypes([.signatures(.witnesses): 2]))],
                .sentBack,
                .samePerson
            ),
            Row(
                "a third types one of the two figures",
                differing + [("dewi", .sendsBack), ("cici", .retypes([.signatures(.witnesses): 3]))],
                .accepted
            ),
            Row(
                "a third types another figure",
                differing + [("dewi", .sendsBack), ("cici", .retypes([.signatures(.witnesses): 4]))],
                .differing
            ),
            Row(
                "a typist stays with the own figure",
                differing + [("dewi", .sendsBack), ("ani", .retypes([.signatures(.witnesses): 2]))],
                .differing
            ),
            Row(
                "a typist takes the other's",
                differing + [("dewi", .sendsBack), ("ani", .retypes([.signatures(.witnesses): 3]))],
                .accepted
            ),
            Row(
                "other fields than those sent back",
                differing + [("dewi", .sendsBack), ("cici", .retypes([.valid: 30]))],
                .sentBack,
                .fields
            ),
            Row("it does not add up, and both say so", held, .held),
            Row("a typist cannot approve it", held + [("ani", .approves)], .held, .samePerson),
            Row("a supervisor approves it", held + [("endra", .approves)], .accepted),
            Row("a supervisor has it typed anew", held + [("endra", .returns)], .typing),
            Row("by the same typists, if need be", held + [("endra", .returns)] + twice, .accepted),
            Row(
                "who resolved cannot approve",
                [
                    ("ani", broken), ("budi", .types([.votes(1): 15], confirmed: ["A07"])),
                    ("dewi", .decides([.votes(1): 14])), ("dewi", .approves),
                ],
                .held,
                .samePerson
            ),
            Row("nothing to approve", twice + [("endra", .approves)], .accepted, .stage(.accepted)),
            Row("taken out of the reading", twice + [("endra", .reopens)], .typing),
            Row(
                "and typed again with other figures",
                twice + [("endra", .reopens)]
                    + ["ani", "cici"].map { ($0, .types([.signatures(.witnesses): 5])) },
                .accepted
            ),
            Row(
                "what is not accepted cannot be taken out",
                held + [("endra", .reopens)],
                .held,
                .stage(.typing)
            ),
        ]
    )
    func way(row: Row) throws {
        var desk = try SmallDesk()
        let form = try SmallDesk.form()
        for (place, (who, step)) in row.steps.enumerated() {
            let act = step.act(desk, form)
            if let fault = row.fault, place == row.steps.count - 1 {
                #expect(throws: ActFault.desk(form, fault)) { try desk.perform(act, by: who) }
            } else {
                try desk.perform(act, by: who)
            }
        }
        let work = try #require(try desk.work(form))
        #expect(work.stage == row.stage)
        #expect((try desk.accepted(form) != nil) == (row.stage == .accepted))
    }

    @Test("an accepted form has the figures on which two people agree")
    func accepted() throws {
        var desk = try SmallDesk()
        try desk.holdRevotes(at: [0])
        let form = try SmallDesk.form(0, .revote)
        let figures = desk.figures([.disabled(.male): nil, .votes(19): 20])
        for who in ["ani", "budi"] {
            try desk.perform(.formEntered(FormEntered(form, figures: figures)), by: who)
        }
        #expect(try desk.accepted(form) == figures)
        #expect(try desk.work(form)?.entries.map(\.account) == ["ani", "budi"])
    }

    @Test(
        "what does not pass a check must be confirmed by whoever types it",
        arguments: [
            ("nothing is wrong", [:], [], []),
            ("a sum is wrong", [.votes(1): 14], [], ["A07"]),
            ("the paper says so", [.votes(1): 14], ["A07"], []),
            ("half of it is confirmed", [.votes(1): 14, .papers(.received): 50], ["A07"], ["A04"]),
            (
                "another DPT than the register's", [.electorate(.permanent, .male): 21], ["A01"],
                ["A02", "R04"]
            ),
        ] as [(String, [Field: Int?], [String], [String])]
    )
    func confirmed(reason: String, changes: [Field: Int?], said: [String], open: [String]) throws {
        var desk = try SmallDesk()
        let form = try SmallDesk.form()
        let act = Act.formEntered(FormEntered(form, figures: desk.figures(changes), confirmed: said))
        var found: [String] = []
        do {
            try desk.perform(act, by: "ani")
        } catch {
            if case .unconfirmed(form, let codes) = error { found = codes }
        }
        #expect(Set(open).isSubset(of: found), "\(reason): \(found)")
        #expect(found.isEmpty == open.isEmpty, "\(reason): \(found)")
        #expect(Set(found).isDisjoint(with: said))
    }

    @Test(
        "refuses what no form can be",
        arguments: [
            (
                "a ballot without a desk", .noDesk(.regencyCouncil),
                #"{"act":"form-entered","ballot":"DPRD_KABKO","figures":[],"station":1,"version":"reguler","village":"73.12.01.1001"}"#
            ),
            (
                "too few figures", .wrongWidth(.president, fields: 41),
                #"{"act":"form-entered","ballot":"PPWP","figures":[1],"station":1,"version":"reguler","village":"73.12.01.1001"}"#
            ),
            (
                "a decision without a reason", .reason,
                #"{"act":"form-decided","ballot":"PPWP","fields":["valid"],"figures":[1],"reason":"","station":1,"version":"reguler","village":"73.12.01.1001"}"#
            ),
            (
                "an approval without one", .reason,
                #"{"act":"form-approved","ballot":"PPWP","station":1,"version":"reguler","village":"73.12.01.1001"}"#
            ),
            (
                "a hold that nobody may ask for", .notACommand(.formHeld),
                #"{"act":"form-held","ballot":"PPWP","checks":["A07"],"station":1,"version":"reguler","village":"73.12.01.1001"}"#
            ),
            (
                "forms that nobody typed", .notACommand(.formsTaken),
                #"{"act":"forms-taken","ballot":"PPWP","reading":"desk","villages":[]}"#
            ),
        ] as [(String, ActFault, String)]
    )
    func refused(reason: String, fault: ActFault, text: String) throws {
        var desk = try SmallDesk()
        let act = try Act(canonicalText: Array(text.utf8))
        #expect(throws: fault, "\(reason)") { try desk.perform(act, by: "ani") }
    }

    @Test("refuses a station that is not there")
    func unknownStation() throws {
        var desk = try SmallDesk()
        let station = StationCode(village: try SmallDesk.form().station.village, number: 9)
        let act = Act.formEntered(FormEntered(FormKey(.president, station), figures: desk.figures()))
        #expect(throws: ActFault.unknownStation(station)) { try desk.perform(act, by: "ani") }
    }

    @Test("forms cannot be taken into the desk's reading without two typists")
    func notTaken() throws {
        var desk = try SmallDesk()
        let form = try SmallDesk.form()
        let text =
            #"{"act":"forms-taken","ballot":"PPWP","reading":"desk","villages":[{"code":"73.12.01.1001","forms":[[1,"reguler","#
            + desk.figures().map { $0.map(String.init) ?? "null" }.joined(separator: ",") + "]]}]}"
        let act = try Act(canonicalText: Array(text.utf8))
        #expect(throws: ActFault.desk(form, .stage(.typing))) {
            try desk.state.decide(.takeOver([act]), by: .unknown)
        }
        try desk.perform(.formEntered(FormEntered(form, figures: desk.figures())), by: "ani")
        #expect(throws: ActFault.desk(form, .stage(.typing))) { try desk.state.apply(act) }
    }

    @Test("whoever decides must have seen the form as it is")
    func seen() throws {
        var desk = try SmallDesk()
        let form = try SmallDesk.form()
        for (who, step) in Self.differing { try desk.perform(step.act(desk, form), by: who) }
        #expect(throws: ActFault.formChanged(form)) {
            try desk.perform(.formSentBack(FormStep(form, seen: 1)), by: "dewi")
        }
        try desk.perform(.formSentBack(FormStep(form, seen: 2)), by: "dewi")
    }

    @Test("acts of the desk are read as they were written, and every other text is another act or none")
    func texts() throws {
        var desk = try SmallDesk()
        let form = try SmallDesk.form()
        var acts: [Act] = []
        let steps: [(String, Step)] =
            Self.held + [("endra", .returns)] + Self.differing + [("dewi", .sendsBack)]
            + [
                ("cici", .retypes([.signatures(.witnesses): 9])),
                ("dewi", .decides([.signatures(.witnesses): 2])),
            ]
            + [("endra", .reopens)] + Self.held + [("endra", .approves)]
        for (who, step) in steps { acts += try desk.perform(step.act(desk, form), by: who) }
        acts.append(.deskOpened(DeskOpened(ballot: .president, isSimulated: true)))
        #expect(Set(acts.map(\.kind)).count == 9)
        for act in acts { try expectOneText(of: act) }
    }

    @Test(
        "whatever people do in whatever order: two agree on every figure, and the journal folds to the same"
    )
    func anything() throws {
        let people = ["ani", "budi", "cici", "dewi", "endra"]
        let last = Field.signatures(.witnesses)
        for round in Dice.rounds(60) {
            var dice = Dice(salt: "desk \(round)")
            var desk = try SmallDesk()
            let form = try SmallDesk.form()
            var acts: [(Act, Author)] = []
            var typed: [String: Int] = [:]
            var decided: Int?
            for entry in 0..<60 {
                let who = people[Int.random(in: people.indices, using: &dice)]
                let figure = Int.random(in: 1...3, using: &dice)
                let isBroken = Int.random(in: 0..<3, using: &dice) == 0
                let step: Step =
                    switch Int.random(in: 0..<8, using: &dice) {
                    case 0...2 where isBroken:
                        .types([last: figure, .votes(1): 14], confirmed: ["A07"])
                    case 0...2: .types([last: figure])
                    case 3: .retypes([last: figure])
                    case 4: .sendsBack
                    case 5: .decides([last: figure])
                    case 6: isBroken ? .returns : .approves
                    default: .reopens
                    }
                let author = Author(account: who, time: entry, entry: entry)
                guard let done = try? desk.state.decide(.perform(step.act(desk, form)), by: author) else {
                    continue
                }
                acts += done.map { ($0, author) }
                switch step {
                case .types, .retypes: typed[who] = figure
                case .decides: decided = figure
                case .returns, .reopens: (typed, decided) = ([:], nil)
                case .sendsBack, .approves: break
                }
                guard let accepted = try desk.accepted(form),
                    let column = desk.fields.firstIndex(of: last), let stands = accepted[column]
                else { continue }
                #expect(decided == stands || typed.values.count { $0 == stands } >= 2, "round \(round)")
            }
            var again = try SmallDesk()
            for (act, author) in acts { try again.state.apply(act, by: author) }
            #expect(try again.accepted(form) == desk.accepted(form))
            #expect(try again.work(form)?.stage == desk.work(form)?.stage)
        }
    }
}
