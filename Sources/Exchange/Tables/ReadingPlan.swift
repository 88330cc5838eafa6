/// How a file is read: in which pieces, how far ahead of the parser, and who hears of it.
public struct ReadingPlan: Sendable {
    /// The bytes of text in a chunk.
    var chunkSize = 256 << 10
    /// The chunks that may wait for the parser.
    var chunksAhead = 32
    /// Hears how far the reading is, at every hundredth of a file.
    var progress: (@Sendable (ReadProgress) -> Void)?

    /// The usual plan, telling `progress` how far the reading is.
    public init(progress: (@Sendable (ReadProgress) -> Void)? = nil) {
        self.progress = progress
    }

    /// Reads the file at `path` into `queue` until it ends or nobody wants more.
    @concurrent
    func produce(_ path: String, into queue: ChunkQueue) async {
        do throws(InputFile.Failure) {
            var file = try TextFile(path: path, chunkSize: chunkSize)
            var told = 0
            while true {
                let chunk = try file.next()
                guard !chunk.isEmpty else { break }
                guard await queue.put(.chunk(chunk)) else { return }
                let percent = file.bytesRead * 100 / max(1, file.size)
                if percent > told { progress?(ReadProgress(bytes: file.bytesRead, of: file.size)) }
                told = percent
            }
            _ = await queue.put(.end)
        } catch {
            _ = await queue.put(.failed(error.kind))
        }
    }
}
