import Elections
import TestSupport
import Testing

@Suite("Regions and stations as a tree")
struct RegionsTests {
    @Test("the register's order makes every region a run of stations")
    func order() throws {
        let regions = try SmallElection.regions()
        func stations(_ code: String) throws -> Range<Int> {
            regions.stationPositions(in: try RegionCode(parsing: code))
        }
        #expect(try stations("73") == 0..<5)
        #expect(try stations("73.12.01") == 0..<3)
        #expect(try stations("73.12.01.2002") == 2..<3)
        #expect(try stations("73.12.02") == 3..<5)
        #expect(try stations("73.12.02.2001") == 3..<5)
        for none in ["73.11", "73.12.01.1002", "73.12.09", "74"] {
            #expect(try stations(none).isEmpty, "\(none)")
        }
    }

    @Test("a station is found by its code, whatever gaps the numbers have")
    func places() throws {
        let small = try SmallElection.regions()
        let village = try RegionCode(parsing: "73.12.01.2002")
        let stations = [0, 2, 3, 7, 901, 902].map { StationCode(village: village, number: $0) }
        let regions = try Regions(small.all, stations: (stations + small.stations.prefix(2)).reversed())
        for number in [-1, 1, 4, 900, 903, .max] {
            #expect(regions.position(of: StationCode(village: village, number: number)) == nil, "\(number)")
        }
        for (place, station) in regions.stations.enumerated() {
            #expect(regions.position(of: station) == place, "\(station)")
        }
        let unknown = StationCode(village: try RegionCode(parsing: "73.12.01.2003"), number: 1)
        #expect(regions.position(of: unknown) == nil)
    }

    @Test("children and paths follow the codes")
    func family() throws {
        let regions = try SmallElection.regions()
        #expect(regions.children(of: try RegionCode(parsing: "73.12")).map(\.name) == ["Satu", "Dua"])
        #expect(regions.children(of: try RegionCode(parsing: "73.12.02.2001")).isEmpty)
        let path = regions.path(to: try RegionCode(parsing: "73.12.01.2002")).map(\.name)
        #expect(path == ["Provinsi", "Kabupaten", "Satu", "Satu B"])
    }

    @Test("what does not make a tree is refused by name")
    func faults() throws {
        let province = Region(code: try RegionCode(parsing: "73"), name: "P", kind: .province)
        let regency = Region(code: try RegionCode(parsing: "73.12"), name: "K", kind: .regency)
        let village = try RegionCode(parsing: "73.12.04.1005")
        let desa = Region(code: village, name: "D", kind: .ruralVillage)
        let city = Region(code: try RegionCode(parsing: "73.12.04"), name: "X", kind: .city)
        let station = StationCode(village: village, number: 1)
        #expect(throws: Regions.Fault.regionTwice(province.code)) {
            try Regions([province, province], stations: [])
        }
        #expect(throws: Regions.Fault.parentMissing(village)) {
            try Regions([province, regency, desa], stations: [])
        }
        #expect(throws: Regions.Fault.wrongKind(city.code)) {
            try Regions([province, regency, city], stations: [])
        }
        #expect(throws: Regions.Fault.unknownVillage(station)) {
            try Regions([province], stations: [station])
        }
        let small = try SmallElection.regions()
        #expect(throws: Regions.Fault.stationTwice(small.stations[0])) {
            try Regions(small.all, stations: small.stations + [small.stations[0]])
        }
    }

    @Test("a station's code shows at least three digits")
    func stationCode() throws {
        let village = try RegionCode(parsing: "73.12.04.1005")
        #expect(StationCode(village: village, number: 7).description == "73.12.04.1005-007")
        #expect(StationCode(village: village, number: 901).description == "73.12.04.1005-901")
    }
}
