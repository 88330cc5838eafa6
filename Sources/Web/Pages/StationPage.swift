import Elections

/// A polling station: its electorate, and every form of it as a form, with what the checks find beside it.
enum StationPage {
    static func page(_ station: StationCode, _ context: PageContext) -> Page? {
        let regions = context.election.regions
        guard let position = regions.position(of: station), let village = regions[station.village] else {
            return nil
        }
        let title = "TPS \(station.number), \(village.name)"
        let findings = context.findings.ofStation(position)
        let forms = context.snapshot.results.compactMap { StationForm($0, position, findings, context) }
        return Page(
            title: title,
            body: .tag("div") {
                HTML.tag("h1", text: title)
                HTML.tag("p", .class("lead")) {
                    station.description
                    if station.isSpecial { context.say(" · lokasi khusus", " · special station") }
                }
                summary(findings, position, context)
                HTML.tag("section", .class("block")) {
                    HTML.tag("h2", text: context.say("Pemilih dalam DPT", "Electorate on the roll (DPT)"))
                    electorate(context.election.electorate[position], context)
                }
                for form in forms {
                    HTML.tag("section", .class("block")) {
                        HTML.tag("h2", text: form.title)
                        form.table.html
                        Forms.links(context)
                        PictureLinks(form.ballot, atStation: position, context).html
                        form.notes
                        context.trailLink(form.ballot, .station(station))
                    }
                }
                for result in context.snapshot.results where result.contest.readings.isEmpty {
                    absent(result, village, position, context)
                }
            },
            table: forms.first?.table,
            crumbs: context.crumbs(above: village.code) + [(village.name, .region(village.code))]
        )
    }

    /// The rules the station's forms do not satisfy, and whether its vote was held again.
    private static func summary(_ findings: [Finding], _ position: Int, _ context: PageContext) -> HTML? {
        let codes = Set(findings.map(\.check)).sorted { ($1.severity, $0.code) < ($0.severity, $1.code) }
        let versions = context.snapshot.results.compactMap { $0.version(atStation: position) }
        let later = versions.first { $0 != .regular }
        guard !codes.isEmpty || later != nil else { return nil }
        return .tag("div", .class(codes.contains { $0.severity == .hard } ? "notice" : "note")) {
            if !codes.isEmpty {
                HTML.tag("p") {
                    context.say("Temuan: ", "Findings: ")
                    for (place, check) in codes.enumerated() {
                        if place > 0 { ", " }
                        context.link(check.code, .rule(check.code))
                        " (\(check.severity.name[context.language]))"
                    }
                }
            }
            if let later {
                HTML.tag("p") {
                    later.name[context.language] + ": "
                    context.link(
                        context.say("hasil pertama dan yang ulang", "the first result and the later one"),
                        .revotes
                    )
                    "."
                }
            }
        }
    }

    private static func absent(
        _ result: ContestResult,
        _ village: Region,
        _ position: Int,
        _ context: PageContext
    ) -> HTML {
        .tag("section", .class("block")) {
            HTML.tag("h2", text: result.contest.ballot.name[context.language])
            HTML.tag("p") {
                if context.election.has(result.contest.ballot, atStation: position) {
                    context.say(
                        "Formulir TPS untuk surat suara ini tidak diterbitkan; lihat jumlah ",
                        "The station forms of this ballot are not published; see the totals of "
                    )
                    context.link(village.name, .region(village.code))
                    "."
                } else {
                    context.say(
                        "TPS ini tidak mempunyai surat suara ini.",
                        "The station does not have this ballot."
                    )
                }
            }
        }
    }

    private static func electorate(_ electorate: Electorate, _ context: PageContext) -> HTML {
        let rows = [
            (context.say("Laki-laki", "Men"), electorate.male),
            (context.say("Perempuan", "Women"), electorate.female),
            (context.say("Jumlah", "Total"), electorate.total),
        ]
        return .tag("dl", .class("facts")) {
            for (name, figure) in rows {
                HTML.tag("dt", text: name)
                HTML.tag("dd", text: context.numbers.whole(figure))
            }
        }
    }
}
