import Office
import SQLiteStorage
import StorageContract
import Testing

@Suite("The store keeps the contracts of its protocols")
struct ContractTests {
    @Test("journal", arguments: JournalContract.Sentence.allCases)
    func journal(_ sentence: JournalContract.Sentence) async throws {
        let scratch = try Scratch()
        try await JournalContract { try await scratch.store($0) }.hold(sentence)
    }

    @Test("particulars", arguments: ParticularsContract.Sentence.allCases)
    func particulars(_ sentence: ParticularsContract.Sentence) async throws {
        let scratch = try Scratch()
        let contract = ParticularsContract { name in
            let store = try await scratch.store(name)
            return (store, { await store.close() })
        }
        try await contract.hold(sentence)
    }

    @Test("evidence", arguments: EvidenceContract.Sentence.allCases)
    func evidence(_ sentence: EvidenceContract.Sentence) async throws {
        let scratch = try Scratch()
        let contract = EvidenceContract { name in
            let store = try await scratch.store(name)
            return (store.evidence, { await store.close() })
        }
        try await contract.hold(sentence)
    }
}
