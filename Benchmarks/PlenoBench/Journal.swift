import Foundation
import GRDBSQLite
import Office
import SQLiteStorage

/// Durable appends as group commit makes them, beside a bare loop over SQLite's own interface.
enum JournalBench {
    private static let size = 64

    /// Both write the same batches into the same tables under the same triggers, in turns, each into new files.
    ///
    /// - Parameters:
    ///   - folder: Where; the disk is what is measured.
    ///   - batches: How many, of 64 entries of 300 bytes.
    /// - Throws: ``Failure`` when the two do not end alike; faults of the store.
    static func run(_ folder: String, batches: Int) async throws {
        let work = (0..<batches).map { batch in (batch * size..<(batch + 1) * size).map(entry) }
        let frontier = [UInt8](repeating: 7, count: 400)
        let clock = ContinuousClock()
        var times: (ours: [Double], bare: [Double]) = ([], [])
        for round in 0..<7 {
            let (mine, other) = ("\(folder)/ours-\(round)", "\(folder)/bare-\(round)")
            let store = try await SQLiteStore.create(mine)
            times.ours.append(
                seconds(
                    try await clock.measure {
                        for batch in work { try await store.append(batch, frontier: frontier) }
                    }
                )
            )
            let end = try await store.end()
            await store.close()

            try await SQLiteStore.create(other).close()
            let bare = try BareLoop(other + "/journal.sqlite")
            times.bare.append(
                seconds(try clock.measure { for batch in work { try bare.append(batch, frontier) } })
            )
            bare.close()
            let copy = try await SQLiteStore.reading(other)
            guard try await copy.end() == end else { throw Failure() }
            await copy.close()
        }
        let ratios = zip(times.ours, times.bare).map { $0 / $1 }
        let entries = Double(batches * size)
        print(
            "ours",
            entries / median(times.ours),
            "bare",
            entries / median(times.bare),
            "ratio",
            median(ratios)
        )
    }

    struct Failure: Error {}

    /// Seconds of a bare loop over the same batches, as if the journal began with them.
    static func bare(_ batches: [[StoredEntry]], in folder: String) async throws -> Double {
        try await SQLiteStore.create(folder).close()
        let bare = try BareLoop(folder + "/journal.sqlite")
        var next = 0
        let work = batches.map { batch in
            batch.map { entry in
                defer { next += 1 }
                return StoredEntry(
                    sequence: next,
                    account: entry.account,
                    request: entry.request,
                    text: entry.text
                )
            }
        }
        let frontier = [UInt8](repeating: 7, count: 400)
        let time = try ContinuousClock().measure { for batch in work { try bare.append(batch, frontier) } }
        bare.close()
        return seconds(time)
    }

    private static func entry(_ place: Int) -> StoredEntry {
        let text = Array("{\"seq\":\(place),\"acts\":[".utf8)
        let filler = [UInt8](repeating: 0x61, count: 300 - text.count)
        let request = String(UInt64(place) &* 0x9E37_79B9_7F4A_7C15, radix: 16)
        return StoredEntry(
            sequence: place,
            account: "account-\(place % 40)",
            request: request,
            text: text + filler
        )
    }

    static func seconds(_ duration: Duration) -> Double {
        Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    }

    private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
}

/// The least that can be done: prepared statements, a transaction, one wait for the disk.
@safe private struct BareLoop {
    private var connection: OpaquePointer?
    private var begin: OpaquePointer?
    private var insertion: OpaquePointer?
    private var head: OpaquePointer?
    private var commit: OpaquePointer?

    init(_ path: String) throws {
        guard
            unsafe sqlite3_open_v2(path, &connection, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nil)
                == SQLITE_OK,
            unsafe sqlite3_exec(
                connection,
                "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL",
                nil,
                nil,
                nil
            )
                == SQLITE_OK
        else { throw JournalBench.Failure() }
        unsafe sqlite3_prepare_v2(connection, "BEGIN IMMEDIATE", -1, &begin, nil)
        unsafe sqlite3_prepare_v2(connection, "INSERT INTO journal VALUES (?, ?, ?, ?)", -1, &insertion, nil)
        unsafe sqlite3_prepare_v2(connection, "UPDATE head SET count = ?, frontier = ?", -1, &head, nil)
        unsafe sqlite3_prepare_v2(connection, "COMMIT", -1, &commit, nil)
    }

    func append(_ batch: [StoredEntry], _ frontier: [UInt8]) throws {
        try unsafe step(begin)
        for entry in batch {
            var (account, request) = (entry.account, entry.request)
            try account.withUTF8 { account in
                try request.withUTF8 { request in
                    try unsafe entry.text.withUnsafeBytes { text in
                        unsafe sqlite3_bind_int64(insertion, 1, Int64(entry.sequence))
                        unsafe bind(account, 2)
                        unsafe bind(request, 3)
                        unsafe sqlite3_bind_blob(insertion, 4, text.baseAddress, CInt(text.count), nil)
                        try unsafe step(insertion)
                    }
                }
            }
        }
        try unsafe frontier.withUnsafeBytes { frontier in
            unsafe sqlite3_bind_int64(head, 1, Int64((batch.last?.sequence ?? 0) + 1))
            unsafe sqlite3_bind_blob(head, 2, frontier.baseAddress, CInt(frontier.count), nil)
            try unsafe step(head)
        }
        try unsafe step(commit)
    }

    private func bind(_ text: UnsafeBufferPointer<UInt8>, _ place: CInt) {
        unsafe UnsafeRawBufferPointer(text).withMemoryRebound(to: CChar.self) {
            _ = unsafe sqlite3_bind_text(insertion, place, $0.baseAddress, CInt($0.count), nil)
        }
    }

    private func step(_ statement: OpaquePointer?) throws {
        let status = unsafe sqlite3_step(statement)
        unsafe sqlite3_reset(statement)
        guard status == SQLITE_DONE else { throw JournalBench.Failure() }
    }

    func close() {
        unsafe [begin, insertion, head, commit].forEach { unsafe sqlite3_finalize($0) }
        unsafe sqlite3_close(connection)
    }
}
