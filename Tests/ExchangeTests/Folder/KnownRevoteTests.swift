import Elections
import Testing

@testable import Exchange

@Suite("Re-votes on record in a folder")
struct KnownRevoteTests {
    /// The folder with a file of re-votes.
    private static func folder(_ rows: String, header: String? = nil) -> TinyFolder.Change {
        .each([
            .replace(
                "election.yaml",
                "stations: stations.csv\n",
                with: "stations: stations.csv\nrevotes: r.csv\n"
            ),
            .append("election.yaml", "  r.csv: { nature: determined, source: { id: U, en: U } }\n"),
            .text("r.csv", (header ?? "village,station,version,ballots,ground,held,source") + "\n" + rows),
        ])
    }

    @Test("are read, also of ballots that nobody counts here")
    func read() async throws {
        let rows =
            "73.12.01.1001,2,psu,PPWP DPD,372(2)d,2019-04-27,\"koran, hal. 1\"\n"
            + "73.12.01.1001,2,pssu,PPWP,,,koran\n73.12.02.1001,1,psu,DPRD_KABKO,ruling,,koran\n"
        let known = try await TinyFolder(Self.folder(rows)).read().election.revotes.known
        #expect(
            known.map(\.station.description) == [
                "73.12.01.1001-002", "73.12.01.1001-002", "73.12.02.1001-001",
            ]
        )
        #expect(known.map(\.version) == [.revote, .recount, .revote])
        #expect(known.map(\.ballots) == [[.president, .senate], [.president], [.regencyCouncil]])
        #expect(known.map(\.ground) == [.strangers, nil, .ruling])
        #expect(known.map { $0.held?.description } == ["2019-04-27", nil, nil])
        #expect(known[0].source == "koran, hal. 1")
    }

    private static let versions = FormVersion.allCases.map(\.rawValue).filter { $0 != "reguler" }
    private static let ballots = Law.pemilu2019.ballotsInOrder.map(\.rawValue)

    private static func refusal(_ reason: String, _ rows: String, _ problems: Problem...) -> FolderCase {
        FolderCase(reason, folder(rows), problems)
    }

    @Test(
        "that cannot be are refused at their place",
        arguments: [
            refusal(
                "a station nobody knows",
                "73.12.01.1001,9,psu,PPWP,,,koran\n",
                Problem("r.csv", 2, "station", .unknown("73.12.01.1001-009", of: .station))
            ),
            refusal(
                "the first vote",
                "73.12.01.1001,1,reguler,PPWP,,,koran\n",
                Problem("r.csv", 2, "version", .malformed("reguler", expected: .oneOf(versions)))
            ),
            refusal(
                "a ballot of another law",
                "73.12.01.1001,1,psu,PPWP PILBUP,,,koran\n",
                Problem("r.csv", 2, "ballots", .malformed("PILBUP", expected: .oneOf(ballots)))
            ),
            refusal(
                "a ground that leads to no such vote",
                "73.12.01.1001,1,psl,PPWP,372(2)d,,koran\n",
                Problem("r.csv", 2, "ground", .malformed("372(2)d", expected: .oneOf(["431", "ruling"])))
            ),
            refusal(
                "held on no day",
                "73.12.01.1001,1,psu,PPWP,,ya,koran\n",
                Problem("r.csv", 2, "held", .malformed("ya", expected: .date))
            ),
            refusal(
                "held before the vote",
                "73.12.01.1001,1,psu,PPWP,,2019-04-16,koran\n",
                Problem("r.csv", 2, "held", .misfit(.beforeVote(first: "2019-04-17")))
            ),
            refusal(
                "known from nowhere",
                "73.12.01.1001,1,psu,PPWP,,,\n",
                Problem("r.csv", 2, "source", .emptyCell)
            ),
            refusal(
                "more of a source than a reason has room for",
                "73.12.01.1001,1,psu,PPWP,,,\(String(repeating: "k", count: 501))\n",
                Problem("r.csv", 2, "source", .tooLong(limit: 500))
            ),
            refusal(
                "one of its ballots a second time",
                "73.12.01.1001,1,psu,PPWP DPD,,,koran\n73.12.01.1001,1,psu,DPD,,,koran\n",
                Problem("r.csv", 3, "station", .duplicate("73.12.01.1001-001 psu DPD", firstRow: 2))
            ),
            FolderCase(
                "a file that nothing describes",
                .replace(
                    "election.yaml",
                    "stations: stations.csv\n",
                    with: "stations: stations.csv\nrevotes: r.csv\n"
                ),
                Problem("election.yaml", nil, "r.csv", .fileNotDescribed),
                Problem("r.csv", nil, nil, .fileMissing)
            ),
        ]
    )
    func refused(folder: FolderCase) async throws {
        try await folder.verify()
    }

    @Test("a ballot that the station lacks is none it voted on again")
    func limited() async throws {
        let change = TinyFolder.Change.each([
            Self.folder("73.12.01.1001,2,psu,PPWP DPRD_KABKO,,,koran\n"),
            .replace("stations.csv", "electorate_female\n", with: "electorate_female,ballots\n"),
            .replace("stations.csv", ",100,110\n", with: ",100,110,\n"),
            .replace("stations.csv", ",90,95\n", with: ",90,95,PPWP\n"),
            .replace("stations.csv", ",80,\n", with: ",80,,\n"),
            .replace("stations.csv", ",70,75\n", with: ",70,75,\n"),
            .replace("reported.csv", "1001,2,0", with: "1001,1,0"),
        ])
        let misfit = Problem.Misfit.ballotNotAtStation("DPRD_KABKO", "73.12.01.1001-002")
        #expect(try await TinyFolder(change).problems() == [Problem("r.csv", 2, "ballots", .misfit(misfit))])
    }
}
