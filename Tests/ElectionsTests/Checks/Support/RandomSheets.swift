import Elections
import TestSupport

/// Forms no committee ever wrote: most add up nowhere, many nearly, and figures are missing anywhere.
struct RandomSheets {
    private var dice: Dice

    init(_ dice: Dice) {
        self.dice = dice
    }

    /// Every figure a council's form and what it is held against can have.
    static let names: [String] = {
        let own = Array(Sheet.sound.figures.keys.filter { !$0.contains("/") })
        let wide =
            own.filter { $0.hasPrefix("electorate_dpt_") || $0.hasPrefix("voters_") }
            + own.filter { $0.hasPrefix("disabled") || $0.hasPrefix("papers_received") }
        return
            (own + ["candidate_2_3"] + wide.flatMap { ["PPWP/\($0)", "DPR/\($0)"] }
            + Field.Sex.allCases.map { "register/electorate_dpt_\($0.rawValue)" }
            + ["certified/votes_1", "certified/votes_2"]).sorted()
    }()

    /// A form of a council between the president's and the house's.
    static let kind = FormKind(
        ballot: .regencyCouncil,
        rolls: Sheet.council.rolls,
        options: Sheet.council.options,
        stationLimit: 300,
        reserve: Share(20, of: 1_000),
        supply: [.permanent],
        ballots: [.president, .house, .regencyCouncil],
        strangers: [.candidateVotes(2, 3)]
    )

    /// The next form.
    mutating func next() -> Sheet {
        switch Int.random(in: 0..<5, using: &dice) {
        case 0: tiny()
        case 1: nearlySound()
        case 2: atShares()
        case 3: papers()
        default: boundary()
        }
    }

    /// The next certificate of a region, beside those below it and its stations.
    mutating func nextTier() -> Sheet {
        var figures: [String: Int] = [:]
        for place in ["certified", "below", "stations"] {
            for number in [1, 2] where Int.random(in: 0..<10, using: &dice) < 6 {
                figures["\(place)/votes_\(number)"] = Int.random(in: 0...2, using: &dice)
            }
        }
        return Sheet(figures, Self.kind)
    }

    /// Figures 0…3, and many missing, so that a single condition decides.
    private mutating func tiny() -> Sheet {
        let chance = [20, 40, 60, 90].randomElement(using: &dice) ?? 50
        var figures: [String: Int] = [:]
        for name in Self.names where Int.random(in: 0..<100, using: &dice) < chance {
            figures[name] = Int.random(in: 0...3, using: &dice)
        }
        return Sheet(figures, Self.kind)
    }

    /// A sound form with a few figures a little off, and some missing.
    private mutating func nearlySound() -> Sheet {
        var figures = Sheet.sound.figures
        for name in Self.names where name.hasPrefix("DPR/") {
            figures[name] = figures[String(name.dropFirst(4))]
        }
        let chance = [0, 10, 30].randomElement(using: &dice) ?? 0
        for name in Self.names where Int.random(in: 0..<100, using: &dice) < chance { figures[name] = nil }
        for _ in 0..<Int.random(in: 1...3, using: &dice) {
            guard let name = Self.names.randomElement(using: &dice) else { continue }
            let step = [-100, -17, -1, 1, 17, 100].randomElement(using: &dice) ?? 1
            figures[name] = max(0, (figures[name] ?? 0) + step)
        }
        return Sheet(figures, Self.kind)
    }

    /// Figures at and beside the shares that are asked for: 2, 5, 20, 40 and 98 per cent, and the reserve.
    private mutating func atShares() -> Sheet {
        let whole =
            [1, 2, 20, 49, 50, 51, 99, 100, 101, 200, 300, 301, 500, 1_000, 1_001]
            .randomElement(using: &dice) ?? 100
        var figures: [String: Int] = [:]
        for name in Self.names where Int.random(in: 0..<2, using: &dice) == 0 {
            let share = [0, 1, 2, 5, 20, 40, 98, 99, 100, 101, 102].randomElement(using: &dice) ?? 100
            let beside = Int.random(in: -1...1, using: &dice)
            let isWhole = name.hasSuffix("dpt_total") && name.contains("electorate") || name == "total"
            figures[name] = isWhole ? whole : max(0, (whole * share + 99) / 100 + beside)
        }
        return Sheet(figures, Self.kind)
    }

    /// Papers at and beside what the DPT and its reserve come to, here and on the presidential form.
    private mutating func papers() -> Sheet {
        let electorate =
            [0, 1, 49, 50, 51, 99, 100, 101, 999, 1_000, 1_001].randomElement(using: &dice) ?? 50
        let reserve = (electorate * 2 + 99) / 100
        let here =
            electorate + Int.random(in: -1...1, using: &dice) + (Bool.random(using: &dice) ? reserve : 0)
        let gap = reserve + Int.random(in: -1...1, using: &dice)
        let there = Bool.random(using: &dice) ? here + gap : here - gap
        return Sheet(
            [
                "electorate_dpt_total": electorate, "papers_received": max(0, here),
                "PPWP/papers_received": max(0, there),
            ],
            Self.kind
        )
    }

    /// One number everywhere, give or take one, or none at all.
    private mutating func boundary() -> Sheet {
        let middle = [0, 1, 2, 99, 100, 299, 300, 301].randomElement(using: &dice) ?? 0
        var figures: [String: Int] = [:]
        for name in Self.names where Int.random(in: 0..<3, using: &dice) > 0 {
            let beside = [-1, 0, 0, 0, 1].randomElement(using: &dice) ?? 0
            figures[name] = Int.random(in: 0..<6, using: &dice) == 0 ? 0 : max(0, middle + beside)
        }
        return Sheet(figures, Self.kind)
    }
}
