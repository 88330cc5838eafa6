/// Named values of a query or a form, as they were sent.
struct Fields: Hashable, Sendable {
    /// None.
    static let none = Fields(values: [:])

    private let values: [String: [String]]

    /// Fields that were read one by one.
    init(values: [String: [String]]) {
        self.values = values
    }

    /// Reads `name=value` pairs between `&` signs, percent-encoded.
    ///
    /// - Throws: ``Refusal/Code/tooLarge`` for more than `most` of them; ``Refusal/Code/malformed`` when one is
    ///   not encoded as it should be, or has no name.
    /// - Complexity: O(bytes).
    /// - Source: URL Standard 5.1.
    init(encoded: some Collection<UInt8>, most: Int) throws(Refusal) {
        var values: [String: [String]] = [:]
        var count = 0
        for pair in encoded.split(separator: UInt8(ascii: "&")) {
            count += 1
            guard count <= most else { throw Refusal(.tooLarge) }
            let sides = pair.split(
                separator: UInt8(ascii: "="),
                maxSplits: 1,
                omittingEmptySubsequences: false
            )
            guard let name = PercentCoding.text(sides[0], plusIsSpace: true), !name.isEmpty,
                let value = PercentCoding.text(sides.dropFirst().joined(), plusIsSpace: true)
            else { throw Refusal(.malformed) }
            values[name, default: []].append(value)
        }
        self.values = values
    }

    /// The names, in alphabetical order.
    var names: [String] { values.keys.sorted() }

    /// The value of a name; nil when it was not sent.
    ///
    /// - Throws: ``Refusal/Code/fieldTwice`` when it was sent more than once: either value could be meant.
    func text(_ name: String) throws(Refusal) -> String? {
        guard let sent = values[name] else { return nil }
        guard sent.count == 1 else { throw Refusal(.fieldTwice, field: name) }
        return sent[0]
    }

    /// The value of a name that must be there.
    ///
    /// - Throws: ``Refusal/Code/fieldMissing``; ``Refusal/Code/fieldTwice``.
    func required(_ name: String) throws(Refusal) -> String {
        guard let text = try text(name) else { throw Refusal(.fieldMissing, field: name) }
        return text
    }

    /// What the value of a name stands for; nil when it was not sent.
    ///
    /// - Throws: ``Refusal/Code/fieldInvalid`` when `read` makes nothing of it; ``Refusal/Code/fieldTwice``.
    func value<Value>(_ name: String, _ read: (String) -> Value?) throws(Refusal) -> Value? {
        guard let text = try text(name) else { return nil }
        guard let value = read(text) else { throw Refusal(.fieldInvalid, field: name) }
        return value
    }

    /// Every value of a name, in the order sent; for what may be chosen more than once.
    func list(_ name: String) -> [String] {
        values[name] ?? []
    }
}
