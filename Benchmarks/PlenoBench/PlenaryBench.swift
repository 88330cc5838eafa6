import Elections
import Foundation
import Office
import SQLiteStorage

/// A subdistrict's plenary of five ballots, from its call to its certificates, by an office on disk.
enum PlenaryBench {
    /// Prints how long it took to close it, and to certify it, each as the command of somebody who waits for it.
    static func run(_ folder: String, stations: Int) async throws {
        let election = try Regency(stations: stations).snapshot().election
        let store = try await SQLiteStore.create(folder + "/plenary")
        let office = try await ElectionOffice.open(store, OfficeBench.surroundings)
        let clerk = Officer(account: "clerk", permissions: Set(Permission.allCases))
        for (place, acts) in Act.takingOver(election).enumerated() {
            _ = try await office.perform(.takeOver(acts), as: clerk, request: "take \(place)")
        }
        let region = try RegionCode(parsing: "99.99.10")
        var count = 0
        func ask(_ act: Act) async throws {
            count += 1
            _ = try await office.perform(.perform(act), as: clerk, request: "ask \(count)")
        }
        for member in 1...5 {
            try await ask(.accountOpened(AccountOpened(account: "ppk-\(member)")))
            let mandate = Mandate(
                number: member,
                account: "ppk-\(member)",
                role: .subdistrictCommittee,
                place: region,
                basis: "SK"
            )
            try await ask(.mandateGiven(mandate))
        }
        let ballots = election.contests.map(\.ballot)
        let call = PlenaryCalled(
            number: 1,
            of: region,
            ballots: ballots,
            invitation: "1",
            agenda: "1",
            venue: "1",
            date: election.date
        )
        try await ask(.plenary(.called(call)))
        for member in 1...5 {
            let attendee = Attendee(number: member, member == 1 ? .chair : .member, mandate: member)
            try await ask(.plenary(.attended(PlenaryAttended(plenary: 1, attendee: attendee))))
        }
        try await ask(.plenary(.opened(PlenaryStep(1))))
        for ballot in ballots {
            let units = await office.view.state.units(of: region, ballot)
            try await ask(.plenary(.read(UnitsRead(plenary: 1, ballot, units))))
        }
        let clock = ContinuousClock()
        let closing = try await clock.measure { try await ask(.plenary(.closed(PlenaryStep(1)))) }
        for member in 1...5 {
            try await ask(.plenary(.signed(PlenarySigned(plenary: 1, attendee: member))))
        }
        let certifying = try await clock.measure { try await ask(.plenary(.certified(PlenaryStep(1)))) }
        let editions = await office.view.state.election?.contests.map(\.editions.count) ?? []
        guard editions == ballots.map({ _ in 1 }) else { throw JournalBench.Failure() }
        print(
            "closing",
            JournalBench.seconds(closing),
            "certifying",
            JournalBench.seconds(certifying),
            "ballots",
            ballots.count
        )
        await office.close()
    }
}
