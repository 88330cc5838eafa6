import Elections
import TestSupport
import Testing
import TransparencyLog

@testable import Office

@Suite("A journal")
struct JournalReplayTests {
    /// A journal of the small election, an entry per batch, with acts of a later time behind it.
    private static func journal() throws -> [StoredEntry] {
        let batches = Act.takingOver(try SmallElection().election(), cells: 6)
        return batches.enumerated().map { place, acts in
            stored(
                JournalEntry(
                    sequence: place,
                    time: 1_000 + place,
                    account: "clerk",
                    request: "r\(place)",
                    salt: String(repeating: "0", count: 32),
                    acts: acts
                )
            )
        }
    }

    private static func stored(_ entry: JournalEntry) -> StoredEntry {
        StoredEntry(
            sequence: entry.sequence,
            account: entry.account,
            request: entry.request,
            text: entry.canonicalText
        )
    }

    private static func folded(_ entries: [StoredEntry]) throws(JournalFault) -> JournalReplay {
        var replay = JournalReplay()
        let hasher = TreeHasher()
        for entry in entries { _ = try replay.fold(entry, with: hasher) }
        return replay
    }

    @Test("shows any changed byte: it is refused, or its head is another one")
    func changes() throws {
        let entries = try Self.journal()
        let head = try Self.folded(entries).frontier
        for (place, entry) in entries.enumerated() {
            for byte in entry.text.indices {
                var text = entry.text
                text[byte] ^= 1
                var changed = entries
                changed[place] = StoredEntry(
                    sequence: entry.sequence,
                    account: entry.account,
                    request: entry.request,
                    text: text
                )
                let other = try? Self.folded(changed).frontier
                #expect(other != head)
            }
        }
    }

    @Test("is refused where an entry cannot stand")
    func refusals() throws {
        let entries = try Self.journal()
        let last = try JournalEntry(canonicalText: entries[entries.count - 1].text)
        let first = try JournalEntry(canonicalText: entries[0].text)
        let next = entries.count
        func entry(_ sequence: Int, time: Int = 9_999, acts: [Act] = []) -> JournalEntry {
            JournalEntry(
                sequence: sequence,
                time: time,
                account: "clerk",
                request: "x",
                salt: last.salt,
                acts: acts
            )
        }
        let fits = Self.stored(entry(next))
        let rows: [(String, StoredEntry, JournalFault.Reason)] = [
            ("a gap", Self.stored(entry(next + 1)), .outOfPlace),
            ("an entry again", Self.stored(entry(next - 1)), .outOfPlace),
            ("a time before the last", Self.stored(entry(next, time: last.time - 1)), .timeGoesBack),
            (
                "an act that does not fit", Self.stored(entry(next, acts: [.filesNamed([])] + first.acts)),
                .act(1, .setUpTwice)
            ),
            (
                "another account than in its text",
                StoredEntry(sequence: next, account: "other", request: "x", text: fits.text), .otherRequest
            ),
            (
                "another request than in its text",
                StoredEntry(sequence: next, account: "clerk", request: "y", text: fits.text), .otherRequest
            ),
        ]
        for (reason, stored, expected) in rows {
            #expect(throws: JournalFault(sequence: next, reason: expected), "\(reason)") {
                try Self.folded(entries + [stored])
            }
        }
        #expect(try Self.folded(entries + [fits]).count == next + 1)
    }

    @Test("of a later version is refused at its version")
    func version() throws {
        let entry = try Self.journal()[0]
        var text = entry.text
        text[text.count - 2] = UInt8(ascii: "2")
        let later = StoredEntry(sequence: 0, account: entry.account, request: entry.request, text: text)
        #expect(throws: JournalFault.self) { try Self.folded([later]) }
    }
}
