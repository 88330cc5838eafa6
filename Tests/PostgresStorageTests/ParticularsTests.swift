import Foundation
import Office
import TestSupport
import Testing

@testable import PostgresStorage

/// What may be erased is erased.
struct ParticularsTests {
    @Test func theLastTextIsKept() async throws {
        let office = newOffice()
        let store = try await writer(office)
        #expect(try await store.particulars("mail") == nil)
        for text in ["", "anna@example.org", "añna\u{0}\n投"] {
            try await store.keep(text, as: "mail")
            #expect(try await store.particulars("mail") == text)
        }
        let other = try await writer()
        #expect(try await other.particulars("mail") == nil)
        await store.close()
        await other.close()
        let again = try await writer(office)
        #expect(try await again.particulars("mail") == "añna\u{0}\n投")
        await again.close()
        await #expect(throws: StoreFault.closed) { try await again.particulars("mail") }
    }

    @Test func whatIsErasedIsInNoTableFile() async throws {
        try await PostgresServer.alone { server in
            let limits = PostgresLimits(connecting: .seconds(30))
            let store = try await PostgresStore.open(server.dsn(), office: "o", holder: "h", limits: limits)
            // Short and long: beside the row, and in a table for long values.
            let secret = "secret-of-the-complainant"
            try await store.keep(secret, as: "short")
            try await store.keep((0..<9_000).map { "\(secret) \($0 &* 7_919) " }.joined(), as: "long")
            try await store.keep("stays", as: "other")
            let other = try await PostgresConnection.connect(server.dsn(), within: .seconds(10))
            let flush = PostgresQuery.once("CHECKPOINT")
            _ = try await other.run(flush, within: .seconds(60))
            #expect(try files(of: server, holding: secret))
            for name in ["short", "long", "never there"] { try await store.erase(particulars: name) }
            _ = try await other.run(flush, within: .seconds(60))
            #expect(try !files(of: server, holding: secret))
            #expect(try await store.particulars("short") == nil)
            #expect(try await store.particulars("other") == "stays")
            await other.close()
            await store.close()
        }
    }

    /// Whether any file of a table holds the text.
    private func files(of server: PostgresServer, holding text: String) throws -> Bool {
        let base = server.folder.appending(path: "data/base").path
        return try FileManager.default.subpathsOfDirectory(atPath: base).contains { path in
            let data = FileManager.default.contents(atPath: base + "/" + path)
            return data?.range(of: Data(text.utf8)) != nil
        }
    }
}
