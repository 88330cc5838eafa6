import Apportionment
import Elections

/// A district: every quotient that counted, who got which seat, and how close it was.
enum DistrictPage {
    static func page(_ ballot: Ballot, _ number: Int, _ context: PageContext) -> Page? {
        guard let result = context.snapshot.result(of: ballot),
            let district = result.districts.first(where: { $0.district.number == number })
        else { return nil }
        let seats = SeatTable(district, result.contest.contestants, context)
        let title = context.say("Dapil \(district.district.name)", "District \(district.district.name)")
        return Page(
            title: title,
            body: .tag("div") {
                HTML.tag("h1", text: title)
                HTML.tag("p", .class("lead")) {
                    context.say(
                        "\(district.district.seats) kursi \(ballot.name[.indonesian]). ",
                        "\(district.district.seats) seats, \(ballot.name[.english]). "
                    )
                    places(district, context)
                }
                incomplete(district, context)
                if district.figures.sum != nil {
                    HTML.tag("section", .class("block")) {
                        HTML.tag("h2", text: context.say("Kursi dan hasil bagi", "Seats and quotients"))
                        HTML.tag("p", text: explanation(result, context))
                        seats.quotients.html
                    }
                    HTML.tag("section", .class("block")) {
                        HTML.tag("h2", text: context.say("Urutan kursi", "The seats in order"))
                        seats.steps.html
                        Forms.links(context)
                    }
                    HTML.tag("section", .class("block")) {
                        HTML.tag("h2", text: context.say("Seberapa ketat", "How close was it"))
                        lastSeat(district, result, context)
                        seats.margins.html
                    }
                } else {
                    HTML.tag("p", text: context.say("Belum ada angka.", "No figures yet."))
                }
            },
            table: district.figures.sum == nil ? nil : seats.steps,
            crumbs: [(context.say("Kursi", "Seats"), .seats(ballot))]
        )
    }

    @HTMLBuilder
    private static func places(_ district: DistrictResult, _ context: PageContext) -> HTML {
        for (position, code) in district.district.regions.enumerated() {
            if position > 0 { ", " }
            context.link(context.election.regions[code]?.name ?? code.description, .region(code))
        }
        "."
    }

    private static func incomplete(_ district: DistrictResult, _ context: PageContext) -> HTML? {
        guard !district.figures.isComplete else { return nil }
        let missing = context.numbers.whole(district.figures.stations - district.figures.counted)
        return .tag("div", .class("notice")) {
            HTML.tag(
                "p",
                text: context.say(
                    "\(missing) TPS belum lengkap; kursi di bawah ini dihitung dari suara yang sudah masuk.",
                    "\(missing) stations are not complete; the seats below follow from the votes that are in."
                )
            )
        }
    }

    private static func explanation(_ result: ContestResult, _ context: PageContext) -> String {
        let name = result.rules.seats.map { MethodWords.name($0.method) } ?? ""
        return context.say(
            "Metode \(name): suara setiap partai dibagi dengan bilangan pembagi secara berurutan; hasil bagi terbesar "
                + "mendapat kursi. Angka kecil adalah nomor kursi. Pecahan tidak dibulatkan.",
            "\(name): each party's votes are divided by one divisor after the other; the largest quotients get "
                + "the seats. The small number is the seat's. Fractions are not rounded."
        )
    }

    private static func lastSeat(
        _ district: DistrictResult,
        _ result: ContestResult,
        _ context: PageContext
    ) -> HTML {
        let names = result.contest.contestants.map(\.shortName)
        if let tie = district.allocation.tie {
            let tied = tie.parties.map { names[$0] }.joined(separator: ", ")
            return .tag("div", .class("notice")) {
                HTML.tag(
                    "p",
                    text: context.say(
                        "Seri: \(tied) mempunyai hasil bagi yang sama untuk \(tie.seats) kursi. "
                            + "Perlu keputusan yang dicatat.",
                        "A tie: \(tied) have the same quotient for \(tie.seats) seat(s). "
                            + "It needs a recorded decision."
                    )
                )
                if let rule = context.election.law.partyTie {
                    HTML.tag("p", text: rule.source[context.language])
                }
            }
        }
        if let decision = district.decision {
            return .tag(
                "p",
                text: context.say(
                    "Kursi yang seri diputuskan menurut: \(decision.basis).",
                    "The tied seats were decided by: \(decision.basis)."
                )
            )
        }
        guard let last = district.lastSeat else { return .empty }
        let quotients = QuotientWords(context.numbers)
        let winner = names[last.winner.party]
        let next = names[last.runnerUp.party]
        let won = quotients.text(last.winner.quotient)
        let lost = quotients.text(last.runnerUp.quotient)
        let seats = district.district.seats
        return .tag(
            "p",
            text: context.say(
                "Kursi ke-\(seats), yang terakhir, jatuh pada \(winner) dengan hasil bagi \(won). Berikutnya "
                    + "\(next) dengan \(lost): \(MarginWords(context.language).lacking(last.lacking)).",
                "The \(ordinal(seats)) and last seat went to \(winner) with the quotient \(won). Next was "
                    + "\(next) with \(lost): it \(MarginWords(context.language).lacking(last.lacking))."
            )
        )
    }

    private static func ordinal(_ number: Int) -> String {
        let suffix =
            switch (number % 10, number % 100) {
            case (_, 11...13): "th"
            case (1, _): "st"
            case (2, _): "nd"
            case (3, _): "rd"
            default: "th"
            }
        return "\(number)\(suffix)"
    }
}
