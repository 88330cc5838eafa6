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
        var entries: [[UInt8]] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            let length =
                rest.count < 2 ? nil : Int(rest[rest.startIndex]) << 8 | Int(rest[rest.startIndex + 1])
            guard let length, rest.count >= 2 + length else {
                throw .cut(index: entries.count, offset: rest.startIndex)
            }
            entries.append(Array(rest.dropFirst(2).prefix(length)))
            rest = rest.dropFirst(2 + length)
        }
        try self.init(entries)
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
