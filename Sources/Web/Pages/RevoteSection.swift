import Elections

/// One station whose vote or count was held again: its forms side by side, and which of them was certified.
struct RevoteSection {
    private let result: ContestResult
    private let supersession: Supersession
    private let context: PageContext
    private let words: FieldWords
    private let station: StationCode

    init(_ result: ContestResult, _ supersession: Supersession, _ context: PageContext) {
        self.result = result
        self.supersession = supersession
        self.context = context
        words = FieldWords(context.language, context.election.law, result.contest)
        station = context.election.regions.stations[supersession.station]
    }

    private var contest: Contest { result.contest }

    private var village: String {
        context.election.regions[station.village]?.name ?? station.village.description
    }

    /// The fields that say how a vote came out.
    static func fields(_ contest: Contest) -> [Field] {
        contest.contestants.map { .votes($0.number) } + [.valid, .invalid, .total]
    }

    var html: HTML {
        .tag("section", .class("block")) {
            HTML.tag("h2") { context.link("TPS \(station.number) \(village)", .station(station)) }
            HTML.tag(
                "p",
                .class("quiet"),
                text: "\(contest.ballot.name[context.language]) · "
                    + "\(supersession.version.name[context.language])"
            )
            if supersession.first == nil {
                HTML.tag(
                    "p",
                    text: context.say(
                        "Formulir yang digantikannya tidak dibaca siapa pun.",
                        "Nobody read the form it replaced."
                    )
                )
            }
            table.html
            HTML.tag("p", .class("quiet"), text: readers)
            verdict
        }
    }

    /// The forms side by side; below them the village's difference if each were the one that counts.
    private var table: DataTable {
        var rows = Self.fields(contest).map(row)
        var sections = [DataTable.Section(start: 0, title: context.say("Isi formulir", "What the forms say"))]
        let heads = supersession.forms.map { held in
            DataTable.Column.number("form", head(held))
        }
        if let certified {
            sections.append(
                DataTable.Section(
                    start: rows.count,
                    title: context.say(
                        "Rekapitulasi \(village) − jumlah TPS, bila formulir itu dihitung",
                        "Certified for \(village) − sum of its stations, if that form counts"
                    )
                )
            )
            rows += contest.contestants.indices.map { difference(of: $0, certified) }
        }
        return DataTable(
            caption: context.say(
                "TPS \(station.number) \(village): selisih = yang dihitung − yang digantikannya",
                "Station \(station.number), \(village): difference = the one that counts − the one it "
                    + "replaced"
            ),
            columns: [.text("field", context.say("Isian", "Field"))] + heads
                + [.number("change", context.say("Selisih", "Difference"))],
            rows: rows,
            sections: sections
        )
    }

    private func head(_ held: Supersession.Held) -> String {
        let counted = held.form == supersession.inForce ? context.say(" (dihitung)", " (counted)") : ""
        return held.version.shortName[context.language] + counted
    }

    /// Who read which of the forms, in the order of the columns.
    private var readers: String {
        supersession.forms.map { held in
            let reading = contest.readings[held.form.reading].name
            let version = held.version.shortName
            return context.say(
                "\(version.indonesian) menurut \(reading.indonesian)",
                "\(version.english) by \(reading.english)"
            )
        }.joined(separator: "; ") + "."
    }

    private func row(_ field: Field) -> [DataTable.Cell] {
        let change = result.change(of: field, by: supersession)
        let name = words.name(field)
        return [.text(name.prefix(1).uppercased() + name.dropFirst())]
            + supersession.forms.map { .number(contest.figure(field, on: $0.form), context.numbers) }
            + [
                DataTable.Cell(
                    shown: .text(change.map { context.numbers.signed($0) } ?? "–"),
                    value: .number(change)
                )
            ]
    }

    /// The village's certified figures beside its stations.
    private var certified: CertifiedComparison? {
        result.comparison.first { $0.region.code == station.village }
    }

    private func differences(_ row: CertifiedComparison, _ held: Supersession.Held) -> [Int?] {
        guard row.isComplete else { return contest.contestants.map { _ in nil } }
        return result.differences(of: row, with: held.form, insteadOf: supersession.inForce)
    }

    private func difference(of contestant: Int, _ row: CertifiedComparison) -> [DataTable.Cell] {
        [.text(contest.contestants[contestant].shortName)]
            + supersession.forms.map { .signed(differences(row, $0)[contestant], context.numbers) }
            + [.text("")]
    }
}

extension RevoteSection {
    /// Which of the votes the plenary took in, as far as the figures show.
    private var verdict: HTML {
        guard let certified else {
            return .tag(
                "p",
                .class("quiet"),
                text: context.say(
                    "Hasil rekapitulasi \(village) tidak ada di sini.",
                    "The certified figures of \(village) are not here."
                )
            )
        }
        let fitting = Set(
            supersession.forms.filter { differences(certified, $0).allSatisfy { $0 == 0 } }.map(\.version)
        )
        let isKnown = !supersession.forms.allSatisfy { differences(certified, $0).contains(nil) }
        return .tag("div") {
            if fitting == [supersession.version] {
                HTML.tag("p", .class("good"), text: accepted)
            } else if !fitting.isEmpty, !fitting.contains(supersession.version) {
                HTML.tag("p", .class("notice"), text: left)
            } else if fitting.isEmpty, isKnown {
                HTML.tag("p", .class("notice"), text: neither)
                HTML.tag("p", text: sentences(certified, beforeRevotes: false))
            } else {
                HTML.tag("p", .class("quiet"), text: open)
            }
            if let first = result.firstComparison?.first(where: { $0.region.code == station.village }),
                first.differs
            {
                HTML.tag("p") {
                    context.say(
                        "Yang menjelaskan selisih sebelum yang ulang dihitung — ",
                        "What explains the difference before the later one is counted — "
                    )
                    sentences(first, beforeRevotes: true)
                }
            }
        }
    }

    private func sentences(_ row: CertifiedComparison, beforeRevotes: Bool) -> String {
        ExplanationWords(context.snapshot, context.language)
            .sentences(row, result, beforeRevotes: beforeRevotes)
            .joined(separator: " ")
    }

    private var accepted: String {
        context.say(
            "Rekapitulasi \(village) memuat hasil yang ulang: dengannya jumlah TPS sama dengan hasil "
                + "rekapitulasi.",
            "The recapitulation of \(village) holds the later result: with it the stations add up to the "
                + "certified "
                + "figures."
        )
    }

    private var left: String {
        context.say(
            "Rekapitulasi \(village) cocok dengan hasil yang digantikan, bukan dengan yang ulang.",
            "The recapitulation of \(village) fits the result that was replaced, not the later one."
        )
    }

    private var neither: String {
        context.say(
            "Rekapitulasi \(village) tidak cocok dengan formulir mana pun.",
            "The recapitulation of \(village) fits none of the forms."
        )
    }

    private var open: String {
        context.say(
            "Rekapitulasi \(village) belum dapat membedakan formulir-formulirnya.",
            "The recapitulation of \(village) does not tell the forms apart yet."
        )
    }
}
