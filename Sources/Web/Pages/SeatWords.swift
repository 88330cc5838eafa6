import Apportionment
import Elections

/// Seats in sentences: by which method, how close, whether they are the ones determined.
struct SeatWords {
    private let context: PageContext

    init(_ context: PageContext) {
        self.context = context
    }

    /// How many seats in how many districts, by which method and article.
    func summary(_ result: ContestResult) -> String {
        let seats = context.numbers.whole(result.houseSize)
        let districts = context.numbers.whole(result.districts.count)
        let name = result.rules.seats.map { MethodWords.name($0.method) } ?? ""
        return context.say(
            "\(seats) kursi di \(districts) daerah pemilihan, dibagi dengan metode \(name) "
                + "(\(result.rules.source)).",
            "\(seats) seats in \(districts) electoral districts, divided by \(name) (\(result.rules.source))."
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

    /// Which districts have a tie, when any has.
    func tied(_ result: ContestResult) -> HTML? {
        let districts = result.districts.filter { $0.allocation.tie != nil }
        guard !districts.isEmpty else { return nil }
        let seats = result.contestedSeats
        return .tag("div", .class("notice")) {
            HTML.tag("p") {
                context.say(
                    "\(seats) kursi masih seri dan menunggu keputusan yang dicatat: ",
                    "\(seats) \(seats == 1 ? "seat is" : "seats are") tied and wait for a recorded decision: "
                )
                for (position, district) in districts.enumerated() {
                    if position > 0 { ", " }
                    context.link(
                        district.district.name,
                        .district(result.contest.ballot, district.district.number)
                    )
                }
                "."
            }
        }
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
                    + "yang \(MarginWords(context.language).lacking(lacking)).",
                ", \(contestants[seat.winner.party].shortName) over \(contestants[seat.runnerUp.party].shortName), "
                    + "which \(MarginWords(context.language).lacking(lacking))."
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
