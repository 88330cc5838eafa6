import Apportionment
import Elections
import Exchange
import Foundation
import Tally

/// What is timed inside one process, through the public interface, on one thread.
///
/// `seats FILE ROUNDS` · `house` · `recount FILE` · `forms FILE` · `regency STATIONS` · `replay FORMS` ·
/// `log ENTRIES` · `journal FOLDER BATCHES` · `postgres DSN BATCHES` ·
/// `office FOLDER CLIENTS COMMANDS` · `office-memory FOLDER STATIONS READERS` · `office-opening FOLDER STATIONS` ·
/// `desk FOLDER FORMS` · `plenary FOLDER STATIONS` · `trail STATIONS` · `materiality STATIONS`;
/// each prints one line of `name value` pairs that `Benchmarks/bench.py` reads.
@main
enum Bench: Sendable {
    static func main() async throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        switch (arguments.first, arguments.count) {
        case ("seats", 3): try seats(arguments[1], rounds: Int(arguments[2]) ?? 1)
        case ("house", 1): try house()
        case ("recount", 2): try recount(arguments[1])
        case ("forms", 2): try await forms(arguments[1])
        case ("replay", 2): try replay(forms: Int(arguments[1]) ?? 0)
        case ("journal", 3): try await JournalBench.run(arguments[1], batches: Int(arguments[2]) ?? 1)
        case ("office", 4):
            try await OfficeBench.run(
                arguments[1],
                clients: Int(arguments[2]) ?? 1,
                commands: Int(arguments[3]) ?? 1
            )
        case ("office-memory", 4):
            try await OfficeSize.memory(
                arguments[1],
                stations: Int(arguments[2]) ?? 1,
                readers: Int(arguments[3]) ?? 1
            )
        case ("office-opening", 3):
            try await OfficeSize.opening(arguments[1], stations: Int(arguments[2]) ?? 1)
        case ("desk", 3): try await DeskBench.run(arguments[1], forms: Int(arguments[2]) ?? 1)
        case ("plenary", 3):
            try await PlenaryBench.run(arguments[1], stations: Int(arguments[2]) ?? 1)
        case ("regency", 2): try regency(stations: Int(arguments[1]) ?? 0)
        case ("trail", 2): try trail(stations: Int(arguments[1]) ?? 0)
        case ("materiality", 2): try materiality(contested: Int(arguments[1]) ?? 0)
        case ("log", 2): log(entries: Int(arguments[1]) ?? 0)
        case ("postgres", 3): try await postgres(arguments[1], batches: Int(arguments[2]) ?? 1)
        default:
            print(
                """
                usage: pleno-bench seats FILE ROUNDS | house | recount FILE | forms FILE | regency STATIONS \
                | replay FORMS | log ENTRIES | journal FOLDER BATCHES | postgres DSN BATCHES | office FOLDER CLIENTS COMMANDS \
                | office-memory FOLDER STATIONS READERS | office-opening FOLDER STATIONS \
                | desk FOLDER FORMS | plenary FOLDER STATIONS | trail STATIONS | materiality STATIONS
                """
            )
        }
    }

    /// Seconds of the slowest of `runs`: whoever waits has waited for that one.
    static func slowest(of runs: Int, _ body: () throws -> Void) rethrows -> Double {
        let clock = ContinuousClock()
        return try (0..<runs).map { _ in
            let components = try clock.measure(body).components
            return Double(components.seconds) + Double(components.attoseconds) / 1e18
        }.max() ?? 0
    }

    /// Seconds of the fastest of `runs`: the others were disturbed.
    static func best(of runs: Int, _ body: () throws -> Void) rethrows -> Double {
        let clock = ContinuousClock()
        let times = try (0..<runs).map { _ in try clock.measure(body) }
        return times.map { Double($0.components.seconds) + Double($0.components.attoseconds) / 1e18 }.min()
            ?? 0
    }

    /// Sainte-Laguë over every line of `file` (votes, separated by spaces), 10 seats each, with tie detection.
    private static func seats(_ file: String, rounds: Int) throws {
        let text = try String(contentsOfFile: file, encoding: .utf8)
        let districts = text.split(separator: "\n").map { line in
            line.split(separator: " ").compactMap { Int($0) }
        }
        var checksum = 0
        let time = try best(of: 3) {
            for _ in 0..<rounds {
                for votes in districts {
                    let allocation = try Distribution(.sainteLague, seats: 10, votes: votes).allocation()
                    checksum &+= allocation.seats[0] &+ (allocation.tie?.seats ?? 0)
                }
            }
        }
        print("seats", time / Double(rounds * districts.count), "checksum", checksum)
    }

    /// 10,000 seats among 1,000 parties, by every method.
    private static func house() throws {
        let votes = (0..<1_000).map { 1 + ($0 &* 2_654_435_761) % 10_000_019 }
        for method in Method.allCases {
            var checksum = 0
            let time = try best(of: 15) {
                checksum &+= try Distribution(method, seats: 10_000, votes: votes).allocation().seats[0]
            }
            print(method.rawValue, time, "checksum", checksum)
        }
    }

    /// The full recount of all tiers beside a plain sum of the same figures.
    ///
    /// `file` holds little-endian 32-bit numbers: units, stations, counters, the parent of each unit (−1: none),
    /// the unit of each station, the cells station by station (−1: missing).
    private static func recount(_ file: String) throws {
        let numbers = try Data(contentsOf: URL(filePath: file)).words
        let (units, stations, counters) = (Int(numbers[0]), Int(numbers[1]), Int(numbers[2]))
        let parents = numbers[3..<(3 + units)].map { $0 < 0 ? nil : Int($0) }
        let owners = numbers[(3 + units)..<(3 + units + stations)]
        let cells = Array(numbers[(3 + units + stations)...])
        var rows = StationRows(counters: counters)
        for (station, unit) in owners.enumerated() {
            let row = cells[(station * counters)..<((station + 1) * counters)]
            rows.append(unit: Int(unit), cells: row.map { $0 < 0 ? nil : UInt32($0) })
        }
        let counts = StationCounts(rows, in: try UnitTree(parents: parents))
        // The recount's own bytes: rows of whole blocks of eight 32-bit lanes.
        let padded = (counters + 2 + 7) / 8 * 8
        var same = [UInt32](repeating: 0, count: stations * padded)
        for station in 0..<stations {
            for counter in 0..<counters {
                same[station * padded + counter] = UInt32(max(0, cells[station * counters + counter]))
            }
        }
        let bare = cells.map { UInt32(max(0, $0)) }
        var sum: UInt64 = 0
        var nation = 0
        let sameTime = best(of: 31) { sum = plainSum(same) }
        let bareTime = best(of: 31) { sum = plainSum(bare) }
        var totals = counts.recount()
        let again = best(of: 31) { counts.recount(into: &totals) }
        let fresh = best(of: 31) { nation = counts.recount().sum(of: 0, in: 0) ?? 0 }
        precondition(totals.sum(of: 0, in: 0) == nation, "both ways find the same")
        print("again", again, "fresh", fresh, "same", sameTime, "bare", bareTime, "sum", sum)
    }

    /// The limit: every figure read once and added up, in a loop the compiler turns into vector instructions.
    @inline(never)
    private static func plainSum(_ cells: borrowing [UInt32]) -> UInt64 {
        let span = cells.span
        var sum: UInt64 = 0
        for index in span.indices { sum &+= UInt64(span[index]) }
        return sum
    }
}

extension Data {
    /// The bytes as little-endian 32-bit numbers.
    fileprivate var words: [Int32] {
        let bytes = [UInt8](self)
        return stride(from: 0, to: bytes.count - 3, by: 4).map { start in
            (0..<4).reduce(Int32(0)) { $0 | Int32(bytes[start + $1]) << Int32(8 * $1) }
        }
    }
}
