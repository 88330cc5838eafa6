/// A key that the office signs with was made known.
public struct KeyNamed: Hashable, Sendable {
    /// What it signs.
    public let purpose: Purpose
    /// Its public half in one line: name, number and key, as signed notes write it.
    public let key: String
    /// The signature line by the key before it over both; `nil` for the first key of a purpose.
    public let proof: String?

    /// What a key signs; each has its own.
    public enum Purpose: String, CaseIterable, Canonical, Hashable, Sendable {
        /// The checkpoints of the office's logs.
        case log
        /// Papers.
        case documents
        /// The checkpoints of a rehearsal, which can never be taken for those of an election.
        case rehearsal

        /// The purpose whose key an office cannot have beside this one: it is an election's or a rehearsal's for
        /// good.
        var rival: Purpose? {
            switch self {
            case .log: .rehearsal
            case .rehearsal: .log
            case .documents: nil
            }
        }
    }

    /// A key with its purpose.
    public init(purpose: Purpose, key: String, proof: String? = nil) {
        self.purpose = purpose
        self.key = key
        self.proof = proof
    }
}

extension KeyNamed: ActContent {
    func writeFields(to writer: inout CanonicalWriter) {
        writer.field("key", key)
        writer.field("proof", proof)
        writer.field("purpose", purpose)
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        key = try reader.field("key")
        proof = try reader.optionalField("proof")
        purpose = try reader.field("purpose")
    }
}

/// The office's logs were begun anew under another name, because entries or a key were lost.
public struct LogSucceeded: Hashable, Sendable {
    /// The place of the new logs among the office's, from 2.
    public let generation: Int
    /// The last checkpoint that is known of the lost record, as a signed note.
    public let checkpoint: String
    /// Whether the key was lost with it: the next one is the first of its kind again, and must be compared anew.
    public let isKeyLost: Bool
    /// What happened.
    public let reason: LocalizedText

    /// A new beginning.
    public init(generation: Int, checkpoint: String, isKeyLost: Bool, reason: LocalizedText) {
        self.generation = generation
        self.checkpoint = checkpoint
        self.isKeyLost = isKeyLost
        self.reason = reason
    }
}

extension LogSucceeded: ActContent {
    func writeFields(to writer: inout CanonicalWriter) {
        writer.field("checkpoint", checkpoint)
        writer.field("generation", generation)
        writer.field("keyLost", isKeyLost)
        writer.field("reason", reason)
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        checkpoint = try reader.field("checkpoint")
        generation = try reader.field("generation")
        isKeyLost = try reader.field("keyLost")
        reason = try reader.field("reason")
    }
}
