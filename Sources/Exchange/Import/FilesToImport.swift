import FoundationEssentials
import Glibc

/// The files a person named: each file itself, and of a folder every file of the wanted endings, sorted.
enum FilesToImport {
    /// The most files of one import: the nation has some 823,000 stations.
    static let most = 1_000_000

    /// All files under `inputs`.
    ///
    /// Links to folders are not followed, so that none is searched without end; names that begin with a
    /// point are passed over.
    ///
    /// - Throws: ``Problems`` for what is missing or unreadable, and when nothing is found.
    static func list(_ inputs: [String], endings: [String]) throws(Problems) -> [String] {
        var log = ProblemLog()
        var files: [String] = []
        for input in inputs {
            switch Kind(of: input, followingLinks: true) {
            case .folder: search(input, endings, &files, &log)
            case .file, .other: files.append(input)
            case .missing: log.add(.fileMissing, file: input)
            }
        }
        try log.check()
        guard !files.isEmpty else {
            throw Problems([Problem(.nothingToImport, file: inputs.joined(separator: " "))])
        }
        return files
    }

    private static func search(
        _ folder: String,
        _ endings: [String],
        _ files: inout [String],
        _ log: inout ProblemLog
    ) {
        guard unsafe access(folder, R_OK | X_OK) == 0,
            let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
        else { return log.add(.unreadable(errno), file: folder) }
        for name in names.sorted() where !name.hasPrefix(".") {
            let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
            switch Kind(of: path, followingLinks: false) {
            case .folder: search(path, endings, &files, &log)
            case .file, .other:
                guard endings.contains(where: name.lowercased().hasSuffix),
                    Kind(of: path, followingLinks: true) == .file
                else { continue }
                guard files.count < most else {
                    // Said once, at the first file too many.
                    if log.isEmpty { log.add(.tooManyFiles(limit: most), file: path) }
                    return
                }
                files.append(path)
            case .missing: continue
            }
        }
    }

    /// What lies at a path.
    enum Kind {
        case file, folder, other, missing

        init(of path: String, followingLinks: Bool) {
            var status = Glibc.stat()
            let result = unsafe followingLinks ? stat(path, &status) : lstat(path, &status)
            guard result == 0 else {
                self = .missing
                return
            }
            switch status.st_mode & S_IFMT {
            case S_IFREG: self = .file
            case S_IFDIR: self = .folder
            default: self = .other
            }
        }
    }
}
