/// What others read on a form, held beside it: a witness's copy, volunteers' photos, Sirekap.
public struct FormCopy: Sendable {
    /// Whose it is.
    public let source: ComparisonSource
    /// What it is called.
    public let name: LocalizedText
    /// What it says, in the order of its fields; `nil` is missing, not zero.
    public let figures: [(field: Field, figure: Int?)]
}

extension ElectionState {
    /// What others read on a form, in the order in which their readings were opened; none of those that lack it.
    ///
    /// - Complexity: O(readings × fields).
    public func copies(of form: FormKey) -> [FormCopy] {
        position(of: form.station).flatMap { contest(form.ballot)?.copies($0, form.version) } ?? []
    }

    /// Of the column of a plenary, the figures on others' copies of the station's form that are not those that stand
    /// there; `nil` where no station's form was read in it.
    ///
    /// A figure that either lacks is no difference.
    ///
    /// - Complexity: O(readings × fields).
    public func copies(
        _ unit: CertifiedFigures.Place,
        _ ballot: Ballot,
        in plenary: Plenary
    ) -> [(copy: FormCopy, differences: [(field: Field, standing: Int, copy: Int)])]? {
        guard case .station(let station) = unit,
            case .form(let version)? = plenary.read[ballot]?[unit]?.edition,
            let standing = figures(unit, ballot, in: plenary)
        else { return nil }
        let known = Dictionary(standing.map { ($0.field, $0.figure) }) { first, _ in first }
        return copies(of: FormKey(ballot, station, version)).map { copy in
            let differences = copy.figures.compactMap { row -> (field: Field, standing: Int, copy: Int)? in
                guard let figure = row.figure, let own = known[row.field] ?? nil, own != figure else {
                    return nil
                }
                return (row.field, own, figure)
            }
            return (copy, differences)
        }
    }
}
