import FoundationEssentials
import Glibc

/// New files and folders, written to the disk before anything is said to be done.
enum OutputFile {
    /// Why the system did not do what it was asked.
    struct Failure: Error, Hashable {
        /// What it was asked to do it to.
        let path: String
        /// The system's word for it.
        let detail: String
    }

    /// Writes a new file with the rights of the one at `model`, where there is one.
    static func write(_ bytes: [UInt8], to path: String, like model: String? = nil) throws(Failure) {
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw failure(path) }
        defer { close(descriptor) }
        var status = stat()
        if let model, unsafe stat(model, &status) == 0 { _ = fchmod(descriptor, status.st_mode & 0o7777) }
        do throws(ByteOutput.Failure) {
            try ByteOutput(descriptor: descriptor).write(bytes)
        } catch {
            if case .refused(let detail) = error { throw Failure(path: path, detail: detail) }
            throw failure(path)
        }
        guard fsync(descriptor) == 0 else { throw failure(path) }
    }

    /// Makes a folder, and those above it that are missing.
    static func makeFolder(_ path: String) throws(Failure) {
        let steps = path.split(separator: "/")
        for count in 1...max(1, steps.count) {
            let part = (path.hasPrefix("/") ? "/" : "") + steps.prefix(count).joined(separator: "/")
            guard unsafe mkdir(part, 0o777) != 0, errno != EEXIST else { continue }
            throw failure(part)
        }
    }

    /// Makes a folder that nobody else has: `name` with the number of this process, and another if need be.
    static func makeNewFolder(_ name: String) throws(Failure) -> String {
        var path = "\(name)-\(getpid())"
        while unsafe mkdir(path, 0o777) != 0 {
            guard errno == EEXIST else { throw failure(path) }
            path += "-"
        }
        return path
    }

    /// Puts the file or folder at `path` in the place `target`, at once or not at all.
    static func move(_ path: String, to target: String) throws(Failure) {
        guard unsafe rename(path, target) == 0 else { throw failure(target) }
    }

    /// Makes a link at `path` that leads to `target`.
    static func link(_ path: String, to target: String) throws(Failure) {
        guard unsafe symlink(target, path) == 0 else { throw failure(path) }
    }

    /// Removes what was made for a while; nothing can be done when even that fails.
    static func remove(_ path: String) {
        try? FileManager.default.removeItem(atPath: path)
    }

    private static func failure(_ path: String) -> Failure {
        // The text of strerror is valid until the next call; String copies it.
        Failure(path: path, detail: unsafe String(cString: strerror(errno)))
    }
}
