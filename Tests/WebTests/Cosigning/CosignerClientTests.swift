import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import TestSupport
import Testing
import TransparencyLog

@testable import Web

@Suite("Asking a cosigner")
struct CosignerClientTests {
    private static let log = SmallLog(count: 40)
    private static let http = HTTPClient()

    private static func note(_ size: Int, of log: SmallLog = log) throws -> SignedNote {
        try log.checkpoint(at: size).signed(by: Keys.log(), at: 0)
    }

    private static func proof(to size: Int, of log: SmallLog = log) -> @Sendable (Int) -> [Hash]? {
        { from in try? log.consistency(from: from, to: size).hashes }
    }

    private static func client(_ port: Int, time: Duration = .seconds(600)) throws -> CosignerClient {
        let key = try Keys.cosigner(1).verifier
        return try #require(CosignerClient(key, at: "http://127.0.0.1:\(port)", by: http, within: time))
    }

    @Test("has a log confirmed as it grows, and learns up to where")
    func grows() async throws {
        let desk = try TestDesk()
        try await TestServer.with(desk) { port in
            let client = try Self.client(port)
            var last = 0
            for size in [1, 1, 7, 8, 9, 16, 40] {
                let note = try Self.note(size)
                let signature = try await client.cosign(note, from: last, proof: Self.proof(to: size))
                let verified = try SignedNote(note.body, signature).verified(by: [client.key])
                #expect(verified.map(\.time) == [TestDesk.time])
                for old in 1...size { #expect(try await client.latestSize(Self.note(old)) == size) }
                last = size
            }
            #expect(await desk.sizes == [1, 7, 8, 9, 16, 40], "asking for the size confirms nothing")
        }
    }

    @Test("proves from where the cosigner is, not from where it was thought to be", arguments: [0, 3, 9, 12])
    func otherSize(thought: Int) async throws {
        try await TestServer.with(try TestDesk()) { port in
            let client = try Self.client(port)
            _ = try await client.cosign(Self.note(9), from: thought, proof: Self.proof(to: 9))
            for size in [9, 12] {
                _ = try await client.cosign(Self.note(size), from: thought, proof: Self.proof(to: size))
            }
        }
    }

    @Test("says why a cosigner does not confirm")
    func refusals() async throws {
        try await TestServer.with(try TestDesk()) { port in
            let client = try Self.client(port)
            #expect(try await client.latestSize(Self.note(5)) == 0)
            _ = try await client.cosign(Self.note(20), from: 0, proof: Self.proof(to: 20))
            let other = SmallLog((0..<40).map { [UInt8($0), 1] })
            let stranger = try Self.log.checkpoint(at: 30).signed(
                by: try Keys.key(SmallLog.origin, .note, seed: 66),
                at: 0
            )
            let elsewhere = try #require(Checkpoint(origin: NoteLine("other"), size: 30, root: .emptyRoot))
            let rows: [(SignedNote, Int, @Sendable (Int) -> [Hash]?, CosignerError, Comment)] = [
                (try Self.note(10), 0, Self.proof(to: 10), .ahead(latest: 20), "entries were lost"),
                (try Self.note(10), 10, Self.proof(to: 10), .ahead(latest: 20), "the same"),
                (
                    try Self.note(20, of: other), 20, Self.proof(to: 20, of: other), .otherTree(size: 20),
                    "another history of this size"
                ),
                (
                    try Self.note(30, of: other), 0, Self.proof(to: 30, of: other), .proofRefused,
                    "another history"
                ),
                (try Self.note(30), 20, { _ in [] }, .proofRefused, "no proof at all"),
                (try Self.note(30), 20, { _ in nil }, .noProof(from: 20), "the log cannot prove it"),
                (stranger, 20, Self.proof(to: 30), .notSigned, "another key"),
                (elsewhere.signed(by: try Keys.log(), at: 0), 0, { _ in [] }, .unknownLog, "another log"),
            ]
            for (note, old, proof, error, reason) in rows {
                await #expect(throws: error, reason) {
                    try await client.cosign(note, from: old, proof: proof)
                }
            }
            await #expect(throws: CosignerError.otherTree(size: 20)) {
                try await client.latestSize(Self.note(20, of: other))
            }
            #expect(try await client.latestSize(Self.note(1)) == 20)
        }
    }

    @Test(
        "believes no answer that is not one",
        arguments: [
            (200, "text/plain", "", .unreadable, "nothing"),
            (200, "text/plain", "hello\n", .unreadable, "no signature"),
            (200, "text/plain", "— a AAAAAAA=\n", .signature(.noKnownSignature), "a stranger's"),
            (409, "text/x.tlog.size", "7", .unreadable, "no newline"),
            (409, "text/x.tlog.size", "07\n", .unreadable, "a leading zero"),
            (409, "text/x.tlog.size", "-7\n", .unreadable, "below zero"),
            (409, "text/plain", "7\n", .unreadable, "another type"),
            (409, "text/x.tlog.size", "3\n", .undecided(latest: 3), "the same over and over"),
            (409, "text/x.tlog.size", "99\n", .ahead(latest: 99), "more than there is"),
            (400, "text/plain", "", .malformed, "400"), (403, "text/plain", "", .notSigned, "403"),
            (404, "text/plain", "", .unknownLog, "404"), (422, "text/plain", "", .proofRefused, "422"),
            (503, "text/plain", "", .status(503), "503"), (302, "text/plain", "", .status(302), "a redirect"),
        ] as [(Int, String, String, CosignerError, Comment)]
    )
    func answers(status: Int, type: String, body: String, error: CosignerError, reason: Comment) async throws
    {
        let respond: @Sendable (Request) async -> Response = { _ in
            Response(
                status: .init(code: status),
                headers: [.contentType: type, .location: "/elsewhere"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: body))
            )
        }
        try await TestServer.with(respond) { port in
            let client = try Self.client(port)
            await #expect(throws: error, reason) {
                try await client.cosign(Self.note(9), from: 0, proof: Self.proof(to: 9))
            }
        }
    }

    @Test("believes no cosignature over something else")
    func forged() async throws {
        let other = try Keys.cosigner(1).sign(Self.log.checkpoint(at: 8).body, at: 5).line + "\n"
        let respond: @Sendable (Request) async -> Response = { _ in
            Response(status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(string: other)))
        }
        let key = try Keys.cosigner(1).verifier
        try await TestServer.with(respond) { port in
            await #expect(throws: CosignerError.signature(.forged(key.name, keyID: key.id))) {
                try await Self.client(port).cosign(Self.note(9), from: 0, proof: Self.proof(to: 9))
            }
        }
    }

    @Test("does not wait for ever")
    func timeout() async throws {
        let respond: @Sendable (Request) async -> Response = { _ in
            try? await Task.sleep(for: .seconds(20))
            return Response(status: .ok)
        }
        try await TestServer.with(respond) { port in
            let client = try Self.client(port, time: .milliseconds(200))
            await #expect(throws: CosignerError.http(.timeout)) { try await client.latestSize(Self.note(9)) }
        }
    }

    @Test("needs a cosigner's key and an address of HTTP")
    func openings() throws {
        let (cosigner, log) = (try Keys.cosigner(1).verifier, try Keys.log().verifier)
        #expect(CosignerClient(log, at: "https://a.example/", by: Self.http) == nil)
        #expect(CosignerClient(cosigner, at: "a.example", by: Self.http) == nil)
        #expect(CosignerClient(cosigner, at: "https://a.example/", by: Self.http) != nil)
    }
}

/// A cosigner in memory.
actor TestDesk: CosignerDesk {
    static let time = 1_700_000_000

    private var state: CosignerState
    private(set) var sizes: [Int] = []

    init() throws {
        state = CosignerState(origin: try NoteLine(SmallLog.origin), keys: [try Keys.log().verifier])
    }

    func confirm(_ request: AddCheckpoint) -> CosignerAnswer {
        switch state.decide(request) {
        case .refuse(let refusal): return .refused(refusal)
        case .cosign(let next):
            if next != state { sizes.append(next.size) }
            state = next
            guard let key = try? Keys.cosigner(1) else { return .unable(reason: "no key") }
            return .cosigned(key.sign(request.note.body, at: Self.time))
        }
    }

    func text(at path: String) -> [UInt8]? { path == "/" ? Array("cosigner\n".utf8) : nil }
}
