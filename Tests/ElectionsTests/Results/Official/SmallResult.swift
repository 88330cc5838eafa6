import TestSupport

@testable import Elections

/// The office of a small council whose certificates are there: two districts with three seats each.
///
/// In the first, party 1 has all seats; in the second party 2 has two of them.
struct SmallResult {
    var office: SmallPlenary

    static let ballot = Ballot.regencyCouncil
    /// A form of the first district.
    static let first =
        "party_1=1 candidate_1_1=18 candidate_1_2=30 candidate_1_3=2 party_2=0 candidate_2_1=5 candidate_2_2=1"
    private static let second =
        "party_1=0 candidate_1_1=7 candidate_1_2=3 candidate_1_3=0 party_2=2 candidate_2_1=20 candidate_2_2=9"

    /// The office with its certificates.
    ///
    /// - Parameters:
    ///   - forms: What stands on the form of each of the five stations, votes of parties left out.
    ///   - lists: The numbers on each party's lists.
    ///   - decisions: What was decided on open rules.
    ///   - change: Changes a certificate: a region and its line.
    /// - Throws: What is misspelt, and what the office refuses.
    init(
        forms: [String] = [first, first, first, second, second],
        lists: [Int: [Int]] = [1: [1, 2, 3], 2: [1, 2]],
        decisions: [Decision] = [],
        certified change: (String, String) -> String? = { $1 }
    ) throws {
        let stations = ["01.1001", "01.1001", "01.2002", "02.2001", "02.2001"]
        var sums: [String: [String: Int]] = [:]
        var lines: [String] = []
        for (place, form) in forms.enumerated() {
            var figures: [String: Int] = [:]
            for cell in form.split(separator: " ") {
                let parts = cell.split(separator: "=").map(String.init)
                guard let figure = Int(parts[1]) else { throw Office.Misspelt(text: form) }
                figures[parts[0]] = figure
                figures["votes_" + parts[0].split(separator: "_")[1], default: 0] += figure
            }
            lines.append("\(place) " + Self.line(figures))
            for code in ["73.12", "73.12." + stations[place].prefix(2), "73.12." + stations[place]] {
                sums[code, default: [:]].merge(figures, uniquingKeysWith: +)
            }
        }
        var office = Office()
        office.decisions = decisions
        office.papers[0].ballot = Self.ballot
        office.papers[0].districts = [1: "73.12.01", 2: "73.12.02"]
        office.papers[0].lists = [1: lists, 2: lists]
        office.papers[0].readings = [lines]
        office.papers[0].certified = sums.sorted { $0.key < $1.key }.compactMap { code, figures in
            change(code, Self.line(figures)).map { "\(code) \($0)" }
        }
        self.office = try SmallPlenary(of: office.election())
    }

    private static func line(_ figures: [String: Int]) -> String {
        figures.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }.joined(separator: " ")
    }

    mutating func perform(_ act: ResultAct) throws { try office.perform(.result(act), by: "chair") }

    static func paper(_ reference: String, _ day: String) throws -> Revote.Paper {
        guard let date = CalendarDate(parsing: day) else { throw Office.Misspelt(text: day) }
        return Revote.Paper(reference, date)
    }

    /// What the certificates come to.
    func following(_ step: Determination.Step, _ districts: [Int] = [1, 2]) throws -> Determination.Content {
        try office.state.following(step, districts, of: Self.ballot)
    }

    /// Determines what follows from the certificates, by a decision of that day.
    mutating func determine(
        _ step: Determination.Step,
        _ districts: [Int] = [1, 2],
        on day: String = "2019-07-20",
        ground: String? = nil
    ) throws {
        let content = try following(step, districts)
        let key = try office.decide(.result, on: day)
        try perform(
            .determined(
                Determination(
                    of: Self.ballot,
                    districts,
                    content,
                    by: key,
                    notice: step == .seats ? try Self.paper("MK 14/BRPK", "2019-07-17") : nil,
                    ground: ground
                )
            )
        )
    }

    /// All three determinations.
    mutating func determineAll() throws {
        for step in Determination.Step.allCases { try determine(step) }
    }

    /// Issues the certificates anew, as those of another office are.
    ///
    /// - Parameter other: The same council with other figures.
    /// - Throws: What the office refuses.
    mutating func certify(as other: Self) throws {
        let contest = other.office.state.contests.first { $0.ballot == Self.ballot }
        guard let figures = contest?.certified, let regions = office.state.regions else {
            throw Office.Misspelt(text: "certificates")
        }
        let act = FiguresCertified(ballot: Self.ballot, figures: figures, plenary: 99)
        try office.state.change(Self.ballot) { contest throws(ActFault) in
            try contest.certify(act, regions)
        }
    }

    /// Everybody who was determined.
    var seats: [MemberKey] { office.state.results.members(of: Self.ballot).map(\.key) }

    /// Who was determined, as text: the seat, the candidate, how far they have come.
    var members: [String] {
        office.state.results.members(of: Self.ballot).map {
            "\($0.key.district).\($0.key.contestant).\($0.key.seat): \($0.candidate.number) \($0.votes) \($0.stage)"
        }
    }

    /// Takes everybody to a stage, from the determination on.
    mutating func bring(to stage: ElectedMember.Stage) throws {
        try determineAll()
        guard stage != .determined else { return }
        try perform(
            .proposed(
                MembersProposed(
                    Self.ballot,
                    seats,
                    try Self.paper("1/PL.01.9", "2019-07-23"),
                    via: "Bupati Soppeng",
                    enclosures: ["BA 12"]
                )
            )
        )
        guard stage != .proposed else { return }
        try perform(.decreed(MembersStep(Self.ballot, seats, try Self.paper("SK 986", "2019-08-01"))))
        guard stage == .sworn else { return }
        try perform(.sworn(MembersStep(Self.ballot, seats, try Self.paper("BA Sumpah", "2019-08-12"))))
    }
}
