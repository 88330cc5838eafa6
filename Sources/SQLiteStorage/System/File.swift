package import Glibc
package import Office

/// An open file of the system; whoever opened it closes it.
///
/// Every call waits for the disk: they belong on ``Blocking``.
package struct File: Sendable {
    private let descriptor: CInt

    /// Opens what is at a path.
    ///
    /// - Parameters:
    ///   - path: Where it is.
    ///   - flags: How, as `open(2)` has it.
    ///   - mode: The rights of a new one.
    /// - Throws: ``StoreFault`` of the system.
    init(_ path: String, _ flags: CInt, mode: mode_t = 0o600) throws(StoreFault) {
        descriptor = unsafe open(path, flags | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw .system(path, isWriting: flags & (O_WRONLY | O_RDWR) != 0) }
    }

    func close() { _ = Glibc.close(descriptor) }

    /// Its length in bytes.
    func size() throws(StoreFault) -> Int {
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw .system("fstat", isWriting: false) }
        return Int(status.st_size)
    }

    /// Up to `count` bytes from `offset` on, fewer only at its end.
    func bytes(from offset: Int, count: Int) throws(StoreFault) -> [UInt8] {
        var failed = false
        // The system call writes through a pointer; the array takes over exactly what it wrote.
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, made in
            while made < count {
                let rest = unsafe UnsafeMutableRawBufferPointer(
                    rebasing: UnsafeMutableRawBufferPointer(buffer)[made...]
                )
                let step = unsafe pread(descriptor, rest.baseAddress, rest.count, off_t(offset + made))
                if step > 0 {
                    made += step
                } else if step == 0 {
                    break
                } else if errno != EINTR {
                    failed = true
                    break
                }
            }
        }
        if failed { throw .system("read", isWriting: false) }
        return bytes
    }

    /// Writes all of `bytes` where the last ones ended.
    func write(_ bytes: [UInt8]) throws(StoreFault) {
        var start = 0
        while start < bytes.count {
            // The system call reads through a pointer, valid during the call.
            let step = unsafe bytes[start...].withUnsafeBytes {
                unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
            }
            if step >= 0 { start += step } else if errno != EINTR { throw .system("write") }
        }
    }

    /// Cuts it off after `count` bytes.
    func truncate(to count: Int) throws(StoreFault) {
        guard ftruncate(descriptor, off_t(count)) == 0 else { throw .system("truncate") }
    }

    /// Sets who may read and write it.
    func setRights(_ mode: mode_t) throws(StoreFault) {
        guard fchmod(descriptor, mode) == 0 else { throw .system("chmod") }
    }

    /// Returns when its bytes are on the disk.
    func sync() throws(StoreFault) {
        guard fsync(descriptor) == 0 else { throw .system("fsync") }
    }

    /// Takes it for this process alone, until it is unlocked or the process ends, however it does.
    ///
    /// - Returns: Whether nobody else has it.
    func lock() throws(StoreFault) -> Bool {
        if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
        guard errno == EWOULDBLOCK else { throw .system("flock") }
        return false
    }

    /// Gives it back; closing would not be enough while a process that was just started still has a copy.
    func unlock() { _ = flock(descriptor, LOCK_UN) }
}

extension File {
    /// What there can be at a path.
    package enum Kind { case folder, file, nothing }

    package static func kind(_ path: String) throws(StoreFault) -> Kind {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else {
            if errno == ENOENT { return .nothing }
            throw .system(path, isWriting: false)
        }
        return status.st_mode & S_IFMT == S_IFDIR ? .folder : .file
    }

    /// The length in bytes of what is at a path; 0 when nothing is.
    static func size(_ path: String) throws(StoreFault) -> Int {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else {
            if errno == ENOENT { return 0 }
            throw .system(path, isWriting: false)
        }
        return Int(status.st_size)
    }

    /// When what is at a path was last written, in milliseconds since 1970; `nil` when nothing is there.
    static func lastWritten(_ path: String) throws(StoreFault) -> Int? {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else {
            if errno == ENOENT { return nil }
            throw .system(path, isWriting: false)
        }
        return status.st_mtim.tv_sec * 1_000 + status.st_mtim.tv_nsec / 1_000_000
    }

    /// Makes a folder, unless there is one, and writes its name to the disk.
    package static func makeFolder(_ path: String, mode: mode_t = 0o700) throws(StoreFault) {
        guard unsafe mkdir(path, mode) != 0 else { return try syncFolder(parent(of: path)) }
        guard errno == EEXIST else { throw .system(errno == ENOENT ? parent(of: path) : path) }
    }

    /// The names in a folder, in order; none when it is not there.
    ///
    /// - Complexity: O(*n* log *n*).
    package static func names(in folder: String) throws(StoreFault) -> [String] {
        guard let stream = unsafe opendir(folder) else {
            if errno == ENOENT { return [] }
            throw .system(folder, isWriting: false)
        }
        defer { unsafe closedir(stream) }
        var names: [String] = []
        while let entry = unsafe readdir(stream) {
            // The name lies in the entry until the next call; String copies it.
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
                unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// Returns when the names in a folder are on the disk.
    package static func syncFolder(_ path: String) throws(StoreFault) {
        let folder = try File(path, O_RDONLY | O_DIRECTORY)
        defer { folder.close() }
        try folder.sync()
    }

    /// Puts what is at `path` in the place `target`, at once or not at all.
    package static func move(_ path: String, to target: String) throws(StoreFault) {
        guard unsafe rename(path, target) == 0 else { throw .system(target) }
    }

    /// Removes a file that may be there.
    static func remove(_ path: String) throws(StoreFault) {
        guard unsafe unlink(path) == 0 || errno == ENOENT else { throw .system(path) }
    }

    /// Removes a folder and all in it, as far as it can.
    package static func removeFolder(_ path: String) {
        for name in (try? names(in: path)) ?? [] {
            let item = path + "/" + name
            if (try? kind(item)) == .folder { removeFolder(item) } else { try? remove(item) }
        }
        unsafe rmdir(path)
    }

    /// The folder a path lies in.
    package static func parent(of path: String) -> String {
        let trimmed = path.last == "/" ? path.dropLast() : path[...]
        guard let slash = trimmed.lastIndex(of: "/") else { return "." }
        return slash == trimmed.startIndex ? "/" : String(trimmed[..<slash])
    }

    /// The number of this process and the name of its machine.
    static var process: String {
        let name = unsafe [CChar](unsafeUninitializedCapacity: 256) { buffer, count in
            if let start = buffer.baseAddress { unsafe gethostname(start, 255) }
            count = 256
            unsafe buffer[255] = 0
        }
        let host = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        return "process \(getpid()) on \(String(decoding: host, as: UTF8.self))"
    }
}

extension StoreFault {
    /// The fault for the system's last error number.
    static func system(_ what: String, isWriting: Bool = true) -> StoreFault {
        switch errno {
        case ENOENT: .missing(what)
        case ENOSPC, EDQUOT: .full
        case EROFS: .readOnly
        case EACCES where isWriting, EPERM where isWriting: .readOnly
        // The text of strerror is valid until the next call; String copies it.
        case let number: .unreachable("\(what): \(unsafe String(cString: strerror(number)))")
        }
    }
}
