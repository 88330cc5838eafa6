/// A place on this site, to be sent to: a path and perhaps a query, never another host.
struct LocalPath: Hashable, Sendable {
    /// As the header and links have it.
    let text: String

    /// Reads a path such as an address or a form may bring; nil when it could lead elsewhere.
    ///
    /// `//host` and `/\host` are other hosts to a browser; every byte must be one that an address may have.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.first == UInt8(ascii: "/"), bytes.count <= 2_000,
            bytes.dropFirst().first != UInt8(ascii: "/"),
            bytes.allSatisfy(Self.isAddressByte)
        else { return nil }
        self.text = text
    }

    /// The place of a path, and named values in its query.
    init(_ path: RequestPath, query: KeyValuePairs<String, String> = [:]) {
        let pairs = query.map { "\(PercentCoding.encoded($0.key))=\(PercentCoding.encoded($0.value))" }
        text = path.text + (pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&"))
    }

    private static func isAddressByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: "-._~!$&'()*+,;=:@/?%#".utf8.contains(byte)
        }
    }
}
