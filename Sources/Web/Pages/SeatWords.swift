import Apportionment
import Elections

/// Seats in sentences: by which method, how close, whether they are the ones determined.
struct SeatWords {
    private let context: PageContext

    init(_ context: PageContext) {
        self.context = context
    }

    /// The method and its article, to end a sentence with.
    func method(_ result: ContestResult) -> String {
        let name = result.rules.seats.map { MethodWords.name($0.method) } ?? ""
        return context.say(
            "dibagi dengan metode \(name) (\(result.rules.source)).",
            "divided by \(name) (\(result.rules.source))."
        )
    }

    /// Whether the office determined the same seats.
    func determined(_ result: ContestResult) -> HTML? {
        guard let differs = result.differsFromDetermined else { return nil }
        let text =
            differs
            ? context.say(
                "Penetapan kantor berbeda dari pembagian menurut suara ini.",
                "The office determined other seats than these votes give."
            )
            : context.say(
                "Sama dengan kursi yang ditetapkan kantor.",
                "The same seats as the office determined."
            )
        return .tag("p", .class(differs ? "notice" : "good"), text: text)
    }

    /// The district whose last seat hung on the fewest votes.
    func closest(_ result: ContestResult) -> HTML? {
        let last = result.districts.compactMap { district in
            district.lastSeat.flatMap { seat in seat.lacking.map { (district, seat, $0) } }
        }
        guard let (district, seat, lacking) = last.min(by: { $0.2.votes < $1.2.votes }) else { return nil }
        let contestants = result.contest.contestants
        return .tag("p") {
            context.say("Kursi terakhir yang paling ketat: ", "The closest last seat: ")
            context.link(district.district.name, .district(result.contest.ballot, district.district.number))
            context.say(
                ", \(contestants[seat.winner.party].shortName) di atas \(contestants[seat.runnerUp.party].shortName), "
                    + "yang kurang \(context.numbers.whole(lacking.votes)) suara.",
                ", \(contestants[seat.winner.party].shortName) over \(contestants[seat.runnerUp.party].shortName), "
                    + "which lacked \(context.numbers.whole(lacking.votes)) votes."
            )
        }
    }
}

/// The names of the methods, the same in both languages.
enum MethodWords {
    static func name(_ method: Apportionment.Method) -> String {
        switch method {
        case .sainteLague: "Sainte-Laguë"
        case .modifiedSainteLague: "modified Sainte-Laguë (1.4)"
        case .dHondt: "D’Hondt"
        case .huntingtonHill: "Huntington–Hill"
        case .imperiali: "Imperiali"
        case .adams: "Adams"
        case .dean: "Dean"
        case .danish: "Danish"
        case .hare: "Hare"
        case .droop: "Droop"
        case .hagenbachBischoff: "Hagenbach-Bischoff"
        case .imperialiQuota: "Imperiali (quota)"
        }
    }
}
