import Elections

/// The conditions of every check of one form, said again in plain Swift over names of columns.
///
/// Written from the description of the forms and of the law, not from the formulas: two tellings that agree on
/// thousands of forms are unlikely to be wrong alike.
struct Oracle: Sendable {
    /// Nothing is asked: a figure is missing, or there is no occasion to ask.
    private struct NotAsked: Error {}

    /// Figures by name; asking for one that is missing ends the question.
    struct Figures: Sendable {
        fileprivate let known: [String: Int]

        fileprivate func callAsFunction(_ name: String) throws -> Int {
            guard let figure = known[name] else { throw NotAsked() }
            return figure
        }

        /// Goes on only where it is so.
        fileprivate func only(_ isSo: Bool) throws {
            guard isSo else { throw NotAsked() }
        }
    }

    /// One condition of a check.
    private struct Condition: Sendable {
        let check: String
        let severity: Elections.Condition.Severity
        let holds: @Sendable (Figures) throws -> Bool
    }

    private let conditions: [Condition]

    /// What comes of every check that has conditions here.
    func outcomes(_ sheet: Sheet) -> [String: Sheet.Outcome] {
        let figures = Figures(known: sheet.figures)
        var outcomes: [String: Sheet.Outcome] = [:]
        for condition in conditions {
            let known = outcomes[condition.check] ?? .notApplicable
            guard let holds = try? condition.holds(figures) else {
                outcomes[condition.check] = known
                continue
            }
            switch (known, holds) {
            case (.notApplicable, true), (.passed, true): outcomes[condition.check] = .passed
            case (.failed, true): break
            case (.failed(let severity), false):
                outcomes[condition.check] = .failed(max(severity, condition.severity))
            case (.notApplicable, false), (.passed, false):
                outcomes[condition.check] = .failed(condition.severity)
            }
        }
        return outcomes
    }
}

extension Oracle {
    private static let sexes = ["male", "female", "total"]
    private static let lists = ["dpt", "dptb", "dpk"]

    /// Two parties with two candidates each, held against the presidential form and the one for the house.
    ///
    /// - Parameter isCouncil: Whether the form is a council's; else it is the presidential form itself.
    init(isCouncil: Bool) {
        conditions =
            Oracle.rows + Oracle.papersAndVotes + Oracle.bounds + Oracle.plausibility
            + (isCouncil ? Oracle.parties + Oracle.acrossForms : [])
            + [
                // At most 5% of the votes for pairs are invalid, 20% of those for parties.
                Condition(check: "P05", severity: .soft) {
                    try $0.only($0("total") > 0)
                    return try $0("invalid") * (isCouncil ? 5 : 20) <= $0("total")
                }
            ]
    }

    /// R01 and R05 for a region with certified figures.
    static let tiers = Oracle(
        conditions: [1, 2].flatMap { number in
            ["stations", "below"].map { place in
                Condition(check: "R01", severity: .hard) {
                    try $0("certified/votes_\(number)") - $0("\(place)/votes_\(number)") == 0
                }
            }
        } + [
            Condition(check: "R05", severity: .hard) { figures in
                let entered = [1, 2].filter { figures.known["certified/votes_\($0)"] != nil }
                try figures.only(!entered.isEmpty)
                return entered == [1, 2]
            }
        ]
    )

    /// A01–A03: rows and lists add up.
    private static let rows: [Condition] =
        ["electorate_", "voters_"].flatMap { part in
            (lists + ["all"]).map { list in
                Condition(check: "A01", severity: .hard) {
                    try $0("\(part)\(list)_total") - $0("\(part)\(list)_male") == $0("\(part)\(list)_female")
                }
            }
        }
        + ["disabled", "disabled_voters"].map { row in
            Condition(check: "A01", severity: .hard) {
                try $0("\(row)_total") - $0("\(row)_male") == $0("\(row)_female")
            }
        }
        + [("A02", "electorate"), ("A03", "voters")].flatMap { check, part in
            sexes.map { sex in
                Condition(check: check, severity: .hard) { figures in
                    var rest = try figures("\(part)_all_\(sex)")
                    for list in lists { rest -= try figures("\(part)_\(list)_\(sex)") }
                    return rest == 0
                }
            }
        }

