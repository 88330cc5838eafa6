import CZlib

/// A zip file put together by hand, so that it can also be a dishonest one.
struct TinyZip {
    private var body: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    /// What an entry says of itself that is not so.
    struct Lie {
        var size: Int?
        var method: Int?
        var isEncrypted = false
        var checksum: UInt32?
    }

    /// Packs a file.
    mutating func add(_ name: String, _ bytes: [UInt8], _ lie: Lie = Lie()) {
        let packed = Self.deflated(bytes)
        let checksum = unsafe UInt32(crc32(0, bytes, CUnsignedInt(bytes.count)))
        var fields: [UInt8] = []
        fields += Self.little(20, 2) + Self.little(lie.isEncrypted ? 0x801 : 0x800, 2)
        fields += Self.little(lie.method ?? 8, 2) + [0, 0, 0x21, 0]
        fields += Self.little(Int(lie.checksum ?? checksum), 4) + Self.little(packed.count, 4)
        fields += Self.little(lie.size ?? bytes.count, 4) + Self.little(name.utf8.count, 2) + [0, 0]
        directory += [0x50, 0x4B, 1, 2, 20, 0] + fields + Array(repeating: 0, count: 10)
        directory += Self.little(body.count, 4) + name.utf8
        body += [0x50, 0x4B, 3, 4] + fields + name.utf8 + packed
        count += 1
    }

    /// The whole file.
    var bytes: [UInt8] {
        body + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + Self.little(count, 2) + Self.little(count, 2)
            + Self.little(directory.count, 4) + Self.little(body.count, 4) + [0, 0]
    }

    private static func little(_ number: Int, _ width: Int) -> [UInt8] {
        (0..<width).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }

    private static func deflated(_ bytes: [UInt8]) -> [UInt8] {
        var stream = unsafe z_stream()
        var input = bytes
        let room = bytes.count + bytes.count / 100 + 1_000
        // -15: no header. Everything is packed in one call, while the pointers are valid.
        return unsafe [UInt8](unsafeUninitializedCapacity: room) { output, count in
            let size = unsafe CInt(MemoryLayout<z_stream>.size)
            _ = unsafe deflateInit2_(&stream, 6, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, zlibVersion(), size)
            unsafe input.withUnsafeMutableBufferPointer { bytes in
                unsafe stream.next_in = bytes.baseAddress
                unsafe stream.avail_in = CUnsignedInt(bytes.count)
                unsafe stream.next_out = output.baseAddress
                unsafe stream.avail_out = CUnsignedInt(room)
                _ = unsafe deflate(&stream, Z_FINISH)
            }
            count = unsafe room - Int(stream.avail_out)
            _ = unsafe deflateEnd(&stream)
        }
    }
}
