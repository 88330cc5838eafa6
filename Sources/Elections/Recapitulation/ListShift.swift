/// Votes that moved inside a list: a candidate, or the party itself, has more than was read right below, and another
/// of the same list has fewer.
///
/// The list's votes together may be as they were read, so that no comparison of contestants shows it.
public struct ListShift: Hashable, Sendable {
    /// The votes of the party or of one of its candidates, and how they differ.
    public struct Part: Hashable, Sendable {
        /// Whose votes.
        public let field: Field
        /// Certified − read below; never 0.
        public let difference: Int
    }

    /// The region whose certificate differs.
    public let region: Region
    /// What it was held against.
    public let basis: ShiftReport.Basis
    /// The list, by its contestant's number.
    public let contestant: Int
    /// What differs, in the order of the form.
    public let parts: [Part]
    /// What was corrected of these in plenaries between what is read below and the certificate.
    public let corrections: [MadeCorrection]
    /// Whether the corrections come to the differences, all of them.
    public let isCorrected: Bool

    /// The votes that moved: what some gained, or others lost, whichever is less.
    public var moved: Int {
        let gained = parts.reduce(0) { $0 + max(0, $1.difference) }
        return min(gained, parts.reduce(0) { $0 + max(0, -$1.difference) })
    }

    /// What the list's votes differ by together.
    public var balance: Int { parts.reduce(0) { $0 + $1.difference } }

    /// The lists of a ballot inside which votes moved: unexplained first, then the most votes, then in register order.
    ///
    /// A figure that is missing in the certificate, or below it, is not compared.
    ///
    /// - Complexity: O((certified regions + stations) × fields).
    public static func all(_ snapshot: Snapshot, _ result: ContestResult) -> [ListShift] {
        let contest = result.contest
        guard contest.ballot.choice == .list, let certified = contest.certified else { return [] }
        let fields = contest.contestants.flatMap { contestant in
            certified.forms.fields.filter { field in
                switch field {
                case .partyVotes(contestant.number), .candidateVotes(contestant.number, _): true
                default: false
                }
            }.sorted { $0.place < $1.place }
        }
        guard !fields.isEmpty else { return [] }
        let sums = ColumnSums(contest, fields)
        let shifts = snapshot.election.regions.all.flatMap { region in
            certified.row(of: region.code).map { row in
                all(in: region, certified.forms.row(row, fields), snapshot, result, sums)
            } ?? []
        }
        return shifts.enumerated().sorted { left, right in
            let (first, second) = (left.element, right.element)
            if first.isCorrected != second.isCorrected { return second.isCorrected }
            return first.moved != second.moved ? first.moved > second.moved : left.offset < right.offset
        }.map(\.element)
    }

    private static func all(
        in region: Region,
        _ figures: [Int?],
        _ snapshot: Snapshot,
        _ result: ContestResult,
        _ sums: ColumnSums
    ) -> [ListShift] {
        let basis = snapshot.basis(of: region.code, result.contest)
        let below = snapshot.below(region.code, basis, result, sums)
        let parts = zip(sums.fields, zip(figures, below)).compactMap { field, figures -> Part? in
            guard let certified = figures.0, let below = figures.1, certified != below else { return nil }
            return Part(field: field, difference: certified - below)
        }
        guard !parts.isEmpty else { return [] }
        let corrections = snapshot.corrections(of: result.contest, in: region.code, basis)
        return result.contest.contestants.compactMap { contestant in
            let own = parts.filter { $0.field.contestant == contestant.number }
            guard ShiftReport.Pattern(own.map(\.difference)) == .shift else { return nil }
            let made = corrections.filter { correction in
                own.contains { correction.change(of: $0.field) != 0 }
            }
            return ListShift(
                region: region,
                basis: basis,
                contestant: contestant.number,
                parts: own,
                corrections: made,
                isCorrected: made.change(of: own.map(\.field)) == own.map { $0.difference }
            )
        }
    }
}

extension Field {
    /// The place on a list: the party's own votes stand before those of its candidates.
    fileprivate var place: Int { if case .candidateVotes(_, let place) = self { place } else { 0 } }
}

extension FormTable {
    /// The figures of a row in some fields.
    func row(_ row: Int, _ fields: [Field]) -> [Int?] { fields.map { self[row, $0] } }
}
