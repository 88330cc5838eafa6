import Elections

/// Legal source: UU 7/2017 art. 372–376, 431–433; domain reference 5.
extension DocumentRoom {
    /// The order of a vote or count held again, or its refusal, and how it was held; `nil` before anything was decided.
    func revote(_ revote: Revote) -> Document? {
        guard let outcome = revote.outcome else { return nil }
        let decision = state.plenaries.decision(outcome.decision)
        let day = state.plenaries[outcome.decision.plenary]?.call.date
        var blocks: [Document.Block] = [
            .facts(
                facts(of: revote.station.village) + [
                    Document.Fact("TPS", "\(revote.station.number)"),
                    Document.Fact(
                        "Surat suara",
                        revote.ballots.map(\.name.indonesian).joined(separator: ", ")
                    ),
                    Document.Fact("Jenis", revote.version.name.indonesian),
                    Document.Fact(
                        "Dasar",
                        [revote.ground.name.indonesian, revote.ground.article?.indonesian].compactMap(\.self)
                            .joined(separator: ", ")
                    ),
                    Document.Fact("Pengusul", revote.proposer.name.indonesian),
                    Document.Fact("Sebab", revote.cause),
                ]
            )
        ]
        if !revote.recommendations.isEmpty {
            blocks.append(.heading("Rekomendasi"))
            blocks.append(
                .points(revote.recommendations.map { "\($0.reference), \(numbers.date($0.date))" })
            )
        }
        blocks.append(.heading("Keputusan"))
        let order = outcome.date.map { "Dilaksanakan pada \(numbers.date($0))" } ?? "Tidak dilaksanakan"
        blocks.append(.points(["\(order): \(outcome.reason)."]))
        if let holding = revote.holding {
            let papers = holding.papers.sorted { $0.key.rawValue < $1.key.rawValue }.map {
                "\($0.key.name.indonesian): \(figure($0.value)) lembar"
            }
            blocks.append(.heading("Pelaksanaan"))
            blocks.append(
                .points(
                    ["Dilaksanakan pada \(numbers.date(holding.date))."]
                        + (papers.isEmpty
                            ? [] : ["Surat suara khusus: \(papers.joined(separator: "; "))."])
                        + (holding.hasNewCommittee ? ["Dengan KPPS yang baru."] : [])
                )
            )
        }
        blocks.append(.signatures([chair(of: place)]))
        return document(
            .revote(revote.number),
            title: [
                "KEPUTUSAN \(body(of: place).uppercased())",
                "TENTANG \(revote.version.name.indonesian.uppercased())",
            ],
            number: decision?.decree ?? "",
            of: day,
            blocks
        )
    }
}
