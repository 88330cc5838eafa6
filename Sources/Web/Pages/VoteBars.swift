import Elections

/// The votes of one ballot in one region, as bars with figures, and what they were made from.
enum VoteBars {
    static func html(_ result: ContestResult, in region: RegionCode, _ context: PageContext) -> HTML {
        guard let figures = context.snapshot.figures(of: result.contest.ballot, in: region),
            let sum = figures.sum
        else {
            return .tag("p", text: context.say("Belum ada angka.", "No figures yet."))
        }
        return .tag("div") {
            HTML.tag("p", .class("quiet"), text: basis(result, figures, sum, region, context))
            Charts.bars(items(result, figures, sum, context))
        }
    }

    private static func items(
        _ result: ContestResult,
        _ figures: UnitFigures,
        _ sum: Int,
        _ context: PageContext
    ) -> [Charts.Item] {
        let ranked = zip(result.contest.contestants, figures.votes).sorted { ($0.1 ?? -1) > ($1.1 ?? -1) }
        return ranked.map { contestant, votes in
            let share = votes.map { " · " + context.numbers.percent($0, of: sum) } ?? ""
            let name: HTML =
                result.districts.isEmpty
                ? .text(contestant.shortName)
                : context.link(contestant.shortName, .contestant(result.contest.ballot, contestant.number))
            return Charts.Item(
                name: name,
                value: votes ?? 0,
                figure: context.numbers.whole(votes) + share,
                colour: contestant.colour
            )
        }
    }

    private static func basis(
        _ result: ContestResult,
        _ figures: UnitFigures,
        _ sum: Int,
        _ region: RegionCode,
        _ context: PageContext
    ) -> String {
        let votes = context.numbers.whole(sum)
        let counted = context.numbers.whole(figures.counted)
        let stations = context.numbers.whole(figures.stations)
        switch result.basis {
        case .forms(let reading):
            let inside = context.election.regions.stationPositions(in: region)
            let other = inside.count { (result.forms[$0]?.reading ?? 0) > 0 }
            return context.say(
                "\(votes) suara dari formulir \(counted) dari \(stations) TPS (\(reading.name[.indonesian])"
                    + (other > 0 ? "; \(other) TPS menurut pemungutan suara ulangnya)." : ")."),
                "\(votes) votes from the forms of \(counted) of \(stations) stations "
                    + "(\(reading.name[.english])"
                    + (other > 0 ? "; \(other) by the re-vote another reading holds)." : ").")
            )
        case .reported:
            return context.say(
                "\(votes) suara menurut jumlah per desa/kelurahan yang diterbitkan tanpa formulir TPS, "
                    + "\(counted) dari \(stations) TPS.",
                "\(votes) votes by reported village totals, published without station forms, "
                    + "\(counted) of \(stations) stations."
            )
        }
    }
}
