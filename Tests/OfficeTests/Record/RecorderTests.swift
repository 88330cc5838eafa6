import Elections
import Foundation
import SQLiteStorage
import TestSupport
import Testing
import TransparencyLog

@testable import Office

/// An office with the small election in it, its keys, and the folders its record goes to.
struct RecordedOffice {
    let folder: Folder
    let store: SQLiteStore
    let key: SigningKey

    static func name() throws -> KeyName { try KeyName("example.org/small") }

    static func key(_ byte: UInt8) throws -> SigningKey {
        try #require(SigningKey(try name(), .note, seed: Array(repeating: byte, count: 32)))
    }

    /// The acts of the election, and of the keys behind them.
    init(_ small: SmallElection = SmallElection(), cells: Int = 6, naming: Bool = true) async throws {
        folder = try Folder()
        key = try Self.key(1)
        store = try await SQLiteStore.create(folder.path + "/o")
        var batches = Act.takingOver(try small.election(), cells: cells)
        if naming { batches.append([.keyNamed(KeyNamed(purpose: .log, key: key.verifier.text))]) }
        for acts in batches { try await append(acts) }
    }

    /// Writes an entry with one salt and one clock, so that its hash is the same in every run.
    func append(_ acts: [Act]) async throws {
        let end = try await store.end()
        var frontier = end.count == 0 ? TreeFrontier() : try TreeFrontier(decoding: end.frontier)
        let entry = JournalEntry(
            sequence: end.count,
            time: 1_555_500_000_000 + end.count,
            account: "clerk",
            request: "r\(end.count)",
            salt: String(repeating: "0", count: 32),
            acts: acts
        )
        let text = entry.canonicalText
        frontier.append(.leaf(text), with: TreeHasher())
        let stored = StoredEntry(sequence: end.count, account: "clerk", request: entry.request, text: text)
        try await store.append([stored], frontier: frontier.bytes)
    }

    func recorder(
        _ site: String = "site",
        heads: String = "keys",
        keys: [SigningKey]? = nil
    ) -> Recorder {
        Recorder(
            journal: store,
            files: FolderStore(folder.path + "/" + site, isPublic: true),
            heads: FolderStore(folder.path + "/" + heads, isPublic: false),
            keys: keys ?? [key]
        )
    }

    /// The files of a site by their paths.
    func files(_ site: String = "site") throws -> [String: [UInt8]] {
        let path = folder.path + "/" + site
        var files: [String: [UInt8]] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: path) {
            guard let bytes = FileManager.default.contents(atPath: path + "/" + name) else { continue }
            if try FileManager.default.attributesOfItem(atPath: path + "/" + name)[.type]
                as? FileAttributeType
                == .typeRegular
            {
                files[name] = Array(bytes)
            }
        }
        return files
    }
}

@Suite("A recorder")
struct RecorderTests {
    @Test("writes the same record at once and entry by entry, and never again what is there")
    func increments() async throws {
        let office = try await RecordedOffice(naming: false)
        try await office.append([.keyNamed(KeyNamed(purpose: .log, key: office.key.verifier.text))])
        let slow = office.recorder("slow", heads: "slow-keys")
        try await slow.advance()
        for number in 0..<300 {
            try await office.append([
                .filesNamed([
                    SourceFile(path: "f\(number)", nature: .reading, source: LocalizedText(id: "a", en: "a"))
                ])
            ])
            try await slow.advance()
        }
        try await slow.writeProofs()
        let quick = office.recorder("quick", heads: "quick-keys")
        try await quick.advance()
        try await quick.writeProofs()
        let (once, often) = (try office.files("quick"), try office.files("slow"))
        #expect(once.keys.filter { often[$0] != once[$0] } == [])
        // What is there often and not at once are the partial tiles on the way.
        #expect(often.keys.filter { once[$0] == nil && !$0.contains(".p/") } == [])
        let again = office.recorder("slow", heads: "slow-keys")
        #expect(try await again.advance().note.bytes == often["checkpoint"])
        #expect(try office.files("slow") == often)
    }

