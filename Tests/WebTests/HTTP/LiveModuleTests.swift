import Elections
import Foundation
import Glibc
import TestSupport
import Testing

@testable import Web

/// The browser of the pages' tests, when it is there.
private let browser = [ProcessInfo.processInfo.environment["CHROMIUM"], "/usr/bin/chromium"]
    .compactMap(\.self).first(where: FileManager.default.isExecutableFile)

@Suite("The module of live pages", .enabled(if: browser != nil), .timeLimit(.minutes(2)))
struct LiveModuleTests {
    /// What the browser asked for, in order.
    private actor Asked {
        private(set) var paths: [String] = []

        func add(_ path: String) { paths.append(path) }

        /// Waits until something was asked for.
        func wait(for path: String) async throws {
            while !paths.contains(path) { try await Task.sleep(for: .milliseconds(20)) }
        }
    }

    @Test("a part of a page is loaded anew after an event, and nothing inline ever runs")
    func live() async throws {
        let (source, asked) = (EventSource(), Asked())
        let endpoint = { (path: PathPattern, answer: @escaping @Sendable (Call<Int>) async -> Answer) in
            Endpoint<Int, Int>(.get, path, 0, LocalizedText(id: "", en: "")) { call async throws(Refusal) in
                await asked.add(path.template)
                return await answer(call)
            }
        }
        let table = try EndpointTable<Int, Int>([
            endpoint("desk") { call in
                .page(
                    PlainPage.document(title: "Meja", call.incoming.language) {
                        HTML.script(Scripts.live)
                        HTML.tag("script", text: "fetch('/inline')")
                        HTML.tag("p", Attribute("onclick", "0"), Attribute("style", "color:red"), text: "x")
                        HTML.tag(
                            "section",
                            .id("part"),
                            Attribute("data-live", "/part"),
                            Attribute("data-events", "/events"),
                            text: "0"
                        )
                    }
                )
            },
            endpoint("events") { call in .events(source, for: call.incoming) },
            endpoint("part") { call in
                // The picture is asked for only by a page that has taken the part in.
                .page(
                    PlainPage.document(title: "Bagian", call.incoming.language) {
                        HTML.tag("section", .id("part")) {
                            HTML.void("img", Attribute("src", "/seen"), Attribute("alt", ""))
                        }
                    }
                )
            },
            endpoint("seen") { _ in .bytes([], .png) },
            endpoint("inline") { _ in .bytes([], .text) },
        ])
        let operations = Operations(table, front: .direct, streams: OpenStreams()) {
            _,
            _ async throws(Refusal) in 0
        }
        let folder = try TestFolder()
        let profile = folder.url.path
        try await TestServer.with(operations) { server in
            let chromium = try Spawned(
                URL(filePath: try #require(browser)),
                [
                    "--headless", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu",
                    "--remote-debugging-port=0",
                    "--user-data-dir=\(profile)", "http://127.0.0.1:\(server.port)/desk",
                ]
            )
            defer {
                chromium.send(SIGTERM)
                chromium.wait()
            }
            try await asked.wait(for: "/events")
            while source.followerCount == 0 { try await Task.sleep(for: .milliseconds(20)) }
            source.send(ServerEvent(number: 1))
            try await asked.wait(for: "/seen")
            #expect(await !asked.paths.contains("/inline"))
        }
        _ = consume folder
    }
}
