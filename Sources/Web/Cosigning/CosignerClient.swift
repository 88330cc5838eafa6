import Foundation
public import TransparencyLog

/// Asks a cosigner to confirm checkpoints, over HTTP.
///
/// - Source: C2SP tlog-witness.
public struct CosignerClient: Sendable {
    /// The key of the cosigner.
    public let key: VerifierKey

    private let address: URL
    private let http: HTTPClient
    private let time: Duration

    /// A cosigner at the address below which it serves `add-checkpoint`; nil unless the key is a cosigner's and
    /// the address one of HTTP.
    ///
    /// - Parameters:
    ///   - key: The key of the cosigner.
    ///   - url: The address.
    ///   - http: Who asks.
    ///   - time: What one request may take.
    public init?(
        _ key: VerifierKey,
        at url: String,
        by http: HTTPClient,
        within time: Duration = .seconds(30)
    ) {
        guard key.kind == .cosignature, let address = URL(httpAddress: url) else { return nil }
        self.key = key
        self.address = address.below("add-checkpoint")
        self.http = http
        self.time = time
    }

    /// Has a checkpoint confirmed.
    ///
    /// A cosigner that confirmed up to elsewhere than `oldSize` says so and is asked once more.
    ///
    /// - Parameters:
    ///   - note: The checkpoint as the log signed it.
    ///   - oldSize: Up to where the cosigner is thought to have confirmed; zero when nobody knows.
    ///   - proof: The hashes of the consistency proof from a size between zero and the checkpoint's to that; nil
    ///     when there is none.
    /// - Returns: The cosignature, which the key made over this checkpoint.
    /// - Throws: ``CosignerError``.
    public func cosign(
        _ note: SignedNote,
        from oldSize: Int,
        proof: (_ from: Int) async -> [Hash]?
    ) async throws(CosignerError) -> NoteSignature {
        let size = try Self.checkpoint(note).size
        var oldSize = min(oldSize, size)
        var answer = try await ask(note, size, from: oldSize, proof)
        if case .latest(let latest) = answer, latest <= size, latest != oldSize {
            oldSize = latest
            answer = try await ask(note, size, from: oldSize, proof)
        }
        switch answer {
        case .cosigned(let signature): return signature
        case .latest(size) where oldSize == size: throw .otherTree(size: size)
        case .latest(let latest) where latest > size: throw .ahead(latest: latest)
        case .latest(let latest): throw .undecided(latest: latest)
        }
    }

    /// Asks up to where the cosigner confirmed the log.
    ///
    /// It is asked to confirm `note` once more, as if that were its latest: it either is, or the answer is what
    /// else is. Nothing that was not confirmed before can come to be confirmed by this.
    ///
    /// - Parameter note: A checkpoint of the log with at least one entry, however old.
    /// - Returns: The size; zero when it knows the log and confirmed nothing.
    /// - Throws: ``CosignerError``; ``CosignerError/otherTree(size:)`` when it confirmed another tree of this size.
    public func latestSize(_ note: SignedNote) async throws(CosignerError) -> Int {
        let size = try Self.checkpoint(note).size
        switch try await ask(note, size, from: size, { _ in nil }) {
        case .cosigned: return size
        case .latest(size): throw .otherTree(size: size)
        case .latest(let latest): return latest
        }
    }

    private enum Answer {
        case cosigned(NoteSignature)
        case latest(Int)
    }

    private func ask(
        _ note: SignedNote,
        _ size: Int,
        from oldSize: Int,
        _ proof: (Int) async -> [Hash]?
    ) async throws(CosignerError) -> Answer {
        let hashes = (1..<max(1, size)).contains(oldSize) ? await proof(oldSize) : []
        guard let hashes else { throw .noProof(from: oldSize) }
        let request: AddCheckpoint
        do { request = try AddCheckpoint(oldSize: oldSize, hashes: hashes, note: note) } catch {
            throw .checkpoint(error)
        }
        let answer: HTTPClient.Answer
        do throws(HTTPFault) {
            let bounds = HTTPClient.Bounds(bytes: Self.mostBytes, time: time)
            answer = try await http.post(request.bytes, "text/plain", to: address, within: bounds)
        } catch {
            throw .http(error)
        }
        switch answer.status {
        case 200: return .cosigned(try cosignature(answer.body, under: note.body))
        case 400: throw .malformed
        case 403: throw .notSigned
        case 404: throw .unknownLog
        case 409: return .latest(try latest(answer))
        case 422: throw .proofRefused
        case let status: throw .status(status)
        }
    }

    /// Room for as many signatures as a note may have.
    private static let mostBytes = 1 << 16

    private func cosignature(_ body: [UInt8], under text: NoteBody) throws(CosignerError) -> NoteSignature {
        guard body.last == UInt8(ascii: "\n") else { throw .unreadable }
        let lines = body.dropLast().split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        var fault: NoteRefusal?
        for line in lines {
            let signature: NoteSignature
            do { signature = try NoteSignature(parsing: String(decoding: line, as: UTF8.self)) } catch {
                throw .unreadable
            }
            do {
                _ = try SignedNote(text, signature).verified(by: [key])
                return signature
            } catch {
                fault = fault == nil || fault == .noKnownSignature ? error : fault
            }
        }
        throw .signature(fault ?? .noKnownSignature)
    }

    private func latest(_ answer: HTTPClient.Answer) throws(CosignerError) -> Int {
        guard answer.type == "text/x.tlog.size", answer.body.last == UInt8(ascii: "\n") else {
            throw .unreadable
        }
        let digits = String(decoding: answer.body.dropLast(), as: UTF8.self)
        guard let size = Int(digits), size >= 0, String(size) == digits else { throw .unreadable }
        return size
    }

    private static func checkpoint(_ note: SignedNote) throws(CosignerError) -> Checkpoint {
        do { return try Checkpoint(parsing: note.body) } catch { throw .checkpoint(error) }
    }
}

/// Why a cosigner did not confirm a checkpoint.
public enum CosignerError: Error, Hashable, Sendable {
    /// The note is no checkpoint.
    case checkpoint(CheckpointError)
    /// The log has no proof from the size up to which the cosigner confirmed it.
    case noProof(from: Int)
    /// It confirmed a larger tree: the log lost entries, or shows this cosigner another history.
    case ahead(latest: Int)
    /// It confirmed another tree of the same size.
    case otherTree(size: Int)
    /// Its latest size changed with every request; others ask too.
    case undecided(latest: Int)
    /// It could not read the request (400).
    case malformed
    /// It knows another key of the log (403).
    case notSigned
    /// It does not follow the log (404).
    case unknownLog
    /// The proof does not lead from what it confirmed to this checkpoint (422).
    case proofRefused
    /// Another status.
    case status(Int)
    /// The answer is not one of the protocol's.
    case unreadable
    /// No signature in the answer is the cosigner's over this checkpoint.
    case signature(NoteRefusal)
    /// There was no answer.
    case http(HTTPFault)
}
