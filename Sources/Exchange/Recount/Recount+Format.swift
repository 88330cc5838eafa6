extension Recount {
    /// The forms a recount can be written in.
    public enum Format: String, CaseIterable, Sendable {
        case table, csv, json
    }

    /// Writes `selection` block by block, wording two blocks at a time.
    ///
    /// - Throws: Whatever `output` throws; then nothing more is written.
    /// - Complexity: O(units × counters), the memory of some blocks.
    public func write(
        _ selection: [Int],
        as format: Format,
        to output: ([UInt8]) throws -> Void
    ) async throws {
        switch format {
        case .csv: try await write(selection, CSVRecountPage(self), to: output)
        case .json: try await write(selection, JSONRecountPage(self), to: output)
        case .table: try await write(selection, TextRecountPage(self, selection), to: output)
        }
    }

    private func write(
        _ selection: [Int],
        _ page: some RecountPage,
        to output: ([UInt8]) throws -> Void
    ) async throws {
        try output(page.opening)
        var start = 0
        while start < selection.count {
            let middle = min(start + Self.blockLength, selection.count)
            let end = min(middle + Self.blockLength, selection.count)
            async let second = page.worded(selection[middle..<end])
            try output(page.words(for: selection[start..<middle]))
            try output(await second)
            start = end
        }
        try output(page.closing)
    }

    /// Units in a block: some hundred kilobytes of text.
    private static let blockLength = 4_096
}
