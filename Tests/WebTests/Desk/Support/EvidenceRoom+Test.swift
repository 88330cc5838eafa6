import Office
import SQLiteStorage

@testable import pleno

extension EvidenceRoom {
    /// The room of an office on a disk, with the reader of pictures that the program has.
    init(_ office: ElectionOffice, _ store: SQLiteStore, now: @escaping @Sendable () -> Int) {
        self.init(office, store: store.evidence, reader: ImagesReader(), now: now)
    }
}
