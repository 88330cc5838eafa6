import Foundation
import TestSupport
import Testing
import TransparencyLog

@testable import Web

@Suite("An alarm of pleno witness")
struct AlarmTests {
    private static let log = SmallLog(count: 700)
    private static let other = SmallLog((0..<700).map { [UInt8($0 & 255), UInt8($0 >> 8), 1] })

    /// Both checkpoints lie there, signed by the log, and what is with them proves a fork to a stranger.
    private func expectProof(_ newsroom: borrowing Newsroom) throws {
        let confirmed = try SignedNote(parsing: newsroom.evidence("fork", "confirmed"))
        let shown = try SignedNote(parsing: newsroom.evidence("fork", "shown"))
        let lines = String(decoding: try newsroom.evidence("fork", "proof"), as: UTF8.self).split(
            separator: "\n"
        )
        let size = try #require(Int(lines[0]))
        let isEarlier = try Checkpoint(parsing: confirmed.body).size == size
        let fork = Fork(
            earlier: isEarlier ? confirmed : shown,
            later: isEarlier ? shown : confirmed,
            otherRoot: try #require(Hash(base64: lines[1])),
            hashes: try lines[2...].map { try #require(Hash(base64: $0)) },
            keys: [try Keys.log().verifier]
        )
        #expect(fork != nil)
        let text = String(decoding: try newsroom.evidence("fork", "read-me.txt"), as: UTF8.self)
        for words in ["Ini bukti", "This is proof", "Bawaslu", "Not proven: which of the two is right"] {
            #expect(text.contains(words), "\(words)")
        }
    }

    @Test(
        "is raised when a log shows two histories, and nothing more is signed",
        arguments: [(9, 9), (9, 20), (8, 20), (256, 700), (300, 700), (700, 300), (20, 8)]
    )
    func fork(confirmed: Int, shown: Int) async throws {
        let newsroom = try await Newsroom()
        try newsroom.publish(Self.log, at: confirmed)
        #expect(try await newsroom.follow().status == 0)
        // An earlier checkpoint of another history shows itself beside the tiles of the confirmed one.
        if shown >= confirmed { try newsroom.unpublish() }
        try newsroom.publish(Self.other, at: shown)
        if shown < confirmed { try Self.log.write(to: URL(filePath: newsroom.record), at: confirmed) }
        let run = try await newsroom.follow()
        #expect(run.status == 4)
        #expect(run.errors.contains("\(SmallLog.origin): ALARM: two histories; nothing is signed"))
        #expect(run.errors.contains("critical"), "it is logged, too")
        #expect(try newsroom.alarms == ["fork-\(Newsroom.digest)"])
        try expectProof(newsroom)
        let show = try await Command.run("witness", "show", newsroom.folder)
        #expect(show.status == 4)
        #expect(show.errors.contains("/alarms/fork-\(Newsroom.digest)/read-me.txt"))

        try newsroom.unpublish()
        try newsroom.publish(Self.log, at: 700)
        #expect(try await newsroom.follow().status == 4, "a person has not dealt with it")
        #expect(try newsroom.confirmedSize() == confirmed)
        try newsroom.removeAlarms()
        #expect(try await newsroom.follow().status == 0)
        #expect(try newsroom.confirmedSize() == 700)
    }

    @Test("is raised by two histories that are sent", arguments: [(9, 9, 409), (9, 20, 422)])
    func sentFork(old: Int, new: Int, status: Int) async throws {
        let newsroom = try await Newsroom()
        let site = try await newsroom.serve()
        #expect(try await site.add(Self.log, from: 0, to: 9).status == 200)
        #expect(try await site.text("/alarms") == "")
        #expect(try await site.add(Self.other, from: old, to: new).status == status)
        try expectProof(newsroom)
        let alarms = try await site.text("/alarms").split(separator: "\n").map(String.init)
        #expect(alarms.count == 4)
        for alarm in alarms { #expect(try await !site.text(alarm).isEmpty) }
        #expect(try await site.text("/alarms/../key") == "nothing is here\n")
        #expect(site.errors.contains("the log signed two different histories"))
        let refused = try await site.add(Self.log, from: 9, to: 20)
        #expect(refused.status == 503)
        #expect(String(decoding: refused.body, as: UTF8.self).contains("two histories"))
        #expect(try await site.add(Self.log, from: 3, to: 20).status == 409, "its size it still says")
        try newsroom.removeAlarms()
        #expect(try await site.add(Self.log, from: 9, to: 20).status == 200)
    }

    @Test("is not raised by what proves nothing")
    func sentNonsense() async throws {
        let newsroom = try await Newsroom()
        let site = try await newsroom.serve()
        #expect(try await site.add(Self.log, from: 0, to: 9).status == 200)
        let note = try Self.log.checkpoint(at: 20).signed(by: Keys.log(), at: 0)
        let bad = try AddCheckpoint(oldSize: 9, hashes: [.emptyRoot], note: note)
        #expect(try await site.add(bad.bytes).status == 422)
        #expect(
            try await site.add(Self.log, from: 5, to: 7).status == 409,
            "an old checkpoint may come again"
        )
        let stranger = try Keys.key(SmallLog.origin, .note, seed: 66)
        #expect(try await site.add(Self.other, from: 9, to: 9, by: stranger).status == 403)
        #expect(try newsroom.alarms == [])
        #expect(try await site.add(Self.log, from: 9, to: 20).status == 200)
    }

    @Test("is raised when a log goes back, and says that this proves no fork", arguments: [true, false])
    func rollback(withTiles: Bool) async throws {
        let newsroom = try await Newsroom()
        try newsroom.publish(Self.log, at: 300)
        #expect(try await newsroom.follow().status == 0)
        if !withTiles { try newsroom.unpublish() }
        try newsroom.publish(Self.log, at: 20)
        for _ in 0..<2 {
            let run = try await newsroom.follow()
            #expect(run.status == 4)
            #expect(run.errors.contains("ALARM: a smaller checkpoint than was confirmed"))
        }
        #expect(try newsroom.alarms == ["rollback-\(Newsroom.digest)"])
        let confirmed = try SignedNote(parsing: newsroom.evidence("rollback", "confirmed"))
        let shown = try SignedNote(parsing: newsroom.evidence("rollback", "shown"))
        #expect(try Checkpoint(parsing: confirmed.body).size == 300)
        #expect(try Checkpoint(parsing: shown.body).size == 20)
        let text = String(decoding: try newsroom.evidence("rollback", "read-me.txt"), as: UTF8.self)
        #expect(text.contains("This is no proof of two histories"))
        #expect(text.contains("Ini bukan bukti dua sejarah"))
        #expect(try newsroom.confirmedSize() == 300, "never smaller")

        try newsroom.publish(Self.log, at: 700)
        #expect(try await newsroom.follow().status == 0, "it may go on")
        #expect(try newsroom.confirmedSize() == 700)
        #expect(try await Command.run("witness", "show", newsroom.folder).status == 4)
        try newsroom.removeAlarms()
        #expect(try await Command.run("witness", "show", newsroom.folder).status == 0)
    }

    @Test("is raised when the files of a log do not add up to its checkpoint")
    func unproven() async throws {
        let newsroom = try await Newsroom()
        try newsroom.publish(Self.log, at: 9)
        #expect(try await newsroom.follow().status == 0)
        try newsroom.publish(Self.log, at: 20)
        try Self.other.write(to: URL(filePath: newsroom.record), at: 20)
        #expect(try await newsroom.follow().status == 4)
        #expect(try newsroom.alarms == ["unproven-\(Newsroom.digest)"])
        #expect(try newsroom.confirmedSize() == 9)
        try newsroom.publish(Self.log, at: 20)
        #expect(try await newsroom.follow().status == 0)
    }
}
