import COpenSSL

// Every call into libcrypto, and so every unsafe expression of this target, is in this file.

/// What passwords, tokens and codes are kept with.
enum Libcrypto {
    /// The key that scrypt (RFC 7914) derives from a password; `nil` when there is no memory for it.
    ///
    /// - Complexity: O(2^`logN` · `r` · `p`), in memory O(2^`logN` · `r`).
    static func scrypt(_ password: [UInt8], salt: [UInt8], cost: ScryptCost, bytes: Int) -> [UInt8]? {
        let text = password.map { CChar(bitPattern: $0) }
        let (n, r, p) = (UInt64(1) << UInt64(cost.logN), UInt64(cost.r), UInt64(cost.p))
        let memory = 128 * r * (n + p + 2) + 1 << 20
        let derived = unsafe [UInt8](unsafeUninitializedCapacity: bytes) { buffer, count in
            let status = unsafe EVP_PBE_scrypt(
                text,
                text.count,
                salt,
                salt.count,
                n,
                r,
                p,
                memory,
                buffer.baseAddress,
                bytes
            )
            count = status == 1 ? bytes : 0
        }
        return derived.count == bytes ? derived : nil
    }

    /// The SHA-256 digest (FIPS 180-4) of bytes, 32 bytes.
    static func sha256(_ bytes: [UInt8]) -> [UInt8] {
        unsafe [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
            let status = unsafe EVP_Digest(
                bytes,
                bytes.count,
                buffer.baseAddress,
                nil,
                EVP_sha256(),
                nil
            )
            precondition(status == 1, "SHA-256 is always there")
            count = 32
        }
    }

    /// The digests that codes are made with.
    enum Digest: String { case sha1 = "SHA1", sha256 = "SHA256" }

    /// The code (RFC 2104) of bytes under a key.
    static func hmac(_ digest: Digest, key: [UInt8], _ bytes: [UInt8]) -> [UInt8] {
        unsafe [UInt8](unsafeUninitializedCapacity: 64) { buffer, count in
            let made = unsafe EVP_Q_mac(
                nil,
                "HMAC",
                nil,
                digest.rawValue,
                nil,
                key,
                key.count,
                bytes,
                bytes.count,
                buffer.baseAddress,
                64,
                &count
            )
            precondition(unsafe made != nil, "both digests are always there")
        }
    }

    /// Whether two secrets are the same, in a time that tells nothing of where they differ.
    static func areEqual(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        guard one.count == other.count else { return false }
        return unsafe CRYPTO_memcmp(one, other, one.count) == 0
    }
}

extension Libcrypto {
    /// The bytes of a nonce of AES-GCM.
    static let nonceSize = 12
    private static let tagSize = 16

    /// Bytes sealed by AES-256-GCM (NIST SP 800-38D): nonce, text, tag.
    ///
    /// - Parameters:
    ///   - bytes: What is to be hidden.
    ///   - key: 32 bytes.
    ///   - nonce: 12 bytes that were never used with the key.
    ///   - label: What the text belongs to; it opens with the same label only.
    /// - Returns: The seal.
    static func seal(_ bytes: [UInt8], key: [UInt8], nonce: [UInt8], label: [UInt8]) -> [UInt8] {
        precondition(key.count == 32 && nonce.count == nonceSize, "their lengths are fixed")
        let context = unsafe EVP_CIPHER_CTX_new()
        defer { unsafe EVP_CIPHER_CTX_free(context) }
        var length: CInt = 0
        var status = unsafe EVP_EncryptInit_ex(context, EVP_aes_256_gcm(), nil, key, nonce)
        status &= unsafe EVP_EncryptUpdate(context, nil, &length, label, CInt(label.count))
        var text = [UInt8](repeating: 0, count: bytes.count)
        status &= unsafe EVP_EncryptUpdate(context, &text, &length, bytes, CInt(bytes.count))
        var tag = [UInt8](repeating: 0, count: tagSize)
        status &= unsafe EVP_EncryptFinal_ex(context, &tag, &length)
        status &= unsafe EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, CInt(tagSize), &tag)
        precondition(status == 1, "AES-GCM is always there")
        return nonce + text + tag
    }

    /// The bytes in a seal; `nil` when it was made with another key or label, or changed.
    static func open(_ sealed: [UInt8], key: [UInt8], label: [UInt8]) -> [UInt8]? {
        guard key.count == 32, sealed.count >= nonceSize + tagSize else { return nil }
        let nonce = Array(sealed.prefix(nonceSize))
        let text = Array(sealed.dropFirst(nonceSize).dropLast(tagSize))
        var tag = Array(sealed.suffix(tagSize))
        let context = unsafe EVP_CIPHER_CTX_new()
        defer { unsafe EVP_CIPHER_CTX_free(context) }
        var length: CInt = 0
        var status = unsafe EVP_DecryptInit_ex(context, EVP_aes_256_gcm(), nil, key, nonce)
        status &= unsafe EVP_DecryptUpdate(context, nil, &length, label, CInt(label.count))
        var bytes = [UInt8](repeating: 0, count: text.count)
        status &= unsafe EVP_DecryptUpdate(context, &bytes, &length, text, CInt(text.count))
        status &= unsafe EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, CInt(tagSize), &tag)
        guard status == 1 else { return nil }
        var rest = [UInt8](repeating: 0, count: tagSize)
        return unsafe EVP_DecryptFinal_ex(context, &rest, &length) == 1 ? bytes : nil
    }
}
