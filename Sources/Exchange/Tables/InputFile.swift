import Glibc

/// An open file, read from front to back and closed when it goes out of scope.
struct InputFile: ~Copyable {
    private let descriptor: CInt
    /// The size in bytes; 0 for what has no size, such as a pipe.
    let size: Int
    /// Whether it lies on a disk: its size is what can be read.
    let isRegular: Bool

    /// Opens the file at `path`; where `waits` does not hold, also a pipe that nobody writes to.
    ///
    /// - Throws: ``Problem/Kind/fileMissing`` or ``Problem/Kind/fileUnreadable(detail:)``; a directory
    ///   is unreadable.
    init(path: String, waits: Bool = true) throws(Failure) {
        descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | (waits ? 0 : O_NONBLOCK))
        guard descriptor >= 0 else {
            throw Failure(kind: errno == ENOENT ? .fileMissing : .unreadable(errno))
        }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw Failure(kind: .unreadable(errno)) }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw Failure(kind: .unreadable(EISDIR)) }
        size = Int(status.st_size)
        isRegular = status.st_mode & S_IFMT == S_IFREG
    }

    deinit {
        if descriptor >= 0 { _ = close(descriptor) }
    }

    /// The next bytes, at most `limit`; none at the end of the file.
    ///
    /// - Throws: ``Failure`` when the system cannot read.
    func read(upTo limit: Int) throws(Failure) -> [UInt8] {
        var count = 0
        // The system call writes through a pointer; the array takes over exactly what it wrote.
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: limit) { buffer, initializedCount in
            repeat {
                count = unsafe Glibc.read(descriptor, buffer.baseAddress, limit)
            } while count < 0 && errno == EINTR
            initializedCount = max(0, count)
        }
        guard count >= 0 else { throw Failure(kind: .unreadable(errno)) }
        return bytes
    }

    /// Why a file yields nothing.
    struct Failure: Error {
        let kind: Problem.Kind
    }
}

/// A file that is read at once, and is nothing else than a file: a pipe could keep us waiting.
package enum RegularFile {
    /// Why it cannot be had.
    package enum Fault: Error, Hashable {
        case missing
        case noFile
        case tooLarge
        case unreadable(detail: String)
    }

    /// The content of a file of up to `most` bytes.
    ///
    /// - Throws: ``Fault``.
    /// - Complexity: O(bytes).
    package static func bytes(of path: String, most: Int) throws(Fault) -> [UInt8] {
        let file: InputFile
        do throws(InputFile.Failure) { file = try InputFile(path: path, waits: false) } catch {
            throw Fault(error)
        }
        guard file.isRegular else { throw .noFile }
        guard file.size <= most else { throw .tooLarge }
        do throws(InputFile.Failure) {
            // One more than there is: it may have grown.
            var bytes = try file.read(upTo: file.size + 1)
            while bytes.count <= most {
                let more = try file.read(upTo: 4_096)
                guard !more.isEmpty else { return bytes }
                bytes += more
            }
        } catch { throw Fault(error) }
        throw .tooLarge
    }
}

extension RegularFile.Fault {
    fileprivate init(_ failure: InputFile.Failure) {
        self =
            switch failure.kind {
            case .fileMissing: .missing
            case .unreadable(EISDIR): .noFile
            case .fileUnreadable(let detail): .unreadable(detail: detail)
            default: .unreadable(detail: "")
            }
    }
}

extension Problem.Kind {
    /// The problem for an error number of the system.
    static func unreadable(_ number: CInt) -> Problem.Kind {
        // The text of strerror is valid until the next call; String copies it.
        .fileUnreadable(detail: unsafe String(cString: strerror(number)))
    }
}
