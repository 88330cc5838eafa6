import Apportionment
import Elections
import TestSupport
import Testing

@Suite("An election added up")
struct SnapshotTests {
    private func code(_ text: String) throws -> RegionCode { try RegionCode(parsing: text) }

    @Test("every tier is the sum of its stations")
    func tiers() throws {
        let snapshot = try Snapshot(SmallElection().election())
        func votes(_ region: String) throws -> [Int?]? {
            snapshot.figures(of: .president, in: try code(region))?.votes
        }
        #expect(try votes("73.12.01.1001") == [40, 60])
        #expect(try votes("73.12.01") == [90, 120])
        #expect(try votes("73.12") == [250, 300])
        #expect(try votes("73") == [250, 300])
    }

    @Test("a form not read and a cell not entered are missing, not zero")
    func missing() throws {
        var small = SmallElection()
        small.votes = [nil, [30, nil], [50, 60], nil, nil]
        let snapshot = try Snapshot(small.election())
        let first = try #require(snapshot.figures(of: .president, in: try code("73.12.01.1001")))
        #expect(first.votes == [30, nil])
        #expect((first.counted, first.stations) == (0, 2))
        let second = try #require(snapshot.figures(of: .president, in: try code("73.12.02")))
        #expect(second.votes == [nil, nil])
        #expect(second.sum == nil)
        let all = try #require(snapshot.figures(of: .president, in: try code("73.12")))
        #expect(all.votes == [80, 60])
        #expect((all.counted, all.stations, all.isComplete) == (1, 5, false))
    }

    @Test("turnout covers stations with both figures only")
    func turnout() throws {
        var small = SmallElection()
        small.totals[1] = nil
        small.electorate[2] = Electorate(male: 60, female: nil)
        small.votes[3] = nil
        let snapshot = try Snapshot(small.election())
        let turnout = try #require(snapshot.turnout(in: try code("73.12")))
        #expect((turnout.voters, turnout.electorate) == (32 + 192, 40 + 200))
        #expect((turnout.covered, turnout.stations) == (2, 5))
        #expect(snapshot.turnout(in: try code("73.12.01.2002")) == nil)
    }

    @Test("reported totals count their stations less the blank ones")
    func reported() throws {
        var small = SmallElection()
        small.reported = [
            ("73.12.01.1001", 2, 1, [100, 50]),
            ("73.12.01.2002", nil, nil, [20, 10]),  // Stations from the register.
            ("73.12.02.2001", 2, 0, [5, nil]),  // An incomplete row counts none.
        ]
        let snapshot = try Snapshot(small.election())
        let figures = try #require(snapshot.figures(of: .regencyCouncil, in: try code("73.12")))
        #expect(figures.votes == [125, 60])
        #expect((figures.counted, figures.stations) == (2, 5))
        #expect(snapshot.result(of: .regencyCouncil)?.basis == .reported)
    }

    @Test("certified figures differ only where every station is counted")
    func comparison() throws {
        var small = SmallElection()
        small.certified = ["73.12.01.1001": [40, 54], "73.12.02.2001": [160, 180], "73.12": [251, nil]]
        let rows = try #require(try Snapshot(small.election()).result(of: .president)?.comparison)
        #expect(rows.map(\.region.name) == ["Kabupaten", "Satu A", "Dua A"])
        #expect(rows.map(\.differences) == [[1, nil], [0, -6], [0, 0]])
        #expect(rows.map(\.differs) == [true, true, false])
        small.votes[0] = nil
        let open = try #require(try Snapshot(small.election()).result(of: .president)?.comparison)
        #expect(open.map(\.differs) == [false, false, false])
    }

    @Test(
        "a figure that is missing agrees with nothing",
        arguments: [
            ([250, 300], .equal), ([251, nil], .different), ([250, nil], .open), ([nil, nil], .open),
        ] as [([Int?], CertifiedComparison.Agreement)]
    )
    func agreement(certified: [Int?], expected: CertifiedComparison.Agreement) throws {
        var small = SmallElection()
        small.certified = ["73.12": certified]
        let row = try #require(try Snapshot(small.election()).result(of: .president)?.comparison.first)
        #expect(row.agreement == expected)
        small.votes[4] = nil
        let incomplete = try #require(try Snapshot(small.election()).result(of: .president)?.comparison.first)
        #expect(incomplete.agreement == .open)
    }

