@testable import Accounts
import Foundation
import SQLiteStorage
import Synchronization
import TestSupport
import Testing

@Suite("The security log")
struct SecurityLogTests {
    private static let start = 1_790_000_000

    private static func note(_ event: SecurityEvent = .passwordRefused, at time: Int = start) -> SecurityNote
    {
        SecurityNote(event, of: name("ani"), from: "192.0.2.7", at: time)
    }

    @Test("is lines of JSON, each sealed over the one before")
    func lines() async throws {
        let scratch = try Folder()
        let log = try await SecurityLog(scratch.files, at: Self.start)
        try await log.note(
            SecurityNote(.passwordRefused, from: "2001:db8::/64 \"\n\u{e9}", at: Self.start + 1)
        )
        try await log.note(
            SecurityNote(.passwordReset, of: name("ani"), by: name("admin-1"), at: Self.start + 2)
        )
        let files = try await scratch.files.names()
        #expect(files == ["security-000000001.log"])
        let text = String(decoding: try await scratch.files.bytes(of: files[0]), as: UTF8.self)
        let lines = text.split(separator: "\n").map(String.init)
        #expect(lines.count == 3)
        let zeros = String(repeating: "0", count: 64)
        #expect(
            lines[0].hasPrefix(
                #"{"at":"2026-09-21T14:13:21Z","event":"file-begins","n":0,"previous":"\#(zeros)","seal":""#
            )
        )
        #expect(
            lines[1].hasPrefix(
                #"{"address":"2001:db8::64","at":"2026-09-21T14:13:21Z","event":"password-refused","n":1,"seal":""#
            )
        )
        #expect(
            lines[2].hasPrefix(
                #"{"account":"ani","at":"2026-09-21T14:13:22Z","by":"admin-1","event":"password-reset","n":2,"#
            )
        )
        for line in lines {
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            #expect((object?["seal"] as? String)?.count == 64)
        }
        let report = try await SecurityLog.verify(scratch.files)
        let head = await log.head
        #expect(report.firstBroken == nil && report.lines == 3)
        #expect(head == (3, report.seal) && lines[2].hasSuffix(#","seal":"\#(report.seal)"}"#))
        let mode = try FileManager.default.attributesOfItem(atPath: scratch.path + "/" + files[0])
        #expect(mode[.posixPermissions] as? Int == 0o600)
    }

    @Test("no byte of it can be changed, left out or put in without being noticed, at its line")
    func tampering() async throws {
        let scratch = try Folder()
        let log = try await SecurityLog(scratch.files, at: Self.start)
        for _ in 0..<4 { try await log.note(Self.note()) }
        let bytes = try await scratch.files.bytes(of: "security-000000001.log")
        #expect(SecurityLogReport([("a", bytes)]).firstBroken == nil)
        for place in bytes.indices {
            let line = bytes[..<place].count { $0 == UInt8(ascii: "\n") } + 1
            var changed = bytes
            for change in [1, 32, 128] as [UInt8] {
                changed[place] = bytes[place] ^ change
                #expect(
                    SecurityLogReport([("a", changed)]).firstBroken?.line == line,
                    "byte \(place) ^ \(change)"
                )
            }
            changed = bytes
            changed.remove(at: place)
            #expect(SecurityLogReport([("a", changed)]).firstBroken?.line == line, "without byte \(place)")
            changed = bytes
            changed.insert(bytes[place], at: place)
            // The same byte twice is one too many wherever one looks; a second end of a line is a line of its own.
            #expect(SecurityLogReport([("a", changed)]).firstBroken != nil, "byte \(place) twice")
        }
        var lines = bytes.split(separator: UInt8(ascii: "\n"))
        lines.remove(at: 2)
        let without = Array(lines.joined(separator: [UInt8(ascii: "\n")])) + [UInt8(ascii: "\n")]
        #expect(
            SecurityLogReport([("a", without)]).firstBroken
                == SecurityLogReport.Break(file: "a", line: 3, reason: .seal)
        )
        // What was cut off at the end of a line is missed by who knows the head.
        let cut = bytes.prefix(bytes.dropLast().lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0)
        let report = SecurityLogReport([("a", Array(cut))])
        let head = await log.head
        #expect(report.firstBroken == nil && report.next == 4 && head.lines == 5 && report.seal != head.seal)
    }

    @Test("goes on in another file when one is full or a day is over, and keeps so many")
    func rotation() async throws {
        let scratch = try Folder()
        let limits = SecurityLog.Limits(bytes: 1_024, files: 3)
        let log = try await SecurityLog(scratch.files, limits: limits, at: Self.start)
        for place in 0..<40 { try await log.note(Self.note(at: Self.start + place)) }
        let names = try await scratch.files.names()
        #expect(names.count == 3)
        for name in names { #expect(try await scratch.files.bytes(of: name).count <= 1_024) }
        let report = try await SecurityLog.verify(scratch.files)
        let head = await log.head
        #expect(report.firstBroken == nil && report.seal == head.seal && report.next == head.lines)
        #expect(report.lines < head.lines, "the oldest are gone")
        // Another day.
        try await log.note(Self.note(at: Self.start + 86_400))
        let later = try await scratch.files.names()
        #expect(later.last != names.last && later.count == 3)
        #expect(try await SecurityLog.verify(scratch.files).firstBroken == nil)
        // A file in the middle is missed.
        try await scratch.files.remove(later[1])
        #expect(
            try await SecurityLog.verify(scratch.files).firstBroken
                == SecurityLogReport.Break(file: later[2], line: 1, reason: .gap)
        )
    }

    @Test("goes on where it ended, on the next day in another file")
    func reopening() async throws {
        let scratch = try Folder()
        for (start, files) in [(0, 1), (60, 1), (86_400, 2), (86_460, 2)] {
            let log = try await SecurityLog(scratch.files, at: Self.start + start)
            try await log.note(Self.note(at: Self.start + start))
            #expect(try await scratch.files.names().count == files)
        }
        let report = try await SecurityLog.verify(scratch.files)
        #expect(report.firstBroken == nil && report.lines == 6)
    }

    @Test("a line that was half written is cut off, wherever it broke off")
    func torn() async throws {
        let scratch = try Folder()
        let log = try await SecurityLog(scratch.files, at: Self.start)
        for _ in 0..<2 { try await log.note(Self.note()) }
        let file = "security-000000001.log"
        let bytes = try await scratch.files.bytes(of: file)
        let last = (bytes.dropLast().lastIndex(of: UInt8(ascii: "\n")) ?? 0) + 1
        for length in Array(stride(from: 0, to: bytes.count, by: 7)) + [last, last + 1, bytes.count - 1] {
            try Data(bytes.prefix(length)).write(to: URL(filePath: scratch.path + "/" + file))
            let again = try await SecurityLog(scratch.files, at: Self.start)
            try await again.note(Self.note())
            let report = try await SecurityLog.verify(scratch.files)
            #expect(report.firstBroken == nil, "cut after \(length) bytes")
            let text = String(decoding: try await scratch.files.bytes(of: file), as: UTF8.self)
            let isWhole = length == 0 || bytes[length - 1] == UInt8(ascii: "\n")
            let lost = text.contains("line-cut")
            #expect(lost == (!isWhole && bytes.prefix(length).contains(UInt8(ascii: "\n"))))
        }
    }

    @Test("behind a file that was changed another one begins, which says so")
    func changed() async throws {
        let scratch = try Folder()
        let log = try await SecurityLog(scratch.files, at: Self.start)
        for _ in 0..<4 { try await log.note(Self.note()) }
        let file = scratch.path + "/security-000000001.log"
        let text = try String(contentsOfFile: file, encoding: .utf8)
        try text.replacing("192.0.2.7", with: "192.0.2.8", maxReplacements: 1)
            .write(toFile: file, atomically: false, encoding: .utf8)
        let again = try await SecurityLog(scratch.files, at: Self.start)
        try await again.note(Self.note())
        #expect(try await scratch.files.names().count == 2)
        let report = try await SecurityLog.verify(scratch.files)
        #expect(report.firstBroken == .init(file: "security-000000001.log", line: 2, reason: .seal))
        let second = try await scratch.files.bytes(of: "security-000000002.log")
        #expect(String(decoding: second, as: UTF8.self).contains("file-broken"))
    }

    @Test("many write at once, and one line follows the other")
    func together() async throws {
        let scratch = try Folder()
        let log = try await SecurityLog(scratch.files, limits: .init(bytes: 4_096, files: 99), at: Self.start)
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<100 { group.addTask { try? await log.note(Self.note()) } }
        }
        let report = try await SecurityLog.verify(scratch.files)
        #expect(report.firstBroken == nil)
        #expect(report.lines == 100 + (try await scratch.files.names().count))
    }

    @Test("a line that could not be written leaves nothing behind")
    func failing() async throws {
        let scratch = try Folder()
        let files = FailingFiles(scratch.files)
        let log = try await SecurityLog(files, at: Self.start)
        try await log.note(Self.note())
        files.fails.withLock { $0 = true }
        await #expect(throws: AccountStoreFault.full) { try await log.note(Self.note()) }
        await #expect(throws: AccountStoreFault.full) {
            try await log.note(Self.note(at: Self.start + 86_400))
        }
        files.fails.withLock { $0 = false }
        try await log.note(Self.note())
        try await log.note(Self.note(at: Self.start + 86_400))
        let report = try await SecurityLog.verify(scratch.files)
        #expect(report.firstBroken == nil)
    }

    @Test(
        "times",
        arguments: [
            (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"), (951_782_400, "2000-02-29T00:00:00Z"),
            (1_709_251_199, "2024-02-29T23:59:59Z"), (4_102_444_800, "2100-01-01T00:00:00Z"),
        ]
    )
    func times(time: Int, text: String) {
        #expect(UTC.text(time) == text)
    }
}

/// Real files, of which half a line is written when they should fail.
private final class FailingFiles: SecurityLogFiles {
    private let files: SecurityLogFolder
    let fails = Mutex(false)

    init(_ files: SecurityLogFolder) { self.files = files }

    func names() async throws(AccountStoreFault) -> [String] { try await files.names() }

    func bytes(of name: String) async throws(AccountStoreFault) -> [UInt8] { try await files.bytes(of: name) }

    func append(_ bytes: [UInt8], to name: String) async throws(AccountStoreFault) {
        guard fails.withLock({ $0 }) else { return try await files.append(bytes, to: name) }
        try await files.append(Array(bytes.prefix(bytes.count / 2)), to: name)
        throw .full
    }

    func cut(_ name: String, after count: Int) async throws(AccountStoreFault) {
        try await files.cut(name, after: count)
    }

    func remove(_ name: String) async throws(AccountStoreFault) { try await files.remove(name) }
}

/// A folder of one test, gone with it.
private final class Folder: Sendable {
    let path = Sample.folder()
    var files: SecurityLogFolder { SecurityLogFolder(path) }

    init() throws {}

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
