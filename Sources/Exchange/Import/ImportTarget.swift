import Elections
import FoundationEssentials

/// Where imported forms go: a folder that is there, or one to be made.
enum ImportTarget {
    /// A folder to be made under a law.
    case new(Law, [Contestant])
    /// A folder that is there.
    case existing(ExistingTarget)

    /// Who stood on the ballot.
    var contestants: [Contestant] {
        switch self {
        case .new(_, let contestants): contestants
        case .existing(let target): target.contestants
        }
    }

    /// The target of a request.
    ///
    /// - Throws: ``Problems`` with everything wrong with a folder that is there, and when it is of an
    ///   election the files cannot be of.
    static func read(_ request: ImportRequest) async throws(Problems) -> ImportTarget {
        if isFree(request.folder) {
            let law = request.law ?? request.source.usualLaw
            guard request.source.laws.contains(law), let pairs = law.presidentialPairs else {
                let known = request.source.laws.filter { $0.presidentialPairs != nil }
                throw Problems([
                    Problem(.malformed(law.id, expected: .oneOf(known.map(\.id))), file: "--law")
                ])
            }
            return .new(law, pairs)
        }
        return .existing(try await ExistingTarget(request))
    }

    /// Whether nothing is at the place of the folder, or a folder with nothing in it.
    private static func isFree(_ folder: String) -> Bool {
        switch FilesToImport.Kind(of: folder, followingLinks: true) {
        case .missing: true
        case .file, .other: false
        case .folder: (try? FileManager.default.contentsOfDirectory(atPath: folder))?.isEmpty ?? false
        }
    }
}

/// A folder that is there, as it was before an import.
struct ExistingTarget {
    /// The election in it.
    let election: Election
    /// What its description says.
    let description: FolderDescription
    /// The text of its description.
    let text: String
    /// The files of the ballot; `nil` when the folder does not have it yet.
    let ballot: FolderDescription.BallotFiles?
    /// The reading's file; `nil` when there is no such reading yet.
    let reading: FolderDescription.BallotFiles.ReadingFile?
    /// Who stood on the ballot.
    let contestants: [Contestant]

    init(_ request: ImportRequest) async throws(Problems) {
        let folder = request.folder
        let (description, text) = try await ElectionFolder.describe(folder)
        let election = try await ElectionFolder.read(folder).election
        let kind = request.source.ballot
        let file = FolderDescription.path(of: FolderDescription.fileName, in: folder)
        guard request.source.laws.contains(election.law) else {
            let laws = request.source.laws.map(\.id)
            throw Problems([
                Problem(.malformed(election.law.id, expected: .oneOf(laws)), file: file, column: "law")
            ])
        }
        if let law = request.law, law != election.law {
            throw Problems([
                Problem(.malformed(law.id, expected: .oneOf([election.law.id])), file: "--law")
            ])
        }
        let standing = election.contests.first { $0.ballot == kind }?.contestants
        guard let contestants = standing ?? election.law.presidentialPairs else {
            throw Problems([Problem(.keyMissing, file: file, column: kind.rawValue)])
        }
        self.election = election
        self.description = description
        self.text = text
        self.contestants = contestants
        ballot = description.ballots.first { $0.ballot == kind }
        reading = ballot?.readings.first { $0.id == request.reading }
    }
}
