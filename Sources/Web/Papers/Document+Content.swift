public import Documents
import Foundation

extension Document {
    /// What stands on the paper, as its file has it and as it is signed: the same paper in the same bytes, JSON.
    ///
    /// - Complexity: O(size).
    public var content: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Of texts and nothing else: there is nothing that could not be written.
        return (try? encoder.encode(self)).map(Array.init) ?? []
    }
}