    /// A04, A05, A07–A09 and A12: papers, and votes.
    private static let papersAndVotes = [
        Condition(check: "A04", severity: .hard) {
            try $0("papers_received") - $0("papers_used") - $0("papers_spoiled") == $0("papers_unused")
        },
        Condition(check: "A05", severity: .hard) { try $0("papers_used") == $0("voters_all_total") },
        Condition(check: "A07", severity: .hard) { try $0("valid") - $0("votes_1") == $0("votes_2") },
        Condition(check: "A08", severity: .hard) { try $0("total") - $0("valid") == $0("invalid") },
        Condition(check: "A09", severity: .hard) { try $0("total") == $0("voters_all_total") },
        Condition(check: "A09", severity: .hard) { try $0("total") == $0("papers_used") },
        Condition(check: "A12", severity: .hard) { figures in
            let entered = ["votes_1", "votes_2"].filter { figures.known[$0] != nil }
            try figures.only(!entered.isEmpty)
            return entered.count == 2
        },
        Condition(check: "A12", severity: .hard) { try $0("candidate_2_3") == 0 },
    ]

    /// A10, A11, A13: no part is larger than its whole.
    private static let bounds: [Condition] =
        sexes.flatMap { sex in
            lists.map { list in
                Condition(check: "A10", severity: .hard) {
                    try !($0("voters_\(list)_\(sex)") > $0("electorate_\(list)_\(sex)"))
                }
            }
                + ["disabled", "voters_all"].map { whole in
                    Condition(check: "A11", severity: .hard) {
                        try !($0("disabled_voters_\(sex)") > $0("\(whole)_\(sex)"))
                    }
                }
        }
        + ["voters_all_total", "papers_spoiled"].map { part in
            Condition(check: "A13", severity: .hard) { try $0("papers_received") - $0(part) >= 0 }
        }

    /// P01–P04, P06, P07, P11, P12 and R04; half of P05.
    private static let plausibility: [Condition] =
        ["", "register/"].map { place in
            Condition(check: "P01", severity: .soft) { try !($0("\(place)electorate_dpt_total") > 300) }
        }
        + sexes.map { sex in
            Condition(check: "R04", severity: .hard) {
                try $0("register/electorate_dpt_\(sex)") == $0("electorate_dpt_\(sex)")
            }
        }
        + [1, 2].map { number in
            Condition(check: "P11", severity: .soft) {
                try $0("votes_\(number)") - $0("certified/votes_\(number)") == 0
            }
        }
        + [
            Condition(check: "P02", severity: .soft) {
                try $0("papers_received") == $0("electorate_dpt_total") + reserve($0("electorate_dpt_total"))
            },
            Condition(check: "P03", severity: .soft) {
                try $0("voters_all_total") + $0("papers_spoiled") <= $0("papers_received")
            },
        ] + turnout + shares

    /// Two per cent, rounded up: one paper for every fifty begun.
    private static func reserve(_ electorate: Int) -> Int {
        electorate / 50 + (electorate % 50 == 0 ? 0 : 1)
    }

    private static let turnout = [
        Condition(check: "P04", severity: .soft) {
            try $0.only($0("electorate_dpt_total") > 0)
            return try 5 * $0("voters_dpt_total") >= 2 * $0("electorate_dpt_total")
        },
        Condition(check: "P04", severity: .soft) {
            try $0.only($0("electorate_dpt_total") > 0)
            return try 50 * $0("voters_dpt_total") <= 49 * $0("electorate_dpt_total")
        },
        Condition(check: "P04", severity: .information) {
            try !($0("voters_all_total") > $0("electorate_dpt_total"))
        },
        Condition(check: "P04", severity: .information) {
            try $0.only($0("register/electorate_dpt_total") > 0)
            return try !($0("total") > $0("register/electorate_dpt_total"))
        },
    ]

