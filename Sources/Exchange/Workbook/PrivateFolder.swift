import FoundationEssentials
import Glibc

/// A folder that nobody else reads, for as long as something is done in it.
enum PrivateFolder {
    /// Makes a folder, does `body` with its path, and removes it with all it holds.
    ///
    /// - Throws: ``WorkbookWriter/Failure``.
    static func with<Result>(
        _ body: (String) throws(WorkbookWriter.Failure) -> Result
    ) throws(WorkbookWriter.Failure) -> Result {
        var template = Array("\(FileManager.default.temporaryDirectory.path)/pleno-XXXXXX".utf8CString)
        // The system call writes the name into the buffer and keeps nothing of it.
        let path = unsafe template.withUnsafeMutableBufferPointer { buffer -> String? in
            guard let start = buffer.baseAddress, let made = unsafe mkdtemp(start) else { return nil }
            return unsafe String(cString: made)
        }
        guard let path else { throw .system(detail: unsafe String(cString: strerror(errno))) }
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try body(path)
    }
}
