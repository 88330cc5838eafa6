import Foundation

/// A folder of its own for one test, removed with it.
struct Scratch: ~Copyable {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "pleno-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// The path of the folder.
    var path: String { folder.path }

    /// A text in which the files of this folder stand by their names.
    func shortened(_ text: String) -> String {
        text.replacingOccurrences(of: path + "/", with: "")
    }

    /// Writes a file and returns its path.
    func file(_ name: String, _ text: String) throws -> String {
        let file = folder.appending(path: name)
        try Data(text.utf8).write(to: file)
        return file.path
    }

    /// A new file to write to.
    func handle(_ name: String) throws -> FileHandle {
        try FileHandle(forWritingTo: URL(filePath: try file(name, "")))
    }

    /// What a file holds; nothing when there is none.
    func text(_ name: String) -> String {
        (try? Data(contentsOf: folder.appending(path: name))).map { String(decoding: $0, as: UTF8.self) }
            ?? ""
    }
}
