import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import TestSupport
import Testing
import TransparencyLog

@testable import Web

@Suite("Fetching a log")
struct LogFetcherTests {
    private static let log = SmallLog(count: 300)

    /// The files of a log of 300 entries, its partial tiles only as they were at 260 or are now.
    private static func files() throws -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [
            "checkpoint": try log.checkpoint().signed(by: Keys.log(), at: 0).bytes
        ]
        for (tile, bytes) in try log.tiles(at: log.size) {
            files[LogResource.tile(tile).path] = bytes
            guard tile.level == 0 else { continue }
            let entries = log.entries[(256 * tile.index)..<(256 * tile.index + tile.width)]
            files[LogResource.entries(tile).path] = try EntryBundle(Array(entries)).bytes
        }
        return files
    }

    private func fromBoth(
        _ files: [String: [UInt8]],
        _ body: @Sendable (LogFetcher) async throws -> Void
    ) async throws {
        let folder = try TestFolder()
        for (path, bytes) in files { try folder.write(bytes, path) }
        let client = HTTPClient()
        try await body(LogFetcher(try #require(LogPlace(folder.url.path)), by: client, within: .seconds(600)))
        let respond: @Sendable (Request) async -> Response = { request in
            guard let bytes = files[String(request.uri.path.dropFirst("/record/".count))] else {
                return Response(status: .notFound)
            }
            return Response(status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
        }
        try await TestServer.with(respond) { port in
            for end in ["", "/"] {
                let place = try #require(LogPlace("http://127.0.0.1:\(port)/record\(end)"))
                try await body(LogFetcher(place, by: client, within: .seconds(600)))
            }
        }
    }

    @Test("yields every file as it lies there, from a folder and over HTTP")
    func everyFile() async throws {
        let files = try Self.files()
        try await fromBoth(files) { fetcher in
            for (path, bytes) in files {
                let resource = try #require(LogResource(path: path))
                #expect(try await fetcher.bytes(of: resource) == bytes)
            }
        }
    }

    @Test("cuts a partial tile out of the full one when it is gone")
    func partial() async throws {
        let files = try Self.files()
        let tile = try #require(Tile(level: 0, index: 0, width: 200))
        try await fromBoth(files) { fetcher in
            let hashes = try #require(files["tile/0/000"])
            #expect(try await fetcher.bytes(of: .tile(tile)) == Array(hashes.prefix(200 * 32)))
            let bundle = try EntryBundle(Array(Self.log.entries[..<200])).bytes
            #expect(try await fetcher.bytes(of: .entries(tile)) == bundle)
        }
    }

    @Test("says of a file that is missing, too long or cut which it is and why")
    func faults() async throws {
        var files = try Self.files()
        files["tile/0/000"] = [UInt8](repeating: 0, count: 8193)
        files["tile/2/000"] = [1, 2, 3]
        files["tile/entries/000"] = [0]
        let rows: [(String, LogResource, LogFetchError.Fault)] = [
            ("tile/0/000", try resource("tile/0/000"), .tooLarge(limit: 8192)),
            ("tile/0/007", try resource("tile/0/007"), .missing),
            ("tile/0/007.p/3", try resource("tile/0/007"), .missing),
            ("tile/2/000.p/3", try resource("tile/2/000"), .cut),
            ("tile/entries/000.p/3", try resource("tile/entries/000"), .cut),
        ]
        try await fromBoth(files) { fetcher in
            for (path, resource, fault) in rows {
                let error = await #expect(throws: LogFetchError.self) {
                    try await fetcher.bytes(of: try self.resource(path))
                }
                #expect(error?.resource == resource, "\(path)")
                switch (error?.fault, fault) {
                case (.http(.tooLarge(let limit)), .tooLarge(let expected)): #expect(limit == expected)
                default: #expect(error?.fault == fault, "\(path)")
                }
            }
        }
    }

    @Test("waits for no pipe and reads no folder")
    func noFile() async throws {
        let folder = try TestFolder()
        try folder.write([], "checkpoint/x")
        #expect(unsafe mkfifo(folder.url.appending(path: "tile").path, 0o600) == 0)
        let fetcher = LogFetcher(.folder(folder.url.path), by: HTTPClient())
        await #expect(throws: LogFetchError(.checkpoint, .noFile)) {
            try await fetcher.bytes(of: .checkpoint)
        }
        let nowhere = LogFetcher(.folder("/nowhere"), by: HTTPClient())
        await #expect(throws: LogFetchError(.checkpoint, .missing)) {
            try await nowhere.bytes(of: .checkpoint)
        }
    }

    @Test("says of a server that is away, slow, endless or astray what it is")
    func servers() async throws {
        let client = HTTPClient()
        let respond: @Sendable (Request) async -> Response = { request in
            switch request.uri.path {
            case "/slow/checkpoint":
                try? await Task.sleep(for: .seconds(20))
                return Response(status: .ok)
            case "/endless/checkpoint":
                let body = ResponseBody { writer in
                    while true { try await writer.write(ByteBuffer(repeating: 0x41, count: 65_536)) }
                }
                return Response(status: .ok, body: body)
            case "/circle/checkpoint":
                return Response(status: .found, headers: [.location: "/circle/checkpoint"])
            case "/moved/checkpoint":
                return Response(status: .found, headers: [.location: "/here/checkpoint"])
            case "/here/checkpoint":
                return Response(status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(string: "here")))
            case "/away/checkpoint":
                return Response(status: .found, headers: [.location: "file:///etc/passwd"])
            default: return Response(status: .internalServerError)
            }
        }
        try await TestServer.with(respond) { port in
            let fetch: @Sendable (String) async throws -> [UInt8] = { name in
                let place = try #require(LogPlace("http://127.0.0.1:\(port)/\(name)"))
                let time = name == "slow" ? Duration.milliseconds(300) : .seconds(600)
                return try await LogFetcher(place, by: client, within: time).bytes(of: .checkpoint)
            }
            let moved = try await fetch("moved")
            #expect(moved == Array("here".utf8), "a redirect is followed")
            let rows: [(String, LogFetchError.Fault)] = [
                ("slow", .http(.timeout)), ("endless", .http(.tooLarge(limit: 1_000_000))),
                ("circle", .status(302)), ("broken", .status(500)),
            ]
            for (name, fault) in rows {
                await #expect(throws: LogFetchError(.checkpoint, fault), "\(name)") { try await fetch(name) }
            }
            let away = await #expect(throws: LogFetchError.self) { try await fetch("away") }
            guard case .status = away?.fault else {
                Issue.record("a server must not lead to a file of this machine")
                return
            }
        }
        let nobody = try #require(LogPlace("http://127.0.0.1:1/"))
        let error = await #expect(throws: LogFetchError.self) {
            try await LogFetcher(nobody, by: client).bytes(of: .checkpoint)
        }
        guard case .http(.unreachable) = error?.fault else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test(
        "takes addresses of HTTP, and paths",
        arguments: [
            ("record", true, "a path"), ("/srv/record", true, "a path from the root"),
            ("https://kpu.example/record", true, "an address"), ("http://127.0.0.1:80/", true, "with a port"),
            ("", false, "nothing"), ("ftp://kpu.example/", false, "another protocol"),
            ("http://", false, "no host"), ("file:///etc", false, "a file's address"),
            ("https://a@b.example/", false, "a name to sign in"), ("https://b.example/?x", false, "a query"),
        ] as [(String, Bool, Comment)]
    )
    func places(text: String, isPlace: Bool, reason: Comment) {
        #expect((LogPlace(text) != nil) == isPlace, reason)
    }

    private func resource(_ path: String) throws -> LogResource { try #require(LogResource(path: path)) }
}
