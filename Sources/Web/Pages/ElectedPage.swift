import Apportionment
import Elections

/// Who is elected on a ballot of lists: each seat with its party, its candidate and the ground.
enum ElectedPage {
    static func page(_ ballot: Ballot, _ context: PageContext) -> Page? {
        guard let result = context.snapshot.result(of: ballot),
            let elected = context.elected.elected(result, in: context.snapshot)
        else { return nil }
        let table = table(elected, result, context)
        let title = context.say("Calon terpilih: ", "Elected candidates: ") + ballot.name[context.language]
        return Page(
            title: title,
            body: .tag("div") {
                HTML.tag("h1", text: title)
                HTML.tag("p", .class("lead"), text: summary(elected, result, context))
                HTML.tag("p", .class("quiet")) {
                    context.say(
                        "Dihitung dari formulir yang berlaku: kursi partai diberikan kepada calonnya menurut suara "
                            + "terbanyak. Yang sah adalah penetapan KPU. ",
                        "Computed from the forms that count: a party's seats go to its candidates with most votes. "
                            + "What counts is what the commission determines. "
                    )
                    context.link(context.say("Kursi per partai", "Seats by party"), .seats(ballot))
                    " · "
                    context.link(context.say("Daftar calon", "Candidates"), .candidates(ballot))
                    if context.election.results.isDetermined(ballot) {
                        " · "
                        context.link(context.say("Yang ditetapkan", "Who was determined"), .members(ballot))
                    }
                }
                HTML.tag("section", .class("block")) {
                    table.html
                    Forms.links(context)
                }
            },
            table: table,
            crumbs: [(context.say("Kursi", "Seats"), .seats(ballot))]
        )
    }

    private static func summary(
        _ elected: ElectedCandidates,
        _ result: ContestResult,
        _ context: PageContext
    ) -> String {
        let (given, all) = (elected.given, result.houseSize)
        return given == all
            ? context.say("Semua \(all) kursi ada calonnya.", "Each of the \(all) seats has its candidate.")
            : context.say(
                "\(given) dari \(all) kursi ada calonnya; yang lain menunggu.",
                "\(given) of \(all) seats have their candidate; the others wait."
            )
    }

    private static func table(
        _ elected: ElectedCandidates,
        _ result: ContestResult,
        _ context: PageContext
    ) -> DataTable {
        var rows: [[DataTable.Cell]] = []
        var sections: [DataTable.Section] = []
        for district in elected.districts {
            sections.append(DataTable.Section(start: rows.count, title: district.district.name))
            for list in district.lists { rows += row(list, district.district, result, context) }
            if let tie = district.tie {
                let names = tie.parties.map { result.contest.contestants[$0].shortName }.joined(
                    separator: ", "
                )
                rows.append(
                    waiting(
                        names,
                        district.district,
                        context.say(
                            "\(tie.seats) kursi masih seri antara partai ini",
                            "these parties are tied for \(tie.seats == 1 ? "a seat" : "\(tie.seats) seats")"
                        )
                    )
                )
            }
        }
        return DataTable(
            caption: context.say(
                "Setiap kursi dengan partai, calon, dan alasannya",
                "Each seat with its party, candidate and ground"
            ),
            columns: [
                .text("party", context.say("Partai", "Party")), .machine("district"), .machine("contestant"),
                .number("seat", context.say("Kursi ke-", "Seat")),
                .number("number", context.say("Nomor urut", "Number on the list")),
                .text("candidate", context.say("Calon", "Candidate")),
                .number("votes", context.say("Suara", "Votes")),
                .text("ground", context.say("Alasan", "Ground")),
            ],
            rows: rows,
            sections: sections
        )
    }

    private static func row(
        _ list: ElectedCandidates.List,
        _ district: ElectoralDistrict,
        _ result: ContestResult,
        _ context: PageContext
    ) -> [[DataTable.Cell]] {
        let party = result.contest.contestants.first { $0.number == list.contestant }?.shortName ?? ""
        let link = DataTable.Cell.link(
            party,
            context.path(.contestant(result.contest.ballot, list.contestant))
        )
        func open(_ text: LocalizedText) -> [DataTable.Cell] {
            waiting(party, district, text[context.language], list.contestant)
        }
        switch list.ranking {
        case .failure(let refusal): return [open(refusal.words)]
        case .success(let ranking):
            let rows = ranking.elected.map { elected -> [DataTable.Cell] in
                [
                    link, .number(district.number, context.numbers),
                    .number(list.contestant, context.numbers), .number(elected.seat, context.numbers),
                    .number(elected.candidate.number, context.numbers),
                    .text(elected.candidate.name.full), .number(elected.votes, context.numbers),
                    .text(elected.ground.words[context.language]),
                ]
            }
            return rows + [ranking.tie?.words, ranking.unfilled?.words].compactMap(\.self).map(open)
        }
    }

    /// A row for seats that nobody has yet.
    private static func waiting(
        _ party: String,
        _ district: ElectoralDistrict,
        _ reason: String,
        _ contestant: Int? = nil
    ) -> [DataTable.Cell] {
        func none(_ number: Int?) -> DataTable.Cell {
            DataTable.Cell(shown: .text("–"), value: .number(number))
        }
        return [
            .text(party), DataTable.Cell(shown: .text(""), value: .number(district.number)),
            DataTable.Cell(shown: .text(""), value: .number(contestant)), none(nil), none(nil), .text("–"),
            none(nil), .text(reason),
        ]
    }
}
