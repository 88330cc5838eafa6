import TransparencyLog

/// One input of the fuzzer: any bytes are what a log publishes or is asked for, or refused; what is accepted is written
/// back byte for byte.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    // The fuzzer owns the memory; the array is a copy of it.
    let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
    check(bytes, "a note") { try SignedNote(parsing: $0).bytes }
    check(bytes, "a checkpoint") { try Checkpoint(parsing: NoteBody($0)).body.bytes }
    check(bytes, "a proof file") { try ProofFile(parsing: $0).bytes }
    check(bytes, "a request to cosign") { try AddCheckpoint(parsing: $0).bytes }
    check(bytes, "a bundle of entries") { try EntryBundle(decoding: $0).bytes }
    check(bytes, "the edge of a tree") { try TreeFrontier(decoding: $0).bytes }
    if let text = String(validating: bytes, as: UTF8.self) {
        check(bytes, "a path") { _ in LogResource(path: text).map { Array($0.path.utf8) } }
        check(bytes, "a verifier's key") { _ in Array(try VerifierKey(parsing: text).text.utf8) }
        check(bytes, "a signing key") { _ in Array(try SigningKey(parsing: text).text.utf8) }
        check(bytes, "a hash in Base 64") { _ in Hash(base64: text).map { Array($0.base64.utf8) } }
        check(bytes, "a hash in hexadecimal") { _ in Hash(hex: text).map { Array($0.hex.utf8) } }
    }
    // A policy is read by people, who write it in many ways; what is read can be asked.
    if let policy = try? TrustPolicy(parsing: bytes), let note = try? SignedNote(parsing: note) {
        _ = policy.isSatisfied(by: note)
    }
    return 0
}

private func check(_ bytes: [UInt8], _ what: String, again: ([UInt8]) throws -> [UInt8]?) {
    guard let written = try? again(bytes) else { return }
    precondition(written == bytes, "\(what) has two texts")
}

/// A note to ask policies about.
private let note = Array(
    "pleno.example/a\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n— a AAAAAAAA\n".utf8
)
