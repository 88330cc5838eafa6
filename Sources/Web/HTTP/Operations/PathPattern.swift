import Elections

/// A step of a path that stands for a value: its name, what may stand there, and how it is read.
struct PathParameter<Value: Sendable>: Sendable {
    /// What stands there, for the description of the operations.
    let kind: AnyPathParameter.Kind
    /// Its name, unique within a path.
    let name: String
    /// Reads it; nil when it is none, and then nothing is at the address.
    let read: @Sendable (String) -> Value?

    /// A parameter; a value has one spelling, or a page would have two addresses.
    init(
        _ name: StaticString,
        _ kind: AnyPathParameter.Kind = .text,
        read: @escaping @Sendable (String) -> Value?
    ) {
        self.name = "\(name)"
        self.kind = kind
        self.read = read
    }
}

extension PathParameter<Int> {
    /// A whole number from 0, without zeros before it.
    static func number(_ name: StaticString) -> PathParameter<Int> {
        PathParameter(name, .number) { text in
            guard let number = Int(text), number >= 0, String(number) == text else { return nil }
            return number
        }
    }
}

extension PathParameter<RegionCode> {
    /// A region's code: `73.12.01`.
    static func region(_ name: StaticString) -> PathParameter<RegionCode> {
        PathParameter(name) { text in
            guard let code = try? RegionCode(parsing: text), code.description == text else { return nil }
            return code
        }
    }
}

/// A parameter of any type, as a path knows it.
struct AnyPathParameter: Sendable {
    /// What may stand in the step.
    enum Kind: Hashable, Sendable {
        case text
        case number
    }

    let name: String
    let kind: Kind
    let accepts: @Sendable (String) -> Bool

    init<Value>(_ parameter: PathParameter<Value>) {
        name = parameter.name
        kind = parameter.kind
        accepts = { parameter.read($0) != nil }
    }
}

/// The paths of an operation: words that stand for themselves, and parameters.
///
/// ```
/// "desk" / village / "stations" / station
/// ```
struct PathPattern: Sendable, ExpressibleByStringLiteral {
    /// A step.
    enum Step: Sendable {
        case word(String)
        case parameter(AnyPathParameter)

        var isWord: Bool { if case .word = self { true } else { false } }
    }

    /// The most bytes of a step that stands for a value.
    static let mostBytes = 200

    private(set) var steps: [Step]

    /// The site's root.
    static let root = PathPattern(steps: [])

    private init(steps: [Step]) {
        self.steps = steps
    }

    /// A word, or several with slashes between.
    init(stringLiteral words: StaticString) {
        steps = "\(words)".split(separator: "/").map { .word(String($0)) }
    }

    /// A single word, without slashes.
    init(word: String) {
        steps = [.word(word)]
    }

    /// The path, and a word behind it.
    static func / (path: PathPattern, words: PathPattern) -> PathPattern {
        PathPattern(steps: path.steps + words.steps)
    }

    /// The path, and a parameter behind it.
    static func / <Value>(path: PathPattern, parameter: PathParameter<Value>) -> PathPattern {
        PathPattern(steps: path.steps + [.parameter(AnyPathParameter(parameter))])
    }

    /// What stands in the place of each parameter; nil when `path` is no such path.
    ///
    /// - Complexity: O(steps).
    func values(in path: RequestPath) -> [String: String]? {
        guard path.steps.count == steps.count else { return nil }
        var values: [String: String] = [:]
        for (step, text) in zip(steps, path.steps) {
            switch step {
            case .word(let word):
                guard word == text else { return nil }
            case .parameter(let parameter):
                guard text.utf8.count <= Self.mostBytes, parameter.accepts(text) else { return nil }
                values[parameter.name] = text
            }
        }
        return values
    }

    /// Its parameters, in order.
    var parameters: [AnyPathParameter] {
        steps.compactMap { if case .parameter(let parameter) = $0 { parameter } else { nil } }
    }

    /// As people and OpenAPI write it: `/desk/{village}/stations/{station}`.
    var template: String { "/" + steps.map(\.text).joined(separator: "/") }

    /// Which paths it has, without the names of its parameters: two operations with the same are one too many.
    var shape: String {
        "/" + steps.map { $0.isWord ? $0.text : "{}" }.joined(separator: "/")
    }
}

extension PathPattern.Step {
    fileprivate var text: String {
        switch self {
        case .word(let word): word
        case .parameter(let parameter): "{\(parameter.name)}"
        }
    }
}
