import TestSupport
import Testing

@testable import Elections

@Suite("Acts")
struct ActTests {
    /// An election with something in every part of it.
    private static func election() throws -> Election {
        var small = SmallElection()
        small.hasCouncil = true
        small.votes[3] = nil
        small.certified = ["73.12": [250, 300]]
        let stations = try SmallElection.regions().stations
        small.known = [
            KnownRevote(
                .revote,
                at: stations[1],
                [.president, .senate],
                .strangers,
                held: CalendarDate(parsing: "2019-04-27"),
                source: "koran"
            ),
            KnownRevote(.recount, at: stations[4], [.president], source: "koran"),
        ]
        return try small.election()
    }

    private static func state(_ acts: [Act]) throws(ActFault) -> ElectionState {
        var state = ElectionState()
        for act in acts { try state.apply(act) }
        return state
    }

    @Test("of taking over an election, folded, are that election", arguments: [1, 7, 1_000_000])
    func takingOver(cells: Int) throws {
        let acts = Act.takingOver(try Self.election(), cells: cells).flatMap(\.self)
        let election = try #require(try Self.state(acts).election)
        let again = Act.takingOver(election, cells: cells).flatMap(\.self)
        #expect(again.map(\.canonicalText) == acts.map(\.canonicalText))
        #expect(Findings(try Snapshot(election)).list == Findings(try Snapshot(Self.election())).list)
    }

    @Test("are read as they were written")
    func texts() throws {
        for act in Act.takingOver(try Self.election()).flatMap(\.self) {
            let text = act.canonicalText
            let read = try Act(canonicalText: text)
            #expect(read.kind == act.kind)
            #expect(read.ballot == act.ballot)
            #expect(read.canonicalText == text)
        }
    }

    @Test("travel in a command and arrive as they were sent")
    func commands() throws {
        let acts = Act.takingOver(try Self.election()).flatMap(\.self)
        let text = Command.takeOver(acts).canonicalText
        guard case .takeOver(let again) = try Command(canonicalText: text) else { return }
        #expect(again.map(\.canonicalText) == acts.map(\.canonicalText))
        #expect(try Command(canonicalText: Array(#"{"take-over":[]}"#.utf8)).permission == .takeOver)
        for text in ["{}", #"{"take-over":[]"#, #"{"take-over":[],"x":1}"#, #"{"close":[]}"#] {
            #expect(throws: CanonicalFault.self) { try Command(canonicalText: Array(text.utf8)) }
        }
    }

    @Test("that lack a byte or have another one are other acts, or none")
    func damage() throws {
        for act in Act.takingOver(try Self.election()).flatMap(\.self) { try expectOneText(of: act) }
    }

    struct Misfit: Sendable, CustomTestStringConvertible {
        let reason: String
        let fault: ActFault
        let act: String
        var testDescription: String { reason }

        init(_ reason: String, _ fault: ActFault, _ act: String) {
            self.reason = reason
            self.fault = fault
            self.act = act
        }
    }

    private static let village = try? RegionCode(parsing: "73.12.01.1001")
    private static let stranger = try? RegionCode(parsing: "73.13")

