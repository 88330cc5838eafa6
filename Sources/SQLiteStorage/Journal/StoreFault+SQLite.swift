import GRDB
import Office

extension StoreFault {
    /// The fault for whatever a piece of work with the database threw.
    init(_ error: any Error) {
        if let fault = error as? StoreFault { self = fault; return }
        guard let error = error as? DatabaseError else { self = .database("\(error)"); return }
        let words = error.message ?? error.resultCode.description
        self =
            switch error.resultCode.primaryResultCode {
            case .SQLITE_FULL: .full
            case .SQLITE_READONLY, .SQLITE_PERM: .readOnly
            case .SQLITE_CORRUPT: .damaged(words)
            case .SQLITE_NOTADB: .foreign(words)
            case .SQLITE_BUSY, .SQLITE_LOCKED: .timeout
            case .SQLITE_CANTOPEN, .SQLITE_IOERR: .unreachable(words)
            // What GRDB answers for a connection that was closed meanwhile.
            case .SQLITE_MISUSE: .closed
            default: .database(words)
            }
    }
}
