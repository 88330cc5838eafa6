extension Recount {
    /// The forms a recount can be written in.
    public enum Format: String, CaseIterable, Sendable {
        case table, csv, json
    }

    /// Writes `selection` block by block.
    ///
    /// - Throws: Whatever `output` throws; then nothing more is written.
    /// - Complexity: O(units × counters), the memory of one block.
    public func write<Failure: Error>(
        _ selection: [Int],
        as format: Format,
        to output: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        switch format {
        case .csv: try write(selection, CSVRecountPage(self), to: output)
        case .json: try write(selection, JSONRecountPage(self), to: output)
        case .table: try write(selection, TextRecountPage(self, selection), to: output)
        }
    }

    private func write<Failure: Error>(
        _ selection: [Int],
        _ page: some RecountPage,
        to output: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        var page = page
        page.begin()
        for unit in selection {
            page.add(unit)
            guard page.bytes.count >= Self.blockSize else { continue }
            try output(page.bytes)
            page.clear()
        }
        page.end()
        try output(page.bytes)
    }

    private static let blockSize = 128 << 10
}

/// Words one unit after the other into a buffer.
protocol RecountPage {
    /// What has been written since the last ``clear()``.
    var bytes: [UInt8] { get }
    mutating func begin()
    mutating func add(_ unit: Int)
    mutating func end()
    /// Starts anew in the same memory.
    mutating func clear()
}
