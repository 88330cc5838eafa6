import Elections
import Exchange
import Foundation

extension Bench {
    /// All checks over a file of presidential forms of two pairs, from the file to the findings.
    ///
    /// Prints how many forms break each rule, which the peer must find too.
    static func forms(_ path: String) async throws {
        let clock = ContinuousClock()
        let start = clock.now
        let contestants = [1, 2].map {
            Contestant(number: $0, name: "\($0)", shortName: "\($0)", colour: "#000000", kind: .pair)
        }
        let file = try await FormFile.read(path, ballot: .president, contestants: contestants)
        let read = clock.now
        let stations = file.stations
        let reading = Reading(
            id: "office",
            name: LocalizedText(id: "kantor", en: "office"),
            file: path,
            forms: file.forms,
            places: Array(stations.indices),
            stations: stations.count
        )
        let kind = FormKind(
            ballot: .president,
            rolls: Law.pemilu2019.rolls.map(\.roll),
            options: [FormKind.Option(number: 1), FormKind.Option(number: 2)],
            stationLimit: Law.pemilu2019.stationLimit.value(nil),
            reserve: Law.pemilu2019.reserve.value(nil),
            supply: Law.pemilu2019.supply.value(nil)
        )
        let neighbourhoods = Neighbourhoods(
            stations.indices,
            village: { stations[$0].village },
            subdistrict: { $0.parent }
        )
        let examination = ReadingExamination(
            reading,
            place: 0,
            kinds: [kind],
            neighbourhoods: neighbourhoods
        )
        let end = clock.now
        let failures = examination.tallies.filter { $0.failures > 0 }.map {
            "\($0.check.code) \($0.failures)"
        }
        print("read", seconds(start, read), "checked", seconds(read, end), "whole", seconds(start, end))
        print(failures.joined(separator: " "))
    }

    /// All checks over a regency of five ballots with every field filled: 16 parties with ten candidates each
    /// on three of them.
    static func regency(stations count: Int) throws {
        let snapshot = try Regency(stations: count).snapshot()
        var findings = 0
        let time = best(of: 3) { findings = Findings(snapshot).list.count }
        let cells = snapshot.results.reduce(0) { cells, result in
            cells + result.contest.readings.reduce(0) { $0 + $1.forms.count * $1.forms.fields.count }
        }
        print("regency", time, "findings", findings, "cells", cells)
    }

    private static func seconds(_ start: ContinuousClock.Instant, _ end: ContinuousClock.Instant) -> Double {
        let components = (end - start).components
        return Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}

/// A made-up regency, large enough to be slow.
struct Regency {
    let stations: Int
    /// Whether each subdistrict elects seven members of the council.
    var isDivided = false

    /// Its election; one form in twelve breaks a rule.
    func snapshot() throws -> Snapshot {
        let regions = try self.regions()
        let electorate = (0..<stations).map { _ in Electorate(male: 120, female: 130) }
        let districts = isDivided ? regions.all.filter { $0.code.tier == .subdistrict } : []
        let contests = [Ballot.president, .house, .senate, .provincialCouncil, .regencyCouncil].map {
            contest($0, $0 == .regencyCouncil ? districts : [])
        }
        guard let date = CalendarDate(parsing: "2019-04-17") else { throw NoDate() }
        return try Snapshot(
            Election(
                name: LocalizedText(id: "Uji", en: "Bench"),
                date: date,
                law: .pemilu2019,
                place: try RegionCode(parsing: "99.99"),
                regions: regions,
                electorate: electorate,
                contests: contests,
                files: []
            )
        )
    }

    private struct NoDate: Error {}

    private func regions() throws -> Regions {
        var regions = [
            Region(code: try RegionCode(parsing: "99"), name: "Uji", kind: .province),
            Region(code: try RegionCode(parsing: "99.99"), name: "Uji", kind: .regency),
        ]
        var codes: [StationCode] = []
        for village in 0..<((stations + 29) / 30) {
            let subdistrict = 10 + village / 12
            if village % 12 == 0 {
                let code = try RegionCode(parsing: "99.99.\(subdistrict)")
                regions.append(Region(code: code, name: "Uji", kind: .subdistrict))
            }
            let code = try RegionCode(parsing: "99.99.\(subdistrict).\(2_001 + village % 12)")
            regions.append(Region(code: code, name: "Uji", kind: .ruralVillage))
            for number in 1...30 where codes.count < stations {
                codes.append(StationCode(village: code, number: number))
            }
        }
        return try Regions(regions, stations: codes)
    }

