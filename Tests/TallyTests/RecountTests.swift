import Tally
import TestSupport
import Testing

@Suite("A recount")
struct RecountTests {
    @Test("agrees with adding station by station, on random trees with gaps")
    func naive() throws {
        var generator = Dice(salt: "recount 1")
        for _ in Dice.rounds(60) {
            let random = RandomTally(using: &generator)
            let tree = try UnitTree(parents: random.parents)
            let totals = StationCounts(random.rows, in: tree).recount()
            #expect(totals.all == random.expected)

            var sheet = TallySheet(tree, counters: random.counters)
            for station in random.stations { sheet.add(unit: station.unit, cells: station.cells) }
            #expect(sheet.totals().all == random.expected)
        }
    }

    @Test("into the memory of older totals leaves nothing of them")
    func reused() throws {
        var totals: UnitTotals?
        var generator = Dice(salt: "recount 2")
        for _ in Dice.rounds(60) {
            let random = RandomTally(using: &generator)
            let counts = StationCounts(random.rows, in: try UnitTree(parents: random.parents))
            var reused = totals ?? counts.recount()
            // Of another tree the first time, of the same one the second.
            for _ in 0..<2 {
                counts.recount(into: &reused)
                #expect(reused.all == random.expected)
            }
            totals = reused
        }
    }

    @Test("after replacing stations is what the running tally holds already")
    func updates() throws {
        var generator = Dice(salt: "recount 3")
        for _ in Dice.rounds(60) {
            var random = RandomTally(using: &generator)
            let tree = try UnitTree(parents: random.parents)
            var running = RunningTally(StationCounts(random.rows, in: tree))
            for _ in 0..<10 {
                guard let station = random.stations.indices.randomElement(using: &generator) else { break }
                random.stations[station].cells = random.cells(using: &generator)
                running.replace(station, with: random.stations[station].cells)
                #expect(running.stations[station] == random.stations[station].cells)
                #expect(running.totals.all == random.expected)
            }
            #expect(running.stations.recount().all == random.expected)
        }
    }

    @Test("keeps a station's cells, its unit, and the order of stations in a unit")
    func places() throws {
        var generator = Dice(salt: "recount 4")
        for _ in Dice.rounds(60) {
            let random = RandomTally(using: &generator)
            let tree = try UnitTree(parents: random.parents)
            let counts = StationCounts(random.rows, in: tree)
            for (station, row) in random.stations.enumerated() {
                #expect(counts[station] == row.cells && counts.unit(of: station) == row.unit)
            }
            for unit in random.parents.indices {
                let own = random.stations.indices.filter { random.stations[$0].unit == unit }
                let below = tree.subtree(of: unit).flatMap { counts.ownStations(of: $0) }
                #expect(counts.ownStations(of: unit) == own)
                #expect(counts.stations(in: unit) == below)
            }
        }
    }

    @Test(
        "tells missing from zero",
        arguments: [
            ([[0, 0]], 1, [0, 0], "zeros were entered"),
            ([[nil, nil]], 0, [nil, nil], "nothing was entered"),
            ([[7, nil]], 0, [7, nil], "half a form counts as far as it goes"),
            ([[7, nil], [nil, 0]], 0, [7, 0], "two halves fill both sums, and no station is whole"),
            ([[7, nil], [1, 2]], 1, [8, 2], "whole and half together"),
            ([], 0, [nil, nil], "no station at all"),
        ] as [([[UInt32?]], Int, [Int?], Comment)]
    )
    func missing(stations: [[UInt32?]], reported: Int, sums: [Int?], reason: Comment) throws {
        var rows = StationRows(counters: 2)
        for cells in stations { rows.append(unit: 0, cells: cells) }
        let totals = StationCounts(rows, in: try UnitTree(parents: [nil])).recount()
        #expect(totals[0] == UnitTotal(stations: stations.count, reported: reported, sums: sums), reason)
    }

    @Test("is exact where 32 bits are not enough", arguments: [1, 5, 6, 7, 40])
    func enormous(counters: Int) throws {
        let stations = 3_000
        var rows = StationRows(counters: counters)
        for _ in 0..<stations {
            rows.append(unit: 1, cells: Array(repeating: UInt32.max, count: counters))
        }
        let totals = StationCounts(rows, in: try UnitTree(parents: [nil, 0])).recount()
        let sum = stations * Int(UInt32.max)
        #expect(
            totals[0]
                == UnitTotal(
                    stations: stations,
                    reported: stations,
                    sums: Array(repeating: sum, count: counters)
                )
        )
        #expect(totals[1] == totals[0])
    }

    @Test("counts stations of a unit that has children too")
    func mixed() throws {
        var rows = StationRows(counters: 1)
        rows.append(unit: 1, cells: [10])
        rows.append(unit: 0, cells: [1])
        let counts = StationCounts(rows, in: try UnitTree(parents: [nil, 0]))
        #expect(counts.recount().all.map(\.sums) == [[11], [10]])
        #expect(counts.ownStations(of: 0) == [1] && counts.stations(in: 0) == [1, 0])
    }

    @Test("knows in how many stations a counter is filled")
    func filled() throws {
        var rows = StationRows(counters: 2)
        for cells in [[1, 2], [1, nil], [nil, nil]] as [[UInt32?]] { rows.append(unit: 0, cells: cells) }
        let totals = StationCounts(rows, in: try UnitTree(parents: [nil])).recount()
        #expect([0, 1].map { totals.filled($0, in: 0) } == [2, 1])
    }
}
