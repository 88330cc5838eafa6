import COpenSSL

// Every call into libcrypto, and so every unsafe expression of this target, is in this file.

/// A SHA-256 computation that can be started again and again; one at a time.
///
/// A context that is kept is three times as fast on short input as OpenSSL's one-shot function, which looks
/// up the algorithm in every call.
@safe struct SHA256: ~Copyable {
    private let context: OpaquePointer

    init() {
        guard let context = unsafe EVP_MD_CTX_new() else { preconditionFailure("out of memory") }
        unsafe self.context = context
        precondition(unsafe EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1, "SHA-256 is always there")
    }

    deinit {
        unsafe EVP_MD_CTX_free(context)
    }

    /// The digest of `prefix` followed by `data`.
    func digest(prefix: UInt8?, _ data: Span<UInt8>) -> Hash {
        start(prefix)
        unsafe data.withUnsafeBytes { unsafe add($0) }
        return finish()
    }

    /// The digest of `prefix` followed by two digests.
    func digest(prefix: UInt8, _ left: Hash, _ right: Hash) -> Hash {
        start(prefix)
        unsafe withUnsafeBytes(of: (left.memory, right.memory)) { unsafe add($0) }
        return finish()
    }

    private func start(_ prefix: UInt8?) {
        precondition(unsafe EVP_DigestInit_ex(context, nil, nil) == 1, "a context starts again")
        guard let prefix else { return }
        unsafe withUnsafeBytes(of: prefix) { unsafe add($0) }
    }

    private func add(_ bytes: UnsafeRawBufferPointer) {
        precondition(
            unsafe EVP_DigestUpdate(context, bytes.baseAddress, bytes.count) == 1,
            "it takes bytes"
        )
    }

    private func finish() -> Hash {
        var memory: Hash.Memory = (0, 0, 0, 0)
        let status = unsafe withUnsafeMutableBytes(of: &memory) {
            unsafe EVP_DigestFinal_ex(context, $0.baseAddress, nil)
        }
        precondition(status == 1, "a started digest ends")
        return Hash(memory)
    }
}

/// Signatures of RFC 8032: keys and seeds of 32 bytes, signatures of 64.
///
/// The callers hold keys of the right length only, so OpenSSL refuses none of them.
enum Ed25519 {
    /// The public key that belongs to `seed`.
    static func publicKey(seed: [UInt8]) -> [UInt8] {
        let key = unsafe EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nil, seed, seed.count)
        defer { unsafe EVP_PKEY_free(key) }
        return unsafe [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
            count = 32
            let status = unsafe EVP_PKEY_get_raw_public_key(key, buffer.baseAddress, &count)
            precondition(status == 1, "a private key has its public key")
        }
    }

    /// The signature of `message`; the same for the same input.
    static func sign(_ message: [UInt8], seed: [UInt8]) -> [UInt8] {
        let key = unsafe EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nil, seed, seed.count)
        defer { unsafe EVP_PKEY_free(key) }
        let context = unsafe EVP_MD_CTX_new()
        defer { unsafe EVP_MD_CTX_free(context) }
        precondition(unsafe EVP_DigestSignInit(context, nil, nil, nil, key) == 1, "a private key signs")
        return unsafe [UInt8](unsafeUninitializedCapacity: 64) { buffer, count in
            count = 64
            let status = unsafe EVP_DigestSign(context, buffer.baseAddress, &count, message, message.count)
            precondition(status == 1, "any message can be signed")
        }
    }

    /// Whether `signature` was made over `message` with the private half of `publicKey`.
    static func isValid(_ signature: [UInt8], of message: [UInt8], publicKey: [UInt8]) -> Bool {
        let key = unsafe EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nil, publicKey, publicKey.count)
        defer { unsafe EVP_PKEY_free(key) }
        let context = unsafe EVP_MD_CTX_new()
        defer { unsafe EVP_MD_CTX_free(context) }
        return unsafe EVP_DigestVerifyInit(context, nil, nil, nil, key) == 1
            && EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
    }
}
