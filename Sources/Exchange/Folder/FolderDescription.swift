import Elections

/// What `election.yaml` says: the facts of the election and the files its figures stand in.
struct FolderDescription: Hashable {
    static let fileName = "election.yaml"

    /// The path of a file of `folder`, as problems name it.
    static func path(of file: String, in folder: String) -> String {
        folder.hasSuffix("/") ? folder + file : "\(folder)/\(file)"
    }

    struct BallotFiles: Hashable {
        struct ReadingFile: Hashable {
            let id: String
            let name: LocalizedText
            let file: String
        }

        let ballot: Ballot
        /// The line of the description on which the ballot stands.
        var row: Int?
        let contestants: String
        let districts: String?
        let candidates: String?
        let ties: String?
        var readings: [ReadingFile]
        let reported: String?
        let certified: String?
        let determined: String?
        let nation: String?

        /// Every file the ballot names.
        var files: [String] {
            [contestants]
                + [districts, candidates, ties, reported, certified, determined, nation].compactMap(
                    \.self
                )
                + readings.map(\.file)
        }
    }

    let name: LocalizedText
    let date: CalendarDate
    let law: Law
    let place: RegionCode
    let regions: String
    let stations: String
    /// The votes and counts held again that are on record; `nil` where no file names any.
    let revotes: String?
    var ballots: [BallotFiles]
    let decisions: [Decision]
    var files: [SourceFile]
    /// The SHA-256 digests of the files that were signed, by path.
    let digests: [String: String]
}
