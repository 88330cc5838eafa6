import Apportionment
import Elections

extension Report {
    /// The seats of a ballot by party and district, and how close each last seat was.
    func seats(_ result: ContestResult) -> [String] {
        let total = result.houseSize
        let name = result.contest.ballot.name[language]
        let head = say("\(name): \(total) kursi", "\(name): \(total) seats")
        return [Terminal.bold(head)] + table(result) + ["", lastSeatTitle]
            + result.districts.map { lastSeat($0, result) }
    }

    private var lastSeatTitle: String {
        say("Kursi terakhir setiap daerah pemilihan:", "The last seat of each district:")
    }

    private func table(_ result: ContestResult) -> [String] {
        let parties = result.contest.contestants.indices.filter { result.seats[$0] > 0 }
            .sorted { result.seats[$0] > result.seats[$1] }
        let head = ["  "] + result.districts.map { "\($0.district.number)" } + [say("jumlah", "total")]
        let rows = parties.map { party in
            ["  " + result.contest.contestants[party].shortName]
                + result.districts.map {
                    $0.allocation.seats[party] == 0 ? "·" : "\($0.allocation.seats[party])"
                }
                + ["\(result.seats[party])"]
        }
        return TextTable.lines([head] + rows, numbers: Set(1...(result.districts.count + 1)))
    }

    private func lastSeat(_ district: DistrictResult, _ result: ContestResult) -> String {
        let contestants = result.contest.contestants
        let label = "  \(district.district.name): "
        if let tie = district.allocation.tie {
            let names = tie.parties.map { contestants[$0].shortName }.joined(separator: ", ")
            return label
                + say("seri untuk \(tie.seats) kursi: \(names)", "a tie for \(tie.seats) seat(s): \(names)")
        }
        if let decision = district.decision {
            return label + say("seri, diputuskan menurut ", "a tie, decided by ") + decision.basis
        }
        guard district.figures.sum != nil else { return label + say("belum ada angka", "no figures yet") }
        guard let last = district.lastSeat else { return label + "–" }
        let lacking = MarginWords(language).lacking(last.lacking)
        return label
            + say(
                "\(contestants[last.winner.party].shortName) di atas \(contestants[last.runnerUp.party].shortName), "
                    + "yang \(lacking)",
                "\(contestants[last.winner.party].shortName) over \(contestants[last.runnerUp.party].shortName), "
                    + "which \(lacking)"
            )
    }
}
