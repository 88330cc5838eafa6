public import Accounts
import Glibc
import Office

/// The security log of one office in a folder, which only this account of the machine may read.
public struct SecurityLogFolder: SecurityLogFiles {
    /// The folder; made when something is written.
    public let folder: String

    /// The most bytes of a file that are read.
    private static let largest = 1 << 28

    /// A folder.
    public init(_ folder: String) {
        self.folder = folder
    }

    /// The names of all files of the log, in order.
    public func names() async throws(AccountStoreFault) -> [String] {
        let folder = folder
        return try await doing { () throws(StoreFault) in
            try File.names(in: folder).filter { $0.hasPrefix("security-") && $0.hasSuffix(".log") }
        }
    }

    /// All bytes of a file; none when it is not there.
    public func bytes(of name: String) async throws(AccountStoreFault) -> [UInt8] {
        let path = folder + "/" + name
        return try await doing { () throws(StoreFault) in
            guard try File.kind(path) == .file else { return [] }
            return try File.bytes(of: path, upTo: Self.largest)
        }
    }

    /// Adds bytes at the end of a file, which is made when it is not there; on the disk when this returns.
    public func append(_ bytes: [UInt8], to name: String) async throws(AccountStoreFault) {
        let (folder, path) = (folder, folder + "/" + name)
        try await doing { () throws(StoreFault) in
            let isNew = try File.kind(path) == .nothing
            if isNew { try File.makeFolder(folder) }
            let file = try File(path, O_WRONLY | O_CREAT | O_APPEND)
            defer { file.close() }
            try file.write(bytes)
            try file.sync()
            if isNew { try File.syncFolder(folder) }
        }
    }

    /// Cuts a file off after so many bytes.
    public func cut(_ name: String, after count: Int) async throws(AccountStoreFault) {
        let path = folder + "/" + name
        try await doing { () throws(StoreFault) in
            guard try File.kind(path) == .file else { return }
            let file = try File(path, O_RDWR)
            defer { file.close() }
            try file.truncate(to: count)
            try file.sync()
        }
    }

    /// Removes a file.
    public func remove(_ name: String) async throws(AccountStoreFault) {
        let (folder, path) = (folder, folder + "/" + name)
        try await doing { () throws(StoreFault) in
            try File.remove(path)
            try File.syncFolder(folder)
        }
    }

    private func doing<Answer: Sendable>(
        _ body: @escaping @Sendable () throws(StoreFault) -> Answer
    ) async throws(AccountStoreFault) -> Answer {
        do throws(StoreFault) { return try await Blocking.run(body) } catch { throw AccountStoreFault(error) }
    }
}
