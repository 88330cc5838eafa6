import Apportionment
import Testing

@Suite("Official seats are reproduced")
struct OfficialSeatsTests {
    @Test(
        "elections with a threshold on their own votes, or none",
        arguments: [
            ("worked-examples.csv", .sainteLague, "0", 5),
            ("norway.csv", .modifiedSainteLague, "0", 76),
            ("austria.csv", .dHondt, "4%", 9),
            ("israel-2013.csv", .dHondt, "2%", 1),
            ("israel-2015-2019.csv", .dHondt, "3.25%", 3),
        ] as [(String, Method, String, Int)]
    )
    func official(file: String, method: Method, threshold: String, districts: Int) throws {
        let fixture = try Fixture(file)
        let threshold = try Threshold(parsing: threshold)
        #expect(fixture.districts.count == districts)
        for rows in fixture.districts {
            let total = rows.reduce(0) { $0 + $1.votes }
            let allocation = try allocate(method, rows) { threshold.admits($0.votes, of: total) }
            #expect(allocation.seats == rows.map { $0["seats_official"] }, "\(rows[0].district)")
            #expect(allocation.tie == nil)
        }
    }

    @Test("DPR 2024: 4 % of the national votes, 53 districts")
    func indonesia() throws {
        let national = try Fixture("indonesia-dpr-2024-totals.csv").districts.flatMap(\.self)
        let votes = Dictionary(uniqueKeysWithValues: national.map { ($0.party, $0.votes) })
        let total = votes.values.reduce(0, +)
        let threshold = try Threshold(parsing: "4%")
        let districts = try Fixture("indonesia-dpr-2024.csv").districts
        #expect(districts.count == 53)
        for rows in districts {
            let allocation = try allocate(.sainteLague, rows) {
                threshold.admits(votes[$0.party] ?? -1, of: total)
            }
            #expect(allocation.seats == rows.map { $0["seats_official"] }, "\(rows[0].district)")
        }
    }

    @Test(
        "New Zealand: electorate seats are kept and may enlarge the house",
        arguments: [
            ("NZ_1996", 120), ("NZ_1999", 120), ("NZ_2002", 120),
            ("NZ_2005", 121),  // Māori Party: four electorates, entitled to three.
            ("NZ_2008", 122),  // Māori Party: five electorates, entitled to three.
            ("NZ_2011", 121), ("NZ_2014", 121), ("NZ_2017", 120), ("NZ_2020", 120),
        ]
    )
    func newZealand(election: String, size: Int) throws {
        let rows = try #require(try Fixture("new-zealand.csv").elections[election])
        let total = rows.reduce(0) { $0 + $1.votes }
        let threshold = try Threshold(parsing: "5%")
        let allocation = try allocate(.sainteLague, rows) { row in
            row["exempt"] == 1 || threshold.admits(row.votes, of: total)
        }
        let house = try House(allocation, minimums: rows.map { $0["minimum"] ?? -1 })
        #expect(house.seats == rows.map { $0["seats_official"] })
        #expect(house.sizes == size...size)
        #expect(rows.indices.reduce(0) { $0 + house.overhang(of: $1) } == size - 120)
    }

    @Test("Soppeng 2019: the thirty seats of five districts")
    func soppeng() throws {
        var seats: [String: Int] = [:]
        for rows in try Fixture("soppeng-2019.csv").districts {
            let allocation = try allocate(.sainteLague, rows) { _ in true }
            for (row, won) in zip(rows, allocation.seats) {
                seats[row.party, default: 0] += won
                guard let official = row["seats_official"] else { continue }
                #expect(won == official, "\(row.party), \(row.district)")
            }
        }
        // As the office determined them on 20 July 2019.
        let determined = [
            "Golkar": 12, "PDI Perjuangan": 5, "NasDem": 5, "Demokrat": 3, "Gerindra": 3, "PPP": 1, "PKB": 1,
        ]
        #expect(seats.filter { $0.value > 0 } == determined)
    }

    private func allocate(
        _ method: Method,
        _ rows: [Fixture.Row],
        admits: (Fixture.Row) -> Bool
    ) throws -> Allocation {
        let seats = try #require(rows[0]["seats_total"])
        let admitted = rows.map(admits)
        return try Distribution(method, seats: seats, votes: rows.map(\.votes), participates: admitted)
            .allocation()
    }
}
