import Elections
import Foundation
import Office
import SQLiteStorage

/// How large an office grows, and how long it takes to open.
enum OfficeSize {
    private static let ballots: [Ballot] = [.president, .house, .senate, .provincialCouncil, .regencyCouncil]
    private static let fields = (1...10).flatMap { party in
        [Field.votes(party), .partyVotes(party)] + (1...18).map { .candidateVotes(party, $0) }
    }

    /// An office of five ballots with 200 figures on a form, written form by form by 64 clients while readers take
    /// what they see, each at another time, and keep it; then its election, made once.
    ///
    /// Prints the most memory the process had before and after that.
    static func memory(_ folder: String, stations: Int, readers: Int) async throws {
        let store = try await SQLiteStore.create(folder + "/office")
        let office = try await ElectionOffice.open(store, OfficeBench.surroundings)
        let clerk = Officer(account: "clerk", permissions: Set(Permission.allCases))
        let codes = try await open(office, stations, clerk)
        let forms = stations * ballots.count
        let clients = 64
        let views = Readers(every: forms / readers)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for client in 0..<clients {
                group.addTask {
                    for place in stride(from: client, to: forms, by: clients) {
                        let act = try form(place, codes[place / ballots.count])
                        _ = try await office.perform(.takeOver([act]), as: clerk, request: "\(place)")
                        if await views.isTime() { await views.keep(office.view) }
                    }
                }
            }
            try await group.waitForAll()
        }
        let held = peak()
        let kept = await views.kept
        guard let election = await office.view.state.election else { throw JournalBench.Failure() }
        let counted = election.contests.reduce(0) { $0 + $1.readings.reduce(0) { $0 + $1.forms.count } }
        // All different, the first an early one: none was let go.
        guard Set(kept.map(\.count)).count == readers, counted == forms,
            let first = kept.first?.state.election
        else { throw JournalBench.Failure() }
        print(
            "peak",
            held,
            "with-election",
            peak(),
            "forms",
            forms,
            "views",
            kept.count,
            "first",
            first.contests.count
        )
        await office.close()
    }

    /// Seconds to open an office of so many stations, five ballots and every field filled, its forms taken over one by
    /// one; the fastest of some.
    static func opening(_ folder: String, stations: Int) async throws {
        let place = folder + "/opening"
        let clerk = Officer(account: "clerk", permissions: Set(Permission.allCases))
        let election = try Regency(stations: stations).snapshot().election
        let office = try await ElectionOffice.open(
            try await SQLiteStore.create(place),
            OfficeBench.surroundings
        )
        try await withThrowingTaskGroup(of: Void.self) { group in
            for acts in Act.takingOver(election) where !acts.contains(where: { $0.kind == .formsTaken }) {
                _ = try await office.perform(
                    .takeOver(acts),
                    as: clerk,
                    request: "\(acts.map(\.kind)) \(acts.map(\.ballot))"
                )
            }
            for (number, act) in OfficeBench.forms(of: election).enumerated() {
                group.addTask {
                    _ = try await office.perform(.takeOver([try act()]), as: clerk, request: "\(number)")
                }
            }
            try await group.waitForAll()
        }
        await office.close()
        let bytes = try FileManager.default.attributesOfItem(atPath: place + "/journal.sqlite")[.size] as? Int
        var times: [Double] = []
        for _ in 0..<9 {
            let clock = ContinuousClock()
            let start = clock.now
            let office = try await ElectionOffice.open(
                try await SQLiteStore.open(place),
                OfficeBench.surroundings
            )
            times.append(JournalBench.seconds(clock.now - start))
            guard await office.view.state.election?.contests.count == ballots.count else {
                throw JournalBench.Failure()
            }
            await office.close()
        }
        print("opening", times.min() ?? 0, "bytes", bytes ?? 0, "forms", stations * ballots.count)
    }

    /// Readers that each keep what they saw, one after so many commands.
    private actor Readers {
        private let every: Int
        private var commands = 0
        private(set) var kept: [ElectionOffice.View] = []

        init(every: Int) { self.every = every }

        func isTime() -> Bool {
            commands += 1
            return commands.isMultiple(of: every)
        }

        func keep(_ view: ElectionOffice.View) { kept.append(view) }
    }

    /// Sets the election up, without forms.
    private static func open(
        _ office: ElectionOffice,
        _ stations: Int,
        _ clerk: Officer
    ) async throws -> [StationCode] {
        let small = try Bench.election(forms: stations)
        let parties = (1...10).map {
            Contestant(number: $0, name: "P\($0)", shortName: "P\($0)", colour: "#112233")
        }
        let contests = ballots.map { ballot in
            Contest(
                ballot: ballot,
                contestants: parties,
                readings: [
                    Reading(
                        id: "office",
                        name: small.name,
                        file: "a.csv",
                        forms: FormTable(fields: fields),
                        places: [],
                        stations: stations
                    )
                ]
            )
        }
        let election = Election(
            name: small.name,
            date: small.date,
            law: small.law,
            place: small.place,
            regions: small.regions,
            electorate: small.electorate,
            contests: contests,
            files: small.files
        )
        for (number, acts) in Act.takingOver(election).enumerated() {
            _ = try await office.perform(.takeOver(acts), as: clerk, request: "open \(number)")
        }
        return small.regions.stations
    }

    /// The act that takes in a form, the ballots of one station after the other.
    private static func form(_ place: Int, _ station: StationCode) throws -> Act {
        let figures = fields.indices.map { String((place &* 31 &+ $0 &* 7) % 300) }.joined(separator: ",")
        return try OfficeBench.form("[\(station.number),\"reguler\",\(figures)]", station, ballots[place % 5])
    }

    /// The most memory this process ever had, in MB.
    private static func peak() -> Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
        return line.split(separator: " ").compactMap { Int($0) }.first.map { $0 / 1_024 } ?? 0
    }
}
