/// An account was opened.
public struct AccountOpened: Hashable, Sendable {
    /// Its name: 2…40 lower-case letters, digits and hyphens.
    public let account: String

    /// An account.
    public init(account: String) { self.account = account }
}

extension AccountOpened: ActContent {
    func writeFields(to writer: inout CanonicalWriter) { writer.field("account", account) }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        account = try reader.field("account")
    }
}

/// An account was closed for good, or what it signs in with was made anew.
public struct AccountChanged: Hashable, Sendable {
    /// The account.
    public let account: String
    /// Why.
    public let reason: String

    /// A change.
    public init(account: String, reason: String) {
        self.account = account
        self.reason = reason
    }
}

extension AccountChanged: ActContent {
    func writeFields(to writer: inout CanonicalWriter) {
        writer.field("account", account)
        writer.field("reason", reason)
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        account = try reader.field("account")
        reason = try reader.field("reason")
    }
}

/// A mandate ended before its time.
public struct MandateEnded: Hashable, Sendable {
    /// The mandate by its number.
    public let mandate: Int
    /// Why.
    public let reason: String

    /// The end of a mandate.
    public init(mandate: Int, reason: String) {
        self.mandate = mandate
        self.reason = reason
    }
}

extension MandateEnded: ActContent {
    func writeFields(to writer: inout CanonicalWriter) {
        writer.field("mandate", mandate)
        writer.field("reason", reason)
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        mandate = try reader.field("mandate")
        reason = try reader.field("reason")
    }
}

extension Role: Canonical {}

extension Mandate: ActContent {
    func writeFields(to writer: inout CanonicalWriter) {
        writer.field("account", account)
        writer.field("basis", basis)
        writer.field("contestant", contestant)
        writer.field("division", division)
        writer.field("from", from)
        writer.field("mandate", number)
        writer.field("place", place)
        writer.field("role", role)
        writer.field("until", until)
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        let account = try reader.field("account", String.self)
        let basis = try reader.field("basis", String.self)
        let contestant = try reader.optionalField("contestant", Int.self)
        let division = try reader.optionalField("division", String.self)
        let from = try reader.optionalField("from", Int.self)
        let number = try reader.field("mandate", Int.self)
        let place = try reader.optionalField("place", RegionCode.self)
        let role = try reader.field("role", Role.self)
        self.init(
            number: number,
            account: account,
            role: role,
            place: place,
            division: division,
            contestant: contestant,
            from: from,
            until: try reader.optionalField("until", Int.self),
            basis: basis
        )
    }
}

/// The divisions of the commission were named.
struct DivisionsNamed: ActContent {
    let divisions: [Division]

    init(divisions: [Division]) { self.divisions = divisions }

    func writeFields(to writer: inout CanonicalWriter) { writer.field("divisions", divisions) }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        divisions = try reader.field("divisions")
    }
}

extension Division: Canonical {
    /// Writes the division.
    public func write(to writer: inout CanonicalWriter) {
        writer.object { writer in
            writer.field("aliases", aliases.isEmpty ? nil : aliases)
            writer.field("id", id)
            writer.field("name", name)
        }
    }

    /// Reads a division.
    public init(from reader: inout CanonicalReader) throws(CanonicalFault) {
        self = try reader.object { (reader) throws(CanonicalFault) in
            let aliases: [String] = try reader.list("aliases")
            let id = try reader.field("id", String.self)
            return Division(id: id, name: try reader.field("name"), aliases: aliases)
        }
    }
}