    private static let shares: [Condition] =
        [
            Condition(check: "P05", severity: .information) {
                try $0.only($0("total") >= 100)
                return try $0("invalid") != 0
            }
        ]
        + ["valid", "voters_all_total"].map { all in
            Condition(check: "P06", severity: .soft) {
                try $0.only($0(all) > 0)
                let first = try $0("votes_1")
                let second = try $0("votes_2")
                return try (first > second ? first : second) != $0(all)
            }
        }
        + ["electorate_dpt_total", "papers_received"].map { other in
            Condition(check: "P07", severity: .soft) {
                try $0.only($0("valid") > 0)
                return try $0("valid") != $0(other)
            }
        }
        + [
            Condition(check: "P12", severity: .soft) { figures in
                let entered = ["votes_1", "votes_2"].compactMap { figures.known[$0] }
                try figures.only(entered.contains { $0 > 0 })
                return try figures("valid") > 0
            },
            Condition(check: "P12", severity: .soft) {
                try $0.only($0("valid") > 0)
                return try $0("total") > 0
            },
            Condition(check: "P12", severity: .soft) {
                try $0.only($0("total") > 0)
                return try $0("voters_all_total") > 0
            },
        ]

    /// A06 and P10: a party and its candidates.
    private static let parties: [Condition] = ["1", "2"].flatMap { party in
        [
            Condition(check: "A06", severity: .hard) {
                try $0("votes_\(party)") - $0("party_\(party)") - $0("candidate_\(party)_1")
                    == $0("candidate_\(party)_2")
            },
            Condition(check: "P10", severity: .soft) {
                let first = try $0("candidate_\(party)_1")
                let second = try $0("candidate_\(party)_2")
                let all = try $0("votes_\(party)")
                return first <= all && second <= all
            },
            Condition(check: "P10", severity: .information) { figures in
                let candidates = [1, 2].compactMap { figures.known["candidate_\(party)_\($0)"] }
                try figures.only(candidates.contains { $0 > 0 })
                return try figures("party_\(party)") != 0
            },
        ]
    }

    /// B01–B04: the presidential form is what all are held against; the house's is one step wider.
    private static let acrossForms: [Condition] =
        ["electorate_dpt", "voters_dpt", "voters_dpk"].flatMap { row in
            sexes.map { sex in
                Condition(check: "B01", severity: .hard) {
                    try $0("PPWP/\(row)_\(sex)") == $0("\(row)_\(sex)")
                }
            }
        }
        + ["voters_dptb_total", "voters_all_total"].map { row in
            Condition(check: "B02", severity: .hard) { try !($0(row) > $0("DPR/\(row)")) }
        }
        + sexes.flatMap { sex in
            [
                Condition(check: "B03", severity: .hard) {
                    try $0("PPWP/disabled_\(sex)") == $0("disabled_\(sex)")
                },
                Condition(check: "B03", severity: .hard) {
                    try !($0("disabled_voters_\(sex)") > $0("PPWP/disabled_voters_\(sex)"))
                },
                // No more of them can lack this ballot than moved-in voters do.
                Condition(check: "B03", severity: .hard) {
                    let others = try $0("PPWP/voters_dptb_\(sex)") - $0("voters_dptb_\(sex)")
                    return try $0("PPWP/disabled_voters_\(sex)") <= $0("disabled_voters_\(sex)") + others
                },
            ]
        }
        + [(1, -1), (-1, 1)].map { here, there in
            Condition(check: "B04", severity: .hard) {
                let gap = try here * $0("papers_received") + there * $0("PPWP/papers_received")
                return try gap <= reserve($0("electorate_dpt_total"))
            }
        }
}
