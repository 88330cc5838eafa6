/// A file of a log as it is served, with its path below the log's address.
///
/// - Source: C2SP tlog-tiles.
public enum LogResource: Hashable, Sendable {
    /// The latest signed checkpoint; the one file that changes.
    case checkpoint
    /// Hashes of the tree.
    case tile(Tile)
    /// The entries under a tile of level 0.
    case entries(Tile)

    /// Reads a path as ``path`` writes it; nil for every other spelling.
    public init?(path: String) {
        guard let resource = Self.read(path), resource.path.utf8.elementsEqual(path.utf8) else { return nil }
        self = resource
    }

    /// The path: `checkpoint`, `tile/1/x001/234.p/5` or `tile/entries/x001/234`.
    public var path: String {
        switch self {
        case .checkpoint: "checkpoint"
        case .tile(let tile): "tile/\(tile.level)/\(tile.place)"
        case .entries(let tile): "tile/entries/\(tile.place)"
        }
    }

    /// Reads generously: what is spelled otherwise does not come out again as it went in.
    private static func read(_ path: String) -> LogResource? {
        var parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count > 2, parts[0] == "tile" else { return path == "checkpoint" ? .checkpoint : nil }
        var width = Tile.fullWidth
        if parts[parts.count - 2].hasSuffix(".p") {
            guard let number = Int(parts.removeLast()) else { return nil }
            width = number
            parts[parts.count - 1].removeLast(2)
        }
        // Six groups of three digits: more than any tree has.
        guard parts.count <= 8 else { return nil }
        let digits = parts[2...].joined().filter { $0 != "x" }
        guard let index = Int(digits) else { return nil }
        let level = parts[1] == "entries" ? 0 : Int(parts[1])
        guard let level, let tile = Tile(level: level, index: index, width: width) else { return nil }
        return parts[1] == "entries" ? .entries(tile) : .tile(tile)
    }
}

extension Tile {
    /// The index in groups of three digits, all but the last marked by an `x`, and the width of a partial tile.
    fileprivate var place: String {
        var rest = index
        var groups: [String] = []
        repeat {
            let digits = String(rest % 1000)
            groups.append(String(repeating: "0", count: 3 - digits.utf8.count) + digits)
            rest /= 1000
        } while rest > 0
        let marked = groups.enumerated().map { $0.offset == 0 ? $0.element : "x" + $0.element }
        return marked.reversed().joined(separator: "/") + (isFull ? "" : ".p/\(width)")
    }
}
