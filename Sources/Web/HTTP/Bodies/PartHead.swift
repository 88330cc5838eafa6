/// What a part of a form says of itself.
struct PartHead: Hashable, Sendable {
    /// The most bytes of the name of a field.
    static let mostNameBytes = 200

    /// The name of the field.
    let name: String
    /// The name of the file as the sender has it, for showing and never for opening; nil when the part is no
    /// file.
    let fileName: FileName?
    /// The kind the sender thinks it is; nil when nothing was said.
    let type: MediaType?

    /// Reads the header of a part; nil when it is none, or says something twice.
    ///
    /// - Source: RFC 7578 section 4.2; names as browsers write them: HTML Standard 4.10.21.8.
    init?(parsing header: ArraySlice<UInt8>) {
        guard let text = String(validating: header, as: UTF8.self) else { return nil }
        var fields: [String: String] = [:]
        for line in text.split(separator: "\r\n", omittingEmptySubsequences: true) {
            let bytes = line.utf8
            guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")),
                !bytes[..<colon].isEmpty, bytes[..<colon].allSatisfy(HeaderScanner.isToken),
                line.utf8.allSatisfy({ ($0 >= 0x20 && $0 != 0x7F) || $0 == 0x09 }),
                fields.updateValue(
                    String(Substring(bytes[colon...].dropFirst()).trimmingSpace),
                    forKey: line[..<colon].lowercased()
                ) == nil
            else { return nil }
        }
        guard var scanner = fields["content-disposition"].map({ HeaderScanner($0) }),
            scanner.token()?.lowercased() == "form-data", let parameters = scanner.parameters(),
            let name = parameters["name"], !name.isEmpty, name.utf8.count <= Self.mostNameBytes
        else { return nil }
        // Deprecated, and whoever encodes a file so would have it stored encoded.
        if let encoding = fields["content-transfer-encoding"]?.lowercased(),
            !["7bit", "8bit", "binary"].contains(encoding)
        {
            return nil
        }
        self.name = Self.unescaped(name)
        fileName = parameters["filename"].map { FileName(Self.unescaped($0)) }
        type = fields["content-type"].flatMap(MediaType.init(parsing:))
    }

    /// The three bytes that browsers escape in names, and nothing else.
    private static func unescaped(_ text: String) -> String {
        var plain: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let first = rest.first {
            switch String(decoding: rest.prefix(3), as: UTF8.self).uppercased() {
            case "%22": plain.append(UInt8(ascii: "\""))
            case "%0D": plain.append(UInt8(ascii: "\r"))
            case "%0A": plain.append(UInt8(ascii: "\n"))
            default:
                plain.append(first)
                rest = rest.dropFirst()
                continue
            }
            rest = rest.dropFirst(3)
        }
        return String(decoding: plain, as: UTF8.self)
    }
}
