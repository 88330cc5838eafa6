/// Where an office lies on a PostgreSQL: an address as libpq takes it, with the office among its parameters, such as
/// `postgresql://db.example/pleno?office=soppeng`.
///
/// It never holds a password, which everyone who lists the processes of the machine would see: libpq finds it in
/// `PGPASSFILE`, `PGPASSWORD` or a service file.
public struct PostgresAddress: Hashable, Sendable, CustomStringConvertible {
    /// What libpq takes.
    public let dsn: String
    /// The office's name, 1…255 bytes.
    public let office: String
    /// The address as it was given.
    public let description: String

    /// Why a text is no address of an office.
    public enum Fault: Error, Hashable, Sendable {
        /// It holds a password, or what may be one.
        case password
        /// It does not name one office, with 1…255 bytes.
        case office
        /// libpq does not take it; in its words.
        case malformed(String)
    }

    private static let schemes = ["postgresql://", "postgres://"]

    /// Whether a text is meant as one, right or wrong.
    public static func isMeant(by text: String) -> Bool {
        schemes.contains { text.utf8.starts(with: $0.utf8) }
    }

    /// Reads an address.
    ///
    /// - Throws: ``Fault``, without a word of a password.
    public init(parsing text: String) throws(Fault) {
        let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        // Also where libpq would split it otherwise: its words, and ours, would show a piece of the password.
        let front = parts[0].drop { $0 != ":" }.dropFirst()
        if let sign = front.lastIndex(of: "@"), front[..<sign].contains(":") { throw .password }
        let parameters =
            parts.count < 2 ? [] : parts[1].split(separator: "&", omittingEmptySubsequences: false)
        let names = parameters.filter { $0.hasPrefix("office=") }
        guard names.count == 1, let office = Self.decoded(names[0].dropFirst("office=".count)),
            (1...255).contains(office.utf8.count), !office.utf8.contains(0)
        else { throw .office }
        let others = parameters.filter { !$0.hasPrefix("office=") }.joined(separator: "&")
        dsn = parts[0] + (others.isEmpty ? "" : "?" + others)
        self.office = office
        description = text
        let values = try Self.values(of: dsn)
        guard values["password"] == nil, values["sslpassword"] == nil else { throw .password }
    }

    private static func values(of dsn: String) throws(Fault) -> [String: String] {
        do throws(PostgresFault) {
            return try LibPQ.values(of: dsn)
        } catch .unreachable(let words) {
            throw .malformed(words)
        } catch {
            throw .malformed("\(error)")
        }
    }

    /// What a text means in an address; `nil` for what means nothing.
    private static func decoded(_ text: Substring) -> String? {
        var bytes: [UInt8] = []
        var rest = text.utf8
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            let digits = rest.prefix(2)
            // A sign would be read as a part of the number.
            guard digits.count == 2, Substring(digits).allSatisfy(\.isHexDigit),
                let value = UInt8(Substring(digits), radix: 16)
            else { return nil }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        return String(validating: bytes, as: UTF8.self)
    }
}
