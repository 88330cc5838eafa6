/// A file of text, plain or packed by gzip, read chunk by chunk.
///
/// Its first bytes tell whether it is packed, never its name.
struct TextFile: ~Copyable {
    private let file: InputFile
    private let chunkSize: Int
    private var inflater: Inflater?
    /// Bytes of a packed file that wait to be unpacked, from `used` on.
    private var packed: [UInt8] = []
    private var used = 0
    /// The bytes read from the disk so far.
    private(set) var bytesRead = 0
    private var hasBegun = false

    /// The size on disk.
    var size: Int { file.size }

    /// Opens the file at `path`.
    ///
    /// - Throws: ``InputFile/Failure`` when there is none or it cannot be opened.
    init(path: String, chunkSize: Int) throws(InputFile.Failure) {
        file = try InputFile(path: path)
        self.chunkSize = chunkSize
    }

    /// The next bytes of the text; none at its end.
    ///
    /// - Throws: ``InputFile/Failure`` when the system cannot read or the packing is broken.
    mutating func next() throws(InputFile.Failure) -> [UInt8] {
        if !hasBegun { try begin() }
        guard inflater != nil else {
            defer { packed = [] }
            return packed.isEmpty ? try fill(chunkSize) : packed
        }
        return try unpacked()
    }

    /// Looks at the first two bytes.
    private mutating func begin() throws(InputFile.Failure) {
        hasBegun = true
        packed = try fill(max(2, chunkSize))
        while packed.count == 1 {
            let second = try fill(1)
            guard !second.isEmpty else { break }
            packed += second
        }
        if packed.starts(with: [0x1F, 0x8B]) { inflater = Inflater() }
    }

    private mutating func fill(_ limit: Int) throws(InputFile.Failure) -> [UInt8] {
        let bytes = try file.read(upTo: limit)
        bytesRead += bytes.count
        return bytes
    }

    private mutating func unpacked() throws(InputFile.Failure) -> [UInt8] {
        var failure: InputFile.Failure?
        // Unpacking straight into the array that is handed on, without a copy between.
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: chunkSize) { output, count in
            do throws(InputFile.Failure) {
                while count < chunkSize {
                    let room = unsafe UnsafeMutableBufferPointer(rebasing: output[count...])
                    guard let made = try unsafe unpack(into: room) else { return }
                    count += made
                }
            } catch {
                failure = error
            }
        }
        // What came before the damage is lost with it: a broken file is not read in part.
        if let failure { throw failure }
        return bytes
    }

    /// Unpacks some bytes.
    ///
    /// - Returns: How many; `nil` at the end of the file.
    private mutating func unpack(
        into room: UnsafeMutableBufferPointer<UInt8>
    ) throws(InputFile.Failure) -> Int? {
        if used == packed.count {
            packed = try fill(Self.packedChunkSize)
            used = 0
            guard !packed.isEmpty else {
                guard inflater?.isInside == false else { throw InputFile.Failure(kind: .gzipCut) }
                return nil
            }
        }
        do throws(Inflater.Failure) {
            let packed = packed
            let step = try unsafe inflater?.unpack(packed.span.extracting(used...), into: room)
            guard let step else { return nil }
            used += step.used
            return step.made
        } catch {
            throw InputFile.Failure(kind: .gzipDamaged)
        }
    }

    private static let packedChunkSize = 64 << 10
}
