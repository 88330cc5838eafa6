/// What the frame of a JPEG says.
struct JPEGFrame: Hashable, Sendable {
    let width: Int
    let height: Int
    let isGrey: Bool
    /// The columns of the smallest part that can be moved as it is coded.
    let unitWidth: Int
    /// The rows of the smallest part that can be moved as it is coded.
    let unitHeight: Int
    /// The blocks of all its colours.
    let blocks: Int

    /// Reads a frame.
    ///
    /// - Parameters:
    ///   - marker: Its marker.
    ///   - body: What stands behind its length.
    ///   - place: Where it stands, for the fault.
    /// - Throws: ``PictureFault``.
    init(marker: UInt8, _ body: Span<UInt8>, at place: Int) throws(PictureFault) {
        // Baseline, extended and progressive, in Huffman's code.
        guard (0xC0...0xC2).contains(marker) else { throw .unsupported(.frame(marker)) }
        guard body.count >= 6, let height = body.bigEndian16(at: 1), let width = body.bigEndian16(at: 3)
        else {
            throw .malformed(at: place)
        }
        guard body[0] == 8 else { throw .unsupported(.bits(Int(body[0]))) }
        let components = Int(body[5])
        guard [1, 3].contains(components) else { throw .unsupported(.components(components)) }
        guard body.count == 6 + 3 * components, width > 0, height > 0 else { throw .malformed(at: place) }
        try Picture.check(width: width, height: height)
        let factors = (0..<components).map { index in
            (across: Int(body[7 + 3 * index] >> 4), down: Int(body[7 + 3 * index] & 15))
        }
        guard factors.allSatisfy({ (1...4).contains($0.across) && (1...4).contains($0.down) }) else {
            throw .malformed(at: place)
        }
        let across = factors.map(\.across).max() ?? 1
        let down = factors.map(\.down).max() ?? 1
        self.width = width
        self.height = height
        isGrey = components == 1
        // One colour alone is coded block by block, whatever its factors say.
        unitWidth = isGrey ? 8 : 8 * across
        unitHeight = isGrey ? 8 : 8 * down
        blocks = factors.reduce(0) { blocks, factor in
            let columns = (width * factor.across + 8 * across - 1) / (8 * across)
            let rows = (height * factor.down + 8 * down - 1) / (8 * down)
            return blocks + columns * rows
        }
    }
}
