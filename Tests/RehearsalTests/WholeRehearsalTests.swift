import Elections
import TestSupport
import Testing

@testable import Rehearsal

@Suite("A whole rehearsal")
struct WholeRehearsalTests {
    private func played(_ seed: Int, errors: Int = 20, isForgetful: Bool = false) throws -> Play {
        var play = try Play(seed: seed, errors: errors, isWhole: true)
        try play.play(isForgetful: isForgetful)
        return play
    }

    @Test("ends with every plenary certified, and every certificate the sum of papers and corrections")
    func ends() throws {
        var dice = TestSupport.Dice(salt: "whole rehearsals")
        for _ in TestSupport.Dice.rounds(20) {
            let seed = Int.random(in: 0..<1_000_000, using: &dice)
            let errors = Int.random(in: 0...RehearsalPlan.mostErrors, using: &dice)
            let play = try played(seed, errors: errors)
            // Five stations with two ballots, and two that voted for the president again.
            #expect(play.count.papers.count == 12)
            #expect(play.count.unequal(in: play.state) == [], "seed \(seed), errors \(errors)")
            #expect(play.count.uncertified(in: play.state) == [], "seed \(seed), errors \(errors)")
            #expect(play.wrong == [], "seed \(seed), errors \(errors)")
            #expect(play.tally.plenaries == 3 && play.tally.certificates == 6)
            #expect(play.tally.abandoned == 1, "the first one, and held anew")
            #expect(play.tally.revotes == 2 && play.tally.simulated == 2)
            // The dice fell in the regency's plenary; all of its five stations were drawn, and read as on paper.
            let audit = try #require(play.state.audits.first)
            #expect(play.state.audits.count == 1 && play.tally.reread == 5)
            let report = AuditReport(audit, in: play.state, sha256: Play.sha256)
            #expect(report.bound?.drawn == 5 && report.differences == [])
            let regions = play.state.plenaries.all.filter { $0.stage == .certified }.map(\.region)
            #expect(regions.map { "\($0)" } == ["73.12.01", "73.12.02", "73.12"])
        }
    }

    @Test("is the same from the same seed wherever it is broken off, and another from another")
    func seeds() throws {
        let whole = try played(7).done
        #expect(try played(7, isForgetful: true).done == whole)
        #expect(try played(8).done != whole)
    }

    @Test("has objections of each outcome, corrections in both tiers, an event and a refusal to sign")
    func outcomes() throws {
        var tiers: Set<RegionCode.Tier> = []
        var tried: Set<Forbidden.Kind> = []
        for seed in 1...12 {
            let play = try played(seed)
            let plenaries = play.state.plenaries.all
            let below = plenaries.filter { $0.region.tier == .subdistrict }.flatMap(\.objections)
            let outcomes = Set(below.compactMap(\.answer?.outcome))
            #expect(outcomes == Set(Objection.Outcome.allCases), "seed \(seed)")
            let deferred = below.count { $0.answer?.outcome == .deferred }
            let last = plenaries.last { $0.call.subject == .recapitulation }
            #expect(last?.objections.count { $0.deferred != nil } == deferred)
            let corrected = plenaries.filter { !$0.corrections.isEmpty }
            tiers.formUnion(corrected.map(\.region.tier))
            for correction in corrected.flatMap(\.corrections).map(\.correction) {
                #expect(correction.initials.contains(1) && correction.basis.contains("simulasi"))
            }
            #expect(play.tally.events > 0 && play.tally.refusals > 0)
            tried.formUnion(play.refused.keys)
        }
        #expect(tiers == [.subdistrict, .regency])
        // There is no other place where a form could be typed.
        #expect(tried == Set(Forbidden.Kind.allCases).subtracting([.elsewhere]))
    }

    @Test("finds certificates that are not what the papers say")
    func alarm() throws {
        let play = try played(3)
        let plan = try RehearsalPlan(play.election, isWhole: true, seed: 4, errors: 20)
        let regency = try RegionCode(parsing: "73.12")
        let other = RehearsedElection(play.election, plan, sha256: Play.sha256).uncertified(in: play.state)
        #expect(other.contains(Certificate(region: regency, ballot: .president)))
        #expect(play.count.uncertified(in: ElectionState()).count == 6)
    }

