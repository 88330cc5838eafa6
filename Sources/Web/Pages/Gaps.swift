import Elections

/// What a reader would look for and not find, each as one sentence.
struct Gaps {
    private let context: PageContext

    init(_ context: PageContext) {
        self.context = context
    }

    /// The sentences, ballots in the order of counting.
    var list: [HTML] {
        let ballots = Ballot.allCases.filter { context.election.law.ballots[$0] != nil }
        let sentences = ballots.flatMap { ballot in
            context.snapshot.result(of: ballot).map { gaps(in: $0) } ?? [absent(ballot)]
        }
        return sentences.isEmpty ? [.text(context.say("Tidak ada.", "Nothing is missing."))] : sentences
    }

    private func absent(_ ballot: Ballot) -> HTML {
        .text(
            context.say(
                "\(ballot.name[.indonesian]): tidak ada angka di sini.",
                "\(ballot.name[.english]): no figures here."
            )
        )
    }

    private func gaps(in result: ContestResult) -> [HTML] {
        let name = result.contest.ballot.name[context.language]
        let sentences = [missing(in: result), nature(of: result), undivided(result)].compactMap(\.self)
        return sentences.map { .text("\(name): \($0)") } + [disagreement(in: result, name)].compactMap(\.self)
    }

    private func missing(in result: ContestResult) -> String? {
        guard let figures = context.snapshot.figures(of: result.contest.ballot, in: context.election.place),
            !figures.isComplete
        else { return nil }
        let missing = context.numbers.whole(figures.stations - figures.counted)
        let stations = context.numbers.whole(figures.stations)
        return context.say(
            "\(missing) dari \(stations) TPS belum lengkap.",
            "\(missing) of \(stations) stations are not complete."
        )
    }

    private func nature(of result: ContestResult) -> String? {
        guard case .reported = result.basis else { return nil }
        return context.say(
            "hanya jumlah per desa/kelurahan yang diterbitkan; formulir TPS-nya tidak ada di sini.",
            "reported village totals only; their station forms are not here."
        )
    }

    private func undivided(_ result: ContestResult) -> String? {
        guard result.rules.seats != nil, result.districts.isEmpty else { return nil }
        return context.say(
            "kursi tidak dibagi di sini; daerah pemilihannya melampaui wilayah ini.",
            "seats are not divided here; the electoral district reaches beyond this region."
        )
    }

    private func disagreement(in result: ContestResult, _ name: String) -> HTML? {
        let differing = result.readingDifferences
        guard !differing.isEmpty else { return nil }
        let inVotes = differing.filter(\.inVotes)
        let ofRevotes = inVotes.count { $0.areOfDifferentVotes }
        let sentence = context.say(
            "pembacaan formulir berbeda di \(differing.count) TPS, \(inVotes.count) di antaranya pada suara"
                + (ofRevotes > 0 ? "; \(ofRevotes) karena pemungutan suara ulang." : "."),
            "the readings of the forms differ at \(differing.count) stations, "
                + "at \(inVotes.count) of them in votes"
                + (ofRevotes > 0 ? "; \(ofRevotes) by a re-vote." : ".")
        )
        return .tag("span") {
            "\(name): \(sentence) "
            context.link(context.say("Yang berbeda", "Where they differ"), .readings)
            "."
        }
    }
}
