/// A correction by the plenary that made it.
public struct MadeCorrection: Hashable, Sendable {
    /// The plenary's number.
    public let plenary: Int
    /// The correction, with what stood in the column.
    public let made: Plenary.Corrected

    /// How it changed a figure; 0 where it did not, `nil` where nothing stood there before.
    public func change(of field: Field) -> Int? {
        guard let change = made.correction.changes.first(where: { $0.field == field }) else { return 0 }
        return change.old.map { change.new - $0 }
    }
}

extension [MadeCorrection] {
    /// How they changed figures, each added up; `nil` where nothing stood before one of them.
    func change(of fields: [Field]) -> [Int?] {
        fields.map { field in
            reduce(0) { sum, correction in
                guard let sum, let change = correction.change(of: field) else { return nil }
                return sum + change
            }
        }
    }
}

extension Plenary {
    /// The corrections that made a region's figures what they are, in their order.
    ///
    /// On its own column where a plenary above it read that, else on the columns inside it; of columns that were read
    /// again only those since.
    func corrections(_ ballot: Ballot, in region: RegionCode) -> [MadeCorrection] {
        let isColumn = read[ballot]?[.region(region)] != nil
        return corrections.filter { done in
            let isMeant =
                switch done.correction.unit {
                case .station(let station): !isColumn && region.contains(station.village)
                case .region(let code): isColumn ? code == region : region.contains(code)
                }
            return isMeant && done.correction.ballot == ballot
                && read[ballot]?[done.correction.unit]?.edition == done.edition
        }.map { MadeCorrection(plenary: number, made: $0) }
    }
}

extension Snapshot {
    /// The corrections that lie between a region's figures in force and what is right below it, or its stations.
    ///
    /// A plenary that corrects the column of a region below it certifies that column anew: then the correction lies
    /// between that region and those in it, and not above.
    ///
    /// - Parameters:
    ///   - contest: The ballot.
    ///   - region: The region.
    ///   - basis: What its figures are held against.
    /// - Returns: None where its figures were taken over, or are not certified.
    public func corrections(
        of contest: Contest,
        in region: RegionCode,
        _ basis: ShiftReport.Basis
    ) -> [MadeCorrection] {
        corrections(
            of: contest,
            in: region,
            basis,
            contest.editions.filter { $0.figures.row(of: region) != nil }[...]
        )
    }

    private func corrections(
        of contest: Contest,
        in region: RegionCode,
        _ basis: ShiftReport.Basis,
        _ editions: ArraySlice<CertifiedEdition>
    ) -> [MadeCorrection] {
        guard let number = editions.last?.plenary, let plenary = election.plenaries[number] else { return [] }
        let own = plenary.corrections(contest.ballot, in: region)
        if let read = plenary.read[contest.ballot]?[.region(region)]?.edition {
            guard basis == .stations, case .certificate(let count) = read, count < editions.count else {
                return own
            }
            return corrections(of: contest, in: region, basis, editions.prefix(count)) + own
        }
        guard basis == .stations else { return [] }
        guard plenary.region.tier < .subdistrict else { return own }
        return election.regions.children(of: region).flatMap {
            corrections(of: contest, in: $0.code, .stations)
        }
    }
}
