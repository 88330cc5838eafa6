import Elections

/// How the columns of a table of forms are called.
enum ColumnNames: Sendable {
    /// As they were published, the names of votes and totals behind a prefix.
    case published(ImportSource, prefix: String)
    /// As the desk calls the fields of its forms.
    case desk([String: Field])

    /// The names of a desk's fields.
    static func desk(of fields: [Field]) -> ColumnNames {
        .desk(Dictionary(fields.map { ($0.column, $0) }) { first, _ in first })
    }

    /// What a column holds; `nil` when it means nothing to us.
    func meaning(of column: String) -> ImportColumn? {
        switch self {
        case .published(let source, let prefix): source.meaning(of: column, prefix: prefix)
        case .desk(let fields): Self.places[column] ?? fields[column].map { .figure($0) }
        }
    }

    /// What a column without a meaning was meant to be, where figures would be lost with it; `nil` for a column
    /// that is left alone.
    func slip(_ column: String) -> Problem.Subject? {
        switch self {
        case .published: ImportSource.isSlip(column) ? .field : nil
        case .desk: .column
        }
    }

    private static let places: [String: ImportColumn] = [
        "village": .village, "station": .station, "version": .version,
    ]
}

extension ImportSource {
    /// What the column of a contestant's votes may be called.
    func voteNames(_ number: Int, _ prefix: String) -> [String] {
        switch self {
        case .sirekap: ["v\(number)", "votes_\(number)"]
        case .situng: ["\(prefix)0\(number)", "\(prefix)votes_\(number)"]
        }
    }
}
