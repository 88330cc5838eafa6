import Elections
import Testing

@testable import Exchange

@Suite("The description of the folder")
struct BadDescriptionTests {
    private static let file = "election.yaml"

    @Test(
        "is refused where it is no description",
        arguments: [
            FolderCase("there is none", .remove(file), Problem(file, nil, nil, .fileMissing)),
            FolderCase("it is empty", .text(file, ""), Problem(file, nil, nil, .empty)),
            FolderCase("it holds a comment only", .text(file, "# later\n"), Problem(file, nil, nil, .empty)),
            FolderCase(
                "it is a list",
                .text(file, "- a\n"),
                Problem(file, 1, nil, .malformed("", expected: .mapping))
            ),
            FolderCase(
                "it is a table",
                .text(file, "code,name\n73,x\n"),
                Problem(file, 1, nil, .malformed("", expected: .mapping))
            ),
            FolderCase(
                "it is not YAML",
                .replace(file, "law: pemilu2019", with: "law: [pemilu2019"),
                Problem(file, 5, nil, .notYAML(detail: "did not find expected ',' or ']'"))
            ),
            FolderCase(
                "a key twice",
                .replace(file, "law: pemilu2019", with: "law: pemilu2019\nlaw: pemilu2024"),
                Problem(file, 4, nil, .notYAML(detail: "duplicate key law"))
            ),
            FolderCase(
                "bad UTF-8",
                .bytes(file, Array("name: ".utf8) + [0xFF]),
                Problem(file, nil, nil, .notUTF8(byte: 6))
            ),
            FolderCase(
                "it is larger than any real one",
                .bytes(file, [UInt8](repeating: 0x23, count: 1_048_577)),
                Problem(file, nil, nil, .tooLong(limit: 1_048_576))
            ),
            FolderCase(
                "a tower of aliases, which would unfold to 10^12 texts",
                .text(
                    file,
                    "a0: &a0 [x]\n"
                        + (1...12).map { level in
                            "a\(level): &a\(level) [\([String](repeating: "*a\(level - 1)", count: 10).joined(separator: ","))]\n"
                        }.joined() + "? *a12\n: 1\n? *a11\n: 2\n"
                ),
                Problem(file, nil, nil, .notYAML(detail: "too many aliases (*)"))
            ),
            FolderCase(
                "brackets without end",
                .bytes(file, [UInt8](repeating: 0x5B, count: 100_000)),
                Problem(
                    file,
                    1,
                    nil,
                    .notYAML(detail: "Maximum nesting level reached, set with yaml_set_max_nest_level())")
                )
            ),
        ]
    )
    func form(folder: FolderCase) async throws {
        try await folder.verify()
    }

    @Test(
        "is refused where an entry is not what it must be",
        arguments: [
            FolderCase(
                "another format",
                .replace(file, "format: 1", with: "format: 2"),
                Problem(file, 1, "format", .malformed("2", expected: .formatVersion))
            ),
            FolderCase(
                "a day that no month has",
                .replace(file, "2019-04-17", with: "2019-04-31"),
                Problem(file, 3, "date", .malformed("2019-04-31", expected: .date))
            ),
            FolderCase(
                "a date the local way",
                .replace(file, "2019-04-17", with: "17-04-2019"),
                Problem(file, 3, "date", .malformed("17-04-2019", expected: .date))
            ),
            FolderCase(
                "a law nobody knows",
                .replace(file, "pemilu2019", with: "pemilu1955"),
                Problem(file, 4, "law", .malformed("pemilu1955", expected: .oneOf(Law.all.map(\.id))))
            ),
            FolderCase(
                "a place by name",
                .replace(file, "\"73.12\"", with: "Soppeng"),
                Problem(file, 5, "place", .malformed("Soppeng", expected: .regionCode))
            ),
            FolderCase(
                "a name in one language",
                .replace(file, "Pemilu kecil, en: Small election", with: "Pemilu kecil"),
                Problem(file, 2, "en", .keyMissing)
            ),
            FolderCase(
                "a name that is a text",
                .replace(file, "{ id: Pemilu kecil, en: Small election }", with: "Pemilu"),
                Problem(file, 2, "name", .malformed("", expected: .mapping))
            ),
            FolderCase(
                "no date, no place",
                .each([.replace(file, "date: 2019-04-17\n", with: ""), .noPlace]),
                Problem(file, 1, "date", .keyMissing),
                Problem(file, 1, "place", .keyMissing)
            ),
            FolderCase(
                "a key nobody asks for: a slip that would lose figures",
                .replace(file, "    certified:", with: "    certifed:"),
                Problem(file, 15, nil, .unknown("certifed", of: .key))
            ),
            FolderCase(
                "a nature nobody knows",
                .replace(file, "nature: roll", with: "nature: dpt"),
                Problem(
                    file,
                    23,
                    "nature",
                    .malformed("dpt", expected: .oneOf(SourceFile.Nature.allCases.map(\.rawValue)))
                )
            ),
            FolderCase(
                "a file without its source",
                .replace(file, "roll, source: { id: S, en: S }", with: "roll"),
                Problem(file, 23, "source", .keyMissing)
            ),
        ]
    )
    func entries(folder: FolderCase) async throws {
        try await folder.verify()
    }

