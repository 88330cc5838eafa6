import Elections
import Foundation
import NIOCore
import Synchronization
import Testing

@testable import Web

@Suite("The board", .timeLimit(.minutes(2)))
struct BoardTests {
    @Test(
        "shows what may be seen, and no more",
        arguments: [
            ("wati", "/desk/board", 200, ["Kemajuan Kabupaten", "Belum diketik", "data-live"], "a witness"),
            ("wati", "/en/desk/board", 200, ["Progress of Kabupaten", "Not typed"], "in English"),
            (
                "wati", "/desk/board?place=73.12.01", 200,
                ["Satu A", "<li><a href=\"/desk/board?place=73.12\">"], "below"
            ),
            ("wati", "/desk/board?place=73.12.01.1001", 200, ["TPS 1", "TPS 2"], "a village's stations"),
            ("wati", "/desk/board?place=73.99", 404, [], "no region"),
            ("wati", "/desk/board?phase=typing", 200, ["formulir PPWP TPS 73.12.01.1001-001"], "by stage"),
            ("wati", "/desk/board?phase=x", 422, [], "no stage"),
            (
                "wati", "/desk/board?q=73.12.01.1001-001", 200, ["<strong>Sedang diketik</strong>"],
                "a station"
            ),
            (
                "wati", "/desk/board?q=7312011001001", 200, ["<strong>Sedang diketik</strong>"],
                "as a barcode has it"
            ),
            ("wati", "/desk/board?q=%3Cscript%3E", 200, ["TPS &lt;script&gt; tidak ditemukan"], "nonsense"),
            ("wati", "/desk/board/projector", 200, ["class=\"projector\"", "0,0%"], "large"),
            ("tono", "/desk/board", 200, ["per akun", "ani"], "an auditor sees who typed"),
            ("ani", "/desk/board", 403, [], "a typist"),
            ("ani", "/desk/board/projector", 403, [], "a typist"),
        ] as [(String, String, Int, [String], String)]
    )
    func seen(account: String, path: String, status: Int, parts: [String], why: String) async throws {
        try await APIOffice.small { office in
            try await office.type(as: "ani")
            let reply = try await office.ask(path, as: account, headers: ["Accept: text/html"])
            #expect(reply.status == status, "\(why)")
            for part in parts { #expect(reply.body.contains(part), "\(why): \(part)") }
            if account == "wati" { #expect(!reply.body.contains("ani<"), "\(why)") }
            #expect(!reply.body.contains("style="), "\(why)")
        }
    }

    @Test("is made once for all who look")
    func once() async throws {
        try await APIOffice.small { office in
            let follower = Task { await office.desk.follow() }
            defer { follower.cancel() }
            try await office.type(as: "ani")
            // What was typed is told within half a second.
            try await Task.sleep(for: .milliseconds(700))
            let before = await office.desk.board.made
            try await withThrowingTaskGroup(of: Int.self) { tasks in
                for _ in 0..<40 {
                    tasks.addTask { try await office.ask("/desk/board", as: "wati").status }
                }
                for try await status in tasks { #expect(status == 200) }
            }
            #expect(await office.desk.board.made <= before + 1)
        }
    }

    @Test("tells five hundred readers what is new at most twice a second, and what they ask then is new")
    func streams() async throws {
        try await APIOffice.small { office in
            let follower = Task { await office.desk.follow() }
            defer { follower.cancel() }
            let head =
                "GET /desk/events HTTP/1.1\r\nHost: desk\r\nAuthorization: Bearer \(APIOffice.token("wati"))\r\n\r\n"
            let readers = 500
            try await withThrowingTaskGroup(of: Int.self) { tasks in
                for _ in 0..<readers {
                    tasks.addTask {
                        try await RawClient.with(office.port) { reader, writer in
                            try await writer.write(ByteBuffer(string: head))
                            // The one that says what is known, and the one that says what was typed.
                            _ = await reader.until("id: ")
                            reader.keep(last: 1)
                            guard await reader.until("id: ") else { return 0 }
                            return 1
                        }
                    }
                }
                while office.desk.streams.count < readers { try await Task.sleep(for: .milliseconds(20)) }
                try await Task.sleep(for: .milliseconds(700))
                let clock = ContinuousClock()
                let start = clock.now
                try await office.type(as: "ani")
                var told = 0
                for try await one in tasks { told += one }
                #expect(told == readers)
                #expect(start.duration(to: clock.now) < .seconds(20))
            }
            let progress = try await office.ask("/api/v1/progress", as: "wati")
            #expect(progress.body.contains(#""name":"Kabupaten","forms":5,"untouched":4,"typing":1"#))
        }
    }
}
