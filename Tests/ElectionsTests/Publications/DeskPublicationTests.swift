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
