/// Something that must be true of a form, or of figures beside each other: a rule with a code.
///
/// A check judges figures and never changes them: what the paper says can always be held.
public struct Check: Sendable {
    /// What the check looks at.
    public enum Scope: String, CaseIterable, Hashable, Sendable {
        /// One form alone.
        case form
        /// The forms of one station on several ballots.
        case ballots
        /// The stations of one place beside each other.
        case neighbours
        /// The figures of a tier beside those below.
        case tiers
        /// A file that was signed.
        case file
    }

    /// Who asks what to do about a broken check.
    public enum Audience: String, CaseIterable, Hashable, Sendable {
        /// Who types forms.
        case typist
        /// Who accepts forms, or chairs the plenary.
        case approver
        /// Who reads the result: witness, supervisor, journalist, citizen.
        case reader
    }

    /// What to do, in the words of each audience.
    public struct Advice: Hashable, Sendable {
        private let typist: LocalizedText
        private let approver: LocalizedText
        private let reader: LocalizedText

        init(typist: LocalizedText, approver: LocalizedText, reader: LocalizedText) {
            self.typist = typist
            self.approver = approver
            self.reader = reader
        }

        /// What `audience` should do or know.
        public subscript(audience: Audience) -> LocalizedText {
            switch audience {
            case .typist: typist
            case .approver: approver
            case .reader: reader
            }
        }
    }

    /// The code on screens, in files and in tests: `A07`.
    public let code: String
    /// What it looks at.
    public let scope: Scope
    /// How much it weighs when broken; some of its conditions may weigh less.
    public let severity: Condition.Severity
    /// What must hold, in one sentence.
    public let statement: LocalizedText
    /// The legal source, or why it is asked where no law does.
    public let source: LocalizedText
    /// What to do when it does not hold.
    public let advice: Advice

    private let make: @Sendable (FormKind) -> [Condition]

    init(
        _ code: String,
        _ scope: Scope,
        _ severity: Condition.Severity,
        _ statement: LocalizedText,
        source: LocalizedText,
        typist: LocalizedText,
        approver: LocalizedText,
        reader: LocalizedText,
        conditions: @escaping @Sendable (FormKind) -> [Condition] = { _ in [] }
    ) {
        self.code = code
        self.scope = scope
        self.severity = severity
        self.statement = statement
        self.source = source
        self.advice = Advice(typist: typist, approver: approver, reader: reader)
        make = conditions
    }

    /// Its formulas for one kind of form; none where the form, or the law, gives it nothing to do.
    ///
    /// - Complexity: O(contestants and candidates of the form).
    public func conditions(for kind: FormKind) -> [Condition] {
        make(kind)
    }
}

extension Check {
    /// Every check, in the order of the codes.
    public static let all: [Check] = arithmetic + acrossBallots + plausibility + acrossTiers

    /// The checks that are asked of a form: those of forms and ballots, and whether its DPT is the decreed one.
    public static let askedOfForms = all.filter { [.form, .ballots].contains($0.scope) || $0.code == "R04" }

    /// The rules of the law it cannot be asked without.
    public var openRules: [Law.RuleID] {
        switch code {
        case "P01": [.stationLimit]
        case "P02": [.reserve, .supply]
        case "B04": [.reserve]
        default: []
        }
    }

    /// The check with this code, written in any case; `nil` when there is none.
    public static func named(_ code: String) -> Check? {
        index[code.uppercased()].map { all[$0] }
    }

    static let index = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1.code, $0) })
}

extension Check: Hashable {
    /// A check is its code.
    public static func == (left: Check, right: Check) -> Bool { left.code == right.code }

    /// Hashes the code.
    public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
