import Elections
import TestSupport
import Testing

@Suite("Formulas with one thing changed")
struct MutationTests {
    /// A change after which a condition says the same, and why.
    private struct Equivalent: Hashable {
        let check: String
        let change: String
        let reason: String
    }

    private static let equivalents = [
        Equivalent(check: "A12", change: "≥", reason: "no more can be entered than there are"),
        Equivalent(check: "A12", change: "≤", reason: "votes are never below zero"),
        Equivalent(check: "R05", change: "≥", reason: "no more can be entered than there are"),
        Equivalent(
            check: "P02",
            change: "right entered for sum",
            reason: "where the DPT alone is supplied both parts are of the same figure"
        ),
    ]

    /// What comes of a check: what weighs most among its conditions.
    private static func outcome(_ verdicts: [(Verdict, Condition.Severity)]) -> Sheet.Outcome {
        let failed = verdicts.filter { $0.0 == .failed }.map(\.1)
        if let worst = failed.max() { return .failed(worst) }
        return verdicts.contains { $0.0 == .passed } ? .passed : .notApplicable
    }

    /// The same forms in every run: what is asked is whether these suffice.
    private static let sheets: [Sheet] = {
        var sheets = RandomSheets(Dice(everyRun: "mutants"))
        return (0..<3_000).map { _ in sheets.next() }
    }()

    private static let tiers: [Sheet] = {
        var sheets = RandomSheets(Dice(everyRun: "tiers"))
        return (0..<300).map { _ in sheets.nextTier() }
    }()

    /// R03 asks A01–A13 of certificates; its conditions are theirs.
    private static let asked = Check.all.filter {
        !$0.conditions(for: RandomSheets.kind).isEmpty && $0.code != "R03"
    }

    /// The mutants of a check that no form tells from the original.
    private func survivors(of check: Check) -> [(place: Int, change: String)] {
        let conditions = check.conditions(for: RandomSheets.kind)
        let sheets = ["R01", "R05"].contains(check.code) ? Self.tiers : Self.sheets
        let verdicts = sheets.map { sheet in
            conditions.map { ($0.verdict(sheet.figure), $0.severity) }
        }
        return conditions.enumerated().flatMap { place, condition in
            Mutant.all(of: condition).filter { mutant in
                !zip(sheets, verdicts).contains { sheet, verdicts in
                    var changed = verdicts
                    changed[place] = (mutant.condition.verdict(sheet.figure), mutant.condition.severity)
                    return Self.outcome(changed) != Self.outcome(verdicts)
                }
            }.map { (place, $0.change) }
        }
    }

    @Test("are told from the original by some form", arguments: asked)
    func killed(check: Check) {
        var equivalents = Set(Self.equivalents.filter { $0.check == check.code })
        for (place, change) in survivors(of: check) {
            let known = Self.equivalents.first { $0.check == check.code && $0.change == change }
            #expect(known != nil, "\(check.code), condition \(place): \(change) survives")
            known.map { _ = equivalents.remove($0) }
        }
        #expect(equivalents.isEmpty, "no longer equivalent, or no longer made")
    }

    @Test("are many: every condition has some of each sort")
    func many() {
        let conditions = Self.asked.flatMap { $0.conditions(for: RandomSheets.kind) }
        #expect(conditions.count > 80)
        #expect(conditions.allSatisfy { Mutant.all(of: $0).count >= 10 })
    }
}
