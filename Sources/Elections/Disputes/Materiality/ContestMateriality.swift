public import Apportionment

/// Whether votes in doubt can change a council: every district of a ballot with its stations in doubt.
///
/// A station lies in one district, so that each district has bounds of its own.
public struct ContestMateriality: Hashable, Sendable {
    /// The districts in their order.
    public let districts: [DistrictMateriality]

    /// Whether anything of any district can change.
    public var verdict: MaterialityVerdict { MaterialityVerdict(districts.lazy.map(\.verdict)) }

    /// Holds the votes in doubt of all districts against their seats.
    ///
    /// - Throws: ``DistrictMateriality/Refusal`` of the first district that has one.
    /// - Complexity: That of ``DistrictMateriality`` for each district.
    public init(
        _ districts: [ContestedDistrict],
        _ method: Method,
        _ rules: TieRules,
        decisions: [ListDecision] = []
    ) throws(DistrictMateriality.Refusal) {
        var results: [DistrictMateriality] = []
        for district in districts {
            results.append(try DistrictMateriality(district, method, rules, decisions: decisions))
        }
        self.districts = results
    }
}
