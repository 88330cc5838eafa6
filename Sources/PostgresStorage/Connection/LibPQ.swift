import CLibPQ
import Glibc

/// One connection of libpq: the only place that calls the library.
///
/// A class, because the connection ends with its owner. Never blocks, except for the name service while connecting.
/// Not for two at a time: an actor holds it.
@safe final class LibPQ {
    private let connection: OpaquePointer

    /// `PG_DIAG_SQLSTATE` and `PG_DIAG_MESSAGE_PRIMARY`, macros that Swift cannot import.
    private static let (state, sentence) = (CInt(UInt8(ascii: "C")), CInt(UInt8(ascii: "M")))

    /// What the library waits for while it connects.
    enum Progress { case reading, writing, connected, failed }

    /// How far the library's output has come.
    enum Output { case sent, waiting, failed }

    /// What came back for one thing that was sent.
    enum Reply {
        case rows(PostgresRows)
        case refused(PostgresFault.Refusal)
        /// Something before it in the same transaction was refused.
        case skipped
        case synchronized
        case lost
    }

    /// Begins to connect; `nil` when there is no memory.
    ///
    /// - Parameter parameters: Names and values of libpq; a later one wins, `dbname` may be a whole DSN.
    init?(parameters: [(name: String, value: String)]) {
        let started = unsafe Self.withTexts(parameters.map(\.name)) { names in
            unsafe Self.withTexts(parameters.map(\.value)) { unsafe PQconnectStartParams(names, $0, 1) }
        }
        guard let started = unsafe started else { return nil }
        unsafe connection = started
        // Notices would be printed on standard error.
        unsafe PQsetNoticeReceiver(connection, { _, _ in }, nil)
    }

    deinit {
        unsafe PQfinish(connection)
    }

    /// Whether the connection has failed.
    var isBad: Bool { unsafe PQstatus(connection) == CONNECTION_BAD }

    /// The descriptor of its socket; it may change at every ``proceed()``.
    var socket: CInt { unsafe PQsocket(connection) }

    /// The library's words on the last failure.
    var message: String { unsafe Self.text(PQerrorMessage(connection)) }

    /// Goes on connecting.
    func proceed() -> Progress {
        switch unsafe PQconnectPoll(connection) {
        case PGRES_POLLING_OK: .connected
        case PGRES_POLLING_READING: .reading
        case PGRES_POLLING_WRITING: .writing
        default: .failed
        }
    }

    /// Leaves the library in the one mode we use: nothing blocks, and everything is sent before its answers are read.
    func enterPipeline() -> Bool {
        unsafe PQsetnonblocking(connection, 1) == 0 && PQenterPipelineMode(connection) == 1
    }

    /// Sends a statement to be kept under a name.
    func prepare(_ query: PostgresQuery, as name: String) -> Bool {
        let types = query.values.map(\.type)
        return unsafe PQsendPrepare(connection, name, query.text, CInt(types.count), types) == 1
    }

    /// Sends a statement that was kept under a name; without one, its text.
    func execute(_ query: PostgresQuery, as name: String?) -> Bool {
        let count = CInt(query.values.count)
        return unsafe withValues(query.values) { values, lengths, formats in
            if let name {
                return unsafe PQsendQueryPrepared(connection, name, count, values, lengths, formats, 1) == 1
            }
            let types = query.values.map(\.type)
            return unsafe PQsendQueryParams(connection, query.text, count, types, values, lengths, formats, 1)
                == 1
        }
    }

    /// Ends a transaction: the server commits what was sent since the last one.
    func synchronize() -> Bool {
        unsafe PQpipelineSync(connection) == 1
    }

    /// Sends what the socket takes.
    func flush() -> Output {
        switch unsafe PQflush(connection) {
        case 0: .sent
        case 1: .waiting
        default: .failed
        }
    }

    /// Takes in all that has come; `false` when the connection is lost.
    ///
    /// All, because Dispatch reports the end of a socket once, together with what came before it.
    func consume() -> Bool {
        var input = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
        repeat {
            guard unsafe PQconsumeInput(connection) == 1 else { return false }
        } while unsafe poll(&input, 1, 0) > 0
        return true
    }

    /// The next reply; `nil` when it has not come yet.
    func reply() -> Reply? {
        while unsafe PQisBusy(connection) == 0 {
            // Without a result the library marks the end of one answer, or a connection that is lost.
            guard let result = unsafe PQgetResult(connection) else {
                if isBad { return .lost }
                continue
            }
            defer { unsafe PQclear(result) }
            return unsafe reply(of: result)
        }
        return nil
    }

