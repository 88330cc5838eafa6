/// An official paper as it is signed and filed: what stands on it, in its order, and nothing of how it is set.
///
/// Texts are Indonesian, the language of official papers. A figure that is not known is an empty cell, never zero.
public struct Document: Hashable, Sendable, Encodable {
    /// What stands below each other.
    public enum Block: Hashable, Sendable {
        case heading(String)
        case text(String)
        /// Labels with what they say.
        case facts([Fact])
        /// Numbered points.
        case points([String])
        case table(Table)
        case signatures([Signatory])
        /// What is cut apart and stuck on boxes and envelopes.
        case labels([Label])
        case newPage
    }

    /// A label: its first line is what is read from afar.
    public struct Label: Hashable, Sendable, Encodable {
        /// What stands on it, line by line.
        public let lines: [String]
    }

    /// A label and what it says.
    public struct Fact: Hashable, Sendable, Encodable {
        /// The label.
        public let label: String
        /// What it says.
        public let value: String

        init(_ label: String, _ value: String) {
            self.label = label
            self.value = value
        }
    }

    /// Rows of cells; the heads stand again on each page.
    public struct Table: Hashable, Sendable, Encodable {
        /// How a column is set.
        public enum Column: String, Hashable, Sendable, Encodable {
            /// As wide as it needs.
            case text
            /// As wide as there is room, once or more in a table.
            case wide
            /// Half as wide.
            case narrow
            /// To the right.
            case number
        }

        /// A row.
        public struct Row: Hashable, Sendable, Encodable {
            /// What a row is.
            public enum Kind: String, Hashable, Sendable, Encodable {
                case plain
                /// A heading over the rows that follow: its first cell, as wide as the table.
                case section
                /// A sum of others.
                case sum
            }

            /// What it is.
            public let kind: Kind
            /// Its cells, as many as there are columns.
            public let cells: [String]

            init(_ cells: [String], _ kind: Kind = .plain) {
                self.cells = cells
                self.kind = kind
            }
        }

        /// What stands over the columns.
        public let heads: [String]
        /// How they are set.
        public let columns: [Column]
        /// The rows.
        public let rows: [Row]

        init(_ columns: [(String, Column)], _ rows: [Row]) {
            heads = columns.map(\.0)
            self.columns = columns.map(\.1)
            self.rows = rows
        }
    }

    /// A place for somebody's hand.
    public struct Signatory: Hashable, Sendable, Encodable {
        /// As what they sign.
        public let capacity: String
        /// What stands instead of a name and a signature: why somebody did not sign; empty where they do.
        public let note: String
        /// Whether a stamp is set beside the signature.
        public let hasStamp: Bool

        init(_ capacity: String, note: String = "", hasStamp: Bool = false) {
            self.capacity = capacity
            self.note = note
            self.hasStamp = hasStamp
        }
    }

    /// Which paper it is.
    public let key: DocumentKey
    /// The name of the official form: `MODEL DA1-PPWP`; empty where there is none.
    public let form: String
    /// The title, line by line.
    public let title: [String]
    /// Its number, where an office numbers it; empty where it has none.
    public let number: String
    /// What is printed on every page of a paper that is none, as of a rehearsal; empty on a real one.
    public let mark: String
    /// Whether the page lies on its side.
    public let isWide: Bool
    /// The day it is of: what its file says of when it was made, so that it is made the same again.
    public let date: String
    /// What stands on it.
    public let blocks: [Block]
}

extension Document.Block: Encodable {
    private enum Key: String, CodingKey {
        case kind, text, facts, points, table, signatures, labels
    }

    /// Writes its kind, and what it holds under a name of its own.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        switch self {
        case .heading(let text):
            try values.encode("heading", forKey: .kind)
            try values.encode(text, forKey: .text)
        case .text(let text):
            try values.encode("text", forKey: .kind)
            try values.encode(text, forKey: .text)
        case .facts(let facts):
            try values.encode("facts", forKey: .kind)
            try values.encode(facts, forKey: .facts)
        case .points(let points):
            try values.encode("points", forKey: .kind)
            try values.encode(points, forKey: .points)
        case .table(let table):
            try values.encode("table", forKey: .kind)
            try values.encode(table, forKey: .table)
        case .signatures(let signatories):
            try values.encode("signatures", forKey: .kind)
            try values.encode(signatories, forKey: .signatures)
        case .labels(let labels):
            try values.encode("labels", forKey: .kind)
            try values.encode(labels, forKey: .labels)
        case .newPage: try values.encode("newPage", forKey: .kind)
        }
    }
}
