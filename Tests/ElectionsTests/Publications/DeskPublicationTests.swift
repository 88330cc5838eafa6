import TestSupport
import Testing

@testable import Elections

@Suite("What becomes public of a counting desk")
struct DeskPublicationTests {
    @Test("replays to the same forms for who never sees the journal")
    func replayed() throws {
        var desk = try SmallDesk()
        var record = RecordState()
        var (entry, texts) = (0, [String]())
        func publish(_ acts: [Act]) throws {
            let leaf = String(repeating: "0", count: 64)
            for publication in Publication.all(
                of: acts,
                entry: entry,
                leaf: leaf,
                time: entry,
                state: desk.state
            ) {
                texts.append(String(decoding: publication.canonicalText, as: UTF8.self))
                _ = try record.apply(try Publication(canonicalText: publication.canonicalText))
            }
            entry += 1
        }
        try publish(desk.opening)
        let forms = try (0..<2).map { try SmallDesk.form($0) }
        let broken = Act.formEntered(
            FormEntered(
                forms[0],
                figures: desk.figures([.votes(1): 14]),
                confirmed: ["A07"],
                remark: "dicoret"
            )
        )
        for who in ["typist-1", "typist-2"] { try publish(try desk.perform(broken, by: who)) }
        try publish(try desk.perform(.formApproved(FormStep(forms[0], reason: "so it says")), by: "head-1"))
        let figures = try #require(try desk.accepted(forms[0]))
        func read() throws -> Reading? {
            record.state.election?.contests.first?.readings.first { $0.id == "desk" }
        }
        #expect(try read()?.forms.row(0) == figures)
        try publish(
            try desk.perform(.formReopened(FormStep(forms[0], reason: "another form", seen: 5)), by: "head-1")
        )
        #expect(try read()?.forms.count == 0)
        let again = Act.formEntered(FormEntered(forms[0], figures: desk.figures()))
        for who in ["typist-3", "typist-1"] { try publish(try desk.perform(again, by: who)) }
        #expect(try read()?.forms.row(0) == desk.figures())
        let office = try #require(desk.state.election?.contests.first?.readings.first { $0.id == "desk" })
        #expect(try read() == office)
        for word in ["typist", "head-1", "dicoret", "form-entered", "form-held"] {
            #expect(!texts.contains { $0.contains(word) }, "\(word)")
        }
    }

    @Test("a reading held beside the office's is public, says whose it is, and counts for nobody")
    func comparison() throws {
        var desk = try SmallDesk()
        var record = RecordState()
        var entry = 0
        func publish(_ acts: [Act]) throws {
            let leaf = String(repeating: "0", count: 64)
            for publication in Publication.all(
                of: acts,
                entry: entry,
                leaf: leaf,
                time: entry,
                state: desk.state
            ) {
                _ = try record.apply(try Publication(canonicalText: publication.canonicalText))
            }
            entry += 1
        }
        try publish(desk.opening)
        let typed = Act.formEntered(FormEntered(try SmallDesk.form(), figures: desk.figures()))
        for who in ["typist-1", "typist-2"] { try publish(try desk.perform(typed, by: who)) }
        let reading = ComparisonReading(
            .president,
            by: .volunteers,
            file: "relawan.csv",
            digest: String(repeating: "c", count: 64),
            fields: [.votes(1), .votes(19)],
            forms: [
                (try SmallDesk.form(), [12, 20]), (try SmallDesk.form(1, .revote), [1, 2]),
                (try SmallDesk.form(4), [3, nil]),
            ]
        )
        for step in reading.steps() {
            try publish(try desk.state.decide(.compare(step.acts), by: .unknown))
        }
        let (office, outside) = (
            try #require(desk.state.election), try #require(record.state.election)
        )
        #expect(outside.contests[0].readings.map(\.comparison) == [nil, .volunteers])
        #expect(outside.contests[0].readings == office.contests[0].readings)
        let results = (try Snapshot(office).results[0], try Snapshot(outside).results[0])
        #expect(results.0.forms == results.1.forms)
        #expect(results.1.forms.compactMap(\.self).map(\.reading) == [0])
    }

    @Test("a private act in a record is refused")
    func refused() throws {
        var record = RecordState()
        let publication = Publication(
            entry: 0,
            leaf: String(repeating: "0", count: 64),
            time: 0,
            content: .act(.accountOpened(AccountOpened(account: "desk-1")))
        )
        #expect(throws: RecordFault.privateAct(.accountOpened)) { try record.apply(publication) }
    }
}
