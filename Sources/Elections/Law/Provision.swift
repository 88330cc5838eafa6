/// A rule of a law: settled by its source, or open, with the readings the sources allow.
///
/// An open rule is never guessed: what depends on it waits until a ``Decision`` picks one of the readings.
public struct Provision<Value: Hashable & Sendable>: Hashable, Sendable {
    /// One way to read an open rule.
    public struct Reading: Hashable, Sendable {
        /// The name by which a decision picks it.
        public let id: String
        /// The reading in words.
        public let text: LocalizedText
        /// What it comes to.
        public let value: Value
    }

    private enum State: Hashable, Sendable {
        case settled(Value)
        case open([Reading])
    }

    /// The article it stands in; for an open rule, what is known of it and what is not.
    public let source: LocalizedText
    private let state: State

    /// A rule its source settles.
    static func settled(_ value: Value, _ source: LocalizedText) -> Provision {
        Provision(source: source, state: .settled(value))
    }

    /// A rule its sources leave open.
    static func open(_ readings: [(id: String, text: LocalizedText, value: Value)], _ source: LocalizedText)
        -> Provision
    {
        let readings = readings.map { Reading(id: $0.id, text: $0.text, value: $0.value) }
        return Provision(source: source, state: .open(readings))
    }

    /// Whether the sources leave it open.
    public var isOpen: Bool { !readings.isEmpty }

    /// The readings of an open rule; none when it is settled.
    public var readings: [Reading] {
        switch state {
        case .settled: []
        case .open(let readings): readings
        }
    }

    /// The rule's value, by its source or by the decision that was recorded on it.
    ///
    /// - Returns: `nil` while it is open and not decided.
    public func value(_ decision: Decision?) -> Value? {
        switch state {
        case .settled(let value): value
        case .open(let readings): readings.first { $0.id == decision?.reading }?.value
        }
    }

    /// What it can come to: its value, or while it is open that of each reading.
    public func values(_ decision: Decision?) -> [Value] {
        value(decision).map { [$0] } ?? readings.map(\.value)
    }
}

extension Provision {
    /// The same rule with its value in words.
    func map<Other: Hashable & Sendable>(_ transform: (Value) -> Other) -> Provision<Other> {
        switch state {
        case .settled(let value): .settled(transform(value), source)
        case .open(let readings): .open(readings.map { ($0.id, $0.text, transform($0.value)) }, source)
        }
    }
}

/// What a plenary decided on a rule that the law leaves open.
public struct Decision: Hashable, Sendable {
    /// The rule decided on.
    public let rule: Law.RuleID
    /// The reading it picked.
    public let reading: String
    /// The minutes or decree it stands in.
    public let basis: LocalizedText

    /// A recorded decision.
    public init(rule: Law.RuleID, reading: String, basis: LocalizedText) {
        self.rule = rule
        self.reading = reading
        self.basis = basis
    }
}
