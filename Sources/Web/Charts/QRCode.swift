/// A QR code: a text that the camera of a phone reads, at the error correction level M (15 %).
///
/// Bytes only, versions 1 to 15, which is up to 412 bytes.
///
/// - Source: ISO/IEC 18004:2015, by its sections 7.4 (data), 7.5 (error correction), 7.7 (placement), 7.8 (masks).
struct QRCode: Hashable, Sendable {
    /// Modules on each side.
    let size: Int
    /// Whether a module is dark, row by row.
    private(set) var modules: [Bool]
    /// Which mask lies over it, 0…7.
    let mask: Int

    /// The code of a text; `nil` when it has more bytes than version 15 holds.
    ///
    /// - Complexity: O(modules), for each of the eight masks.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard let version = QRVersion.all.first(where: { $0.bytes >= bytes.count }) else { return nil }
        var grid = QRGrid(version)
        grid.place(version.codewords(of: bytes))
        let masked = (0..<8).map { mask in (mask, grid.masked(mask)) }
        let penalties = masked.map { $0.1.penalty }
        let best = penalties.indices.min { penalties[$0] < penalties[$1] } ?? 0
        size = version.size
        mask = masked[best].0
        modules = masked[best].1.isDark
    }

    /// Whether a module is dark.
    subscript(x: Int, y: Int) -> Bool { modules[y * size + x] }

    /// The code as a picture, with the quiet edge that readers need, on white in the dark too.
    ///
    /// - Parameter label: What it is, for who cannot see it.
    /// - Returns: An SVG element.
    func svg(label: String) -> HTML {
        let edge = 4
        var path = ""
        for y in 0..<size {
            var x = 0
            while x < size {
                let start = x
                while x < size, self[x, y] { x += 1 }
                if x > start {
                    path += "M\(start + edge) \(y + edge)h\(x - start)v1h-\(x - start)z"
                } else {
                    x += 1
                }
            }
        }
        let side = String(size + 2 * edge)
        return .tag(
            "svg",
            .class("qr"),
            Attribute("viewBox", "0 0 \(side) \(side)"),
            Attribute("role", "img"),
            Attribute("aria-label", label),
            Attribute("shape-rendering", "crispEdges")
        ) {
            HTML.void(
                "rect",
                Attribute("width", side),
                Attribute("height", side),
                Attribute("fill", "#fff")
            )
            HTML.tag("path", Attribute("d", path), Attribute("fill", "#000"), text: "")
        }
    }
}
