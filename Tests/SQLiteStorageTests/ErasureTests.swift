import Foundation
import Office
import SQLiteStorage
import TestSupport
import Testing

@Suite("What is erased is in no file")
struct ErasureTests {
    @Test("particulars, whatever they grew and moved through")
    func particulars() async throws {
        var dice = Dice(salt: "erasure")
        for _ in Dice.rounds(3) {
            let scratch = try Scratch(inMemory: true)
            let store = try await scratch.store()
            var kept: [String: [String]] = [:]
            var erased: [String] = []
            for step in 0..<600 {
                let name = "name-\(Int.random(in: 0..<200, using: &dice))"
                if step % 3 < 2 {
                    let text = words(
                        Int.random(in: 20...(Bool.random(using: &dice) ? 300 : 9_000), using: &dice),
                        &dice
                    )
                    try await store.keep(text, as: name)
                    kept[name, default: []].append(text)
                } else {
                    try await store.erase(particulars: name)
                    erased += kept.removeValue(forKey: name) ?? []
                }
                if step % 30 == 0 { try await store.append(batch(step / 30..<step / 30 + 1), frontier: []) }
            }
            for (name, texts) in kept.sorted(by: { $0.key < $1.key }).shuffled(using: &dice).dropFirst(5) {
                try await store.erase(particulars: name)
                erased += texts
            }
            let bytes = try scratch.bytes()
            let found = erased.filter { text in
                // A piece of its beginning, of its middle and of its end.
                [0, text.utf8.count / 2 - 8, text.utf8.count - 16].contains { start in
                    bytes.range(of: Data(text.utf8)[start..<start + 16]) != nil
                }
            }
            #expect(found.isEmpty, "\(found.count) of \(erased.count) erased texts are in the files")
            await store.close()
        }
    }

    private func words(_ length: Int, _ dice: inout Dice) -> String {
        let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789")
        return String((0..<length).map { _ in letters[Int.random(in: 0..<36, using: &dice)] })
    }

    @Test("a reader elsewhere holds the write-ahead file: it is said, and asking again erases")
    func heldByReader() async throws {
        let scratch = try Scratch()
        let store = try await scratch.store()
        try await store.keep("the number is 0812 555 0101", as: "a")
        let reader = try LongRead(scratch["store/journal.sqlite"])
        await #expect(throws: StoreFault.timeout) { try await store.erase(particulars: "a") }
        #expect(try await store.particulars("a") == nil)
        try await store.append(batch(0..<1), frontier: [1])
        try reader.end()
        try await store.erase(particulars: "a")
        #expect(try scratch.bytes().range(of: Data("0812 555".utf8)) == nil)
        await store.close()
    }

    @Test("evidence")
    func evidence() async throws {
        let scratch = try Scratch()
        let store = try await scratch.store()
        let photo = try await store.evidence.add(EvidenceBytes.jpeg(size: 300_000), said: .jpeg)
        try await store.evidence.erase(photo.digest)
        #expect(try scratch.bytes().range(of: Data("JFIF".utf8)) == nil)
        await store.close()
    }
}
