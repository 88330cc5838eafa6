import CZlib
import Foundation

/// Files and packed bytes for the tests of tables.
enum Samples {
    /// A folder of its own for one test; the system's temporary folder is cleaned by its owner.
    static func folder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "pleno-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    /// Runs `body` with the path of a file that holds `bytes`, and removes the file.
    static func withFile<Result>(
        _ bytes: [UInt8],
        named name: String = "t.csv",
        _ body: (String) async throws -> Result
    ) async throws -> Result {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: name)
        try Data(bytes).write(to: file)
        return try await body(file.path)
    }

    /// `bytes` packed as gzip does it.
    static func gzip(_ bytes: [UInt8]) -> [UInt8] {
        var stream = unsafe z_stream()
        var input = bytes
        let room = bytes.count + 1_000
        // 31: gzip with the largest window. Everything is packed in one call, while the pointers are valid.
        return unsafe [UInt8](unsafeUninitializedCapacity: room) { output, count in
            let version = unsafe zlibVersion()
            let size = unsafe CInt(MemoryLayout<z_stream>.size)
            _ = unsafe deflateInit2_(&stream, 6, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY, version, size)
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
