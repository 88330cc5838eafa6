/// The entries under a tile of level 0, each after its length in two bytes, the larger first.
///
/// - Source: C2SP tlog-tiles, "Log entries".
public struct EntryBundle: Hashable, Sendable {
    /// The most bytes of an entry: what two bytes can count.
    public static let longestEntry = 65_535

    /// The entries: 1 to 256.
    public let entries: [[UInt8]]

    /// Bundles `entries`.
    ///
    /// - Throws: ``Failure/entryCount(_:)`` or ``Failure/entryTooLong(index:bytes:)``.
    /// - Complexity: O(entries).
    public init(_ entries: [[UInt8]]) throws(Failure) {
        guard (1...Tile.fullWidth).contains(entries.count) else { throw .entryCount(entries.count) }
        for (index, entry) in entries.enumerated() where entry.count > Self.longestEntry {
            throw .entryTooLong(index: index, bytes: entry.count)
        }
        self.entries = entries
    }

    /// Reads a bundle as it is served.
    ///
    /// - Throws: ``Failure/entryCount(_:)`` or ``Failure/cut(index:offset:)``.
    /// - Complexity: O(bytes).
    public init(decoding bytes: [UInt8]) throws(Failure) {
        entries = try Self.places(in: bytes).map { Array(bytes[$0]) }
    }

    /// Where the entries of a bundle lie, for whoever reads them one after the other.
    ///
    /// - Throws: As ``init(decoding:)``.
    /// - Complexity: O(entries).
    public static func places(in bytes: [UInt8]) throws(Failure) -> [Range<Int>] {
        var places: [Range<Int>] = []
        var offset = 0
        while offset < bytes.count {
            let start = offset + 2
            let length = start > bytes.count ? nil : Int(bytes[offset]) << 8 | Int(bytes[offset + 1])
            guard let length, start + length <= bytes.count else {
                throw .cut(index: places.count, offset: offset)
            }
            places.append(start..<start + length)
            offset = start + length
        }
        guard (1...Tile.fullWidth).contains(places.count) else { throw .entryCount(places.count) }
        return places
    }

    /// The bundle as it is served.
    ///
    /// - Complexity: O(bytes).
    public var bytes: [UInt8] {
        entries.flatMap { [UInt8($0.count >> 8), UInt8($0.count & 255)] + $0 }
    }

    /// Why entries are no bundle.
    public enum Failure: Error, Hashable, Sendable {
        /// None, or more than a tile has hashes.
        case entryCount(Int)
        /// More bytes than ``EntryBundle/longestEntry`` in the entry at `index` of the bundle.
        case entryTooLong(index: Int, bytes: Int)
        /// The bytes end within the entry at `index`, which begins at `offset`.
        case cut(index: Int, offset: Int)
    }
}
