import TestSupport
import Testing

@testable import Elections

@Suite("Evidence in the journal and in the record")
struct EvidenceTextTests {
    @Test("acts about evidence are read as they were written, and every other text is another act or none")
    func texts() throws {
        var small = try SmallEvidence()
        var acts = try small.add("a", try SmallEvidence.result())
        acts += try small.add("a", try SmallEvidence.result(3, .revote, page: 99))
        acts += try small.perform(try SmallEvidence.document("b", try SmallEvidence.page(.receipt)))
        for number in 1...3 {
            let piece = try #require(small.state.evidence[number])
            acts += try small.perform(.evidenceWithdrawn(EvidenceWithdrawn(piece, reason: "r \"x\"")))
        }
        acts += acts.flatMap(\.parts)
        let copy = try SmallEvidence.file("e", .png)
        acts.append(
            .evidenceAdded(
                EvidenceAdded(try SmallEvidence.page(.minutes), copy: copy, isFaulty: true, kept: nil)
            )
        )
        for act in acts { try expectOneText(of: act) }
    }

    @Test(
        "no other text is a file or a fingerprint",
        arguments: [
            (#"{"digest":"D","size":0,"type":"image/png"}"#, "no bytes"),
            (#"{"digest":"D","size":20000001,"type":"image/png"}"#, "too large"),
            (#"{"digest":"D","size":1,"type":"image/webp"}"#, "a kind that is not taken"),
            (#"{"digest":"d","size":1,"type":"image/png"}"#, "a short digest"),
            (#"{"digest":"U","size":1,"type":"image/png"}"#, "capital letters"),
        ]
    )
    func files(text: String, reason: String) throws {
        let whole = text.replacing("\"D\"", with: "\"" + String(repeating: "d", count: 64) + "\"")
            .replacing("\"U\"", with: "\"" + String(repeating: "D", count: 64) + "\"")
        #expect(throws: CanonicalFault.self, "\(reason)") {
            try EvidenceFile(canonicalText: Array(whole.utf8))
        }
        let print = "\"" + String(repeating: "a", count: 255) + "\""
        #expect(throws: CanonicalFault.self) { try EvidenceFingerprint(canonicalText: Array(print.utf8)) }
    }

    @Test(
        "the public record holds copies and why they were withdrawn, and nothing that only the office knows"
    )
    func record() throws {
        var small = try SmallEvidence()
        var acts = try small.add("ab", try SmallEvidence.result())
        acts += try small.add("ab", try SmallEvidence.result(3))
        acts += try small.perform(try SmallEvidence.picture("cd", try SmallEvidence.page(.receipt)))
        acts += try small.perform(try SmallEvidence.document("ef", try SmallEvidence.page(.minutes)))
        for number in [1, 3, 4] {
            let piece = try #require(small.state.evidence[number])
            acts += try small.perform(.evidenceWithdrawn(EvidenceWithdrawn(piece, reason: "mixed up")))
        }
        var record = RecordState()
        let begun = Act.takingOver(try SmallElection().election()).flatMap(\.self)
        for (entry, act) in (begun + acts).enumerated() {
            // The council's totals are reported; evidence has nothing added up again.
            let publications = Publication.all(
                of: [act],
                entry: entry,
                leaf: String(repeating: "0", count: 64),
                time: entry,
                state: small.state
            )
            for publication in publications {
                let text = String(decoding: publication.canonicalText, as: UTF8.self)
                for secret in [
                    "ababab", "ab0ab0", "cdcdcd", "efefef", "staff", "kept", "original", "fingerprint",
                ] {
                    #expect(!text.contains(secret), "\(secret)")
                }
                _ = try record.apply(publication)
                if case .result = publication.content { #expect(entry < begun.count) }
            }
        }
        try record.finish()
        let pieces = (1...record.state.evidence.count).compactMap { record.state.evidence[$0] }
        #expect(
            pieces.map { $0.copy?.digest } == Array(repeating: try SmallEvidence.file("ab1").digest, count: 2)
        )
        #expect(pieces.map { $0.withdrawal?.reason } == ["mixed up", nil])
        #expect(record.state.evidence.published(try SmallEvidence.file("ab1").digest) != nil)
        // What only the office knows does not come in as a publication either.
        for act in [acts[0], acts[2]] {
            var forged = record
            let publication = Publication(
                entry: 1_000,
                leaf: String(repeating: "0", count: 64),
                time: 1_000,
                content: .act(act)
            )
            #expect(throws: RecordFault.privateAct(act.kind)) { try forged.apply(publication) }
        }
    }
}
