import Foundation
import TestSupport
import Testing
import TransparencyLog

@testable import Web

/// A cosigner in a folder of its own, beside the files of a log.
struct Newsroom: ~Copyable {
    let scratch: Scratch
    let key: VerifierKey
    let folder: String
    let record: String

    /// A cosigner that follows the small log, where its files lie.
    init() async throws {
        let scratch = try Scratch()
        let (folder, record) = (scratch.path + "/newsroom", scratch.path + "/record")
        let made = try await Command.run("witness", "new", folder, "--name", "example.org/newsroom")
        #expect(made.errors == "")
        let key = try VerifierKey(parsing: String(made.output.dropLast()))
        let added = try await Command.run("witness", "add", folder, Keys.log().verifier.text, "--url", record)
        #expect(added.output == "\(SmallLog.origin): followed from now on\n")
        (self.key, self.folder, self.record) = (key, folder, record)
        self.scratch = scratch
    }

    /// Writes a log as it is at a size; files of other sizes stay.
    func publish(_ log: SmallLog, at size: Int, by key: SigningKey? = nil) throws {
        let folder = URL(filePath: record)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try log.write(to: folder, at: size)
        let note = try log.checkpoint(at: size).signed(by: key ?? Keys.log(), at: 0)
        try Data(note.bytes).write(to: folder.appending(path: "checkpoint"))
    }

    /// Removes the files of the log.
    func unpublish() throws { try FileManager.default.removeItem(atPath: record) }

    func follow() async throws -> Command.Outcome {
        try await Command.run("witness", "follow", folder, "--once")
    }

    func serve() async throws -> RunningSite {
        try await RunningSite.start(["witness", "serve", folder, "--port", "0"])
    }

    static let digest = Hash.digest(Array(SmallLog.origin.utf8)).hex

    var stateFile: URL { URL(filePath: "\(folder)/state/\(Self.digest)") }

    /// The last confirmed checkpoint, to be carried to the office; nil when there is none.
    var cosigned: SignedNote? {
        get throws {
            let file = URL(filePath: "\(folder)/cosigned/\(Self.digest)")
            guard FileManager.default.fileExists(atPath: file.path) else { return nil }
            return try SignedNote(parsing: Array(Data(contentsOf: file)))
        }
    }

    /// The size up to which the log is confirmed by this key and the log's.
    func confirmedSize(by logKey: SigningKey? = nil) throws -> Int {
        guard let note = try cosigned else { return 0 }
        let keys = [key, try (logKey ?? Keys.log()).verifier]
        #expect(try note.verified(by: keys).count == 2)
        return try Checkpoint(parsing: note.body).size
    }

    /// The names of the alarms.
    var alarms: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: folder + "/alarms").sorted() }
    }

    func evidence(_ kind: String, _ file: String) throws -> [UInt8] {
        try Array(Data(contentsOf: URL(filePath: "\(folder)/alarms/\(kind)-\(Self.digest)/\(file)")))
    }

    /// What a person does who has dealt with the alarms.
    func removeAlarms() throws {
        for alarm in try alarms { try FileManager.default.removeItem(atPath: "\(folder)/alarms/\(alarm)") }
    }
}

extension RunningSite {
    private static let client = HTTPClient()
    private static let bounds = HTTPClient.Bounds(bytes: 2_000_000, time: .seconds(600))

    /// Asks a cosigner to confirm.
    func add(_ bytes: [UInt8]) async throws -> HTTPClient.Answer {
        let url = try #require(URL(string: "http://127.0.0.1:\(port)/add-checkpoint"))
        return try await Self.client.post(bytes, "text/plain", to: url, within: Self.bounds)
    }

    func add(_ log: SmallLog, from old: Int, to new: Int, by key: SigningKey? = nil) async throws
        -> HTTPClient.Answer
    {
        let note = try log.checkpoint(at: new).signed(by: key ?? Keys.log(), at: 0)
        let hashes = old <= new ? try log.consistency(from: old, to: new).hashes : []
        return try await add(AddCheckpoint(oldSize: old, hashes: hashes, note: note).bytes)
    }

    /// The text at a path.
    func text(_ path: String) async throws -> String {
        let url = try #require(URL(string: "http://127.0.0.1:\(port)\(path)"))
        return String(decoding: try await Self.client.get(url, within: Self.bounds).body, as: UTF8.self)
    }
}
