/// Why the content of a tile is not believed.
public enum TileError<Failure: Error>: Error {
    /// It could not be had.
    case notFetched(Tile, Failure)
    /// Its length is not that of its width.
    case length(Tile, bytes: Int)
    /// The tree of this size has no such tile, or has it wider or narrower.
    case notInTree(Tile)
    /// The tree of this size has no such complete subtree.
    case noSuchNode(TreeNode)
    /// The tiles of the right edge do not add up to the root.
    case rootDiffers
    /// The tile does not add up to the hash one level up.
    case hashDiffers(Tile)
    /// The entries under the tile cannot be read, or are too few or too many.
    case bundle(Tile, EntryBundle.Failure)
    /// The entry at `place` of the tile has another leaf hash.
    case entryDiffers(Tile, place: Int)
}

extension TileError: Equatable where Failure: Equatable {}
extension TileError: Hashable where Failure: Hashable {}
