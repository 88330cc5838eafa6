import Elections

extension Report {
    /// What the checks came to: the broken ones with their share, then what passed, and what could not be asked.
    func checks(_ findings: Findings) -> [String] {
        let broken = findings.tallies.filter { $0.failures > 0 }
        let standing = CheckStanding.checks(findings.tallies, in: election)
        let head = [
            say("aturan", "rule"), say("sumber", "source"), say("diuji", "asked"), say("gagal", "failed"),
            say("bagian", "share"), say("berat", "weight"), say("yang harus berlaku", "what must hold"),
        ]
        let rows = broken.map { tally in
            [
                tally.check.code, source(tally.source), numbers.whole(tally.applicable),
                numbers.whole(tally.failures), numbers.percent(tally.failures, of: tally.applicable),
                weight(tally), tally.check.statement[language],
            ]
        }
        var lines = [Terminal.bold(say("Pemeriksaan", "Checks"))]
        lines += rows.isEmpty ? [] : TextTable.lines([head] + rows, numbers: [2, 3, 4])
        lines += places(findings)
        lines += list(say("lulus", "passed"), standing[.passed])
        lines += list(
            say("lulus sejauh isiannya ada", "passed as far as the figures are there"),
            standing[.passedInPart]
        )
        lines += list(
            say("tidak dapat diuji (isian tidak ada)", "not applicable (figures missing)"),
            standing[.notApplicable]
        )
        lines += list(
            say("tidak diuji (aturannya menunggu keputusan)", "not asked (its rule waits for a decision)"),
            standing[.waiting]
        )
        return lines + brokenForms(findings) + openRules
    }

    private func list(_ title: String, _ checks: [Elections.Check]?) -> [String] {
        checks.map { ["\(title): " + $0.map(\.code).joined(separator: " ")] } ?? []
    }

    /// The regions and files of what is broken beyond single forms, and where to find the rest.
    private func places(_ findings: Findings) -> [String] {
        let words = FindingWords(snapshot, language)
        let named = findings.list.compactMap { finding -> String? in
            switch finding.subject {
            case .form: nil
            case .region(_, let code):
                "  \(finding.check.code) \(election.regions[code]?.name ?? code.description): \(words.numbers(finding))"
            case .file(let path): "  \(finding.check.code) \(path): \(words.numbers(finding))"
            }
        }
        let rest = named.count - Self.mostPlaces
        return named.prefix(Self.mostPlaces)
            + (rest > 0 ? [say("  … dan \(rest) lagi", "  … and \(rest) more")] : [])
            + (findings.list.isEmpty
                ? []
                : [say("setiap temuan: pleno check --format csv", "every finding: pleno check --format csv")])
    }

    private static let mostPlaces = 8

    /// How many forms of each reading break a hard rule.
    private func brokenForms(_ findings: Findings) -> [String] {
        snapshot.results.flatMap { result in
            result.contest.readings.enumerated().map { place, reading in
                let broken = findings.brokenForms(of: result.contest.ballot, reading: place)
                let (forms, stations) = (reading.forms.count, election.regions.stations.count)
                let share = numbers.percent(broken, of: forms)
                let ofAll = numbers.percent(broken, of: stations)
                return say(
                    "\(source(.reading(result.contest.ballot, place))): \(numbers.whole(broken)) dari "
                        + "\(numbers.whole(forms)) formulir melanggar aturan keras (\(share)), "
                        + "\(ofAll) dari \(numbers.whole(stations)) TPS",
                    "\(source(.reading(result.contest.ballot, place))): \(numbers.whole(broken)) of "
                        + "\(numbers.whole(forms)) forms break a hard rule (\(share)), "
                        + "\(ofAll) of \(numbers.whole(stations)) stations"
                )
            }
        }
    }

    private func weight(_ tally: CheckTally) -> String {
        tally.failed.sorted { $0.key > $1.key }
            .map { severity, count in
                tally.failed.count == 1
                    ? severity.name[language] : "\(numbers.whole(count)) \(severity.name[language])"
            }.joined(separator: ", ")
    }

    private func source(_ source: CheckTally.Source) -> String {
        switch source {
        case .reading(let ballot, let place):
            let readings = snapshot.result(of: ballot)?.contest.readings ?? []
            return "\(ballot.rawValue) \(readings.indices.contains(place) ? readings[place].id : "")"
        case .certified(let ballot): return "\(ballot.rawValue) \(say("rekapitulasi", "certified"))"
        case .files: return say("berkas", "files")
        }
    }

    /// Rules that the law leaves open and nobody has decided yet.
    private var openRules: [String] {
        let law = election.law
        let open = election.undecided
        guard !open.isEmpty else { return [] }
        // Deadlines and stages are many and stop no figure: they are counted, not named.
        let names = open.compactMap { rule -> String? in
            switch rule.id {
            case .deadline, .stage: nil
            default: law.name(of: rule.id)
            }
        }
        let rest = numbers.whole(open.count - names.count)
        return [
            say(
                "dibiarkan terbuka oleh peraturan, menunggu keputusan: \(names.joined(separator: " ")), "
                    + "dan \(rest) tenggat atau tahapan (pleno explain \(law.id))",
                "left open by the law, waiting for a decision: \(names.joined(separator: " ")), "
                    + "and \(rest) deadlines or stages (pleno explain \(law.id))"
            )
        ]
    }
}
