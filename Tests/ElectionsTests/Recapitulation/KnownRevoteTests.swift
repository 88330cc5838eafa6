import TestSupport
import Testing

@testable import Elections

@Suite("Re-votes that others have on record")
struct KnownRevoteTests {
    private static func revote(
        _ place: Int = 1,
        _ version: FormVersion = .revote,
        _ ballots: [Ballot] = [.president],
        _ ground: RevoteGround? = .strangers,
        held: String? = "2019-04-27",
        source: String = "koran"
    ) throws -> KnownRevote {
        KnownRevote(
            version,
            at: try SmallElection.regions().stations[place],
            ballots,
            ground,
            held: held.flatMap { CalendarDate(parsing: $0) },
            source: source
        )
    }

    typealias Row = (reason: String, fault: ActFault, known: [KnownRevote])

    private static func rows() throws -> [Row] {
        let stations = try SmallElection.regions().stations
        let stranger = StationCode(village: stations[0].village, number: 9)
        return [
            (
                "a station of another register", .unknownStation(stranger),
                [KnownRevote(.revote, at: stranger, [.president], source: "koran")]
            ),
            ("a ballot of another law", .ballotNotInLaw(.governor), [try revote(1, .revote, [.governor])]),
            ("no ballot", .revote(0, .ballots), [try revote(1, .revote, [])]),
            ("a ballot twice", .revote(0, .ballots), [try revote(1, .revote, [.senate, .senate])]),
            (
                "the first vote", .revote(0, .ground(.ruling, .regular)),
                [try revote(1, .regular, [.president], nil)]
            ),
            (
                "a ground that leads elsewhere", .revote(0, .ground(.strangers, .recount)),
                [try revote(1, .recount)]
            ),
            ("before the first vote", .revote(0, .date(last: nil)), [try revote(held: "2019-04-16")]),
            ("known from nowhere", .reason, [try revote(source: "")]),
            (
                "one of its ballots twice", .revote(0, .knownAlready(stations[1])),
                [try revote(1, .revote, [.president, .senate]), try revote(1, .revote, [.senate])]
            ),
        ]
    }

    @Test("that cannot be are refused, all of them")
    func refused() throws {
        for row in try Self.rows() {
            var office = try SmallPlenary()
            let known = [try Self.revote(4)] + row.known
            #expect(throws: row.fault, "\(row.reason)") { try office.state.apply(.revotesKnown(known)) }
            #expect(office.state.revotes.known.isEmpty, "\(row.reason)")
        }
    }

    @Test("allow their forms to be typed, and no second one but by a ruling")
    func once() throws {
        let station = try SmallElection.regions().stations[1]
        var office = try SmallPlenary(isTyped: true)
        let (again, recount) = (
            FormKey(.president, station, .revote), FormKey(.president, station, .recount)
        )
        #expect(!office.state.isHeld(again))
        try office.state.apply(.revotesKnown([try Self.revote()]))
        try office.state.apply(.revotesKnown([try Self.revote(1, .recount, [.president], nil, held: nil)]))
        #expect(office.state.isHeld(again))
        #expect(!office.state.isHeld(recount), "nobody says that it was held")
        func proposal(_ ground: RevoteGround, _ version: FormVersion = .revote) -> Act {
            .revote(
                .proposed(
                    RevoteProposed(
                        Revote(number: 1, version, at: station, [.president], ground, by: .court, cause: "c")
                    )
                )
            )
        }
        #expect(throws: ActFault.revote(1, .knownAlready(station))) {
            try office.state.apply(proposal(.strangers))
        }
        #expect(throws: ActFault.revote(1, .order(last: .revote))) {
            try office.state.apply(proposal(.ruling))
        }
        #expect(throws: Never.self) { try office.state.apply(proposal(.ruling, .laterRevote)) }
    }

    @Test("are evidence beside a difference while nobody has their form, and explain nothing")
    func evidence() throws {
        var office = Office()
        office.villages = [("73.12.01.1001", 2), ("73.12.01.2002", 1)]
        office.papers[0].readings = [
            ["0 votes_1=10 votes_2=20", "1 votes_1=10 votes_2=20", "2 votes_1=1 votes_2=2"]
        ]
        office.papers[0].certified = [
            "73.12.01.1001 votes_1=20 votes_2=31", "73.12.01.2002 votes_1=1 votes_2=2",
        ]
        let (village, other) = (
            try RegionCode(parsing: "73.12.01.1001"), try RegionCode(parsing: "73.12.01.2002")
        )
        let date = CalendarDate(parsing: "2019-04-27")
        office.known = [
            KnownRevote(
                .revote,
                at: StationCode(village: village, number: 2),
                [.president],
                held: date,
                source: "a"
            ),
            KnownRevote(
                .revote,
                at: StationCode(village: other, number: 1),
                [.president],
                held: date,
                source: "b"
            ),
            KnownRevote(
                .revote,
                at: StationCode(village: village, number: 1),
                [.senate],
                held: date,
                source: "c"
            ),
            KnownRevote(.recount, at: StationCode(village: village, number: 1), [.president], source: "d"),
        ]
        func row(_ office: Office) throws -> (row: ShiftReport.Row, words: [String]) {
            let snapshot = try office.snapshot()
            let result = try #require(snapshot.result(of: .president))
            let rows = ShiftReport(snapshot, result).rows
            #expect(rows.count == 1)
            let words = ExplanationWords(snapshot, .english).sentences(try #require(rows.first), result)
            return (try #require(rows.first), words)
        }
        let without = try row(office)
        #expect(without.row.missing.map(\.source) == ["a"], "of this ballot, held, in this village")
        #expect(without.row.standing == .unexplained)
        #expect(without.words.count == 2)
        #expect(without.words.last?.contains("station 2") == true)
        office.papers[0].readings[0].append("1 psu votes_1=10 votes_2=20")
        #expect(try row(office).row.missing.isEmpty, "its form is here")
    }

    @Test("are published as they are, and an outsider knows them too")
    func published() throws {
        let act = Act.revotesKnown([
            try Self.revote(), try Self.revote(4, .continued, [.senate], nil, held: nil),
        ])
        #expect(act.kind.isTakenOver)
        #expect(act.kind.isPublic)
        #expect(act.ballot == nil)
        #expect(
            String(decoding: act.canonicalText, as: UTF8.self)
                == #"{"act":"revotes-known","revotes":[{"ballots":["PPWP"],"ground":"372(2)d","held":"2019-04-27","#
                + #""source":"koran","station":2,"version":"psu","village":"73.12.01.1001"},{"ballots":["DPD"],"#
                + #""source":"koran","station":2,"version":"psl","village":"73.12.02.2001"}]}"#
        )
        #expect(act.parts.map(\.canonicalText) == [act.canonicalText])
        #expect(act.isPublishedForm)
    }
}
