import Office

extension StoreFault {
    /// What a fault of the database means to the office.
    init(_ fault: PostgresFault) {
        self =
            switch fault {
            case .unreachable(let message), .lost(let message): .unreachable(message)
            case .timeout, .cancelled: .timeout
            case .closed: .closed
            case .refused(let refusal): StoreFault(refusal)
            }
    }

    private init(_ refusal: PostgresFault.Refusal) {
        self =
            switch refusal.state {
            // disk_full
            case "53100": .full
            // query_canceled, lock_not_available
            case "57014", "55P03": .timeout
            // read_only_sql_transaction, insufficient_privilege
            case "25006", "42501": .readOnly
            default: .database("\(refusal.state): \(refusal.message)")
            }
    }

    /// Runs `body` and says its fault in the office's words.
    static func translating<Success>(
        _ body: () async throws(PostgresFault) -> Success
    ) async throws(StoreFault) -> Success {
        do throws(PostgresFault) {
            return try await body()
        } catch {
            throw StoreFault(error)
        }
    }
}
