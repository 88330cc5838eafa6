/// Hands chunks of a file from the task that reads to the task that parses, a bounded number ahead.
actor ChunkQueue {
    /// What comes out at the parser's end.
    enum Item: Sendable {
        case chunk([UInt8])
        case end
        case failed(Problem.Kind)
    }

    private let capacity: Int
    private var items: [Item] = []
    private var isClosed = false
    private var reader: CheckedContinuation<Void, Never>?
    private var writer: CheckedContinuation<Void, Never>?

    /// An empty queue for one reader and one writer.
    init(capacity: Int) {
        self.capacity = capacity
    }

    /// Adds an item, waiting while the queue is full.
    ///
    /// - Returns: Whether anyone still wants more.
    func put(_ item: Item) async -> Bool {
        while items.count >= capacity, !isClosed {
            await withCheckedContinuation { writer = $0 }
        }
        guard !isClosed else { return false }
        items.append(item)
        reader?.resume()
        reader = nil
        return true
    }

    /// Everything that is there, waiting while nothing is.
    func take() async -> [Item] {
        while items.isEmpty {
            await withCheckedContinuation { reader = $0 }
        }
        defer { items.removeAll() }
        writer?.resume()
        writer = nil
        return items
    }

    /// Tells the writer that nothing more is wanted.
    func close() {
        isClosed = true
        writer?.resume()
        writer = nil
    }
}
