package import Foundation
import TransparencyLog

extension SmallLog {
    /// Writes the tiles and entries of the tree at `size` below a folder, where `tlog-tiles` has them.
    package func write(to folder: URL, at size: Int? = nil) throws {
        for (tile, bytes) in try tiles(at: size ?? self.size) {
            try Self.write(bytes, .tile(tile), to: folder)
            guard tile.level == 0 else { continue }
            let entries = entries[(256 * tile.index)..<(256 * tile.index + tile.width)]
            try Self.write(EntryBundle(Array(entries)).bytes, .entries(tile), to: folder)
        }
    }

    private static func write(_ bytes: [UInt8], _ resource: LogResource, to folder: URL) throws {
        let url = folder.appending(path: resource.path)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(bytes).write(to: url)
    }

    /// Proofs of some entries and growths, the first and the last among them.
    package func proofs() throws -> String {
        let places = Set([0, 1, 2, 254, 255, 256, size / 2, size / 3, size - 1])
        let lines = try places.filter { (0..<size).contains($0) }.sorted().flatMap { place in
            let inclusion = try inclusion(of: place, in: size).hashes.map(\.base64)
            let growth = try consistency(from: place + 1, to: size).hashes.map(\.base64)
            let roots = [root(at: place + 1), root].map(\.base64)
            return [
                ["inclusion", "\(size)", "\(place)", root.base64] + inclusion,
                ["consistency", "\(place + 1)", "\(size)"] + roots + growth,
            ]
        }
        return lines.map { $0.joined(separator: " ") + "\n" }.joined()
    }
}