    private func reply(of result: OpaquePointer) -> Reply {
        switch unsafe PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK: return .rows(unsafe Self.rows(of: result))
        case PGRES_PIPELINE_SYNC: return .synchronized
        case PGRES_PIPELINE_ABORTED: return .skipped
        default:
            guard !isBad, let state = unsafe PQresultErrorField(result, Self.state) else { return .lost }
            let message = unsafe PQresultErrorField(result, Self.sentence)
            return unsafe .refused(.init(state: Self.text(state), message: Self.text(message)))
        }
    }

    /// The next notification that came: its channel and its text.
    func notification() -> (channel: String, text: String)? {
        guard let notice = unsafe PQnotifies(connection) else { return nil }
        defer { unsafe PQfreemem(notice) }
        return unsafe (Self.text(notice.pointee.relname), Self.text(notice.pointee.extra))
    }

    /// What calls off a statement of this connection; `nil` when there is no connection.
    func canceller() -> Canceller? {
        unsafe PQgetCancel(connection).map { unsafe Canceller($0) }
    }
}

extension LibPQ {
    /// The values of a DSN by their names.
    ///
    /// - Throws: ``PostgresFault/unreachable(_:)`` when it is not one.
    static func values(of dsn: String) throws(PostgresFault) -> [String: String] {
        var error: UnsafeMutablePointer<CChar>?
        guard let options = unsafe PQconninfoParse(dsn, &error) else {
            defer { unsafe PQfreemem(error) }
            throw .unreachable(unsafe text(error))
        }
        defer { unsafe PQconninfoFree(options) }
        var values: [String: String] = [:]
        var next = unsafe options
        while let keyword = unsafe next.pointee.keyword {
            if let value = unsafe next.pointee.val { unsafe values[text(keyword)] = unsafe text(value) }
            unsafe next += 1
        }
        return values
    }

    fileprivate static func text(_ pointer: UnsafePointer<CChar>?) -> String {
        let text = unsafe pointer.map { unsafe String(cString: $0) } ?? ""
        return String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }

    private static func rows(of result: OpaquePointer) -> PostgresRows {
        let (rows, columns) = unsafe (PQntuples(result), PQnfields(result))
        var answer = PostgresRows(columns: Int(columns), reserving: Int(rows))
        for row in 0..<rows {
            for column in 0..<columns {
                guard unsafe PQgetisnull(result, row, column) == 0 else {
                    unsafe answer.append(nil)
                    continue
                }
                let length = Int(unsafe PQgetlength(result, row, column))
                unsafe answer.append(.init(start: PQgetvalue(result, row, column), count: length))
            }
        }
        return answer
    }

    /// Texts as the library takes them: pointers, and a null behind the last.
    private static func withTexts<Answer>(
        _ texts: [String],
        _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Answer
    ) -> Answer {
        let bytes = texts.map { Array($0.utf8CString) }
        let joined = bytes.flatMap(\.self)
        return unsafe joined.withUnsafeBufferPointer { buffer in
            var pointers: [UnsafePointer<CChar>?] = unsafe []
            var start = 0
            for text in bytes {
                unsafe pointers.append(buffer.baseAddress.map { unsafe $0 + start })
                start += text.count
            }
            unsafe pointers.append(nil)
            return unsafe body(pointers)
        }
    }

    /// Values as the library takes them: where each begins, its length, and that it is binary.
    private func withValues(
        _ values: [PostgresValue],
        _ body: (UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<CInt>?, UnsafePointer<CInt>?) -> Bool
    ) -> Bool {
        var bytes: [UInt8] = []
        var starts: [Int] = []
        var lengths: [CInt] = []
        for value in values {
            starts.append(bytes.count)
            value.encode(into: &bytes)
            lengths.append(CInt(bytes.count - (starts.last ?? 0)))
        }
        // An empty value needs an address too: without one it is null.
        bytes.append(0)
        let formats = [CInt](repeating: 1, count: values.count)
        return unsafe bytes.withUnsafeBytes { buffer in
            let memory = unsafe buffer.assumingMemoryBound(to: CChar.self).baseAddress
            let pointers = unsafe starts.map { start in unsafe memory.map { unsafe $0 + start } }
            return unsafe body(pointers, lengths, formats)
        }
    }
}

/// Calls off what a connection is doing.
///
/// The library allows its use on any thread, also after the connection was closed; a class, to free it once.
final class Canceller: Sendable {
    /// A pointer may not travel between threads; its number may.
    private let address: UInt

    fileprivate init(_ pointer: OpaquePointer) {
        address = UInt(bitPattern: pointer)
    }

    deinit {
        unsafe PQfreeCancel(OpaquePointer(bitPattern: address))
    }

    /// Asks the server, over a connection of its own; blocks until it has heard.
    func cancel() {
        var message = [CChar](repeating: 0, count: 256)
        // That it did not hear shows at the statement, which goes on.
        _ = unsafe PQcancel(OpaquePointer(bitPattern: address), &message, CInt(message.count))
    }
}
