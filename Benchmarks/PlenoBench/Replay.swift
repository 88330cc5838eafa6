import Elections
import Foundation
import Office
import TransparencyLog

extension Bench {
    /// A journal of so many two-candidate forms, folded: text, hash, state; of it the register, and the forms.
    static func replay(forms count: Int) throws {
        let entries = try journal(forms: count)
        var times = (register: Double.infinity, forms: Double.infinity, whole: Double.infinity)
        for _ in 0..<25 {
            var replay = JournalReplay()
            let hasher = TreeHasher()
            let register = try best(of: 1) {
                for entry in entries.prefix(2) { _ = try replay.fold(entry, with: hasher) }
            }
            let forms = try best(of: 1) {
                for entry in entries.dropFirst(2) { _ = try replay.fold(entry, with: hasher) }
            }
            times = (
                min(times.register, register), min(times.forms, forms), min(times.whole, register + forms)
            )
        }
        func bytes(_ entries: some Sequence<StoredEntry>) -> Int { entries.reduce(0) { $0 + $1.text.count } }
        print(
            "replay",
            times.whole,
            "bytes",
            bytes(entries),
            "forms",
            count,
            "entries",
            entries.count,
            "register",
            times.register,
            "bytes",
            bytes(entries.prefix(2)),
            "forms-only",
            times.forms,
            "bytes",
            bytes(entries.dropFirst(2))
        )
    }

    /// An election of villages with twenty stations each, a form in each.
    static func election(forms count: Int) throws -> Election {
        var regions = [Region(code: try RegionCode(parsing: "73"), name: "P", kind: .province)]
        regions.append(Region(code: try RegionCode(parsing: "73.12"), name: "K", kind: .regency))
        var stations: [StationCode] = []
        for place in 0..<(count + 19) / 20 {
            let (subdistrict, village) = (1 + place / 100, 1_001 + place % 100)
            let above = "73.12." + (subdistrict < 10 ? "0" : "") + "\(subdistrict)"
            if village == 1_001 {
                regions.append(
                    Region(code: try RegionCode(parsing: above), name: "S\(place)", kind: .subdistrict)
                )
            }
            let code = try RegionCode(parsing: "\(above).\(village)")
            regions.append(Region(code: code, name: "V\(place)", kind: .urbanVillage))
            stations += (1...20).map { StationCode(village: code, number: $0) }
        }
        var forms = FormTable(fields: [.votes(1), .votes(2), .valid, .invalid, .total])
        for place in stations.indices {
            let (first, second, invalid) = (place % 211, place % 97, place % 7)
            forms.append([first, second, first + second, invalid, first + second + invalid])
        }
        let text = LocalizedText(id: "bangku uji", en: "bench")
        let reading = Reading(
            id: "office",
            name: text,
            file: "a.csv",
            forms: forms,
            places: Array(stations.indices),
            stations: stations.count
        )
        guard let date = CalendarDate(parsing: "2019-04-17") else { throw JournalBench.Failure() }
        let pairs = (1...2).map {
            Contestant(number: $0, name: "P\($0)", shortName: "P\($0)", colour: "#112233")
        }
        return Election(
            name: text,
            date: date,
            law: .pemilu2019,
            place: try RegionCode(parsing: "73.12"),
            regions: try Regions(regions, stations: stations),
            electorate: stations.map { _ in Electorate(male: 100, female: 101) },
            contests: [Contest(ballot: .president, contestants: pairs, readings: [reading])],
            files: [SourceFile(path: "a.csv", nature: .simulated, source: text)]
        )
    }

    /// The entries by which an office takes over an election.
    private static func journal(forms count: Int) throws -> [StoredEntry] {
        let election = try election(forms: count)
        return Act.takingOver(election).enumerated().map { place, acts in
            let entry = JournalEntry(
                sequence: place,
                time: place,
                account: "bench",
                request: "\(place)",
                salt: String(repeating: "0", count: 32),
                acts: acts
            )
            return StoredEntry(
                sequence: place,
                account: entry.account,
                request: entry.request,
                text: entry.canonicalText
            )
        }
    }
}
