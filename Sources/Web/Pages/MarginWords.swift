import Apportionment
import Elections

/// Margins in words: how many votes, and what they would do.
struct MarginWords {
    private let context: PageContext

    init(_ context: PageContext) {
        self.context = context
    }

    /// `318 (tie), 319` where the first number makes a tie and the next decides; else the number alone.
    func text(_ margin: Margin?) -> String {
        guard let margin else { return context.say("tidak ada", "none") }
        let votes = context.numbers.whole(margin.votes)
        guard margin.makesTie else { return votes }
        let tie = context.say("seri", "tie")
        return margin.oneMoreDecides
            ? "\(votes) (\(tie)), \(context.numbers.whole(margin.votes + 1))" : "\(votes) (\(tie))"
    }

    /// The same as a half sentence: `318 votes more make a tie, 319 win it`.
    func lacking(_ margin: Margin?) -> String {
        guard let margin else {
            return context.say("jumlah berapa pun tidak cukup", "no number of votes would do")
        }
        let votes = context.numbers.whole(margin.votes)
        guard margin.makesTie else {
            return context.say("kurang \(votes) suara", "lacked \(votes) votes")
        }
        let next = context.numbers.whole(margin.votes + 1)
        return context.say(
            "kurang \(votes) suara untuk seri dan \(next) untuk kursi itu",
            "lacked \(votes) votes for a tie and \(next) for the seat"
        )
    }
}
