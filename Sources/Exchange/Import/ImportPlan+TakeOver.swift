extension ImportPlan {
    /// Why nothing was taken over.
    public enum Failure: Error, Hashable, Sendable {
        /// The folder, with the forms in it, would have something wrong with it.
        case problems(Problems)
        /// A file was changed after the plan was made.
        case changedMeanwhile(String)
        /// The system could not write.
        case refused(path: String, detail: String)
    }

    /// Writes the files: beside the folder first, read there as a whole, then put in place one by one.
    ///
    /// A folder that was not there appears at once; in one that was the description comes last, so that at
    /// any moment the folder is one that can be read.
    ///
    /// - Throws: ``Failure``; then the folder is as it was, but when the system fails between two files.
    public func takeOver() async throws(Failure) {
        guard !changesNothing else { return }
        let isThere = FilesToImport.Kind(of: folder, followingLinks: true) == .folder
        let stage = try makeStage(isThere: isThere)
        defer { OutputFile.remove(stage) }
        do throws(OutputFile.Failure) {
            try write(to: stage)
        } catch {
            throw .refused(path: error.path, detail: error.detail)
        }
        do throws(Problems) {
            _ = try await ElectionFolder.read(stage)
        } catch {
            throw .problems(error.inside(folder, insteadOf: stage))
        }
        for file in change.files where try isChanged(file) {
            throw .changedMeanwhile(FolderDescription.path(of: file.path, in: folder))
        }
        do throws(OutputFile.Failure) {
            try isThere ? putInPlace(from: stage) : OutputFile.move(stage, to: folder)
        } catch {
            throw .refused(path: error.path, detail: error.detail)
        }
    }

    /// A new folder for the files: in the one they go to, or beside the one that is made by renaming it.
    private func makeStage(isThere: Bool) throws(Failure) -> String {
        var path = Substring(folder)
        while path.count > 1, path.last == "/" { path.removeLast() }
        do throws(OutputFile.Failure) {
            if isThere { return try OutputFile.makeNewFolder("\(path)/.import") }
            if let end = path.lastIndex(of: "/") { try OutputFile.makeFolder(String(path[..<end])) }
            return try OutputFile.makeNewFolder("\(path).import")
        } catch {
            throw .refused(path: error.path, detail: error.detail)
        }
    }

    /// The folder as it will be: the new files, and links to those that stay.
    private func write(to stage: String) throws(OutputFile.Failure) {
        let new = Set(change.files.map(\.path))
        for path in present where !new.contains(path) {
            let steps = [String](repeating: "..", count: path.count { $0 == "/" } + 1)
            try makeFolder(of: path, in: stage)
            try OutputFile.link(
                FolderDescription.path(of: path, in: stage),
                to: (steps + [path]).joined(separator: "/")
            )
        }
        for file in change.files {
            try makeFolder(of: file.path, in: stage)
            try OutputFile.write(
                file.bytes,
                to: FolderDescription.path(of: file.path, in: stage),
                like: FolderDescription.path(of: file.path, in: folder)
            )
        }
    }

    private func makeFolder(of path: String, in folder: String) throws(OutputFile.Failure) {
        guard let end = path.lastIndex(of: "/") else { return }
        try OutputFile.makeFolder(FolderDescription.path(of: String(path[..<end]), in: folder))
    }

    /// Whether the folder's file is not the one the plan was made for.
    private func isChanged(_ file: FolderChange.File) throws(Failure) -> Bool {
        let path = FolderDescription.path(of: file.path, in: folder)
        guard let base = file.base else {
            return FilesToImport.Kind(of: path, followingLinks: false) != .missing
        }
        do throws(InputFile.Failure) {
            return try FileDigest.sha256(of: path) != base
        } catch {
            return true
        }
    }

    private func putInPlace(from stage: String) throws(OutputFile.Failure) {
        for file in change.files {
            try makeFolder(of: file.path, in: folder)
            try OutputFile.move(
                FolderDescription.path(of: file.path, in: stage),
                to: FolderDescription.path(of: file.path, in: folder)
            )
        }
    }
}

extension Problems {
    /// The same problems, of a copy of a folder, as problems of the folder.
    fileprivate func inside(_ folder: String, insteadOf copy: String) -> Problems {
        let list = list.map { problem in
            let isInCopy = problem.file.hasPrefix(copy + "/")
            let path = String(problem.file.dropFirst(copy.utf8.count + 1))
            return Problem(
                problem.kind,
                file: isInCopy ? FolderDescription.path(of: path, in: folder) : problem.file,
                row: problem.row,
                column: problem.column
            )
        }
        return Problems(list, further: further)
    }
}
