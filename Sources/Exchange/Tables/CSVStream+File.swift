extension CSVStream {
    /// Reads the file at `path` while another task unpacks it some chunks ahead.
    mutating func readAll(from path: String, _ plan: ReadingPlan = ReadingPlan()) async {
        let queue = ChunkQueue(capacity: plan.chunksAhead)
        async let producing: Void = plan.produce(path, into: queue)
        await consume(queue)
        await producing
    }

    /// Reads what another task puts into `queue`, and tells it when nothing more is wanted.
    mutating func consume(_ queue: ChunkQueue) async {
        while !isStopped {
            for item in await queue.take() {
                switch item {
                case .chunk(let bytes): feed(bytes)
                case .end: finish()
                case .failed(let kind): stop(kind)
                }
            }
        }
        await queue.close()
    }
}
