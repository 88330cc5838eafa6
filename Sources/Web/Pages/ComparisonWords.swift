import Elections

/// The comparison of certified figures with station sums, in sentences.
struct ComparisonWords {
    private let context: PageContext

    init(_ context: PageContext) {
        self.context = context
    }

    /// How many villages agree, and which do not.
    func summary(_ result: ContestResult) -> HTML {
        let villages = result.comparison.filter { $0.region.code.tier == .village }
        let differing = villages.filter(\.differs)
        let open = villages.count { $0.agreement == .open }
        return .tag("div") {
            HTML.tag(
                "p",
                text: context.say(
                    "Di \(villages.count - differing.count - open) dari \(villages.count) desa/kelurahan jumlah TPS "
                        + "sama dengan hasil rekapitulasi; \(differing.count) berbeda"
                        + (open > 0 ? ", \(open) belum dapat dibandingkan." : "."),
                    "In \(villages.count - differing.count - open) of \(villages.count) villages the stations add up "
                        + "to the certified figures; \(differing.count) differ"
                        + (open > 0 ? ", \(open) cannot be compared yet." : ".")
                )
            )
            if !differing.isEmpty { list(differing, result, beforeRevotes: false) }
            beforeRevotes(result)
        }
    }

    /// What the comparison was before votes were held again, with what explains it.
    private func beforeRevotes(_ result: ContestResult) -> HTML? {
        guard let first = result.firstComparison else { return nil }
        let now = Set(result.comparison.filter(\.differs).map(\.region.code))
        let differing = first.filter { $0.region.code.tier == .village && $0.differs }
        return .tag("div") {
            HTML.tag("p", .class("quiet")) {
                context.say("Sebelum ", "As displayed before the ")
                context.link(context.say("pemungutan suara ulang", "re-votes"), .revotes)
                context.say(
                    " dihitung, \(differing.count) desa/kelurahan berbeda; selain di atas:",
                    " are counted, \(differing.count) villages differ; besides those above:"
                )
            }
            list(differing.filter { !now.contains($0.region.code) }, result, beforeRevotes: true)
        }
    }

    /// Regions that differ, each with its amounts and what could explain them.
    private func list(_ rows: [CertifiedComparison], _ result: ContestResult, beforeRevotes: Bool) -> HTML {
        let words = ExplanationWords(context.snapshot, context.language)
        return .tag("ul", .class("plain")) {
            for row in rows {
                HTML.tag("li") {
                    context.link(row.region.name, .region(row.region.code))
                    ": " + amounts(row, result) + ". "
                    words.sentences(row, result, beforeRevotes: beforeRevotes).joined(separator: " ")
                }
            }
        }
    }

    /// What holds for one region, when it has a certified figure.
    func sentence(_ result: ContestResult, _ code: RegionCode) -> HTML? {
        guard let row = result.comparison.first(where: { $0.region.code == code }) else { return nil }
        guard row.differs else {
            let text =
                row.agreement == .equal
                ? context.say("Sama dengan hasil rekapitulasi.", "Equal to the certified figures.")
                : context.say(
                    "Belum dapat dibandingkan dengan hasil rekapitulasi; ada angka yang belum masuk.",
                    "Cannot be compared with the certified figures yet; some figures are missing."
                )
            return .tag("p", .class("quiet"), text: text)
        }
        return .tag("div", .class("notice")) {
            HTML.tag("p") {
                context.say("Hasil rekapitulasi berbeda: ", "The certified figures differ: ")
                amounts(row, result) + ". "
                context.link(context.say("Perbandingan", "Comparison"), .comparison(result.contest.ballot))
            }
        }
    }

    private func amounts(_ row: CertifiedComparison, _ result: ContestResult) -> String {
        zip(result.contest.contestants, row.differences).compactMap { contestant, difference in
            guard let difference, difference != 0 else { return nil }
            return "\(context.numbers.signed(difference)) \(contestant.shortName)"
        }.joined(separator: ", ")
    }
}
