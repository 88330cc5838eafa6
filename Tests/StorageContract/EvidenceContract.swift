import Foundation
public import Office
import Testing

/// What every ``EvidenceStore`` must do, sentence by sentence; called as ``JournalContract`` is.
public struct EvidenceContract: Sendable {
    /// A sentence of the contract.
    public enum Sentence: String, CaseIterable, Sendable {
        case aNewOneIsEmpty
        case eachKindIsKnownByItsContent
        case howItComesDoesNotMatter
        case takenTwiceItIsThereOnce
        case manyMayComeAtOnce
        case theLargestIsTaken
        case whatIsNotTakenLeavesNothing
        case aPartOfItsBytesCanBeHad
        case whatIsNotThereIsNil
        case anErasedOneIsGone
        case howLongItHasLainThereIsKnown
        case whatWasTakenIsThereAfterReopening
    }

    /// A store, and what ends the work with it.
    public typealias Opened = (store: any EvidenceStore, close: @Sendable () async -> Void)

    private let open: @Sendable (String) async throws -> Opened

    /// A contract for one kind of store.
    ///
    /// - Parameter open: Opens the evidence of a name: none the first time, later, when the store before it was
    ///   closed, what is there.
    public init(open: @escaping @Sendable (String) async throws -> Opened) {
        self.open = open
    }

    /// Holds a new store to a sentence.
    ///
    /// - Parameter sentence: Which.
    /// - Throws: What the store threw and should not have.
    public func hold(_ sentence: Sentence) async throws {
        let (store, close) = try await open(sentence.rawValue)
        switch sentence {
        case .aNewOneIsEmpty: #expect(try await store.all() == [])
        case .eachKindIsKnownByItsContent: try await kindsAreKnown(store)
        case .howItComesDoesNotMatter: try await chunksDoNotMatter(store)
        case .takenTwiceItIsThereOnce: try await takenTwice(store)
        case .manyMayComeAtOnce: try await manyAtOnce(store)
        case .theLargestIsTaken: try await largestIsTaken(store)
        case .whatIsNotTakenLeavesNothing: try await refusals(store)
        case .aPartOfItsBytesCanBeHad: try await parts(store)
        case .whatIsNotThereIsNil: try await missing(store)
        case .anErasedOneIsGone: try await erasing(store)
        case .howLongItHasLainThereIsKnown: try await ages(store)
        case .whatWasTakenIsThereAfterReopening:
            for sample in EvidenceSample.all { _ = try await store.add(sample.chunks(of: 100), said: nil) }
            try await store.erase(EvidenceSample.png.evidence.digest)
            await close()
            let (second, close) = try await open(sentence.rawValue)
            #expect(try await second.all() == EvidenceSample.all.dropLast().map(\.evidence))
            try await expect(EvidenceSample.jpeg, in: second)
            return await close()
        }
        await close()
    }

    private func expect(_ sample: EvidenceSample, in store: any EvidenceStore) async throws {
        let digest = sample.evidence.digest
        #expect(try await store.evidence(digest) == sample.evidence)
        #expect(try await store.bytes(of: digest, from: 0, count: Evidence.largest) == sample.bytes)
    }

    private func kindsAreKnown(_ store: any EvidenceStore) async throws {
        for sample in EvidenceSample.all {
            let evidence = try await store.add(sample.chunks(of: 1_000), said: sample.evidence.type)
            #expect(evidence == sample.evidence)
            try await expect(sample, in: store)
        }
        #expect(try await store.all() == EvidenceSample.all.map(\.evidence))
    }

