public import Elections

extension HandedForms {
    /// A figure of an accepted form that the file has otherwise.
    public struct Conflict: Hashable, Sendable {
        /// The field.
        public let field: Field
        /// What is accepted.
        public let accepted: Int
        /// What the file says.
        public let offered: Int
    }

    /// The accepted forms of the file with every figure that it has otherwise; what is missing differs from nothing.
    ///
    /// - Complexity: O(forms × fields).
    public func conflicts(in state: ElectionState) -> [(place: Int, conflicts: [Conflict])] {
        forms.indices.compactMap { place in
            guard let accepted = state.acceptedFigures(of: forms[place].key) else { return nil }
            let conflicts = fields.indices.compactMap { column -> Conflict? in
                guard let one = accepted[column], let other = forms[place].figures[column],
                    ReadingDifference.differ(one, other)
                else { return nil }
                return Conflict(field: fields[column], accepted: one, offered: other)
            }
            return conflicts.isEmpty ? nil : (place, conflicts)
        }
    }

    /// The act of typing a form, and the name of the request for it: the same whenever the same file is handed in.
    ///
    /// - Parameters:
    ///   - place: The place of the form among ``forms``.
    ///   - codes: The codes of the checks that were confirmed for it.
    ///   - rounds: How often typing of the form began anew, so that it can be handed in again after that.
    /// - Returns: Both.
    public func entry(_ place: Int, confirming codes: [String], rounds: Int) -> (act: Act, request: String) {
        let key = forms[place].key
        let name = [
            "import", digest, key.ballot.rawValue, key.station.description, key.version.rawValue, "\(rounds)",
        ]
        let act = FormEntered(key, figures: forms[place].figures, confirmed: codes)
        return (.formEntered(act), name.joined(separator: "/"))
    }

    /// The reading that the forms which are not left out make.
    public func reading(by source: ComparisonSource, _ fates: [HandedFate]) -> ComparisonReading {
        let columns = fields.indices.filter { offered.contains(fields[$0]) }
        let taken = forms.indices.filter { fates[$0] == .adds }
        return ComparisonReading(
            ballot,
            by: source,
            file: file,
            digest: digest,
            fields: columns.map { fields[$0] },
            forms: taken.map { place in
                (forms[place].key, columns.map { forms[place].figures[$0] })
            }
        )
    }
}
