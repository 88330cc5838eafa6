/// A region as an election knew it.
public struct Region: Hashable, Sendable {
    /// What the law calls it; the raw value is the register's own word.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case province = "provinsi"
        case regency = "kabupaten"
        case city = "kota"
        case subdistrict = "kecamatan"
        case ruralVillage = "desa"
        case urbanVillage = "kelurahan"

        /// The tier of the register on which this kind stands.
        public var tier: RegionCode.Tier {
            switch self {
            case .province: .province
            case .regency, .city: .regency
            case .subdistrict: .subdistrict
            case .ruralVillage, .urbanVillage: .village
            }
        }
    }

    /// The code; regions are matched by it, never by name.
    public let code: RegionCode
    /// The name as spelt in this election.
    public let name: String
    /// What the law calls it.
    public let kind: Kind
    /// Other spellings in use; the code stays what regions are matched by.
    public let aliases: [String]

    /// A region of the register.
    public init(code: RegionCode, name: String, kind: Kind, aliases: [String] = []) {
        self.code = code
        self.name = name
        self.kind = kind
        self.aliases = aliases
    }

    /// Whether people mean this region by `text`: its name or an alias, in any case, hyphens as spaces.
    public func isCalled(_ text: String) -> Bool {
        let wanted = Self.plain(text)
        return ([name] + aliases).contains { Self.plain($0) == wanted }
    }

    private static func plain(_ text: String) -> String {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    }
}
