import Accounts
import Foundation
import GRDB
import Office
import SQLiteStorage
import StorageContract
import Testing

@Suite("The accounts of an office")
struct AccountStoreTests {
    @Test("keep the contract", arguments: AccountsContract.Sentence.allCases)
    func contract(_ sentence: AccountsContract.Sentence) async throws {
        let scratch = try Scratch()
        let contract = AccountsContract { name in
            try FileManager.default.createDirectory(atPath: scratch[name], withIntermediateDirectories: true)
            return try await SQLiteAccountStore.open(scratch[name])
        }
        try await contract.hold(sentence)
    }

    @Test("lie beside the journal, and a backup leaves them out")
    func besideTheJournal() async throws {
        let scratch = try Scratch()
        let office = try await scratch.store()
        let accounts = try await SQLiteAccountStore.open(office.path)
        try await accounts.keep(FirstLink(id: TokenDigest(of: "a"), expires: 5))
        try await office.append(batch(0..<3), frontier: [1])
        try await office.backUp(to: scratch["copy"])
        let names = try FileManager.default.contentsOfDirectory(atPath: scratch["copy"])
        #expect(Set(names) == ["journal.sqlite", "evidence"])
        for name in ["accounts.sqlite", "accounts.sqlite-wal"] {
            let attributes = try FileManager.default.attributesOfItem(atPath: office.path + "/" + name)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
        }
        await accounts.close()
        await office.close()
        let again = try await SQLiteStore.open(office.path)
        #expect(try await again.end().count == 3)
        await again.close()
    }

    @Test("two processes work with them")
    func twoStores() async throws {
        let scratch = try Scratch()
        let one = try await SQLiteAccountStore.open(scratch.path)
        let other = try await SQLiteAccountStore.open(scratch.path)
        let link = FirstLink(id: TokenDigest(of: "a"), expires: 5)
        try await one.keep(link)
        #expect(try await other.firstLink() == link)
        await one.close()
        try await other.keep(FirstLink(id: TokenDigest(of: "b"), expires: 6))
        await other.close()
    }

    @Test("what is something else is refused, and left as it is")
    func foreign() async throws {
        let scratch = try Scratch()
        await #expect(throws: StoreFault.missing(scratch["none/accounts.sqlite"])) {
            try await SQLiteAccountStore.open(scratch["none"])
        }
        let file = scratch["accounts.sqlite"]
        for (make, fault) in [
            ({ try Data("words ".utf8).write(to: URL(filePath: $0)) }, .foreign(file)),
            (
                {
                    try DatabaseQueue(path: $0).inDatabase { try $0.execute(sql: "CREATE TABLE account (a)") }
                },
                .foreign(file)
            ),
            (
                {
                    try DatabaseQueue(path: $0).inDatabase {
                        try $0.execute(sql: "PRAGMA application_id = \(0x506C_4163); PRAGMA user_version = 7")
                    }
                }, .newer(format: 7, known: 1)
            ),
        ] as [((String) throws -> Void, StoreFault)] {
            try? FileManager.default.removeItem(atPath: file)
            try make(file)
            let before = try Data(contentsOf: URL(filePath: file))
            await #expect(throws: fault) { try await SQLiteAccountStore.open(scratch.path) }
            #expect(try Data(contentsOf: URL(filePath: file)) == before)
        }
        // An attempt that was interrupted does not hinder the next.
        try Data().write(to: URL(filePath: file))
        let store = try await SQLiteAccountStore.open(scratch.path)
        #expect(try await store.accounts() == [])
        await store.close()
    }
}
