import Elections
import Testing

@testable import Web

@Suite("Addresses")
struct AddressTests {
    private static let routes: [Route] = {
        let code = try? RegionCode(parsing: "73.12.04.1005")
        let village: [Route] =
            code.map {
                [.region($0), .regionFindings($0), .station(StationCode(village: $0, number: 901))]
            } ?? []
        let trails: [Route] =
            code.map { code in
                [.region(code), .station(StationCode(village: code, number: 901))].flatMap { place in
                    [nil, .votes(4), .candidateVotes(4, 1), .valid].map { .trail(.house, place, $0) }
                }
            } ?? []
        let perBallot: [Route] = Ballot.allCases.flatMap { ballot -> [Route] in
            [
                .seats(ballot), .candidates(ballot), .elected(ballot), .district(ballot, 3),
                .contestant(ballot, 19),
                .comparison(ballot),
                .shifts(ballot), .listShifts(ballot),
            ]
        }
        let fixed: [Route] = [
            .home, .sources, .findings, .readings, .revotes, .candidacies, .plenaries, .plenary(12), .law,
            .deadlines,
            .calendar, .glossary,
        ]
        return fixed + Check.all.map { .rule($0.code) } + village + trails + perBallot
    }()

    @Test("every page's address reads back as the page", arguments: routes)
    func roundTrip(route: Route) {
        for language in Language.allCases {
            for form in Address.Form.allCases {
                let address = Address(route, language, form: form)
                #expect(Address(path: address.path) == address, "\(address.path)")
            }
        }
    }

    @Test("every page has one address", arguments: routes)
    func distinct(route: Route) {
        #expect(Self.routes.count { $0.path == route.path } == 1)
    }

    @Test(
        "what is no address of ours is none",
        arguments: [
            "",  // No leading slash.
            "x", "//", "/regions", "/regions/", "/regions/73.12/extra", "/regions/7312",
            "/regions/73.12/stations/1",  // Only villages have stations.
            "/regions/73.12.04.1005/stations/01", "/regions/73.12.04.1005/stations/-1",
            "/regions/73.12.04.1005/stations/+1", "/ballots/DPRD-KABKO/seats", "/ballots/dprd_kabko/seats",
            "/ballots/ppwp/nothing", "/ballots/ppwp/shifts/list", "/ballots/ppwp/trail",
            "/ballots/ppwp/trail/73.12/1",
            "/ballots/ppwp/trail/73.12.04.1005/01", "/ballots/ppwp/trail/73.12/votes_01",
            "/ballots/ppwp/trail/73.12/votes",
            "/ballots/ppwp/trail/73.12/valid/valid", "/ballots/ppwp/districts/",
            "/ballots/ppwp/districts/1/2", "/de/",
            "/en/en/",
            "/plenaries/0", "/plenaries/01", "/plenaries/x", "/rules/a07", "/rules/Z99", "/rules",
            "/law/nothing", "/findings/law", "/glossary/psu",
            "/regions/findings", "/regions/7312/findings",
            "/sources.xml", "/%2e%2e/", "/regions/٧٣", "/" + String(repeating: "a", count: 300),
        ]
    )
    func refusal(path: String) {
        #expect(Address(path: path) == nil)
    }
}