    private func chunksDoNotMatter(_ store: any EvidenceStore) async throws {
        for length in [1, 2, 3, 7, 64, 266, 267, 10_000] {
            #expect(
                try await store.add(EvidenceSample.jpeg.chunks(of: length), said: nil)
                    == EvidenceSample.jpeg.evidence
            )
        }
        try await expect(.jpeg, in: store)
    }

    private func takenTwice(_ store: any EvidenceStore) async throws {
        for _ in 0..<2 {
            #expect(
                try await store.add(EvidenceSample.pdf.chunks(of: 9), said: nil)
                    == EvidenceSample.pdf.evidence
            )
        }
        #expect(try await store.all() == [EvidenceSample.pdf.evidence])
        try await expect(.pdf, in: store)
    }

    private func manyAtOnce(_ store: any EvidenceStore) async throws {
        try await withThrowingTaskGroup { group in
            for racer in 0..<24 {
                group.addTask {
                    let sample = EvidenceSample.all[racer % 3]
                    let evidence = try await store.add(sample.chunks(of: 1 + racer), said: nil)
                    #expect(evidence == sample.evidence)
                }
            }
            try await group.waitForAll()
        }
        #expect(try await store.all() == EvidenceSample.all.map(\.evidence))
    }

    private func largestIsTaken(_ store: any EvidenceStore) async throws {
        let sample = EvidenceSample.largest
        #expect(try await store.add(sample.chunks(of: 100_000), said: .pdf) == sample.evidence)
        let digest = sample.evidence.digest
        #expect(try await store.bytes(of: digest, from: Evidence.largest - 2, count: 5) == [0, 0])
        #expect(try await store.bytes(of: digest, from: 0, count: 9) == Array("%PDF-1.7\n".utf8))
    }

    private func refusals(_ store: any EvidenceStore) async throws {
        _ = try await store.add(EvidenceSample.png.chunks(of: 1_000), said: nil)
        func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
        let refusals: [(bytes: [UInt8], said: Evidence.Kind?, fault: EvidenceFault)] = [
            ([], nil, .empty),
            ([], .pdf, .empty),
            (bytes("<html><script>alert(1)</script>"), nil, .unknownType),
            (bytes("GIF89a" + .init(repeating: "\0", count: 99)), .png, .unknownType),  // Of no kind taken.
            (bytes("%PD"), nil, .unknownType),  // Too short to be anything.
            ([0x89] + bytes("PNG\r\n\u{1A}\n"), .png, .unknownType),  // A signature without an image.
            (EvidenceSample.png.bytes, .jpeg, .wrongType(said: .jpeg, found: .png)),
            (EvidenceSample.pdf.bytes, .jpeg, .wrongType(said: .jpeg, found: .pdf)),
            (bytes("RIFF\u{1A}\0\0\0WEBPVP8L\r\0\0\0"), nil, .unknownType),  // Nothing here can look into it.
            (EvidenceSample.largest.bytes + [0], nil, .tooLarge),  // One byte more than may be.
        ]
        for (bytes, said, fault) in refusals {
            await #expect(throws: fault) {
                try await store.add(EvidenceSample.Chunks(bytes: bytes, length: 50_000), said: said)
            }
        }
        // The sender goes away, early and late.
        for count in [0, 5, 200, EvidenceSample.jpeg.bytes.count] {
            let chunks = EvidenceSample.Chunks(
                bytes: Array(EvidenceSample.jpeg.bytes.prefix(count)),
                length: 5,
                breaksOff: true
            )
            await #expect(throws: EvidenceFault.self) { try await store.add(chunks, said: nil) }
        }
        #expect(try await store.all() == [EvidenceSample.png.evidence])
        #expect(try await store.evidence(EvidenceSample.jpeg.evidence.digest) == nil)
    }

    private func parts(_ store: any EvidenceStore) async throws {
        let (digest, all) = (EvidenceSample.png.evidence.digest, EvidenceSample.png.bytes)
        _ = try await store.add(EvidenceSample.png.chunks(of: 10), said: nil)
        for (offset, count) in [(0, 1), (0, all.count), (10, 20), (all.count - 1, 1)] {
            let found = try await store.bytes(of: digest, from: offset, count: count)
            #expect(found == Array(all[offset..<offset + count]))
        }
        #expect(try await store.bytes(of: digest, from: all.count - 3, count: 100) == Array(all.suffix(3)))
        #expect(try await store.bytes(of: digest, from: all.count, count: 100) == [])
        #expect(try await store.bytes(of: digest, from: 1_000_000, count: 100) == [])
        #expect(try await store.bytes(of: digest, from: 3, count: 0) == [])
    }

    private func missing(_ store: any EvidenceStore) async throws {
        let digest = EvidenceSample.png.evidence.digest
        // The last ones are no digests, and must not lead anywhere.
        for digest in [digest, "", "ab", digest.uppercased(), "../" + digest.dropFirst(3), digest + "/.."] {
            #expect(try await store.evidence(digest) == nil)
            await #expect(throws: StoreFault.self) { try await store.bytes(of: digest, from: 0, count: 1) }
            try await store.erase(digest)
        }
    }

    private func erasing(_ store: any EvidenceStore) async throws {
        for sample in EvidenceSample.all { _ = try await store.add(sample.chunks(of: 100), said: nil) }
        let digest = EvidenceSample.jpeg.evidence.digest
        try await store.erase(digest)
        #expect(try await store.evidence(digest) == nil)
        await #expect(throws: StoreFault.self) { try await store.bytes(of: digest, from: 0, count: 1) }
        #expect(try await store.all().count == 2)
        try await expect(.pdf, in: store)
        try await store.erase(digest)
        #expect(
            try await store.add(EvidenceSample.jpeg.chunks(of: 100), said: nil)
                == EvidenceSample.jpeg.evidence
        )
        try await expect(.jpeg, in: store)
    }

    private func ages(_ store: any EvidenceStore) async throws {
        func now() -> Int { Int(Date().timeIntervalSince1970 * 1_000) }
        let first = EvidenceSample.pdf.evidence.digest
        let before = now() - 1_000
        _ = try await store.add(EvidenceSample.pdf.chunks(of: 100), said: nil)
        #expect(try await store.digests(takenBefore: before) == [])
        #expect(try await store.digests(takenBefore: now() + 1_000) == [first])
        try await store.erase(first)
        #expect(try await store.digests(takenBefore: now() + 1_000) == [])
    }
}
