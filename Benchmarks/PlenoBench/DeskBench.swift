import Accounts
import Elections
import Foundation
import Logging
import Office
import SQLiteStorage
import Web

/// An office whose forms have some 200 figures, served to typists' programs: `Benchmarks/desk_load.c` types them.
enum DeskBench {
    private static let parties = 14
    private static let candidates = 10

    /// Serves until the process is ended; says where, and writes into `folder` what the load generator sends.
    static func run(_ folder: String, forms count: Int) async throws {
        let store = try await SQLiteStore.create(folder + "/office")
        let office = try await ElectionOffice.open(store, OfficeBench.surroundings)
        let setup = Officer(account: "setup", permissions: Set(Permission.allCases))
        let election = try election(stations: count)
        for (place, acts) in Act.takingOver(election).enumerated() {
            _ = try await office.perform(.takeOver(acts), as: setup, request: "register-\(place)")
        }
        func perform(_ act: Act, _ request: String) async throws {
            _ = try await office.perform(.perform(act), as: setup, request: request)
        }
        try await perform(.deskOpened(DeskOpened(ballot: .regencyCouncil, isSimulated: true)), "desk")

        let accounts = try await SQLiteAccountStore.open(folder)
        let now = Int(Date().timeIntervalSince1970)
        guard let key = DeskKey([UInt8](repeating: 7, count: DeskKey.size)) else { return }
        let signIn = SignInDesk(
            store: accounts,
            log: try await SecurityLog(SecurityLogFolder(folder + "/security"), at: now),
            key: key,
            clock: { Int(Date().timeIntervalSince1970) },
            random: { count in (0..<count).map { _ in UInt8.random(in: .min ... .max) } },
            needsFactor: { _ in false }
        )
        for (place, (account, role)) in people.enumerated() {
            let name = try AccountName(parsing: account)
            try await perform(.accountOpened(AccountOpened(account: account)), "account \(account)")
            let mandate = Mandate(number: place + 1, account: account, role: role, basis: "bench")
            try await perform(.mandateGiven(mandate), "mandate \(account)")
            _ = try await signIn.makeAccount(name, by: name)
            _ = try await accounts.add(
                APIToken(
                    id: TokenDigest(of: token(account)),
                    account: name,
                    name: "bench",
                    permissions: Set(role.permissions.map(\.rawValue)),
                    created: now,
                    expires: now + 86_400,
                    resets: 0
                )
            )
        }
        try await write(office.view.state, count, folder)
        let desk = Desk(
            office: office,
            signIn: signIn,
            particulars: store,
            evidence: EvidenceRoom(office, store: store.evidence, reader: NoPictures()) {
                Int(Date().timeIntervalSince1970 * 1_000)
            },
            front: .direct,
            logger: logger,
            now: { Int(Date().timeIntervalSince1970 * 1_000) }
        )
        let site = Site(try Snapshot(election))
        async let following: Void = desk.follow()
        try await SiteServer(port: 0, logger: logger, desk: desk) { site }.run { port in
            print("port", port)
            fflush(nil)
        }
        // Ends what follows it.
        await office.close()
        await following
    }

    private static let logger = Logger(label: "bench", factory: { _ in SwiftLogNoOpLogHandler() })

    /// Two type, one watches the board.
    private static let people: [(String, Role)] = [("ani", .typist), ("budi", .typist), ("tono", .auditor)]

    private static func token(_ account: String) -> String {
        "pleno_" + String(repeating: account, count: 64).prefix(64)
    }

    private static func election(stations count: Int) throws -> Election {
        let base = try Bench.election(forms: count)
        let contestants = (1...parties).map {
            Contestant(number: $0, name: "P\($0)", shortName: "P\($0)", colour: "#112233")
        }
        let lists = contestants.map { party in
            CandidateList(
                district: 1,
                contestant: party.number,
                candidates: (1...candidates).map { number in
                    Candidate(number: number, name: PersonName(name: "C\(number)"), sex: nil)
                }
            )
        }
        let district = ElectoralDistrict(number: 1, name: "D", seats: 10, regions: [base.place])
        return Election(
            name: base.name,
            date: base.date,
            law: base.law,
            place: base.place,
            regions: base.regions,
            electorate: base.electorate,
            contests: [
                Contest(
                    ballot: .regencyCouncil,
                    contestants: contestants,
                    lists: lists,
                    districts: [district]
                )
            ],
            files: base.files
        )
    }

    /// Figures that add up: 100 men and 101 women on the roll, of whom 80 and 81 came.
    private static func figure(_ field: Field) -> Int {
        switch field {
        case .electorate(.permanent, let sex), .electorate(.all, let sex): sum(100, 101, sex)
        case .voters(.permanent, let sex), .voters(.all, let sex): sum(80, 81, sex)
        case .papers(.received): 206
        case .papers(.used), .total: 161
        case .papers(.unused): 45
        case .candidateVotes, .partyVotes: 1
        case .votes: candidates + 1
        case .valid: parties * (candidates + 1)
        case .invalid: 161 - parties * (candidates + 1)
        case .signatures(.members): 7
        case .signatures(.witnesses): 2
        default: 0
        }
    }

    private static func sum(_ male: Int, _ female: Int, _ sex: Field.Sex) -> Int {
        switch sex {
        case .male: male
        case .female: female
        case .both: male + female
        }
    }

    /// The paths of all forms, a line each; the figures of each; the tokens, a line each.
    private static func write(_ state: ElectionState, _ count: Int, _ folder: String) throws {
        guard let first = state.stations.first else { return }
        let form = FormKey(.regencyCouncil, first)
        let fields = state.fields(of: form)
        let confirmed = try state.findings(of: form, fields.map { figure($0) }).codes(from: .information)
        let figures = fields.map { "\"\($0.column)\":\(figure($0))" }.joined(separator: ",")
        let codes = confirmed.map { "\"\($0)\"" }.joined(separator: ",")
        let body = "\"confirmed\":[\(codes)],\"figures\":{\(figures)}}"
        let paths = state.stations.prefix(count).map {
            "/api/v1/forms/dprd-kabko/\($0.village)/\($0.number)/reguler/entries"
        }
        for (name, text) in [
            ("paths", paths.joined(separator: "\n") + "\n"), ("body", body),
            ("tokens", people.map { token($0.0) + "\n" }.joined()),
        ] {
            try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)"))
        }
        print("fields", fields.count, "confirmed", codes.isEmpty ? "-" : codes)
    }
}

/// Nobody hands in pictures here.
private struct NoPictures: PictureReader {
    func look(into file: [UInt8], isPublished: Bool) throws(PictureRefusal) -> PictureFindings? { nil }
}
