import COpenSSL

/// A SHA-256 digest (FIPS 180-4) in the making.
@safe struct Digest: ~Copyable {
    /// The library's context is a pointer that only this type sees.
    private let context: OpaquePointer

    /// Of no bytes yet.
    init() {
        guard let context = unsafe EVP_MD_CTX_new() else { preconditionFailure("libcrypto has its memory") }
        unsafe self.context = context
        precondition(unsafe EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1, "SHA-256 is always there")
    }

    deinit { unsafe EVP_MD_CTX_free(context) }

    /// Takes in the next bytes.
    ///
    /// - Complexity: O(bytes).
    mutating func update(_ bytes: [UInt8]) {
        let status = unsafe bytes.withUnsafeBytes {
            unsafe EVP_DigestUpdate(context, $0.baseAddress, $0.count)
        }
        precondition(status == 1, "a started digest takes bytes")
    }

    /// Ends it: the digest of all of them, 32 bytes in lower-case hexadecimal.
    mutating func finish() -> String {
        let digest = unsafe [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
            unsafe EVP_DigestFinal_ex(context, buffer.baseAddress, nil)
            count = 32
        }
        return digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
