/// The sampled audit of a ballot in a plenary: its seed, what could be drawn when it was thrown, what was read again.
public struct PlenaryAudit: Hashable, Sendable {
    /// The plenary's number.
    public let plenary: Int
    /// The ballot.
    public let ballot: Ballot
    /// The digits that were thrown.
    public let seed: AuditSeed
    /// How many forms are read again.
    public let size: Int
    /// The forms that counted when the dice fell.
    public let manifest: AuditManifest
    /// What the second team read, form by form.
    public internal(set) var readings: [FormKey: [AuditRead.Figure]] = [:]
}

/// Why nothing can be done about an audit as it stands.
public enum AuditFault: Error, Hashable, Sendable {
    /// No plenary of this number is being held that adds up the ballot.
    case plenary
    /// The dice were thrown: a seed is thrown once.
    case drawnAlready
    /// More forms than there are, or none.
    case size(forms: Int)
    /// No dice were thrown in this plenary for the ballot.
    case notDrawn
    /// The form could not be drawn.
    case notInManifest(FormKey)
    /// It was read again.
    case readAlready(FormKey)
    /// No figures, one twice, or one that the form does not have.
    case fields
    /// Dice were thrown while the form counted: it stays as it is.
    case frozen(FormKey)
    /// Whoever typed a form or decided about it does not audit it.
    case samePerson(FormKey)
}

/// What an audit found, as far as the forms that were drawn have been read again.
public struct AuditReport: Hashable, Sendable {
    /// A figure that the second team read otherwise than it counts.
    public struct Difference: Hashable, Sendable {
        /// The form.
        public let form: FormKey
        /// The figure.
        public let field: Field
        /// What counts.
        public let counted: Int?
        /// What the second team read.
        public let read: Int?
    }

    /// The forms that were drawn, in the order in which they were drawn.
    public let drawn: [FormKey]
    /// Those of them that nobody has read again yet.
    public let open: [FormKey]
    /// Those that were read otherwise than they count.
    public let wrong: [FormKey]
    /// Every figure that differs, in the order of the forms.
    public let differences: [Difference]
    /// What that bounds; `nil` while forms are open.
    public let bound: AuditBound?

    /// The report of an audit.
    ///
    /// - Parameters:
    ///   - audit: The audit.
    ///   - state: What the office knows.
    ///   - sha256: The digest of bytes (FIPS 180-4), in lower-case hexadecimal digits.
    /// - Complexity: O(lines × log lines + drawn × fields).
    public init(_ audit: PlenaryAudit, in state: ElectionState, sha256: ([UInt8]) -> String) {
        let sample = AuditSample(audit.manifest, seed: audit.seed, size: audit.size, sha256: sha256)
        drawn = sample.drawn.map(\.line.form)
        open = drawn.filter { audit.readings[$0] == nil }
        var differences: [Difference] = []
        for form in drawn {
            guard let read = audit.readings[form] else { continue }
            let counted = state.countedFigures(of: form)
            differences += read.compactMap { figure in
                let known = counted[figure.field] ?? nil
                return known == figure.figure
                    ? nil : Difference(form: form, field: figure.field, counted: known, read: figure.figure)
            }
        }
        self.differences = differences
        let changed = Set(differences.map(\.form))
        wrong = drawn.filter(changed.contains)
        bound =
            open.isEmpty
            ? AuditBound(forms: audit.manifest.lines.count, drawn: drawn.count, wrong: wrong.count) : nil
    }
}