    @Test("a district without figures is no tie, and nothing is said of what was determined")
    func noFigures() throws {
        var small = SmallElection()
        small.reported = [("73.12.01.1001", 2, 0, [9, 3]), ("73.12.02.2001", 2, 0, [nil, nil])]
        small.determined = [1: 3, 19: 2]
        let result = try #require(try Snapshot(small.election()).result(of: .regencyCouncil))
        #expect(result.districts[1].figures.sum == nil)
        #expect(result.districts[1].allocation == result.districts[1].distribution.allocation())
        #expect(result.districts[1].allocation.tie == nil)
        #expect(result.districts[1].allocation.seats == [0, 0])
        #expect(result.houseSize == 5)
        #expect(result.differsFromDetermined == nil)
    }

    @Test("seats come by district and stop at a tie")
    func seats() throws {
        var small = SmallElection()
        small.reported = [("73.12.01.1001", 2, 0, [90, 30]), ("73.12.02.2001", 2, 0, [10, 10])]
        small.seats = (2, 3)
        let result = try #require(try Snapshot(small.election()).result(of: .regencyCouncil))
        // 90, 30 = 90/3: a tie for the second seat. 10, 10, then 10/3 twice: a tie for the third.
        #expect(result.districts.map(\.allocation.seats) == [[1, 0], [1, 1]])
        #expect(
            result.districts.map(\.allocation.tie) == [
                Tie(parties: [0, 1], seats: 1, most: 1), Tie(parties: [0, 1], seats: 1, most: 1),
            ]
        )
        #expect(result.seats == [2, 1])
        #expect(result.contestedSeats == 2)
        #expect(result.districts.allSatisfy { $0.lastSeat == nil })
    }

    @Test(
        "what the office determined is compared by party",
        arguments: [([1: 3, 19: 2], false), ([1: 4, 19: 1], true), ([1: 3], true), (nil, nil)]
            as [([Int: Int]?, Bool?)]
    )
    func determined(seats: [Int: Int]?, differs: Bool?) throws {
        var small = SmallElection()
        small.determined = seats
        let result = try #require(try Snapshot(small.election()).result(of: .regencyCouncil))
        #expect(result.seats == [3, 2])
        #expect(result.differsFromDetermined == differs)
    }

    @Test("figures that do not fit are refused by name")
    func faults() throws {
        var overlap = SmallElection()
        overlap.reported = [("73.12.01", 3, 0, [1, 2]), ("73.12.01.1001", 2, 0, [1, 2])]
        #expect(throws: Snapshot.Fault.overlap(.regencyCouncil, try code("73.12.01.1001"))) {
            try Snapshot(overlap.election())
        }
        var unknown = SmallElection()
        unknown.reported = [("73.12.09", 3, 0, [1, 2])]
        #expect(throws: Snapshot.Fault.unknownRegion(.regencyCouncil, try code("73.12.09"))) {
            try Snapshot(unknown.election())
        }
        var large = SmallElection()
        large.reported = [("73.12.01.1001", 2, 0, [1 << 32, 0])]
        #expect(throws: Snapshot.Fault.tooLarge(.regencyCouncil)) { try Snapshot(large.election()) }
        var threshold = SmallElection()
        threshold.councilBallot = .house
        #expect(throws: Snapshot.Fault.thresholdUnknown(.house)) { try Snapshot(threshold.election()) }
        var none = SmallElection()
        none.councilBallot = .senate
        #expect(throws: Snapshot.Fault.noSeatRule(.senate)) { try Snapshot(none.election()) }
        var shared = SmallElection()
        shared.districts = (["7312.01"], ["7312.01"])
        #expect(throws: Snapshot.Fault.overlap(.regencyCouncil, try code("73.12.01"))) {
            try Snapshot(shared.election())
        }
    }
}
