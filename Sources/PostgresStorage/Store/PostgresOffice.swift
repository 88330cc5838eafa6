public import Office

/// An office on a PostgreSQL, for several servers.
public struct PostgresOffice: SharedStore {
    private let address: PostgresAddress
    private let holder: String
    private let limits: PostgresLimits

    /// An office at an address.
    ///
    /// - Parameters:
    ///   - address: Where it lies.
    ///   - holder: What others are told about this server while it writes.
    ///   - limits: How long it waits.
    public init(_ address: PostgresAddress, holder: String, limits: PostgresLimits = PostgresLimits()) {
        self.address = address
        self.holder = holder
        self.limits = limits
    }

    /// Becomes its writer, if it is there; see ``PostgresStore/open(_:office:holder:isMade:limits:)``.
    public func writer() async throws(StoreFault) -> any LeasedStore {
        let (dsn, office) = (address.dsn, address.office)
        return try await PostgresStore.open(
            dsn,
            office: office,
            holder: holder,
            isMade: false,
            limits: limits
        )
    }

    /// Reads it; see ``PostgresStore/reading(_:office:limits:)``.
    public func reader() async throws(StoreFault) -> any FollowedStore {
        try await PostgresStore.reading(address.dsn, office: address.office, limits: limits)
    }
}
