import Elections

/// The names that imported tables give to regions; each region has one name, and each name one code.
struct RegionNames {
    /// A name as it was read first.
    private struct Name {
        let text: String
        let file: String
        let row: Int
    }

    /// A region by name: another of the same kind beside it cannot have the same.
    private struct Key: Hashable {
        let parent: RegionCode?
        let kind: Region.Kind
        let name: String
    }

    private var names: [RegionCode: Name] = [:]
    private var codes: [Key: RegionCode] = [:]

    /// The name of a region; `nil` when no file has one.
    subscript(code: RegionCode) -> String? {
        names[code].map { Self.spelt($0.text) }
    }

    /// What is wrong with a name.
    enum Fault {
        /// The region has another name already.
        case otherName(expected: String, file: String, row: Int)
        /// The name is another region's already.
        case otherCode(expected: RegionCode, file: String, row: Int)
    }

    /// Takes the name of a region.
    ///
    /// - Returns: What contradicts it; `nil` when nothing does.
    mutating func take(_ text: String, of code: RegionCode, file: String, row: Int) -> Fault? {
        if let known = names[code] {
            guard known.text != text, Self.plain(known.text) != Self.plain(text) else { return nil }
            return .otherName(expected: known.text, file: known.file, row: known.row)
        }
        names[code] = Name(text: text, file: file, row: row)
        let key = Key(parent: code.parent, kind: Region.Kind(of: code), name: Self.plain(text))
        if let other = codes[key], let known = names[other] {
            return .otherCode(expected: other, file: known.file, row: known.row)
        }
        codes[key] = code
        return nil
    }

    private static func plain(_ text: String) -> String {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    }

    /// A name as people write it: `kota-makassar`, made for addresses, is Kota Makassar.
    private static func spelt(_ text: String) -> String {
        guard text == text.lowercased() else { return text }
        return text.split { $0 == "-" || $0 == " " }
            .map { $0.prefix(1).uppercased() + $0.dropFirst() }
            .joined(separator: " ")
    }
}

extension Region.Kind {
    /// What a region is by its code: cities are numbered from 71, urban villages begin with 1.
    init(of code: RegionCode) {
        let digits = Array(code.digits.utf8)
        self =
            switch code.tier {
            case .province: .province
            case .regency: digits[2] >= UInt8(ascii: "7") ? .city : .regency
            case .subdistrict: .subdistrict
            case .village: digits[6] == UInt8(ascii: "1") ? .urbanVillage : .ruralVillage
            }
    }
}
