import Tally
import TestSupport

/// A random forest with random stations, and what they add up to, found the slow and obvious way.
struct RandomTally {
    let parents: [Int?]
    let counters: Int
    var stations: [(unit: Int, cells: [UInt32?])]

    init(using generator: inout Dice) {
        let units = Int.random(in: 1...40, using: &generator)
        // Parents come before or after their children: a random order of a random forest.
        let order = (0..<units).shuffled(using: &generator)
        var parents = [Int?](repeating: nil, count: units)
        for place in 1..<max(2, units) where place < units {
            guard Int.random(in: 0..<10, using: &generator) > 0 else { continue }
            parents[order[place]] = order[Int.random(in: 0..<place, using: &generator)]
        }
        let counters = [1, 2, 5, 6, 7, 8, 9, 20].randomElement(using: &generator) ?? 5
        self.parents = parents
        self.counters = counters
        stations = []
        for _ in 0..<Int.random(in: 0...60, using: &generator) {
            stations.append((Int.random(in: 0..<units, using: &generator), []))
            stations[stations.count - 1].cells = cells(using: &generator)
        }
        if Bool.random(using: &generator) { stations.sort { $0.unit < $1.unit } }
    }

    /// A random row: often full, sometimes empty, sometimes with gaps, sometimes enormous.
    func cells(using generator: inout Dice) -> [UInt32?] {
        let gaps = [0, 0, 0, 50, 100].randomElement(using: &generator) ?? 0
        let tops: [UInt32] = [3, 900, .max]
        let top = tops.randomElement(using: &generator) ?? 0
        return (0..<counters).map { _ -> UInt32? in
            guard Int.random(in: 0..<100, using: &generator) >= gaps else { return nil }
            return UInt32.random(in: 0...top, using: &generator)
        }
    }

    /// Stations as the library takes them.
    var rows: StationRows {
        var rows = StationRows(counters: counters)
        for station in stations { rows.append(unit: station.unit, cells: station.cells) }
        return rows
    }

    /// Per unit: every station adds itself to its unit and to all above.
    var expected: [UnitTotal] {
        var stationCounts: [Int: Int] = [:]
        var reported: [Int: Int] = [:]
        var sums: [Int: [Int: Int]] = [:]
        for station in stations {
            for unit in sequence(first: station.unit, next: { parents[$0] }) {
                stationCounts[unit, default: 0] += 1
                if !station.cells.contains(nil) { reported[unit, default: 0] += 1 }
                for (counter, cell) in station.cells.enumerated() {
                    guard let cell else { continue }
                    sums[unit, default: [:]][counter, default: 0] += Int(cell)
                }
            }
        }
        return parents.indices.map { unit in
            UnitTotal(
                stations: stationCounts[unit] ?? 0,
                reported: reported[unit] ?? 0,
                sums: (0..<counters).map { sums[unit]?[$0] }
            )
        }
    }
}

extension UnitTotals {
    /// Every unit, in the order of the list.
    var all: [UnitTotal] { (0..<tree.count).map { self[$0] } }
}
