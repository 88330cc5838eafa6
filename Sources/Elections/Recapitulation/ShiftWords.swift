/// A shift report in words.
public struct ShiftWords: Sendable {
    private let language: Language
    private let numbers: Numbers

    /// The words of a language.
    public init(_ language: Language) {
        self.language = language
        numbers = Numbers(language)
    }

    private func say(_ indonesian: String, _ english: String) -> String {
        LocalizedText(id: indonesian, en: english)[language]
    }

    /// Whether somebody gained by what nothing explains, in a sentence or two.
    public func answer(_ report: ShiftReport, _ result: ContestResult) -> String {
        guard !report.rows.isEmpty else {
            return say(
                "Tidak ada selisih: setiap angka rekapitulasi yang dapat dibandingkan sama dengan yang dibaca.",
                "No difference: every certified figure that can be compared is what was read."
            )
        }
        let gains = report.balances([.unexplained]).filter { report.gainers.contains($0.contestant) }
        let open = report.rows.count { $0.standing == .unexplained }
        let count = say(
            "\(numbers.whole(report.rows.count)) wilayah berbeda, \(numbers.whole(open)) tanpa penjelasan.",
            report.rows.count == 1
                ? "1 region differs, \(numbers.whole(open)) without an explanation."
                : "\(numbers.whole(report.rows.count)) regions differ, \(numbers.whole(open)) without an explanation."
        )
        guard !gains.isEmpty else {
            return count + " "
                + say(
                    "Tidak seorang peserta pun mendapat tambahan suara dari selisih yang tidak terjelaskan.",
                    "No contestant gained votes by a difference that nothing explains."
                )
        }
        let names = gains.map { gain in
            let contestant = result.contest.contestants.first { $0.number == gain.contestant }
            return "\(contestant?.shortName ?? "") (\(numbers.signed(gain.gained - gain.lost)))"
        }.joined(separator: ", ")
        return count + " "
            + say(
                "Tanpa penjelasan bertambah suaranya: \(names).",
                "Gained votes that nothing explains: \(names)."
            )
    }

    /// What certified figures were held against.
    public func name(_ basis: ShiftReport.Basis) -> String {
        switch basis {
        case .stations: say("TPS", "stations")
        case .certified: say("rekapitulasi di bawahnya", "certified figures below")
        }
    }

    /// Who has votes that others do not.
    public func name(_ pattern: ShiftReport.Pattern) -> String {
        switch pattern {
        case .inflation: say("bertambah (penggelembungan)", "only gains (inflation)")
        case .loss: say("berkurang (penggembosan)", "only losses")
        case .shift: say("berpindah (pergeseran)", "gains against losses (shift)")
        }
    }

    /// How far a difference is explained.
    public func name(_ standing: ShiftReport.Standing) -> String {
        switch standing {
        case .unexplained: say("tidak terjelaskan", "unexplained")
        case .compatible: say("mungkin", "compatible")
        case .proven: say("terbukti", "proven")
        case .corrected: say("dikoreksi dalam pleno", "corrected in the plenary")
        }
    }
}
