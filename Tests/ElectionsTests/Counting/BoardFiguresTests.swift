import TestSupport
import Testing

@testable import Elections

@Suite("The figures of the board")
struct BoardFiguresTests {
    /// The same counted slowly: each form by itself, through what others may ask of the state.
    private static func slowly(
        _ state: ElectionState,
        in place: RegionCode
    ) -> (phases: [BoardFigures.Phase: Int], electorate: Int, valid: Int, votes: [Int]) {
        var phases: [BoardFigures.Phase: Int] = [:]
        var (electorate, valid, votes) = (0, 0, [0, 0])
        for (position, station) in state.stations.enumerated() where place.contains(station.village) {
            var counted: [Int?]?
            for version in FormVersion.allCases {
                let form = FormKey(.president, station, version)
                let work = state.desk(of: .president)?.work(position, version)
                if work != nil || state.isHeld(form) { phases[BoardFigures.Phase(work), default: 0] += 1 }
                if let figures = state.acceptedFigures(of: form) { counted = figures }
            }
            guard let counted, let fields = state.desk(of: .president)?.fields else { continue }
            func figure(_ field: Field) -> Int { fields.firstIndex(of: field).flatMap { counted[$0] } ?? 0 }
            electorate += state.electorate(atStation: position)?.total ?? 0
            valid += figure(.valid)
            votes[0] += figure(.votes(1))
            votes[1] += figure(.votes(19))
        }
        return (phases, electorate, valid, votes)
    }

    /// Does something at random about a form at random; what cannot be done is not.
    private static func step(_ desk: inout SmallDesk, _ dice: inout Dice) throws {
        let form = try SmallDesk.form(
            Int.random(in: 0..<5, using: &dice),
            Bool.random(using: &dice) ? .regular : .revote
        )
        let who = ["ani", "budi", "cici", "dewi", "sari"].randomElement(using: &dice) ?? "ani"
        let differing = try desk.work(form)?.differing ?? []
        let fields = differing.map { desk.fields[$0] }
        let figures = desk.figures([.signatures(.witnesses): Int.random(in: 1...2, using: &dice)])
        let broken = desk.figures([.votes(1): 14])
        let act: Act =
            switch Int.random(in: 0..<10, using: &dice) {
            case 0..<5: .formEntered(FormEntered(form, figures: figures, confirmed: ["R04"]))
            case 5: .formEntered(FormEntered(form, figures: broken, confirmed: ["A07", "R04"]))
            case 6: .formSentBack(FormStep(form))
            case 7:
                .formDecided(
                    FormDecided(form, fields: fields, figures: differing.map { figures[$0] }, reason: "photo")
                )
            case 8: .formApproved(FormStep(form, reason: "paper"))
            default: .formReopened(FormStep(form, reason: "again"))
            }
        do throws(ActFault) { try desk.perform(act, by: who) } catch { return }
    }

    @Test("are what a slow count finds, whatever was done", arguments: Dice.rounds(30))
    func slow(round: Int) throws {
        var dice = Dice(salt: "board \(round)")
        var desk = try SmallDesk()
        try desk.holdRevotes(at: (0..<5).filter { _ in Bool.random(using: &dice) })
        for _ in 0..<Int.random(in: 0...60, using: &dice) { try Self.step(&desk, &dice) }
        let regions = try SmallElection.regions()
        for region in regions.all {
            let slow = Self.slowly(desk.state, in: region.code)
            let progress = try #require(BoardFigures(desk.state, in: region.code)?.ballots.first)
            for phase in BoardFigures.Phase.allCases {
                #expect(progress.total[phase] == slow.phases[phase] ?? 0, "\(region.code) \(phase)")
                #expect(
                    desk.state.forms(in: region.code, phase, most: 100).count == slow.phases[phase] ?? 0
                )
            }
            #expect(progress.total.electorate == slow.electorate)
            #expect(progress.total.valid == slow.valid)
            #expect(progress.total.votes == slow.votes)
            #expect(progress.rows.reduce(0) { $0 + $1.counts.all } == progress.total.all)
            #expect(progress.rows.reduce(0) { $0 + $1.counts.valid } == progress.total.valid)
        }
    }

    @Test("know who waits, since when, what does not add up, and who slipped")
    func waiting() throws {
        var desk = try SmallDesk()
        let forms = try (0..<4).map { try SmallDesk.form($0) }
        func types(_ form: FormKey, _ changes: [Field: Int?] = [:], _ who: String) throws {
            let codes = changes[.votes(1)] == nil ? ["R04"] : ["A07", "R04"]
            let act = FormEntered(form, figures: desk.figures(changes), confirmed: codes)
            try desk.perform(.formEntered(act), by: who)
        }
        // At 1, 2, … seconds; the desk was opened at 0.
        try types(forms[1], [:], "ani")
        try types(forms[0], [:], "ani")
        try types(forms[0], [.signatures(.witnesses): 3], "budi")
        for who in ["ani", "budi"] { try types(forms[2], [.votes(1): 14], who) }
        let whole = try RegionCode(parsing: "73.12")
        var board = try #require(BoardFigures(desk.state, in: whole))
        #expect(board.queues[.typing]?.count == 1 && board.queues[.typing]?.oldest == 1_000)
        #expect(board.queues[.differing]?.oldest == 3_000)
        #expect(board.queues[.held]?.oldest == 5_000)
        #expect(board.queues[.sentBack] == nil)
        #expect(board.rules.first { $0.check.code == "A07" }?.held == 1)
        #expect(board.typists["ani"]?.forms == 3 && board.typists["ani"]?.slips == 0)

        let decided = FormDecided(forms[0], fields: [.signatures(.witnesses)], figures: [3], reason: "photo")
        try desk.perform(.formDecided(decided), by: "dewi")
        board = try #require(BoardFigures(desk.state, in: whole))
        #expect(board.queues[.differing] == nil)
        #expect(board.typists["ani"]?.slips == 1 && board.typists["budi"]?.slips == 0)
        #expect(board.parts == [.signatures: 1])
        let elsewhere = try RegionCode(parsing: "73.12.02")
        #expect(BoardFigures(desk.state, in: elsewhere)?.typists.isEmpty == true)
        #expect(BoardFigures(desk.state, in: try RegionCode(parsing: "73.13")) == nil)
    }

    @Test("whoever corrects themselves when asked again slipped")
    func corrected() throws {
        var desk = try SmallDesk()
        let form = try SmallDesk.form()
        try desk.perform(.formEntered(FormEntered(form, figures: desk.figures(), confirmed: [])), by: "ani")
        let other = desk.figures([.signatures(.witnesses): 3])
        try desk.perform(.formEntered(FormEntered(form, figures: other, confirmed: [])), by: "budi")
        try desk.perform(.formSentBack(FormStep(form)), by: "dewi")
        let again = FormEntered(form, figures: [2], fields: [.signatures(.witnesses)])
        try desk.perform(.formEntered(again), by: "budi")
        let work = try #require(try desk.work(form))
        #expect(work.stage == .accepted)
        #expect(work.entries.map(\.slips.count) == [0, 1])
    }
}
