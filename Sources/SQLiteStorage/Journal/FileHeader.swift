import Glibc
import Office

/// What the first 100 bytes of a file say, read without SQLite: what is not ours is not even opened.
enum FileHeader: Hashable {
    /// Nothing was written yet.
    case empty
    /// It is a journal of this program, of a format.
    case journal(format: Int)
    /// It is something else.
    case other

    /// Reads the header of the file at a path; a file that is not there is empty.
    init(_ path: String) throws(StoreFault) {
        guard try File.kind(path) == .file else {
            self = .empty
            return
        }
        let file = try File(path, O_RDONLY)
        defer { file.close() }
        self.init(bytes: try file.bytes(from: 0, count: 100))
    }

    /// Reads a header.
    init(bytes: [UInt8]) {
        func number(at place: Int) -> UInt32 { bytes[place..<place + 4].reduce(0) { $0 << 8 | UInt32($1) } }
        if bytes.isEmpty {
            self = .empty
        } else if bytes.count == 100, bytes.starts(with: Array("SQLite format 3\0".utf8)),
            number(at: 68) == Schema.application, let format = Int(exactly: number(at: 60)), format > 0
        {
            self = .journal(format: format)
        } else {
            self = .other
        }
    }

    /// Checks that it is a journal this program can read.
    ///
    /// - Parameter folder: Where it lies, as people know it.
    /// - Throws: ``StoreFault/missing(_:)``, ``StoreFault/foreign(_:)`` or ``StoreFault/newer(format:known:)``.
    func check(_ folder: String) throws(StoreFault) {
        switch self {
        case .empty: throw .missing(folder)
        case .other: throw .foreign(folder)
        case .journal(let format):
            guard format <= Schema.format else { throw .newer(format: format, known: Schema.format) }
        }
    }
}
