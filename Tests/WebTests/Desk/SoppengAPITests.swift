import Elections
import Exchange
import Foundation
import Office
import Testing

@testable import Web

/// The presidential forms of Soppeng 2019, each typed by two people who read what the two published readings have.
@Suite("Soppeng 2019 over the interface for programs", .timeLimit(.minutes(10)))
struct SoppengAPITests {
    /// The fields that the published readings have.
    private static let columns = ["votes_1", "votes_2", "valid", "invalid", "total"]

    /// The two first votes that were held again, with what the paper of each vote says.
    private static let revotes: [(station: String, first: [Int], again: [Int])] = [
        ("73.12.04.1003-011", [153, 64, 217, 6, 223], [107, 33, 140, 2, 142]),
        ("73.12.05.1004-010", [143, 88, 231, 3, 234], [140, 68, 208, 0, 208]),
    ]

    private static let people: [(account: String, role: Role, place: String?)] = [
        ("ani", .typist, nil), ("budi", .typist, nil), ("dewi", .resolver, nil), ("sari", .supervisor, nil),
        ("wati", .witness, nil),
    ]

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../Examples/soppeng-2019").standardizedFileURL.path

    /// The figures of a station's form of a reading, whatever vote it says they are of.
    private static func rows(_ reading: Reading, _ stations: [StationCode]) throws -> [StationCode: [Int?]] {
        var rows: [StationCode: [Int?]] = [:]
        for (place, station) in stations.enumerated() {
            let row = try #require(reading.rows(ofStation: place).last)
            rows[station] = columns.map { column in Field(column: column).flatMap { reading.forms[row, $0] } }
        }
        return rows
    }

    @Test("ends in the certified figures of 68 villages, with its 12 differences resolved")
    func whole() async throws {
        let election = try await ElectionFolder.read(Self.folder).election
        let contest = try #require(election.contests.first { $0.ballot == .president })
        let stations = election.regions.stations
        let readings = try contest.readings.map { try Self.rows($0, stations) }
        let acts = Act.takingOver(election).flatMap(\.self).filter {
            ![.readingOpened, .formsTaken].contains($0.kind)
        }
        try await APIOffice.with(acts, people: Self.people) { office in
            let typing = Typing(office: office, fields: try await Self.fields(office))
            for station in stations {
                let form = "ppwp/\(station.village)/\(station.number)/reguler"
                try await typing.type(form, try #require(readings[0][station]), as: "ani")
                try await typing.type(form, try #require(readings[1][station]), as: "budi")
            }
            try await Self.resolve(office, readings[1])
            try await Self.approve(office)
            #expect(try await Self.differing(office) == ["Bila", "Botto", "Lapajung", "Manorang Salo"])

            // The votes that were held again, as is on record, supersede the first ones.
            for (place, revote) in Self.revotes.enumerated() {
                let parts = revote.station.split(separator: "-")
                let form = "ppwp/\(parts[0])/\(Int(parts[1]) ?? 0)/psu"
                for account in ["ani", "budi"] { try await typing.type(form, revote.again, as: account) }
                let differing = try await Self.differing(office)
                #expect(
                    differing == (place == 0 ? ["Bila", "Lapajung", "Manorang Salo"] : ["Bila", "Lapajung"])
                )
            }
            let progress = try await office.ask("/api/v1/progress", as: "wati")
            let ballots = progress.json["ballots"] as? [[String: Any]]
            let total = try #require(ballots?.first?["total"] as? [String: Any])
            #expect(total["accepted"] as? Int == 785 && total["forms"] as? Int == 785)
            let regions = try #require(ballots?.first?["regions"] as? [[String: Any]])
            #expect(regions.count == 8)
            #expect(
                regions.reduce(0) { $0 + ($1["valid"] as? Int ?? 0) } == total["valid"] as? Int,
                "subdistricts add up to the regency"
            )
        }
    }

    @Test("typed as two files, comes to the same as typed form by form; and a third file stands beside it")
    func files() async throws {
        let election = try await ElectionFolder.read(Self.folder).election
        let contest = try #require(election.contests.first { $0.ballot == .president })
        let stations = election.regions.stations
        let readings = try contest.readings.map { try Self.rows($0, stations) }
        let acts = Act.takingOver(election).flatMap(\.self).filter {
            ![.readingOpened, .formsTaken].contains($0.kind)
        }
        try await APIOffice.with(acts, people: Self.people) { office in
            let fields = try await Self.fields(office)
            func file(_ reading: Int) -> ImportFile {
                let lines = stations.map { station in
                    let row = Dictionary(zip(Self.columns, readings[reading][station] ?? [])) { first, _ in
                        first
                    }
                    let cells = fields.map { name in (row[name] ?? nil).map { "\($0)" } ?? "" }
                    return (["\(station.village)", "\(station.number)"] + cells).joined(separator: ",")
                }
                let head = (["village", "station"] + fields).joined(separator: ",")
                return ImportFile(text: ([head] + lines).joined(separator: "\n"))
            }
            let path = "/api/v1/imports/entries"
            for (reading, account) in ["ani", "budi"].enumerated() {
                let preview = try await office.upload(file(reading), to: path, as: account)
                let codes = (preview.json["codes"] as? [String: Int] ?? [:]).keys.sorted()
                #expect(preview.json["forms"] as? Int == stations.count)
                #expect(preview.json["skipping"] as? Int == 0)
                let done = try await office.confirm(file(reading), at: path, as: account, codes)
                #expect(done.json["taken"] as? Int == stations.count, "\(done.body.prefix(500))")
            }
            try await Self.resolve(office, readings[1])
            try await Self.approve(office)
            #expect(try await Self.differing(office) == ["Bila", "Botto", "Lapajung", "Manorang Salo"])
            let beside = "/api/v1/imports/readings"
            let third = try await office.upload(
                file(0),
                to: beside,
                as: "sari",
                ["source": "volunteers"]
            )
            #expect(third.json["conflicting"] as? Int ?? 0 > 0)
            let done = try await office.confirm(file(0), at: beside, as: "sari")
            #expect(done.json["taken"] as? Int == stations.count)
            let list = try await office.ask("/api/v1/readings/ppwp", as: "sari")
            #expect(list.json["forms"] as? Int == stations.count)
            #expect(list.json["unanimous"] as? Int ?? 0 >= stations.count - 12)
            #expect(try await Self.differing(office) == ["Bila", "Botto", "Lapajung", "Manorang Salo"])
        }
    }

