/// What a log asks of a cosigner: to confirm that a checkpoint continues the last one it confirmed.
///
/// - Source: C2SP tlog-witness, `add-checkpoint`.
public struct AddCheckpoint: Hashable, Sendable {
    /// The size of the last checkpoint that the cosigner is thought to have confirmed; zero for none.
    public let oldSize: Int

    /// The hashes of the consistency proof from there.
    public let hashes: [Hash]

    /// The checkpoint as the log signed it.
    public let note: SignedNote

    /// What the note says.
    public let checkpoint: Checkpoint

    /// A request to be sent.
    ///
    /// - Throws: ``CheckpointError`` when `note` is another kind of note.
    public init(oldSize: Int, hashes: [Hash], note: SignedNote) throws(CheckpointError) {
        self.oldSize = oldSize
        self.hashes = hashes
        self.note = note
        checkpoint = try Checkpoint(parsing: note.body)
    }

    /// Reads the body of a request.
    ///
    /// - Throws: ``MessageError``, to be answered with status 400.
    /// - Complexity: O(bytes).
    public init(parsing bytes: [UInt8]) throws(MessageError) {
        let message = try HeadedNote(bytes)
        guard let size = message.rest(of: 0, after: "old").flatMap(Decimal.number) else {
            throw .line(1, expected: .oldSize)
        }
        oldSize = size
        hashes = try message.hashes(from: 1)
        note = message.note
        checkpoint = message.checkpoint
    }

    /// The body of the request.
    public var bytes: [UInt8] {
        HeadedNote.bytes(head: ["old \(oldSize)"], hashes: hashes, note: note)
    }
}
