import Foundation
import Glibc
import Testing

@Suite("pleno serve")
struct ServeTests {
    @Test("answers on the port it names", arguments: [("SIGTERM", SIGTERM), ("SIGINT", SIGINT)])
    func serves(name: String, signal: Int32) async throws {
        let site = try await RunningSite.start()
        let home = try await site.get("/en/")
        #expect(home.hasPrefix("HTTP/1.1 200 OK\r\n"))
        #expect(home.contains("Golkar"))
        let stopped = try await site.stop(signal)
        #expect(stopped.status == 0, "\(name) is how one asks it to stop")
        #expect(stopped.errors == "")
    }

    @Test("serves pages, tables and refusals, and keeps strangers out")
    func pages() async throws {
        let site = try await RunningSite.start()
        let csv = try await site.get("/en/ballots/dprd-kabko/seats.csv")
        #expect(csv.lowercased().contains("content-type: text/csv"))
        #expect(try await site.get("/en/nowhere").hasPrefix("HTTP/1.1 404 "))
        #expect(try await site.get("/en/regions/..%2f..%2fetc%2fpasswd").hasPrefix("HTTP/1.1 404 "))
        #expect(try await site.get("/../../etc/passwd").contains("root:") == false)
        #expect(try await site.get("/en/", method: "POST").hasPrefix("HTTP/1.1 405 "))
        let head = try await site.get("/en/", method: "HEAD")
        #expect(head.hasPrefix("HTTP/1.1 200 OK\r\n"))
        #expect(head.hasSuffix("\r\n\r\n"), "a head has no body")
        let home = try await site.get("/en/").lowercased()
        #expect(home.contains("content-security-policy: default-src 'none'"))
        #expect(home.contains("x-content-type-options: nosniff"))
        #expect(try await site.stop(SIGTERM).status == 0)
    }

    @Test("with a port that is taken says so and ends with 1")
    func portInUse() async throws {
        let site = try await RunningSite.start()
        let port = site.port
        let words = ["serve", "Examples/soppeng-2019", "--port", "\(port)"]
        #expect(
            try await Command.run(words)
                == Command.Outcome(
                    status: 1,
                    output: "",
                    errors: "port \(port) is in use by another program; try another --port, or --port 0\n"
                )
        )
        #expect(
            try await Command.run(words, environment: ["PLENO_LANG": "id"]).errors
                == "port \(port) sudah dipakai program lain; coba --port lain, atau --port 0\n"
        )
        #expect(try await site.stop(SIGTERM).status == 0)
    }
}
