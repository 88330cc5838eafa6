import TestSupport
import Testing
import TransparencyLog

@Suite("Bytes with random faults")
struct ArbitraryBytesTests {
    @Test("are refused, or written as they were read")
    func exactly() throws {
        let log = SmallLog(count: 12)
        var note = try log.checkpoint().signed(by: try Keys.log(), at: 0)
        note.add(try Keys.cosigner(1).sign(note.body, at: 5))
        let inclusion = try log.inclusion(of: 6, in: 12).hashes
        let growth = try log.consistency(from: 5, to: 12).hashes
        let file = try ProofFile(index: 6, hashes: inclusion, note: note, extra: [1, 2])
        let request = try AddCheckpoint(oldSize: 5, hashes: growth, note: note)
        let tile = try #require(Tile(level: 0, index: 1_234_567, width: 9))
        let path = Array(LogResource.entries(tile).path.utf8)
        let key = Array(try Keys.log().verifier.text.utf8)
        let bundle = try EntryBundle(Array(log.entries.prefix(3))).bytes
        let tree = [UInt8](repeating: 0, count: 7) + [3] + [UInt8](repeating: 9, count: 64)
        var dice = Dice(salt: "arbitrary bytes")
        for _ in Dice.rounds(400) {
            check(note.bytes, &dice) { try SignedNote(parsing: $0).bytes }
            check(note.body.bytes, &dice) { try Checkpoint(parsing: NoteBody($0)).body.bytes }
            check(file.bytes, &dice) { try ProofFile(parsing: $0).bytes }
            check(request.bytes, &dice) { try AddCheckpoint(parsing: $0).bytes }
            check(path, &dice) { LogResource(path: try utf8($0)).map { Array($0.path.utf8) } }
            check(key, &dice) { Array(try VerifierKey(parsing: utf8($0)).text.utf8) }
            check(bundle, &dice) { try EntryBundle(decoding: $0).bytes }
            check(tree, &dice) { try TreeFrontier(decoding: $0).bytes }
        }
    }

    private struct NotUTF8: Error {}

    private func utf8(_ bytes: [UInt8]) throws -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw NotUTF8() }
        return text
    }

    private func check(_ bytes: [UInt8], _ dice: inout Dice, again: ([UInt8]) throws -> [UInt8]?) {
        let faulty = faulty(bytes, &dice)
        guard let written = try? again(faulty) else { return }
        #expect(written == faulty)
    }

    /// One to three bytes changed, left out, doubled or put elsewhere; characters that parsers look for, mostly.
    private func faulty(_ bytes: [UInt8], _ dice: inout Dice) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...3, using: &dice) {
            guard let place = bytes.indices.randomElement(using: &dice) else { return bytes }
            let other = Array("\n +=/.x0A—".utf8).randomElement(using: &dice) ?? 0
            switch Int.random(in: 0..<5, using: &dice) {
            case 0: bytes[place] = other
            case 1: bytes[place] = UInt8.random(in: 0...255, using: &dice)
            case 2: bytes.remove(at: place)
            case 3: bytes.insert(other, at: place)
            default: bytes.insert(bytes[place], at: place)
            }
        }
        return bytes
    }
}