    /// The fields of the form.
    private static func fields(_ office: APIOffice) async throws -> [String] {
        let reply = try await office.ask("/api/v1/ballots", as: "ani")
        let ballots = reply.json["ballots"] as? [[String: Any]]
        return (ballots?.first?["fields"] as? [[String: Any]] ?? []).compactMap { $0["field"] as? String }
    }

    /// The villages whose certified figures are others than the stations'.
    private static func differing(_ office: APIOffice) async throws -> [String] {
        let election = try #require(await office.office.view.state.election)
        let comparison = try #require(try Snapshot(election).result(of: .president)?.comparison)
        return comparison.filter { $0.region.code.tier == .village && $0.agreement != .equal }
            .map(\.region.name).sorted()
    }

    /// Decides each difference by what the paper says: here the second reading, but for first votes.
    private static func resolve(_ office: APIOffice, _ truth: [StationCode: [Int?]]) async throws {
        let list = try await office.ask("/api/v1/differences", as: "dewi")
        let forms = try #require(list.json["forms"] as? [[String: Any]])
        #expect(forms.count == 12)
        for (number, waiting) in forms.enumerated() {
            let form = try #require(waiting["form"] as? [String: Any])
            let village = try RegionCode(parsing: try #require(form["village"] as? String))
            let station = StationCode(village: village, number: try #require(form["station"] as? Int))
            let first = revotes.first { $0.station == station.description }?.first
            let row = try first.map { $0.map(Optional.some) } ?? #require(truth[station])
            let path = "/api/v1/differences/ppwp/\(village)/\(station.number)/reguler"
            let difference = try await office.ask(path, as: "dewi")
            let fields = try #require(difference.json["fields"] as? [[String: Any]])
            var figures: [String: Any] = [:]
            for name in fields.compactMap({ $0["field"] as? String }) {
                let place = try #require(columns.firstIndex(of: name))
                figures[name] = row[place] ?? NSNull()
            }
            let decision: [String: Any] = [
                "request": "\(number)", "seen": try #require(difference.json["seen"] as? Int),
                "figures": figures, "reason": "the photo of the form",
            ]
            let reply = try await office.ask("\(path)/decision", as: "dewi", decision)
            #expect(reply.status == 201, "\(station): \(reply.body)")
        }
        let rest = try await office.ask("/api/v1/differences", as: "dewi")
        #expect((rest.json["forms"] as? [Any])?.isEmpty == true)
    }

    /// Accepts what does not add up as it is on the paper.
    private static func approve(_ office: APIOffice) async throws {
        let list = try await office.ask("/api/v1/held", as: "sari")
        let forms = try #require(list.json["forms"] as? [[String: Any]])
        var codes: [String: Int] = [:]
        var places: Set<String> = []
        for (number, waiting) in forms.enumerated() {
            let form = try #require(waiting["form"] as? [String: Any])
            let village = try #require(form["village"] as? String)
            let station = try #require(form["station"] as? Int)
            places.insert("\(village) \(station)")
            let path = "/api/v1/held/ppwp/\(village)/\(station)/reguler"
            let held = try await office.ask(path, as: "sari")
            for finding in try #require(held.json["findings"] as? [[String: Any]]) {
                if let code = finding["code"] as? String { codes[code, default: 0] += 1 }
            }
            let reply = try await office.ask(
                "\(path)/approval",
                as: "sari",
                [
                    "request": "\(number)", "seen": try #require(held.json["seen"] as? Int),
                    "reason": "so it stands on the paper",
                ]
            )
            #expect(reply.status == 201, "\(village) \(station): \(reply.body)")
        }
        #expect(codes["A07"] ?? 0 > 0)
        #expect(places.contains("73.12.04.1005 7"), "Bila 7 wrote 168 votes beside 162 valid ones")
    }
}

/// Somebody who types what stands on the paper, and says so where it does not add up.
private struct Typing {
    let office: APIOffice
    let fields: [String]

    func type(_ form: String, _ row: [Int?], as account: String) async throws {
        var figures: [String: Any] = [:]
        for field in fields { figures[field] = NSNull() }
        for (column, figure) in zip(["votes_1", "votes_2", "valid", "invalid", "total"], row) {
            figures[column] = figure ?? NSNull()
        }
        var body: [String: Any] = ["request": form, "figures": figures]
        let path = "/api/v1/forms/\(form)/entries"
        var reply = try await office.ask(path, as: account, body)
        if reply.code == "unconfirmed" {
            let checks = try #require(reply.json["checks"] as? [[String: Any]])
            body["confirmed"] = Set(checks.compactMap { $0["code"] as? String }).sorted()
            reply = try await office.ask(path, as: account, body)
        }
        try #require(reply.status == 201, "\(form) \(account): \(reply.body)")
    }
}