    private func contest(_ ballot: Ballot, _ subdistricts: [Region]) -> Contest {
        let isList = ballot.choice == .list
        let numbers = Array(1...(ballot == .president ? 2 : isList ? 16 : 30))
        let districts = subdistricts.enumerated().map { place, region in
            ElectoralDistrict(number: place + 1, name: region.name, seats: 7, regions: [region.code])
        }
        let lists = (districts.isEmpty ? [nil] : districts.map { $0.number }).flatMap { district in
            numbers.map { number in
                CandidateList(
                    district: district,
                    contestant: number,
                    candidates: (1...10).map {
                        Candidate(number: $0, name: PersonName(name: "\($0)"), sex: .female)
                    }
                )
            }
        }
        return Contest(
            ballot: ballot,
            contestants: numbers.map {
                Contestant(number: $0, name: "\($0)", shortName: "\($0)", colour: "#000000")
            },
            lists: isList ? lists : [],
            districts: districts,
            readings: [reading(ballot, numbers, isList: isList)]
        )
    }

    private func reading(_ ballot: Ballot, _ numbers: [Int], isList: Bool) -> Reading {
        let candidates = isList ? Array(1...10) : []
        let votes = numbers.flatMap { number in
            [Field.votes(number)] + (isList ? [.partyVotes(number)] : [])
                + candidates.map { .candidateVotes(number, $0) }
        }
        var forms = FormTable(fields: Field.everyForm.filter { !$0.isOfAddedRoll } + votes)
        forms.reserveCapacity(stations)
        for station in 0..<stations {
            let votes = self.votes(at: station, of: numbers.count)
            forms.append(
                forms.fields.map { field in
                    switch field {
                    case .electorate(let roll, let sex): Self.people(250, roll, sex)
                    case .voters(let roll, let sex): Self.people(200, roll, sex)
                    case .disabled, .disabledVoters: 0
                    case .papers(.received): 255
                    case .papers(.used): 204
                    case .papers(.spoiled): 1
                    case .papers(.unused): 50
                    case .votes(let number): votes[number - 1]
                    case .partyVotes(let number):
                        votes[number - 1]
                            - candidates.reduce(0) { $0 + Self.share(of: votes[number - 1], $1) }
                    case .candidateVotes(let number, let candidate):
                        Self.share(of: votes[number - 1], candidate)
                    case .valid: 200
                    // One form in twelve does not add up.
                    case .invalid: station % 12 == 0 ? 5 : 4
                    case .total: 204
                    case .signatures: 7
                    }
                }
            )
        }
        return Reading(
            id: "office",
            name: LocalizedText(id: "kantor", en: "office"),
            file: "\(ballot.rawValue).csv",
            forms: forms,
            places: Array(0..<stations),
            stations: stations
        )
    }

    /// Of a list's votes those for one of its ten candidates: more for whoever stands higher.
    private static func share(of votes: Int, _ candidate: Int) -> Int { votes * (11 - candidate) / 60 }

    /// 200 votes, shared unevenly and otherwise at every station.
    private func votes(at station: Int, of contestants: Int) -> [Int] {
        var votes = [Int](repeating: 0, count: contestants)
        var state = UInt64(station) &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(contestants)
        for _ in 0..<200 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            votes[min(Int(state >> 33) % contestants, Int(state >> 47) % contestants)] += 1
        }
        return votes
    }

    /// As many of a list, and of all lists, half of them men.
    private static func people(_ permanent: Int, _ roll: Field.Roll, _ sex: Field.Sex) -> Int {
        let all =
            switch roll {
            case .permanent: permanent
            case .movedIn, .special, .added: 2
            case .all: permanent + 4
            }
        return sex == .both ? all : all / 2
    }
}

extension Field {
    /// Whether it counts a list that the forms of 2019 do not have.
    fileprivate var isOfAddedRoll: Bool {
        switch self {
        case .electorate(.added, _), .voters(.added, _): true
        default: false
        }
    }
}