    @Test("is read again from the office as a whole one")
    func readAgain() throws {
        let play = try Play(seed: 11, errors: 33, isWhole: true)
        #expect(play.count.plan.isWhole)
        #expect(RehearsalPlan(of: play.state) == play.count.plan)
    }
}

@Suite("Re-votes that are rehearsed")
struct RehearsedRevoteTests {
    /// Subdistricts with villages of twenty stations each, on a day.
    private func election(_ names: [(subdistrict: String, villages: [String])], _ day: String) throws
        -> Election
    {
        var regions = [Region(code: try RegionCode(parsing: "73.12"), name: "K", kind: .regency)]
        var stations: [StationCode] = []
        for (place, row) in names.enumerated() {
            let code = "73.12.0\(place + 1)"
            regions.append(
                Region(code: try RegionCode(parsing: code), name: row.subdistrict, kind: .subdistrict)
            )
            for (number, name) in row.villages.enumerated() {
                let village = try RegionCode(parsing: "\(code).100\(number + 1)")
                regions.append(Region(code: village, name: name, kind: .urbanVillage))
                stations += (1...20).map { StationCode(village: village, number: $0) }
            }
        }
        let small = try SmallElection().election()
        return Election(
            name: small.name,
            date: try #require(CalendarDate(parsing: day)),
            law: small.law,
            place: small.place,
            regions: try Regions(regions, stations: stations),
            electorate: stations.map { _ in Electorate(male: 100, female: 100) },
            contests: small.contests,
            files: small.files
        ).rehearsed([.president, .regencyCouncil])
    }

    private let soppeng = [
        (subdistrict: "Liliriaja", villages: ["Galung"]),
        (subdistrict: "Lalabata", villages: ["Lapajung", "Botto"]),
        (subdistrict: "Marioriawa", villages: ["Manorang Salo"]),
        (subdistrict: "Donri-Donri", villages: ["Donri Donri"]),
        (subdistrict: "Ganra", villages: ["Botto"]),
    ]

    private func planned(_ election: Election, seed: Int) throws -> [Revote] {
        let plan = try RehearsalPlan(election, isWhole: true, seed: seed, errors: 0)
        return RehearsedRevotes.planned(for: plan, of: election)
    }

    @Test(
        "are the four on record where the election has them, and three more that are marked, in one subdistrict more"
    )
    func onRecord() throws {
        let election = try election(soppeng, "2019-04-17")
        for seed in 0..<20 {
            let revotes = try planned(election, seed: seed)
            #expect(
                revotes.map { "\($0.station)" }.prefix(4)
                    == ["73.12.02.1001-020", "73.12.02.1002-011", "73.12.04.1001-004", "73.12.03.1001-010"]
            )
            #expect(revotes.map(\.isSimulated) == [false, false, false, false, true, true, true])
            #expect(revotes.allSatisfy { $0.ballots == [.president] && $0.version == .revote })
            #expect(revotes.map { $0.cause.contains("simulasi") } == revotes.map(\.isSimulated))
            #expect(Set(revotes.map(\.station)).count == 7)
            #expect(Set(revotes.compactMap(\.station.village.parent)).count == 4)
        }
    }

    @Test("are all simulated elsewhere, and on another day")
    func elsewhere() throws {
        let others = soppeng.map { (subdistrict: "Di \($0.subdistrict)", villages: $0.villages) }
        for election in [try election(soppeng, "2024-02-14"), try election(others, "2019-04-17")] {
            let revotes = try planned(election, seed: 5)
            #expect(revotes.count == 7 && revotes.allSatisfy(\.isSimulated))
            #expect(Set(revotes.compactMap(\.station.village.parent)).count == 4)
        }
    }

    @Test("are none where the council of the regency alone is voted on")
    func none() throws {
        let election = try election(soppeng, "2019-04-17")
        let plan = try RehearsalPlan(
            election,
            isWhole: true,
            ballots: [.regencyCouncil],
            seed: 1,
            errors: 0
        )
        #expect(RehearsedRevotes.planned(for: plan, of: election).isEmpty)
        var small = try Play(
            seed: 1,
            errors: 0,
            isWhole: true,
            SmallElection().election().rehearsed([.regencyCouncil])
        )
        try small.play()
        #expect(small.wrong == [] && small.tally.plenaries == 3 && small.tally.revotes == 0)
    }
}