    @Test(
        "is refused where a path leaves the folder",
        arguments: ["../regions.csv", "/etc/passwd", "a/../../b.csv", "./regions.csv", "a//b.csv", ".."]
    )
    func paths(path: String) async throws {
        let folder = try TinyFolder(.replace(Self.file, "regions: regions.csv", with: "regions: \(path)"))
        #expect(
            try await folder.problems() == [
                Problem(Self.file, 6, "regions", .malformed(path, expected: .relativePath))
            ]
        )
    }

    @Test(
        "is refused where ballots or files do not fit together",
        arguments: [
            FolderCase(
                "no ballots",
                .text(file, String(TinyFolder.text(file).prefix { $0 != "\n" })),
                Problem(file, 1, "name", .keyMissing),
                Problem(file, 1, "date", .keyMissing),
                Problem(file, 1, "law", .keyMissing),
                Problem(file, 1, "place", .keyMissing),
                Problem(file, 1, "regions", .keyMissing),
                Problem(file, 1, "stations", .keyMissing),
                Problem(file, 1, "ballots", .keyMissing),
                Problem(file, 1, "files", .keyMissing)
            ),
            FolderCase(
                "a ballot nobody knows",
                .replace(file, "ballot: DPRD_KABKO", with: "ballot: DPRD_DESA"),
                Problem(
                    file,
                    16,
                    "ballot",
                    .malformed("DPRD_DESA", expected: .oneOf(Ballot.allCases.map(\.rawValue)))
                )
            ),
            FolderCase(
                "the same ballot twice",
                .replace(file, "ballot: DPRD_KABKO", with: "ballot: PPWP"),
                Problem(file, 16, "ballot", .duplicate("PPWP", firstRow: 9))
            ),
            FolderCase(
                "two readings of one name",
                .replace(file, "    certified: c", with: secondReading),
                Problem(file, 15, "id", .duplicate("office", firstRow: 12))
            ),
            FolderCase(
                "a ballot without figures",
                .each([
                    .replace(file, "    reported: reported.csv\n", with: ""),
                    .replace(
                        file,
                        "  reported.csv: { nature: reported, source: { id: V, en: V } }\n",
                        with: ""
                    ),
                ]),
                Problem(file, 16, "ballot", .misfit(.noFigures(ballot: "DPRD_KABKO")))
            ),
            FolderCase(
                "districts for a ballot whose law divides no seats",
                .replace(file, "    certified: c", with: "    districts: districts.csv\n    certified: c"),
                Problem(file, 9, "ballot", .misfit(.noSeatRule(ballot: "PPWP")))
            ),
            FolderCase(
                "votes of the nation for a ballot whose parties need no share of them",
                .replace(
                    file,
                    "    reported: reported.csv",
                    with: "    nation: parties.csv\n    reported: reported.csv"
                ),
                Problem(file, 16, "ballot", .misfit(.noThreshold(ballot: "DPRD_KABKO"))),
                Problem(
                    "parties.csv",
                    1,
                    "votes",
                    .columnMissing(found: ["number", "name", "short_name", "colour"])
                )
            ),
            FolderCase(
                "districts for a ballot whose parties must pass a share of the nation's votes",
                .replace(file, "ballot: DPRD_KABKO", with: "ballot: DPR"),
                Problem(file, 16, "ballot", .misfit(.thresholdUnknown(ballot: "DPR")))
            ),
            FolderCase(
                "a file that is used and not described",
                .replace(
                    file,
                    "  determined.csv: { nature: determined, source: { id: K, en: K } }\n",
                    with: ""
                ),
                Problem(file, nil, "determined.csv", .fileNotDescribed)
            ),
            FolderCase(
                "a file that is described and not used",
                .replace(file, "    determined: determined.csv\n", with: ""),
                Problem(file, nil, "determined.csv", .fileNotUsed)
            ),
            FolderCase(
                "ballots that are no list",
                .replace(file, "ballots:\n", with: "ballots: none\nnothing:\n"),
                Problem(file, 9, nil, .unknown("nothing", of: .key)),
                Problem(file, 8, "ballots", .malformed("", expected: .list))
            ),
        ]
    )
    func parts(folder: FolderCase) async throws {
        try await folder.verify()
    }

    private static let secondReading = """
              - { id: office, name: { id: Kedua, en: Second }, file: readings.csv }
            certified: c
        """
}

extension TinyFolder.Change {
    fileprivate static let noPlace = Self.replace("election.yaml", "place: \"73.12\"\n", with: "")
}