    @Test("that do not fit are refused, and change nothing", arguments: misfits())
    func refusals(row: Misfit) throws {
        var state = try Self.state(Act.takingOver(try Self.election()).flatMap(\.self))
        let before = try #require(state.election)
        let act = try Act(canonicalText: Array(row.act.utf8))
        #expect(throws: row.fault) { try state.apply(act) }
        let after = try #require(state.election)
        #expect(
            Act.takingOver(after).flatMap(\.self).map(\.canonicalText)
                == Act.takingOver(before).flatMap(\.self).map(\.canonicalText)
        )
    }

    static func misfits() -> [Misfit] {
        guard let village, let stranger else { return [] }
        func forms(_ ballot: String, _ reading: String, _ forms: String, in code: String) -> String {
            #"{"act":"forms-taken","ballot":"\#(ballot)","reading":"\#(reading)","villages":[{"code":"\#(code)","forms":[\#(forms)]}]}"#
        }
        let here = village.description
        let ballot = Ballot.president
        return [
            Misfit(
                "a form that is there already",
                .formTwice(ballot, StationCode(village: village, number: 1), .regular),
                forms("PPWP", "office", #"[1,"reguler",1,2,3]"#, in: here)
            ),
            Misfit(
                "a form twice in one act",
                .formTwice(ballot, StationCode(village: village, number: 2), .revote),
                forms("PPWP", "office", #"[2,"psu",1,2,3],[2,"psu",1,2,3]"#, in: here)
            ),
            Misfit(
                "a station that is not there",
                .unknownStation(StationCode(village: village, number: 9)),
                forms("PPWP", "office", #"[9,"reguler",1,2,3]"#, in: here)
            ),
            Misfit(
                "a figure too few",
                .wrongWidth(ballot, fields: 3),
                forms("PPWP", "office", #"[2,"psu",1,2]"#, in: here)
            ),
            Misfit("a reading nobody opened", .noReading(ballot, "x"), forms("PPWP", "x", "", in: here)),
            Misfit("a ballot nobody opened", .noContest(.senate), forms("DPD", "office", "", in: here)),
            Misfit(
                "a reading opened twice",
                .readingTwice(ballot, "office"),
                #"{"act":"reading-opened","ballot":"PPWP","fields":[],"file":"a","id":"office","name":{"en":"a","id":"a"}}"#
            ),
            Misfit(
                "a ballot opened twice",
                .contestTwice(ballot),
                #"{"act":"contest-opened","ballot":"PPWP","contestants":[],"districts":[],"lists":[]}"#
            ),
            Misfit(
                "a ballot on which nobody stands",
                .nobodyStands(.senate),
                #"{"act":"contest-opened","ballot":"DPD","contestants":[],"districts":[],"lists":[]}"#
            ),
            Misfit(
                "a ballot of another law",
                .ballotNotInLaw(.governor),
                #"{"act":"contest-opened","ballot":"PILGUB","contestants":[],"districts":[],"lists":[]}"#
            ),
            Misfit(
                "certified figures twice",
                .figuresTwice(ballot, .figuresCertified),
                #"{"act":"figures-certified","ballot":"PPWP","fields":["votes_1"],"rows":[]}"#
            ),
            Misfit(
                "a total of a region that is not there",
                .unknownRegion(stranger),
                #"{"act":"figures-reported","ballot":"PPWP","rows":[{"region":"73.13","votes":[1,2]}]}"#
            ),
            Misfit(
                "seats for somebody who did not stand",
                .unknownContestant(ballot, 5),
                #"{"act":"seats-determined","ballot":"PPWP","seats":[[5,1]]}"#
            ),
            Misfit(
                "a tie in a district that is not there",
                .unknownDistrict(ballot, 4),
                #"{"act":"tie-decided","ballot":"PPWP","basis":"BA 1","district":4,"seats":[[1,1]]}"#
            ),
            Misfit(
                "a decision on no rule",
                .unknownRule("x"),
                #"{"act":"rule-decided","basis":{"en":"a","id":"a"},"reading":"y","rule":"x"}"#
            ),
            Misfit(
                "a second election",
                .setUpTwice,
                #"{"act":"election-set-up","date":"2019-04-17","law":"pemilu2019","name":{"en":"a","id":"a"},"place":"73.12","regions":[],"villages":[]}"#
            ),
        ]
    }

    @Test(
        "that hold what no form has room for are none",
        arguments: [
            (
                #"{"act":"figures-reported","ballot":"PPWP","rows":[{"region":"73.12","votes":[1000000000,2]}]}"#,
                "votes whose sums would not fit"
            ),
            (
                #"{"act":"figures-reported","ballot":"PPWP","rows":[{"blank":-1,"region":"73.12","votes":[1,2]}]}"#,
                "fewer than no stations"
            ),
            (#"{"act":"seats-determined","ballot":"PPWP","seats":[[1,-1]]}"#, "fewer than no seats"),
            (#"{"act":"seats-determined","ballot":"PPWP","seats":[[1,1],[1,2]]}"#, "a contestant twice"),
            (
                #"{"act":"seats-determined","ballot":"PPWP","seats":[[2,1],[1,2]]}"#,
                "contestants out of order"
            ),
            (
                #"{"act":"figures-certified","ballot":"PPWP","fields":["valid","valid"],"rows":[]}"#,
                "a field twice"
            ),
            (
                #"{"act":"figures-certified","ballot":"PPWP","fields":["valid"],"rows":[["73.12",null]]}"#,
                "a row without its figure"
            ),
            (
                #"{"act":"forms-taken","ballot":"PPWP","reading":"a","villages":[{"code":"73.12.01.1001","forms":[[1]]}]}"#,
                "a form without its version"
            ),
            (
                #"{"act":"forms-taken","ballot":"PPWP","reading":"a","villages":[{"code":"73.12.01.1001","forms":"#
                    + #"[[1,"reguler",1],[2,"reguler"]]}]}"#,
                "forms of two widths"
            ),
            (
                #"{"act":"contest-opened","ballot":"DPRD_\#u{212A}AB\#u{212A}O","contestants":[],"districts":[],"lists":[]}"#,
                "a ballot spelt with signs that only look alike"
            ),
            (
                #"{"act":"contest-opened","ballot":"DPR","contestants":[],"districts":"#
                    + #"[{"name":"D","number":1,"regions":[],"seats":10000}],"lists":[]}"#,
                "more seats than any house has"
            ),
            (
                #"{"act":"election-set-up","date":"2019-04-17","law":"pemilu2019","name":{"en":"a","id":"a"},"#
                    + #""place":"73.12","regions":[],"villages":[{"code":"73.12.01.1001","stations":[[1,2,3,null]]}]}"#,
                "a station whose ballots are null"
            ),
            (
                #"{"act":"election-set-up","date":"2019-04-17","law":"pemilu2019","name":{"en":"a","id":"a"},"#
                    + #""place":"73.12","regions":[{"aliases":[],"code":"73","kind":"provinsi","name":"S"}],"villages":[]}"#,
                "a list of no aliases"
            ),
            (#"{"act":"unheard-of","ballot":"PPWP"}"#, "a kind nobody knows"),
        ]
    )
    func unreadable(text: String, reason: String) {
        #expect(throws: CanonicalFault.self, "\(reason)") { try Act(canonicalText: Array(text.utf8)) }
    }

    @Test(
        "whose figures are spelt otherwise are none",
        arguments: [
            ("01", "a figure with a leading zero"),
            ("1000000000", "a figure no form has room for"),
            ("-1", "fewer than no votes"),
            ("5x", "a figure that goes on"),
            ("5,", "a comma too many"),
            ("5 ,6", "a space"),
            ("5null", "a comma too few"),
            (#""5""#, "a figure in quotes"),
            ("[5]", "a list for a figure"),
            ("", "no figure behind the comma"),
        ]
    )
    func figures(figures: String, reason: String) {
        let form = #"[1,"reguler",\#(figures)]"#
        let text =
            #"{"act":"forms-taken","ballot":"PPWP","reading":"a","villages":[{"code":"73.12.01.1001","forms":[\#(form)]}]}"#
        #expect(throws: CanonicalFault.self, "\(reason)") { try Act(canonicalText: Array(text.utf8)) }
    }

    @Test("of one command happen whole or not at all")
    func whole() throws {
        var state = ElectionState()
        let acts = Act.takingOver(try Self.election()).flatMap(\.self)
        #expect(throws: ActFault.setUpTwice) { try state.decide(.takeOver(acts + [acts[0]]), by: .unknown) }
        #expect(state.election == nil)
        #expect(try state.decide(.takeOver(acts), by: .unknown).count == acts.count)
        #expect(state.election != nil)
    }

    @Test("that are refused half-way leave no form behind")
    func undone() throws {
        var state = try Self.state(Act.takingOver(try Self.election()).flatMap(\.self))
        func act(_ forms: String...) throws -> Act {
            let text =
                #"{"act":"forms-taken","ballot":"PPWP","reading":"office","villages":[{"code":"73.12.01.1001","forms":["#
                + forms.joined(separator: ",") + "]}]}"
            return try Act(canonicalText: Array(text.utf8))
        }
        let fits = #"[2,"psu",1,2,3]"#
        for unfit in [#"[2,"psu",1,2,3]"#, #"[9,"psu",1,2,3]"#, #"[1,"reguler",1,2,3]"#] {
            #expect(throws: ActFault.self, "\(unfit)") { try state.apply(try act(fits, unfit)) }
        }
        #expect(throws: Never.self) { try state.apply(try act(fits)) }
        // And what was there before is still known.
        #expect(throws: ActFault.self) { try state.apply(try act(#"[1,"reguler",1,2,3]"#)) }
    }

    @Test("leave a copy of the state as it was")
    func copies() throws {
        var state = ElectionState()
        var copies: [(ElectionState, [[UInt8]])] = []
        func texts(_ state: ElectionState) -> [[UInt8]] {
            state.election.map { Act.takingOver($0).flatMap(\.self).map(\.canonicalText) } ?? []
        }
        for act in Act.takingOver(try Self.election(), cells: 1).flatMap(\.self) {
            try state.apply(act)
            copies.append((state, texts(state)))
        }
        for (copy, before) in copies { #expect(texts(copy) == before) }
    }

    @Test("before the election is set up are refused")
    func first() throws {
        var state = ElectionState()
        #expect(throws: ActFault.notSetUp) { try state.apply(.filesNamed([])) }
    }
}
