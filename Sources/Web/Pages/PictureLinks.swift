import Elections

/// The published pictures of a station's pages, as links; the bytes are asked for by their digest.
struct PictureLinks {
    private let pieces: [EvidencePiece]
    private let context: PageContext

    /// Of a ballot's forms at a station, and of the station's own pages.
    init(_ ballot: Ballot, atStation position: Int, _ context: PageContext) {
        pieces = context.evidence.published(ofStation: position, ballot: ballot)
        self.context = context
    }

    /// The links; `nil` where nothing is published.
    var html: HTML? {
        guard !pieces.isEmpty else { return nil }
        return .tag("p") {
            context.say("Foto kertasnya: ", "Photos of the paper: ")
            for (place, piece) in pieces.enumerated() {
                if place > 0 { "; " }
                if let copy = piece.copy {
                    HTML.tag("a", .href(Self.path(of: copy.digest)), text: words(of: piece.label))
                }
            }
            "."
        }
    }

    private func words(of label: EvidenceLabel) -> String {
        let vote =
            label.place.version == .regular
            ? "" : ", " + label.place.version.shortName[context.language]
        return label.page.name[context.language] + vote
            + context.say(", halaman \(label.number)", ", page \(label.number)")
    }

    private static let folder = "/pictures/"

    /// Where a picture is served.
    static func path(of digest: EvidenceDigest) -> String { folder + digest.description }

    /// The picture that a path names; `nil` for every other path.
    static func digest(in path: String) -> EvidenceDigest? {
        path.hasPrefix(folder) ? EvidenceDigest(String(path.dropFirst(folder.count))) : nil
    }
}
