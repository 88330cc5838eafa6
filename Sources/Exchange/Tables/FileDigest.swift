import COpenSSL

/// The SHA-256 digest of a file (FIPS 180-4).
public enum FileDigest: Sendable {
    /// The digest of bytes, in lower-case hexadecimal digits.
    ///
    /// - Complexity: O(bytes).
    public static func sha256(of bytes: [UInt8]) -> String {
        let digest = unsafe [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
            // The library reads the bytes and writes 32 of its own, within this call.
            let status = unsafe bytes.withUnsafeBytes {
                unsafe EVP_Digest($0.baseAddress, $0.count, buffer.baseAddress, nil, EVP_sha256(), nil)
            }
            precondition(status == 1, "SHA-256 is always there")
            count = 32
        }
        return hexadecimal(digest)
    }

    private static func hexadecimal(_ digest: [UInt8]) -> String {
        digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// The digest of the file at `path` as it lies on the disk, in lower-case hexadecimal digits.
    ///
    /// - Throws: ``InputFile/Failure`` when there is none or it cannot be read.
    /// - Complexity: O(bytes).
    static func sha256(of path: String) throws(InputFile.Failure) -> String {
        let file = try InputFile(path: path)
        // The library's context is a pointer that only this function sees.
        let context = unsafe EVP_MD_CTX_new()
        defer { unsafe EVP_MD_CTX_free(context) }
        precondition(unsafe EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1, "SHA-256 is always there")
        while true {
            let chunk = try file.read(upTo: 1 << 20)
            guard !chunk.isEmpty else { break }
            let status = unsafe chunk.withUnsafeBytes {
                unsafe EVP_DigestUpdate(context, $0.baseAddress, $0.count)
            }
            precondition(status == 1, "a started digest takes bytes")
        }
        let digest = unsafe [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
            unsafe EVP_DigestFinal_ex(context, buffer.baseAddress, nil)
            count = 32
        }
        return hexadecimal(digest)
    }
}