    @Test("comes to one head for one journal, in every version of the program")
    func golden() async throws {
        var small = SmallElection()
        small.certified = ["73.12": [250, 300]]
        let standing = try await RecordedOffice(small).recorder().advance()
        #expect(standing.checkpoint.size == 13)
        #expect(
            standing.checkpoint.root.hex == "9d52ae7f0b470c73d8bd9d223f6eadd3d47f75a0cdbc64d5471fd33327695845"
        )
    }

    @Test("signs nothing that contradicts what it signed")
    func contradictions() async throws {
        let office = try await RecordedOffice()
        let more = try await RecordedOffice()
        try await more.append([.filesNamed([])])
        var changed = SmallElection()
        changed.votes[0] = [11, 20]
        let other = try await RecordedOffice(changed)
        for (name, site) in [("o", office), ("m", more), ("c", other)] {
            _ = try await site.recorder(name, heads: name + "-keys").advance()
        }
        let files = { (folder: Folder, name: String, isPublic: Bool) in
            FolderStore(folder.path + "/" + name, isPublic: isPublic)
        }
        let rows: [(reason: String, site: FolderStore, heads: FolderStore, fault: RecorderFault)] = [
            (
                "more was signed, as the keys remember", files(office.folder, "new", true),
                files(more.folder, "m-keys", false), .lost(.record, signed: 12, here: 11)
            ),
            (
                "more was signed, as its files say", files(more.folder, "m", true),
                files(office.folder, "new-keys", false), .lost(.record, signed: 12, here: 11)
            ),
            (
                "other figures were signed, as the keys remember", files(office.folder, "new", true),
                files(other.folder, "c-keys", false), .differs(.record, size: 11)
            ),
            (
                "other figures were signed, as its files say", files(other.folder, "c", true),
                files(office.folder, "new-keys", false), .differs(.record, size: 11)
            ),
        ]
        for row in rows {
            let recorder = Recorder(
                journal: office.store,
                files: row.site,
                heads: row.heads,
                keys: [office.key]
            )
            await #expect(throws: row.fault, "\(row.reason)") { try await recorder.advance() }
        }
        #expect(!FileManager.default.fileExists(atPath: office.folder.path + "/new"))
    }

    @Test("refuses what it cannot sign")
    func refusals() async throws {
        let nameless = try await RecordedOffice(naming: false)
        await #expect(throws: RecorderFault.noKey) { try await nameless.recorder().advance() }
        let office = try await RecordedOffice()
        await #expect(throws: RecorderFault.keyMissing(office.key.verifier.text)) {
            try await office.recorder(keys: [try RecordedOffice.key(2)]).advance()
        }
        #expect(!FileManager.default.fileExists(atPath: office.folder.path + "/site/checkpoint"))
    }

    @Test("learns what it signed elsewhere, and signs nothing below")
    func learning() async throws {
        let more = try await RecordedOffice()
        try await more.append([.filesNamed([])])
        let late = try await more.recorder().advance().note
        let office = try await RecordedOffice()
        let recorder = office.recorder()
        let stranger = try #require(
            Checkpoint(origin: try NoteLine("example.org/small/record"), size: 99, root: .emptyRoot)
        ).signed(by: try RecordedOffice.key(2).named(try KeyName("example.org/small/record")), at: 0)
        await #expect(throws: RecorderFault.unsigned) { try await recorder.learn(stranger.bytes) }
        await #expect(throws: RecorderFault.unsigned) { try await recorder.learn([1, 2, 3]) }
        try await recorder.advance()
        await #expect(throws: RecorderFault.lost(.record, signed: 12, here: 11)) {
            try await recorder.learn(late.bytes)
        }
        // It stays known: after a restart too.
        await #expect(throws: RecorderFault.lost(.record, signed: 12, here: 11)) {
            try await office.recorder().advance()
        }
    }

    @Test("keeps the signatures of cosigners, and takes none that is not theirs")
    func cosigners() async throws {
        let office = try await RecordedOffice()
        let recorder = office.recorder()
        let note = try await recorder.advance().note
        let cosigner = try #require(
            SigningKey(try KeyName("press"), .cosignature, seed: Array(repeating: 9, count: 32))
        )
        let signature = cosigner.sign(note.body, at: 1_555_500_000)
        try await recorder.add(signature, by: cosigner.verifier)
        let other = try #require(
            SigningKey(try KeyName("party"), .cosignature, seed: Array(repeating: 8, count: 32))
        )
        await #expect(throws: RecorderFault.unsigned) {
            try await recorder.add(signature, by: other.verifier)
        }
        let shown = try SignedNote(parsing: try #require(try office.files()["checkpoint"]))
        #expect(try shown.verified(by: [cosigner.verifier]).map(\.time) == [1_555_500_000])
        // Nothing new: the signatures stay.
        #expect(try await office.recorder().advance().note == shown)
    }

    @Test("proves that the journal holds what was published, and nothing else")
    func proofs() async throws {
        let office = try await RecordedOffice()
        let recorder = office.recorder()
        try await recorder.advance()
        let end = try await office.store.end().count
        let entries = try await office.store.entries(from: 0, bytes: .max)
        for entry in 0..<end {
            let bytes = try #require(try await recorder.proof(ofEntry: entry))
            let proof = try ProofFile(parsing: bytes)
            try proof.proof.verify(leaf: .leaf(entries[entry].text), root: proof.checkpoint.root)
        }
        #expect(try await recorder.proof(ofEntry: end) == nil)
        #expect(try await recorder.file("journal/proof/0") != nil)
        #expect(try await recorder.file("journal/proof/00") == nil)
        #expect(try await recorder.file("../keys/signed") == nil)
        #expect(await recorder.consistency(from: 3)?.oldSize == 3)
    }

    @Test("goes on signing after its key was replaced, with both while it has both")
    func rotation() async throws {
        let office = try await RecordedOffice()
        try await office.recorder().advance()
        let new = try RecordedOffice.key(3)
        let named = try #require(KeyNamed(replacing: office.key, with: new.verifier, for: .log))
        try await office.append([.keyNamed(named)])
        let record = try KeyName("example.org/small/record")
        let both = try await office.recorder(keys: [office.key, new]).advance().note
        #expect(try both.verified(by: [office.key.verifier.named(record)]).count == 1)
        #expect(try both.verified(by: [new.verifier.named(record)]).count == 1)
        try await office.append([.filesNamed([])])
        let one = try await office.recorder(keys: [new]).advance().note
        #expect(throws: NoteRefusal.noKnownSignature) {
            try one.verified(by: [office.key.verifier.named(record)])
        }
        await #expect(throws: RecorderFault.keyMissing(new.verifier.text)) {
            try await office.recorder(keys: [office.key]).advance()
        }
    }
}
