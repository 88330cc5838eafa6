import TransparencyLog

/// A file that goes with every page; its address changes with its content, so it can be kept for ever.
struct Asset: Sendable {
    let name: String
    let type: String
    let bytes: [UInt8]
    let path: String
    /// The content's digest, by which a browser refuses any other (Subresource Integrity).
    let integrity: String

    init(name: String, type: String, bytes: [UInt8]) {
        self.name = name
        self.type = type
        self.bytes = bytes
        // FNV-1a: names a version, protects nothing.
        let hash = bytes.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        path = "/assets/\(String(hash, radix: 36))/\(name)"
        integrity = "sha256-\(Hash.digest(bytes).base64)"
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

/// The modules of the desk's pages; the public site has none.
enum Scripts {
    /// Loads parts of a page anew when the server says that they changed.
    static let live = script("live.js", PackageResources.live_js)
    /// Typing forms by the keyboard.
    static let entry = script("entry.js", PackageResources.entry_js)
    /// Looking at the pages of a form.
    static let viewer = script("viewer.js", PackageResources.viewer_js)
    static let all = [live, entry, viewer]

    /// A module: it stands alone, because no other knows the addresses that change with the content.
    private static func script(_ name: String, _ bytes: [UInt8]) -> Asset {
        Asset(name: name, type: ContentType.script.text, bytes: bytes)
    }
}

extension HTML {
    /// Loads a module; it runs once the page is there, and only if it is the very one.
    static func script(_ asset: Asset) -> HTML {
        .tag(
            "script",
            Attribute("type", "module"),
            Attribute("src", asset.path),
            Attribute("integrity", asset.integrity),
            text: ""
        )
    }
}
