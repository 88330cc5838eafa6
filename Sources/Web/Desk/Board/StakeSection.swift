import Elections

/// What the open forms of one ballot could still change, those that matter first.
struct StakeSection {
    let ballot: Ballot
    /// Those of the region that is shown.
    let stakes: [Stake]
    let context: DeskContext
    /// Whether the reader may open held and accepted forms there.
    let opensForms: Bool

    /// The most forms that are listed.
    private static let most = 50

    private var numbers: Numbers { context.numbers }

    var html: HTML {
        guard let first = stakes.first else {
            return .tag(
                "p",
                text: context.say(
                    "Tidak ada formulir yang masih terbuka.",
                    "No form is open any more."
                )
            )
        }
        // A table of its own for each ballot: what is read aloud must tell them apart.
        let caption =
            first.district == nil
            ? context.say("Yang masih dapat mengubah pemenang", "What could still change who wins")
            : context.say("Yang masih dapat mengubah kursi", "What could still change a seat")
        var html = summary
        html.append(
            DataTable(
                caption: "\(caption), \(ballot.rawValue)",
                columns: [
                    .text("station", context.say("TPS", "Station")),
                    .text("district", context.say("Dapil", "District")),
                    .text("open", context.say("Mengapa terbuka", "Why open")),
                    .number("uncertain", context.say("Suara belum pasti", "Uncertain votes")),
                    .number("margin", context.say("Selisih", "Margin")),
                    .text("verdict", context.say("Dapat mengubah?", "Could it change that?")),
                ],
                rows: stakes.prefix(Self.most).map(row)
            ).html
        )
        if stakes.count > Self.most {
            let more = numbers.whole(stakes.count - Self.most)
            html.append(
                .tag("p", .class("quiet"), text: context.say("dan \(more) lainnya", "and \(more) more"))
            )
        }
        return html
    }

    /// How many forms there are of each verdict, as one line.
    private var summary: HTML {
        let counts = Stake.Verdict.allCases.compactMap { verdict -> String? in
            let count = stakes.count { $0.verdict == verdict }
            return count == 0
                ? nil : "\(numbers.whole(count)) \(verdict.words[context.language])"
        }
        return .tag(
            "p",
            text: context.say("Formulir yang terbuka: ", "Open forms: ") + counts.joined(separator: "; ")
                + "."
        )
    }

    private func row(_ stake: Stake) -> [DataTable.Cell] {
        [
            station(stake),
            .text(stake.district?.name ?? "–"),
            .text(stake.why[context.language]),
            .number(stake.uncertain, numbers),
            margin(stake),
            .text(stake.verdict.words[context.language]),
        ]
    }

    private func station(_ stake: Stake) -> DataTable.Cell {
        let version = stake.form.version
        let name =
            context.name(of: stake.form.station)
            + (version == .regular ? "" : " \(version.shortName[context.language])")
        switch stake.reason {
        case .waits(.held) where opensForms, .breaks where opensForms, .empty where opensForms:
            return .link(name, context.place(["held"] + stake.form.steps).text)
        case .waits, .breaks, .empty:
            let village = stake.form.station.village.description
            return .link(name, context.path("board", query: ["place": village]).text)
        }
    }

    /// The margin; a word where nothing is counted, and where no number of votes changes anything.
    private func margin(_ stake: Stake) -> DataTable.Cell {
        guard stake.margin == nil else { return .number(stake.margin, numbers) }
        return .text(
            stake.verdict == .unknown
                ? context.say("belum ada suara masuk", "nothing counted yet")
                : context.say("tidak ada", "none")
        )
    }
}
