import Elections

/// What a ruling orders, and what it changed once that was carried out: before and after, and the seats.
struct CaseEffectSection {
    let known: DisputeCase
    let context: PageContext

    private func say(_ indonesian: String, _ english: String) -> String { context.say(indonesian, english) }

    var html: HTML {
        let effects = RulingEffect.all(of: known, in: context.snapshot)
        let cancelled = CancellationEffect.all(of: known, in: context.snapshot)
        return .tag("section", .class("block"), .id("effects")) {
            HTML.tag("h2", text: say("Sebelum dan sesudah putusan", "Before and after the ruling"))
            HTML.tag("ul") {
                for effect in known.ruling?.effects ?? [] { HTML.tag("li", text: words(of: effect)) }
            }
            if effects.isEmpty, cancelled.isEmpty {
                HTML.tag(
                    "p",
                    text: say("Belum ada angka yang berubah karenanya.", "No figure has changed by it yet.")
                )
            }
            for effect in effects { table(effect).html }
            for effect in cancelled { table(effect).html }
            for ballot in Set(effects.map(\.ballot)).sorted(by: { $0.rawValue < $1.rawValue }) {
                seats(ballot)
            }
        }
    }

    private func words(of effect: CaseEffect) -> String {
        let scope = effect.scope
        let parts = [
            scope.ballots.map(\.rawValue).joined(separator: ", "),
            scope.stations.isEmpty
                ? "" : say("\(scope.stations.count) TPS", "\(scope.stations.count) stations"),
            scope.candidate?.words[context.language] ?? "",
        ].filter { !$0.isEmpty }
        return "\(effect.kind.name[context.language]): \(parts.joined(separator: "; "))"
    }

    private func table(_ effect: RulingEffect) -> DataTable {
        let contest = context.election.contests.first { $0.ballot == effect.ballot }
        let numbers = context.numbers
        let place =
            switch effect.place {
            case .region(let region): context.election.regions[region]?.name ?? "\(region)"
            case .stations(let stations): say("\(stations.count) TPS", "\(stations.count) stations")
            }
        return DataTable(
            caption: "\(effect.ballot.rawValue), \(place)",
            columns: [
                .number("number", say("Nomor", "Number")), .text("name", say("Peserta", "Contestant")),
                .number("before", say("Semula", "Before")), .number("after", say("Kini", "After")),
                .text("change", say("Perubahan", "Change")),
            ],
            rows: zip(contest?.contestants ?? [], effect.rows).map { contestant, row in
                let change = row.before.flatMap { before in row.after.map { $0 - before } }
                return [
                    .number(contestant.number, numbers), .text(contestant.shortName),
                    .number(row.before, numbers), .number(row.after, numbers),
                    .text(change.map { numbers.signed($0) } ?? "–"),
                ]
            }
        )
    }

    /// Who of a list has its seats, before and after somebody on it was cancelled.
    private func table(_ effect: CancellationEffect) -> DataTable {
        let contest = context.election.contests.first { $0.ballot == effect.ballot }
        let list = effect.candidate.list
        let party = contest?.contestants.first { $0.number == list.contestant }?.shortName ?? ""
        let district = contest?.districts.first { $0.number == list.district }?.name ?? ""
        func name(_ number: Int?) -> String {
            number.map { number in
                contest?.lists.candidate(CandidateKey(list, number))?.name.full ?? "\(number)"
            } ?? "–"
        }
        return DataTable(
            caption: say(
                "\(effect.ballot.rawValue), \(district), \(party): tanpa \(name(effect.candidate.number))",
                "\(effect.ballot.rawValue), \(district), \(party): without \(name(effect.candidate.number))"
            ),
            columns: [
                .number("seat", say("Kursi ke-", "Seat")), .text("before", say("Semula", "Before")),
                .text("after", say("Kini", "After")),
            ],
            rows: effect.rows.map { row in
                [.number(row.seat, context.numbers), .text(name(row.before)), .text(name(row.after))]
            }
        )
    }

    /// The seats by the earliest forms beside those that count.
    private func seats(_ ballot: Ballot) -> HTML? {
        context.snapshot.result(of: ballot).flatMap { RevoteEffectSection($0, context)?.html }
    }
}
