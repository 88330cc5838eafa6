import Elections

/// Turnout in words: the share, what it is a share of, and how much of it is known.
struct TurnoutWords {
    private let context: PageContext

    init(_ context: PageContext) {
        self.context = context
    }

    @HTMLBuilder
    func paragraph(in region: RegionCode) -> HTML {
        if let turnout = context.snapshot.turnout(in: region), let ballot = context.snapshot.turnoutBallot {
            let numbers = context.numbers
            let voters = numbers.whole(turnout.voters)
            let electorate = numbers.whole(turnout.electorate)
            HTML.tag("p", .class("big"), text: numbers.percent(turnout.voters, of: turnout.electorate))
            HTML.tag(
                "p",
                text: context.say(
                    "\(voters) pengguna hak pilih dari \(electorate) pemilih dalam DPT.",
                    "\(voters) voters of an electorate of \(electorate) on the roll (DPT)."
                )
            )
            HTML.tag(
                "p",
                .class("quiet"),
                text: context.say(
                    "Pengguna = suara sah + tidak sah pada formulir \(ballot.contest.ballot.name[.indonesian]), "
                        + "termasuk DPTb dan DPK. Tercakup \(turnout.covered) dari \(turnout.stations) TPS.",
                    "Voters = valid and invalid votes on the forms of the ballot for "
                        + "\(ballot.contest.ballot.name[.english]), moved-in (DPTb) and special "
                        + "(DPK) voters included. Covers \(turnout.covered) of \(turnout.stations) stations."
                )
            )
        } else {
            HTML.tag("p", text: context.say("Belum ada angka.", "No figures yet."))
        }
    }

    /// The share alone, for a cell.
    func share(in region: RegionCode) -> String {
        guard let turnout = context.snapshot.turnout(in: region) else { return "–" }
        return context.numbers.percent(turnout.voters, of: turnout.electorate)
    }
}
