public import Elections

/// An election folder: CSV files a person can edit, and `election.yaml` that says what they are.
public enum ElectionFolder: Sendable {
    /// Reads the folder at `path` and adds it up.
    ///
    /// - Throws: ``Problems`` with everything wrong in any of its files; nothing is taken over then.
    public static func read(_ path: String) async throws(Problems) -> Snapshot {
        let description = try await describe(path).description
        var reader = FolderReader(folder: path, description: description)
        let election = await reader.election()
        try reader.log.check()
        guard let election else {
            // Every way to lose the election notes why.
            preconditionFailure("a folder without problems is an election")
        }
        do throws(Snapshot.Fault) {
            return try Snapshot(election)
        } catch {
            throw Problems([reader.problem(for: error)])
        }
    }

    /// What the folder at `path` says of itself, and the text that says so.
    ///
    /// - Throws: ``Problems`` with everything wrong with that text.
    static func describe(
        _ folder: String
    ) async throws(Problems) -> (description: FolderDescription, text: String) {
        let file = FolderDescription.path(of: FolderDescription.fileName, in: folder)
        let text: String
        do throws(Problem) {
            text = try SmallFile.text(at: file, limit: 1 << 20)
        } catch {
            throw Problems([error])
        }
        var reader = DescriptionReader(file: file)
        guard let description = reader.read(text) else { throw Problems(reader.problems) }
        return (description, text)
    }
}
