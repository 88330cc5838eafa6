import Office
import PostgresStorage
import StorageContract
import Testing

@Suite("The store on PostgreSQL keeps the contracts of its protocols")
struct ContractTests {
    @Test("journal", arguments: JournalContract.Sentence.allCases)
    func journal(_ sentence: JournalContract.Sentence) async throws {
        let office = newOffice()
        try await JournalContract { try await writer("\(office)-\($0)") }.hold(sentence)
    }

    @Test("particulars", arguments: ParticularsContract.Sentence.allCases)
    func particulars(_ sentence: ParticularsContract.Sentence) async throws {
        let office = newOffice()
        let contract = ParticularsContract { name in
            let store = try await writer("\(office)-\(name)")
            return (store, { await store.close() })
        }
        try await contract.hold(sentence)
    }
}
