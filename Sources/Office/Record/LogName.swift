public import Elections
public import TransparencyLog

/// The two logs of an office: the journal, of which checkpoints and proofs are public, and the public record.
public enum OfficeLog: String, CaseIterable, Hashable, Sendable {
    /// Everything the office did.
    case journal
    /// What is public of it.
    case record

    /// The name of the log: `example.org/soppeng/record`; of logs begun anew `example.org/soppeng/2/record`.
    ///
    /// - Parameters:
    ///   - office: The name of the office's key.
    ///   - generation: The place of the logs among those the office began, from 1.
    /// - Returns: A name for a key.
    public func name(of office: KeyName, generation: Int) -> KeyName {
        let text = generation == 1 ? "\(office)/\(rawValue)" : "\(office)/\(generation)/\(rawValue)"
        // What is appended holds nothing that a name must not.
        return (try? KeyName(text)) ?? office
    }
}

extension ElectionState {
    /// The key whose signature stands under the office's checkpoints; `nil` while none was made known.
    public var logKey: KeyNamed? { key(for: .log) ?? key(for: .rehearsal) }

    /// The keys that sign or signed the checkpoints of a log, the one in use first.
    public func verifiers(of log: OfficeLog) -> [VerifierKey] {
        guard let purpose = logKey?.purpose else { return [] }
        return keys.reversed().filter { $0.purpose == purpose }.compactMap { named in
            (try? VerifierKey(parsing: named.key)).map {
                $0.named(log.name(of: $0.name, generation: logGeneration))
            }
        }
    }
}
