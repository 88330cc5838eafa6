/// A file that goes with every page; its address changes with its content, so it can be kept for ever.
struct Asset: Sendable {
    let name: String
    let type: String
    let bytes: [UInt8]
    let path: String

    init(name: String, type: String, bytes: [UInt8]) {
        self.name = name
        self.type = type
        self.bytes = bytes
        // FNV-1a: names a version, protects nothing.
        let hash = bytes.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        path = "/assets/\(String(hash, radix: 36))/\(name)"
    }
}

/// The files that go with every page, held in the program itself.
enum Assets {
    static let stylesheet = Asset(
        name: "pleno.css",
        type: "text/css; charset=utf-8",
        bytes: PackageResources.pleno_css
    )
    static let icon = Asset(name: "icon.svg", type: "image/svg+xml", bytes: PackageResources.icon_svg)
    static let all = [stylesheet, icon]
}
