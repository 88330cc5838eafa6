import Elections
import Foundation

extension Bench {
    /// Whether contested stations of five districts can change seats, or who gets them: 1,800 stations, 16 parties with
    /// ten candidates each, so many stations contested, as many in each district.
    ///
    /// Prints the slowest of ten answers, from the forms on, how many districts could change, and the slowest reading of
    /// the forms alone.
    static func materiality(contested count: Int) throws {
        let snapshot = try Regency(stations: 1_800, isDivided: true).snapshot()
        let election = snapshot.election
        guard let result = snapshot.result(of: .regencyCouncil), let method = result.rules.seats?.method,
            let rules = TieRules.candidates(election.law, .regencyCouncil, election.decisions)
        else { return }
        let all = election.regions.stations
        let stations = stride(from: 0, to: all.count, by: max(1, all.count / max(1, count))).map { all[$0] }
        var changed = 0
        let reading = try slowest(of: 5) { _ = try snapshot.contested(stations, of: result) }
        let time = try slowest(of: 10) {
            let districts = try snapshot.contested(stations, of: result) ?? []
            changed = try ContestMateriality(districts, method, rules).districts.count { $0.verdict == .can }
        }
        print(
            "materiality \(time) stations \(stations.count) districts \(result.districts.count) can \(changed) "
                + "reading \(reading)"
        )
    }
}
