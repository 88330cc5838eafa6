import Glibc

/// An open file, read from front to back and closed when it goes out of scope.
struct InputFile: ~Copyable {
    private let descriptor: CInt
    /// The size in bytes; 0 for what has no size, such as a pipe.
    let size: Int

    /// Opens the file at `path`.
    ///
    /// - Throws: ``Problem/Kind/fileMissing`` or ``Problem/Kind/fileUnreadable(detail:)``; a directory
    ///   is unreadable.
    init(path: String) throws(Failure) {
        descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw Failure(kind: errno == ENOENT ? .fileMissing : .unreadable(errno))
        }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw Failure(kind: .unreadable(errno)) }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw Failure(kind: .unreadable(EISDIR)) }
        size = Int(status.st_size)
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

extension Problem.Kind {
    /// The problem for an error number of the system.
    static func unreadable(_ number: CInt) -> Problem.Kind {
        // The text of strerror is valid until the next call; String copies it.
        .fileUnreadable(detail: unsafe String(cString: strerror(number)))
    }
}
