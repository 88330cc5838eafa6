/// Whose reading of the forms it is that is held beside the office's, and never counts.
public enum ComparisonSource: Hashable, Sendable {
    /// The office's own, by another way than its desk.
    case office
    /// Of a contestant's witnesses, by its number.
    case witnesses(Int)
    /// Of volunteers.
    case volunteers
    /// Of the KPU's Sirekap.
    case sirekap

    /// Its word in acts and addresses: `witnesses-2`.
    public var word: String {
        switch self {
        case .office: "office"
        case .witnesses(let number): "witnesses-\(number)"
        case .volunteers: "volunteers"
        case .sirekap: "sirekap"
        }
    }

    /// The source of a word; `nil` when it is none.
    public init?(word: String) {
        switch word {
        case "office": self = .office
        case "volunteers": self = .volunteers
        case "sirekap": self = .sirekap
        default:
            let start = "witnesses-"
            guard word.hasPrefix(start), let number = Int(word.dropFirst(start.count)), number > 0 else {
                return nil
            }
            self = .witnesses(number)
            // One spelling each: `witnesses-02` and `witnesses-+2` are none.
            guard self.word == word else { return nil }
        }
    }

    /// Who it is.
    public var name: LocalizedText {
        switch self {
        case .office: LocalizedText(id: "Kantor, di luar meja hitung", en: "Office, beside the counting desk")
        case .witnesses(let number):
            LocalizedText(id: "Saksi peserta \(number)", en: "Witnesses of contestant \(number)")
        case .volunteers: LocalizedText(id: "Relawan", en: "Volunteers")
        case .sirekap: LocalizedText(id: "Sirekap", en: "Sirekap")
        }
    }
}

extension ComparisonSource: Canonical {
    /// Writes its word.
    public func write(to writer: inout CanonicalWriter) { writer.string(word) }

    /// Reads its word.
    public init(from reader: inout CanonicalReader) throws(CanonicalFault) {
        guard let source = Self(word: try reader.value(String.self)) else {
            throw reader.expected("whose reading it is")
        }
        self = source
    }
}
