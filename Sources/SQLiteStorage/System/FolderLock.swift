import Glibc
package import Office

/// The right of one process to write in a folder, for as long as this value lives.
package struct FolderLock: ~Copyable {
    private let file: File

    /// Takes the right.
    ///
    /// - Throws: ``StoreFault/inUse(by:)`` when another has it, ``StoreFault/readOnly`` when nobody can.
    package init(_ folder: String) throws(StoreFault) {
        let file = try File(folder + "/lock", O_RDWR | O_CREAT)
        do throws(StoreFault) {
            guard try file.lock() else {
                let holder = String(decoding: try file.bytes(from: 0, count: 400), as: UTF8.self)
                throw .inUse(by: holder.isEmpty ? "another process" : holder)
            }
            try file.truncate(to: 0)
            try file.write(Array(File.process.utf8))
        } catch {
            file.close()
            throw error
        }
        self.file = file
    }

    deinit {
        file.unlock()
        file.close()
    }
}
