import CZlib

/// Unpacks gzip data, piece by piece; several packed files in a row count as one.
///
/// Constant memory, some 45 kB.
///
/// - Complexity: O(bytes).
@safe struct Inflater: ~Copyable {
    /// zlib keeps a pointer back to its own state and refuses a moved one, hence a fixed address.
    private let stream: UnsafeMutablePointer<z_stream>
    /// Whether a packed file is half unpacked.
    private(set) var isInside = false

    /// What stopped a step.
    enum Failure: Error { case damaged }

    /// At the start of a packed file.
    init() {
        unsafe stream = .allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        // 15: the largest window; 16 more: gzip with its checksum, and nothing else.
        let version = unsafe zlibVersion()
        let result = unsafe inflateInit2_(stream, 15 + 16, version, CInt(MemoryLayout<z_stream>.size))
        precondition(result == Z_OK, "zlib has its memory, and its header is the library's")
    }

    deinit {
        unsafe inflateEnd(stream)
        unsafe stream.deinitialize(count: 1)
        unsafe stream.deallocate()
    }

    /// Unpacks from `input` until it is used up or `output` is full.
    ///
    /// - Returns: The bytes used and the bytes made.
    /// - Throws: ``Failure/damaged`` when the data contradicts itself, or what follows is not gzip.
    mutating func unpack(
        _ input: Span<UInt8>,
        into output: UnsafeMutableBufferPointer<UInt8>
    ) throws(Failure) -> (used: Int, made: Int) {
        var used = 0
        var made = 0
        while used < input.count, made < output.count {
            if !isInside {
                guard input[used] == 0x1F else { throw .damaged }
                unsafe inflateReset(stream)
                isInside = true
            }
            let room = unsafe UnsafeMutableBufferPointer(rebasing: output[made...])
            let result = unsafe step(input.extracting(used...), into: room)
            used = input.count - Int(unsafe stream.pointee.avail_in)
            made = output.count - Int(unsafe stream.pointee.avail_out)
            switch result {
            case Z_STREAM_END: isInside = false
            case Z_OK, Z_BUF_ERROR: break
            default: throw .damaged
            }
        }
        return (used, made)
    }

    /// One call of zlib, which reads and writes through pointers; they are valid only in here.
    private func step(_ input: Span<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>) -> CInt {
        unsafe input.withUnsafeBufferPointer { bytes in
            unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
            unsafe stream.pointee.avail_in = CUnsignedInt(bytes.count)
            unsafe stream.pointee.next_out = output.baseAddress
            unsafe stream.pointee.avail_out = CUnsignedInt(output.count)
            return unsafe inflate(stream, Z_NO_FLUSH)
        }
    }
}
