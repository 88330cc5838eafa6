import Elections

/// What an election came to, as lines of text for a terminal.
struct Report {
    let snapshot: Snapshot
    let language: Language

    init(_ snapshot: Snapshot, _ language: Language) {
        self.snapshot = snapshot
        self.language = language
    }

    var numbers: Numbers { Numbers(language) }
    var election: Election { snapshot.election }

    func say(_ indonesian: String, _ english: String) -> String {
        LocalizedText(id: indonesian, en: english)[language]
    }

    /// The whole election.
    var whole: [String] {
        var lines = [
            Terminal.bold(election.name[language]),
            "\(numbers.date(election.date)) · \(election.law.title[language])",
        ]
        if election.isSimulated {
            lines.append(
                say("ANGKA SIMULASI, bukan hasil pemilu", "SIMULATED FIGURES, not an election result")
            )
        }
        lines += ["", turnout(of: election.place)]
        for result in snapshot.results { lines += [""] + votes(result, in: election.place) }
        for result in snapshot.results where !result.districts.isEmpty { lines += [""] + seats(result) }
        lines += [""] + findings
        return lines
    }

    /// One region.
    func region(_ region: Region) -> [String] {
        var lines = [Terminal.bold("\(region.name) (\(region.code))"), turnout(of: region.code)]
        for result in snapshot.results {
            lines += [""] + votes(result, in: region.code)
            if let row = result.comparison.first(where: { $0.region.code == region.code }) {
                lines.append("  " + comparison(row, result))
            }
        }
        return lines + [""]
    }

    private func turnout(of region: RegionCode) -> String {
        guard let turnout = snapshot.turnout(in: region),
            let ballot = snapshot.turnoutBallot?.contest.ballot.rawValue
        else {
            return say("Partisipasi: belum ada angka", "Turnout: no figures")
        }
        let share = numbers.percent(turnout.voters, of: turnout.electorate)
        let voters = numbers.whole(turnout.voters)
        let electorate = numbers.whole(turnout.electorate)
        return say(
            "Partisipasi: \(share), \(voters) pengguna (suara sah + tidak sah, formulir \(ballot)) dari "
                + "\(electorate) pemilih DPT; \(turnout.covered) dari \(turnout.stations) TPS",
            "Turnout: \(share), \(voters) voters (valid and invalid votes, forms \(ballot)) of "
                + "\(electorate) on the roll; \(turnout.covered) of \(turnout.stations) stations"
        )
    }

    private func votes(_ result: ContestResult, in region: RegionCode) -> [String] {
        let name = result.contest.ballot.name[language]
        guard let figures = snapshot.figures(of: result.contest.ballot, in: region), let sum = figures.sum
        else {
            return [Terminal.bold(name), say("  belum ada angka", "  no figures")]
        }
        let nature: String =
            switch result.basis {
            case .forms(let reading): reading.name[language] + superseded(result)
            case .reported:
                say("jumlah yang diterbitkan tanpa formulir TPS", "reported totals without station forms")
            }
        let total = numbers.whole(sum)
        let counted = numbers.whole(figures.counted)
        let stations = numbers.whole(figures.stations)
        let head = say(
            "\(total) suara, \(counted) dari \(stations) TPS (\(nature))",
            "\(total) votes, \(counted) of \(stations) stations (\(nature))"
        )
        let ranked = zip(result.contest.contestants, figures.votes).sorted { ($0.1 ?? -1) > ($1.1 ?? -1) }
        let rows = ranked.map { contestant, votes in
            [
                "  " + contestant.shortName, numbers.whole(votes),
                votes.map { numbers.percent($0, of: sum) } ?? "–",
            ]
        }
        return [Terminal.bold("\(name): ") + head] + TextTable.lines(rows, numbers: [1, 2])
    }

    /// That the re-votes of some stations were counted from another reading.
    private func superseded(_ result: ContestResult) -> String {
        let count = result.stationsFromOtherReadings.count
        guard count > 0 else { return "" }
        return say(
            "; \(count) TPS menurut pemungutan ulangnya",
            "; \(count) by the re-vote another reading holds"
        )
    }

