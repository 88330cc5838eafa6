import Elections

extension Stake.Verdict {
    /// Whether a form could change a seat, in words.
    var words: LocalizedText {
        switch self {
        case .alone: LocalizedText(id: "dapat, sendirian", en: "could, alone")
        case .together:
            LocalizedText(
                id: "dapat, hanya bersama formulir lain yang terbuka",
                en: "could, only with other open forms"
            )
        case .unknown: LocalizedText(id: "belum diketahui", en: "not known yet")
        case .cannot:
            LocalizedText(
                id: "tidak dapat, juga bersama semua yang terbuka",
                en: "cannot, not even with all open forms"
            )
        }
    }
}

extension Stake {
    /// Why the form is open.
    var why: LocalizedText {
        switch reason {
        case .waits(let phase): phase.name
        case .breaks(let codes): .same(codes.joined(separator: ", "))
        case .empty: LocalizedText(id: "Tanpa suara", en: "Without votes")
        }
    }

    /// The word for it that programs get.
    var reasonWord: String {
        switch reason {
        case .waits(let phase): phase.rawValue
        case .breaks: Self.broken
        case .empty: Self.withoutVotes
        }
    }

    /// The words that programs may get.
    static let reasonWords =
        BoardFigures.Phase.allCases.filter { $0 != .accepted }.map(\.rawValue) + [broken, withoutVotes]

    private static let broken = "finding"
    private static let withoutVotes = "without-votes"

    /// The codes of the checks that it breaks; none while it is not accepted.
    var checks: [String] {
        if case .breaks(let codes) = reason { codes } else { [] }
    }
}