    private func comparison(_ row: CertifiedComparison, _ result: ContestResult) -> String {
        guard row.differs else {
            return row.agreement == .equal
                ? say("sama dengan hasil rekapitulasi", "equal to the certified figures")
                : say(
                    "belum dapat dibandingkan dengan hasil rekapitulasi; ada angka yang belum masuk",
                    "cannot be compared with the certified figures yet; some figures are missing"
                )
        }
        let amounts = zip(result.contest.contestants, row.differences).compactMap { contestant, difference in
            difference.flatMap { $0 == 0 ? nil : "\(numbers.signed($0)) \(contestant.shortName)" }
        }
        return say("hasil rekapitulasi − TPS: ", "certified − stations: ") + amounts.joined(separator: ", ")
    }
}

extension Report {
    /// What is worth a look, a sentence each; findings are not errors.
    var findings: [String] {
        snapshot.results.flatMap {
            gapFindings($0) + readingFindings($0) + comparisonFindings($0) + seatFindings($0)
        }
    }

    private func readingFindings(_ result: ContestResult) -> [String] {
        let differing = result.readingDifferences
        guard !differing.isEmpty else { return [] }
        let name = result.contest.ballot.name[language]
        let inVotes = differing.filter(\.inVotes)
        let revotes = inVotes.count { $0.areOfDifferentVotes }
        return [
            say(
                "\(name): pembacaan formulir berbeda di \(differing.count) TPS, \(inVotes.count) pada suara; "
                    + "\(revotes) karena pemungutan suara ulang",
                "\(name): the readings of the forms differ at \(differing.count) stations, \(inVotes.count) in "
                    + "votes; \(revotes) of these by a re-vote"
            )
        ]
    }

    private func gapFindings(_ result: ContestResult) -> [String] {
        guard let figures = snapshot.figures(of: result.contest.ballot, in: election.place),
            !figures.isComplete
        else { return [] }
        let name = result.contest.ballot.name[language]
        let missing = numbers.whole(figures.stations - figures.counted)
        let stations = numbers.whole(figures.stations)
        return [
            say(
                "\(name): \(missing) dari \(stations) TPS belum lengkap",
                "\(name): \(missing) of \(stations) stations are not complete"
            )
        ]
    }

    private func comparisonFindings(_ result: ContestResult) -> [String] {
        let shifts = ShiftReport(snapshot, result)
        let answer = shifts.rows.isEmpty ? [] : ["  " + ShiftWords(language).answer(shifts, result)]
        return comparisonFindings(result, result.comparison, beforeRevotes: false) + answer
            + (result.firstComparison.map { comparisonFindings(result, $0, beforeRevotes: true) } ?? [])
    }

    private func comparisonFindings(
        _ result: ContestResult,
        _ comparison: [CertifiedComparison],
        beforeRevotes: Bool
    ) -> [String] {
        let villages = comparison.filter { $0.region.code.tier == .village }
        guard !villages.isEmpty else { return [] }
        let differing = villages.filter(\.differs)
        let name = result.contest.ballot.name[language]
        let basis =
            beforeRevotes
            ? say(", sebelum pemungutan suara ulang dihitung", ", before the re-votes are counted") : ""
        let head =
            say(
                "\(name): hasil rekapitulasi berbeda dari jumlah TPS di \(differing.count) dari \(villages.count) desa",
                "\(name): certified and station figures differ in \(differing.count) of \(villages.count) villages"
            ) + basis
        let open = villages.count { $0.agreement == .open }
        let rest = say("; \(open) belum dapat dibandingkan", "; \(open) cannot be compared yet")
        return [open == 0 ? head : head + rest]
            + differing.flatMap { row in
                ["  \(row.region.name): \(self.comparison(row, result))"]
                    + ExplanationWords(snapshot, language).sentences(
                        row,
                        result,
                        beforeRevotes: beforeRevotes
                    )
                    .map { "    \($0)" }
            }
    }

    private func seatFindings(_ result: ContestResult) -> [String] {
        guard let differs = result.differsFromDetermined else { return [] }
        let name = result.contest.ballot.name[language]
        return [
            differs
                ? say(
                    "\(name): penetapan berbeda dari pembagian ini",
                    "\(name): the office determined other seats"
                )
                : say(
                    "\(name): kursi sama dengan penetapan",
                    "\(name): the same seats as the office determined"
                )
        ]
    }
}
