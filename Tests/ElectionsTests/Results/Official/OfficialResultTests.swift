import TestSupport
import Testing

@testable import Elections

@Suite("The result of a ballot, from its certificates to the oath")
struct OfficialResultTests {
    private static let ballot = SmallResult.ballot
    private static let second = MemberKey(district: 1, contestant: 1, seat: 2)

    @Test("goes from three determinations through proposal and decree to the oath")
    func whole() throws {
        var result = try SmallResult()
        try result.bring(to: .sworn)
        #expect(
            result.members == [
                "1.1.1: 2 90 sworn", "1.1.2: 1 54 sworn", "1.1.3: 3 6 sworn", "2.1.1: 1 14 sworn",
                "2.2.1: 1 40 sworn", "2.2.2: 2 18 sworn",
            ]
        )
        let made = result.office.state.results.determinations
        #expect(made.map(\.determination.step) == [.figures, .seats, .elected])
        #expect(made[1].determination.notice?.reference == "MK 14/BRPK")
        #expect(made.allSatisfy { $0.basis == "12/HK.03.1-Kpt/7312/KPU-Kab/IV/2019; BA 12" })
        #expect(made[0].date.description == "2019-07-20")
        try result.perform(
            .announced(
                ResultAnnouncement(
                    Self.ballot,
                    determination: 3,
                    on: try result.office.date("2019-07-20"),
                    copies: [1, 2],
                    hasOverseerCopy: true
                )
            )
        )
        #expect(result.office.state.results.determinations[2].announcement?.copies == [1, 2])
    }

    @Test("is determined of some districts first, and of the others later")
    func parts() throws {
        var result = try SmallResult()
        for step in Determination.Step.allCases { try result.determine(step, [2]) }
        #expect(result.seats.map(\.district) == [2, 2, 2])
        for step in Determination.Step.allCases { try result.determine(step, [1], on: "2019-08-12") }
        #expect(result.seats.count == 6)
    }

    typealias Row = (
        reason: String, fault: ResultFault, act: @Sendable (inout SmallResult) throws -> ResultAct
    )

    private static func determination(
        _ result: inout SmallResult,
        _ step: Determination.Step,
        _ districts: [Int] = [1, 2],
        content: Determination.Content? = nil,
        hasNotice: Bool? = nil
    ) throws -> ResultAct {
        let content = try content ?? result.following(step, districts)
        return .determined(
            Determination(
                of: ballot,
                districts,
                content,
                by: try result.office.decide(.result, on: "2019-07-20"),
                notice: hasNotice ?? (step == .seats) ? try SmallResult.paper("MK", "2019-07-17") : nil
            )
        )
    }

    /// The council where party 1 has all votes of the second district.
    private static func others() throws -> SmallResult {
        let all =
            "party_1=50 candidate_1_1=50 candidate_1_2=0 candidate_1_3=0 party_2=0 candidate_2_1=0 candidate_2_2=0"
        return try SmallResult(forms: [SmallResult.first, SmallResult.first, SmallResult.first, all, all])
    }

    private static let determinations: [Row] = [
        ("seats before figures", .before(.figures), { try determination(&$0, .seats) }),
        (
            "who is elected before seats", .before(.seats),
            { result in
                try result.determine(.figures)
                return try determination(&result, .elected)
            }
        ),
        (
            "without minutes: a decision that was not carried has no decree",
            .decision(DecisionKey(plenary: 1, decision: 1)),
            { result in
                let key = try result.office.decide(.result, carried: false)
                return .determined(
                    Determination(of: ballot, [1, 2], try result.following(.figures), by: key)
                )
            }
        ),
        (
            "by a decision on something else", .decision(DecisionKey(plenary: 1, decision: 1)),
            { result in
                let key = try result.office.decide(.revote)
                return .determined(
                    Determination(of: ballot, [1, 2], try result.following(.figures), by: key)
                )
            }
        ),
        (
            "by no decision at all", .decision(DecisionKey(plenary: 9, decision: 1)),
            { result in
                let key = DecisionKey(plenary: 9, decision: 1)
                return .determined(
                    Determination(of: ballot, [1, 2], try result.following(.figures), by: key)
                )
            }
        ),
        (
            "by the decision of another determination", .decisionUsed(DecisionKey(plenary: 1, decision: 1)),
            { result in
                try result.determine(.figures)
                let key = DecisionKey(plenary: 1, decision: 1)
                let notice = try SmallResult.paper("MK", "2019-07-17")
                return .determined(
                    Determination(of: ballot, [1, 2], try result.following(.seats), by: key, notice: notice)
                )
            }
        ),
        (
            "seats without the court's notice", .noNotice,
            { result in
                try result.determine(.figures)
                return try determination(&result, .seats, hasNotice: false)
            }
        ),
        (
            "other figures than the certificates'", .notWhatFollows(district: 2),
            { result in
                guard case .figures(var counts) = try result.following(.figures) else {
                    throw Office.Misspelt(text: "figures")
                }
                counts[1] = Determination.Counts(district: 2, [1: 20, 2: 63])
                return try determination(&result, .figures, content: .figures(counts))
            }
        ),
        (
            "somebody else than follows", .notWhatFollows(district: 1),
            { result in
                try result.determine(.figures)
                try result.determine(.seats)
                guard case .elected(var elected) = try result.following(.elected) else {
                    throw Office.Misspelt(text: "elected")
                }
                elected[0] = Determination.Elected(elected[0].seat, candidate: 3, votes: 6)
                return try determination(&result, .elected, content: .elected(elected))
            }
        ),
        (
            "seats of certificates that came after the figures", .outdated(.figures, district: 2),
            { result in
                try result.determine(.figures)
                try result.certify(as: try others())
                return try determination(&result, .seats)
            }
        ),
        (
            "elected of certificates that came after the seats", .outdated(.seats, district: 2),
            { result in
                try result.determine(.figures)
                try result.determine(.seats)
                try result.certify(as: try others())
                return try determination(&result, .elected)
            }
        ),
        (
            "the same twice", .determinedAlready(district: 1),
            { result in
                try result.determine(.figures)
                return try determination(&result, .figures)
            }
        ),
        (
            "of a district twice", .districts,
            { result in
                let content = try result.following(.figures, [1])
                return try determination(&result, .figures, [1, 1], content: content)
            }
        ),
        (
            "of no district", .districts,
            { result in try determination(&result, .figures, [], content: .figures([])) }
        ),
    ]

    @Test("is refused a determination", arguments: determinations.indices)
    func refusedDetermination(place: Int) throws {
        let row = Self.determinations[place]
        var result = try SmallResult()
        let act = try row.act(&result)
        #expect(throws: ActFault.result(Self.ballot, row.fault), "\(row.reason)") {
            try result.perform(act)
        }
    }

    @Test(
        "is not determined while certificates do not carry it",
        arguments: [
            ("73.12", ResultFault.notCertified(code("73.12")), "the regency's is missing"),
            ("73.12.02", .notCertified(code("73.12.02")), "a subdistrict's is missing"),
        ]
    )
    func uncertified(region: String, fault: ResultFault, reason: String) throws {
        let result = try SmallResult { $0 == region ? nil : $1 }
        #expect(throws: fault, "\(reason)") { try result.following(.figures) }
    }

    @Test("is not determined while the regency's certificate is older than one below")
    func older() throws {
        let result = try SmallResult { code, line in
            code == "73.12.02" ? line.replacing("votes_1=20", with: "votes_1=21") : line
        }
        #expect(throws: ResultFault.notCertified(Self.code("73.12"))) { try result.following(.figures) }
    }

    private static func code(_ text: String) -> RegionCode {
        do { return try RegionCode(parsing: text) } catch { preconditionFailure("\(error)") }
    }

    private static func day(_ text: String) -> CalendarDate {
        guard let day = CalendarDate(parsing: text) else { preconditionFailure(text) }
        return day
    }

    private static let steps: [Row] = [
        (
            "the oath before the decree", .stage(second, .proposed),
            { result in
                try result.bring(to: .proposed)
                return .sworn(MembersStep(ballot, [second], try SmallResult.paper("BA", "2019-08-12")))
            }
        ),
        (
            "a decree before the proposal", .stage(second, .determined),
            { result in
                try result.bring(to: .determined)
                return .decreed(MembersStep(ballot, [second], try SmallResult.paper("SK", "2019-08-12")))
            }
        ),
        (
            "an oath dated before its decree", .date(after: day("2019-08-01")),
            { result in
                try result.bring(to: .decreed)
                return .sworn(MembersStep(ballot, [second], try SmallResult.paper("BA", "2019-07-31")))
            }
        ),
        (
            "an oath of nobody", .members(nil),
            { result in
                try result.bring(to: .decreed)
                return .sworn(MembersStep(ballot, [], try SmallResult.paper("BA", "2019-08-12")))
            }
        ),
        (
            "an oath of a seat that nobody has", .members(MemberKey(district: 1, contestant: 2, seat: 1)),
            { result in
                try result.bring(to: .decreed)
                let key = MemberKey(district: 1, contestant: 2, seat: 1)
                return .sworn(MembersStep(ballot, [key], try SmallResult.paper("BA", "2019-08-12")))
            }
        ),
        (
            "a candidate of another party in a seat", .otherParty(second, 2),
            { result in
                try result.bring(to: .decreed)
                return .replaced(
                    MemberReplaced(
                        ballot,
                        second,
                        by: CandidateKey(ListKey(contestant: 2, district: 1), 1),
                        decision: try result.office.decide(.result, on: "2019-08-02"),
                        try SmallResult.paper("SK 2", "2019-08-02")
                    )
                )
            }
        ),
        (
            "a replacement of somebody who can take the seat", .stands(second),
            { result in
                try result.bring(to: .decreed)
                return .replaced(
                    MemberReplaced(
                        ballot,
                        second,
                        by: CandidateKey(ListKey(contestant: 1, district: 1), 3),
                        decision: try result.office.decide(.result, on: "2019-08-02"),
                        try SmallResult.paper("SK 2", "2019-08-02")
                    )
                )
            }
        ),
        (
            "an oath that is postponed before there is a decree", .stage(second, .determined),
            { result in
                try result.bring(to: .determined)
                return .postponed(
                    MemberPostponed(
                        ballot,
                        second,
                        reason: "tersangka korupsi",
                        try SmallResult.paper("Surat 3", "2019-08-02")
                    )
                )
            }
        ),
        (
            "an announcement of what was not determined", .announcement,
            { result in
                .announced(
                    ResultAnnouncement(
                        ballot,
                        determination: 1,
                        on: try result.office.date("2019-07-20"),
                        copies: [],
                        hasOverseerCopy: false
                    )
                )
            }
        ),
    ]

    @Test("is refused a step", arguments: steps.indices)
    func refusedStep(place: Int) throws {
        let row = Self.steps[place]
        var result = try SmallResult()
        let act = try row.act(&result)
        #expect(throws: ActFault.result(Self.ballot, row.fault), "\(row.reason)") {
            try result.perform(act)
        }
    }

    @Test("a postponed member takes the oath later")
    func postponed() throws {
        var result = try SmallResult()
        try result.bring(to: .decreed)
        let letter = try SmallResult.paper("Surat 3", "2019-08-02")
        try result.perform(.postponed(MemberPostponed(Self.ballot, Self.second, reason: "tersangka", letter)))
        let member = try #require(result.office.state.results.member(Self.second, of: Self.ballot))
        #expect(member.stage == .postponed && member.postponement == "tersangka")
        let oath = try SmallResult.paper("BA Sumpah 2", "2019-10-01")
        try result.perform(.sworn(MembersStep(Self.ballot, [Self.second], oath)))
        #expect(result.office.state.results.member(Self.second, of: Self.ballot)?.stage == .sworn)
    }

    /// Candidates 1 and 2 of party 1 are equal for its one seat in the second district, in everything.
    private static let equals =
        "party_1=0 candidate_1_1=5 candidate_1_2=5 candidate_1_3=0 party_2=2 candidate_2_1=20 candidate_2_2=9"

    private static func tied() throws -> SmallResult {
        let forms =
            Array(
                repeating: "party_1=1 candidate_1_1=18 candidate_1_2=30 candidate_1_3=2 party_2=0",
                count: 3
            )
            + [equals, equals]
        return try SmallResult(
            forms: forms.map { $0.hasSuffix("party_2=0") ? "\($0) candidate_2_1=5 candidate_2_2=1" : $0 }
        )
    }

    @Test("equals whom no rule tells apart wait for a plenary, whose decision is used while it fits")
    func listTie() throws {
        var result = try Self.tied()
        try result.determine(.figures)
        try result.determine(.seats)
        #expect(throws: ResultFault.tie(district: 2, contestant: 1)) { try result.following(.elected) }
        let rows: [(String, [Int], Int, ListDecision.Refusal)] = [
            ("others than are tied", [1, 3], 1, .othersTied([1, 2])),
            ("one of them twice", [1, 1, 2], 1, .othersTied([1, 2])),
            ("for another number of seats", [2, 1], 2, .otherSeats(1)),
        ]
        for (reason, order, seats, refusal) in rows {
            let key = try result.office.decide(.result, on: "2019-07-20")
            #expect(throws: ActFault.result(Self.ballot, .listDecision(refusal)), "\(reason)") {
                try result.perform(
                    .listTieDecided(
                        ListTieDecided(
                            Self.ballot,
                            contestant: 1,
                            district: 2,
                            order: order,
                            seats: seats,
                            by: key
                        )
                    )
                )
            }
        }
        let key = try result.office.decide(.result, on: "2019-07-20")
        try result.perform(
            .listTieDecided(
                ListTieDecided(Self.ballot, contestant: 1, district: 2, order: [2, 1], seats: 1, by: key)
            )
        )
        try result.determine(.elected)
        #expect(result.members[3] == "2.1.1: 2 10 determined")
        let again = try result.office.decide(.result, on: "2019-07-20")
        #expect(throws: ActFault.result(Self.ballot, .listDecision(.noTie))) {
            try result.perform(
                .listTieDecided(
                    ListTieDecided(
                        Self.ballot,
                        contestant: 2,
                        district: 2,
                        order: [1, 2],
                        seats: 1,
                        by: again
                    )
                )
            )
        }
    }

    @Test("tied parties wait for a plenary, which gives the seat to one of them and to nobody else")
    func seatTie() throws {
        // 30 and 10 in the second district: the third seat is claimed by 30/3 and by 10.
        let forms =
            Array(
                repeating: "party_1=51 candidate_1_1=0 candidate_1_2=0 candidate_1_3=0 party_2=6 "
                    + "candidate_2_1=0 candidate_2_2=0",
                count: 3
            )
            + Array(
                repeating: "party_1=0 candidate_1_1=5 candidate_1_2=0 candidate_1_3=0 party_2=0 "
                    + "candidate_2_1=16 candidate_2_2=9",
                count: 2
            )
        var result = try SmallResult(forms: forms)
        try result.determine(.figures)
        // 50, 50/3, 50/5 = 10 and 10: the third seat is tied.
        #expect(throws: ResultFault.tie(district: 2, contestant: nil)) { try result.following(.seats, [2]) }
        let wrong = try result.office.decide(.result, on: "2019-07-20")
        #expect(throws: ActFault.result(Self.ballot, .seatDecision(district: 2)), "two seats for one") {
            try result.perform(
                .seatTieDecided(SeatTieDecided(Self.ballot, district: 2, seats: [1: 2], by: wrong))
            )
        }
        try result.perform(
            .seatTieDecided(SeatTieDecided(Self.ballot, district: 2, seats: [1: 1], by: wrong))
        )
        try result.determine(.seats, [2])
        guard case .seats(let counts) = result.office.state.results.determinations[1].determination.content
        else { return #expect(Bool(false), "no seats") }
        #expect(counts.map(\.counts) == [[1: 1, 2: 2]])
    }

    // MARK: - Whoever cannot take the seat

    private static func status(
        _ number: Int,
        _ status: CandidateStatus,
        _ day: String,
        district: Int = 1,
        party: Int = 1
    ) throws -> Act {
        .candidacy(
            .statusSet(
                CandidateStatusSet(
                    ballot: ballot,
                    CandidateKey(ListKey(contestant: party, district: district), number),
                    StatusChange(status, on: self.day(day), try SmallResult.paper("Akta", day))
                )
            )
        )
    }

    private static func successor(_ number: Int, district: Int = 1, party: Int = 1) -> CandidateKey {
        CandidateKey(ListKey(contestant: party, district: district), number)
    }

    @Test("before the oath the next of the list takes the seat by a decision, and goes the way anew")
    func replaced() throws {
        var result = try SmallResult()
        try result.bring(to: .proposed)
        // District 2, party 2 has two of two candidates elected; party 1 one of three.
        let seat = MemberKey(district: 2, contestant: 1, seat: 1)
        try result.office.perform(Self.status(1, .died, "2019-07-25", district: 2), by: "chair")
        #expect(throws: ActFault.result(Self.ballot, .cannotTakeSeat(seat)), "the dead take no seat") {
            try result.perform(
                .decreed(MembersStep(Self.ballot, [seat], try SmallResult.paper("SK", "2019-08-01")))
            )
        }
        let paper = try SmallResult.paper("SK 13", "2019-07-30")
        func replacement(_ number: Int, _ key: DecisionKey?) -> ResultAct {
            .replaced(
                MemberReplaced(
                    Self.ballot,
                    seat,
                    by: Self.successor(number, district: 2),
                    decision: key,
                    paper
                )
            )
        }
        #expect(throws: ActFault.result(Self.ballot, .paper(seat)), "by nobody's decision") {
            try result.perform(replacement(2, nil))
        }
        let key = try result.office.decide(.result, on: "2019-07-30")
        #expect(throws: ActFault.result(Self.ballot, .notNext(seat, next: Self.successor(2, district: 2)))) {
            try result.perform(replacement(3, key))
        }
        try result.perform(replacement(2, key))
        #expect(result.members[3] == "2.1.1: 2 6 determined")
        let member = try #require(result.office.state.results.member(seat, of: Self.ballot))
        #expect(member.former.map(\.candidate.number) == [1] && member.former[0].status == .died)
        #expect(member.former[0].stage == .proposed)
        // The others go on; the successor is proposed after them.
        let others = result.seats.filter { $0 != seat }
        try result.perform(
            .decreed(MembersStep(Self.ballot, others, try SmallResult.paper("SK", "2019-08-01")))
        )
        #expect(throws: ActFault.result(Self.ballot, .stage(seat, .determined))) {
            try result.perform(
                .sworn(MembersStep(Self.ballot, [seat], try SmallResult.paper("BA", "2019-08-12")))
            )
        }
    }

    @Test(
        "after the oath the next takes it at the request of the council"
    )
    func interim() throws {
        var result = try SmallResult()
        try result.bring(to: .sworn)
        let seat = MemberKey(district: 2, contestant: 1, seat: 1)
        try result.office.perform(Self.status(1, .resigned, "2020-03-02", district: 2), by: "chair")
        let letter = try SmallResult.paper("170/DPRD", "2020-03-09")
        let key = try result.office.decide(.result, on: "2020-03-09")
        #expect(throws: ActFault.result(Self.ballot, .paper(seat)), "the office decides nothing then") {
            try result.perform(
                .replaced(
                    MemberReplaced(
                        Self.ballot,
                        seat,
                        by: Self.successor(2, district: 2),
                        decision: key,
                        letter
                    )
                )
            )
        }
        try result.perform(
            .replaced(MemberReplaced(Self.ballot, seat, by: Self.successor(2, district: 2), letter))
        )
        #expect(result.members[3] == "2.1.1: 2 6 determined")
    }

    private static func exhausted(
        _ reading: String?,
        lists: [Int: [Int]] = [1: [1, 2, 3], 2: [1, 2]],
        forms: [String]? = nil
    ) throws -> SmallResult {
        let decisions = reading.map { [Ballots.decision(.exhaustedList, $0)] } ?? []
        guard let forms else { return try SmallResult(lists: lists, decisions: decisions) }
        return try SmallResult(forms: forms, lists: lists, decisions: decisions)
    }

    @Test(
        "a list at its end gives the seat to nobody, or to another district's candidate where that was decided"
    )
    func neighbour() throws {
        // Party 2 has both its candidates of the second district in the council, and two in the first.
        let last = MemberKey(district: 2, contestant: 2, seat: 2)
        let rows: [(String, String?, CandidateKey, Bool, ResultFault?)] = [
            (
                "nobody decided what becomes of it", nil, Self.successor(1, party: 2), true,
                .exhausted(last, nil)
            ),
            ("it stays vacant", "vacant", Self.successor(1, party: 2), true, .exhausted(last, .vacant)),
            (
                "whoever lost the seat", "neighbouring-district", Self.successor(2, district: 2, party: 2),
                true,
                .notNext(last, next: nil)
            ),
            (
                "somebody of the same district who has one", "neighbouring-district",
                Self.successor(1, district: 2, party: 2), true, .notNext(last, next: nil)
            ),
            (
                "nobody's number on the other list", "neighbouring-district", Self.successor(9, party: 2),
                true,
                .notNext(last, next: nil)
            ),
            ("of another party", "neighbouring-district", Self.successor(1), true, .otherParty(last, 1)),
            (
                "by the council's letter alone", "neighbouring-district", Self.successor(1, party: 2), false,
                .paper(last)
            ),
            (
                "of the other district, by a decision", "neighbouring-district", Self.successor(1, party: 2),
                true, nil
            ),
        ]
        for (reason, reading, successor, isDecided, fault) in rows {
            var result = try Self.exhausted(reading)
            try result.bring(to: .sworn)
            try result.office.perform(
                Self.status(2, .ineligible, "2020-04-01", district: 2, party: 2),
                by: "chair"
            )
            let act = ResultAct.replaced(
                MemberReplaced(
                    Self.ballot,
                    last,
                    by: successor,
                    decision: isDecided ? try result.office.decide(.result, on: "2020-04-08") : nil,
                    try SmallResult.paper("171/DPRD", "2020-04-09")
                )
            )
            guard let fault else {
                try result.perform(act)
                #expect(result.members.last == "2.2.2: 1 15 determined", "\(reason)")
                continue
            }
            #expect(throws: ActFault.result(Self.ballot, fault), "\(reason)") { try result.perform(act) }
        }
    }

    @Test("whoever took another district's seat keeps the next of their own list from none")
    func neighbourOfAnEqualList() throws {
        // Party 1 has one seat of three candidates in the second district, party 2 two of two.
        var result = try Self.exhausted("neighbouring-district", lists: [1: [1, 2, 3], 2: [1, 2]])
        try result.bring(to: .sworn)
        let (vacated, own) = (
            MemberKey(district: 1, contestant: 1, seat: 1), MemberKey(district: 2, contestant: 1, seat: 1)
        )
        func replaced(_ seat: MemberKey, _ successor: CandidateKey, isDecided: Bool, _ day: String) throws {
            try result.perform(
                .replaced(
                    MemberReplaced(
                        Self.ballot,
                        seat,
                        by: successor,
                        decision: isDecided ? try result.office.decide(.result, on: day) : nil,
                        try SmallResult.paper("SK \(day)", day)
                    )
                )
            )
        }
        // All three of the first district have its seats: the second of the other district takes one.
        try result.office.perform(Self.status(2, .died, "2020-03-01"), by: "chair")
        try replaced(vacated, Self.successor(2, district: 2), isDecided: true, "2020-03-05")
        try result.office.perform(Self.status(1, .died, "2020-03-10", district: 2), by: "chair")
        #expect(
            throws: ActFault.result(Self.ballot, .notNext(own, next: Self.successor(3, district: 2))),
            "the second has a seat, and the third is next"
        ) { try replaced(own, Self.successor(1), isDecided: false, "2020-03-15") }
        try replaced(own, Self.successor(3, district: 2), isDecided: false, "2020-03-15")
        // Elected anew in their own district, they leave the other's seat.
        try result.office.perform(Self.status(3, .died, "2020-03-20", district: 2), by: "chair")
        try result.determine(.elected, [2], on: "2020-03-25", ground: "calon meninggal")
        #expect(result.members.filter { $0.hasPrefix("2.1") } == ["2.1.1: 2 6 determined"])
        #expect(result.office.state.results.vacancies(of: Self.ballot, [1, 2]) == [vacated])
    }

    @Test("no seat is vacant between seats that are determined again and who is elected")
    func between() throws {
        var result = try SmallResult()
        try result.determineAll()
        let gained = MemberKey(district: 2, contestant: 1, seat: 3)
        try result.certify(as: Self.others())
        try result.determine(.figures, [2], on: "2019-07-25", ground: "sertifikat baru")
        try result.determine(.seats, [2], on: "2019-07-25", ground: "sertifikat baru")
        #expect(result.office.state.results.vacancies(of: Self.ballot, [1, 2]) == [])
        #expect(throws: ActFault.result(Self.ballot, .members(gained))) {
            try result.perform(
                .replaced(
                    MemberReplaced(
                        Self.ballot,
                        gained,
                        by: Self.successor(3, district: 2),
                        decision: try result.office.decide(.result, on: "2019-07-26"),
                        try SmallResult.paper("SK", "2019-07-26")
                    )
                )
            )
        }
    }

    @Test("a seat for which a list never had anybody is vacant until another district's candidate takes it")
    func vacancy() throws {
        let first = "party_1=21 candidate_1_1=30 party_2=6 candidate_2_1=0"
        let second = "party_1=0 candidate_1_1=10 party_2=2 candidate_2_1=29"
        var result = try Self.exhausted(
            "neighbouring-district",
            lists: [1: [1], 2: [1]],
            forms: [first, first, first, second, second]
        )
        try result.bring(to: .sworn)
        let vacant = [(1, 1, 2), (1, 1, 3), (2, 2, 2)].map {
            MemberKey(district: $0.0, contestant: $0.1, seat: $0.2)
        }
        #expect(result.office.state.results.vacancies(of: Self.ballot, [1, 2]) == vacant)
        #expect(
            !result.office.state.results.isVacant(
                MemberKey(district: 1, contestant: 1, seat: 4),
                of: Self.ballot
            )
        )
        func replaced(_ seat: MemberKey, _ successor: CandidateKey) throws {
            try result.perform(
                .replaced(
                    MemberReplaced(
                        Self.ballot,
                        seat,
                        by: successor,
                        decision: try result.office.decide(.result, on: "2019-09-01"),
                        try SmallResult.paper("SK", "2019-09-01")
                    )
                )
            )
        }
        #expect(throws: ActFault.result(Self.ballot, .notNext(vacant[0], next: nil)), "has a seat already") {
            try replaced(vacant[0], Self.successor(1, district: 2))
        }
        try replaced(vacant[2], Self.successor(1, party: 2))
        #expect(result.members.last == "2.2.2: 1 0 determined")
        #expect(result.office.state.results.member(vacant[2], of: Self.ballot)?.former == [])
        #expect(result.office.state.results.vacancies(of: Self.ballot, [1, 2]) == Array(vacant.prefix(2)))
    }

    @Test("two seats that fall vacant at once go to two equals, whom nobody has to put in an order")
    func equalSuccessors() throws {
        let first = "party_1=1 candidate_1_1=18 candidate_1_2=30 candidate_1_3=2 party_2=6"
        let second =
            "party_1=0 candidate_1_1=7 candidate_1_2=3 candidate_1_3=0 party_2=0 candidate_2_1=20 candidate_2_2=9 "
            + "candidate_2_3=2 candidate_2_4=2"
        var result = try SmallResult(
            forms: [first, first, first, second, second],
            lists: [1: [1, 2, 3], 2: [1, 2, 3, 4]]
        )
        try result.bring(to: .sworn)
        for number in [1, 2] {
            try result.office.perform(
                Self.status(number, .resigned, "2020-03-02", district: 2, party: 2),
                by: "chair"
            )
        }
        let letter = try SmallResult.paper("170/DPRD", "2020-03-09")
        for (seat, number) in [(1, 3), (2, 4)] {
            try result.perform(
                .replaced(
                    MemberReplaced(
                        Self.ballot,
                        MemberKey(district: 2, contestant: 2, seat: seat),
                        by: Self.successor(number, district: 2, party: 2),
                        letter
                    )
                )
            )
        }
        #expect(result.members.suffix(2) == ["2.2.1: 3 4 determined", "2.2.2: 4 4 determined"])
    }

    @Test(
        "determined again, whoever keeps a seat keeps their way, also where it is another one of the party's"
    )
    func kept() throws {
        var result = try SmallResult()
        try result.bring(to: .decreed)
        try result.office.perform(Self.status(2, .died, "2019-08-05"), by: "chair")
        try result.determine(.elected, [1], on: "2019-08-06", ground: "calon meninggal")
        #expect(result.members.prefix(2) == ["1.1.1: 1 54 decreed", "1.1.2: 3 6 decreed"])
    }

    @Test("nobody is elected where no lists are known")
    func noLists() throws {
        let result = try SmallResult(lists: [:])
        #expect(throws: ResultFault.noLists) { try result.following(.elected) }
    }

    // MARK: - Petitions

    @Test(
        "of a district waits while a petition at the Constitutional Court concerns it, and for no other case",
        arguments: [
            (CaseKind.result, CaseForum.constitutionalCourt, [2], "the district that it names waits"),
            (.administrative, .provincialSupervisor, [1, 2], "a violation at Bawaslu holds nothing up"),
            (.ethics, .ethicsCouncil, [1, 2], "nor does a complaint at DKPP"),
        ]
    )
    func petition(_ kind: CaseKind, _ forum: CaseForum, _ free: [Int], reason: String) throws {
        var result = try SmallResult()
        try result.determine(.figures)
        let scope =
            kind == .ethics
            ? CaseScope() : CaseScope([Self.ballot], districts: [CaseScope.District(Self.ballot, 1)])
        let act = try SmallCases.registered(
            1,
            kind,
            forum,
            reporter: kind == .result
                ? CaseParty(.participant, Self.ballot, contestant: 2) : CaseParty(.voter),
            about: scope
        )
        try result.office.perform(.dispute(act), by: "chair")
        for district in [1, 2] {
            if free.contains(district) {
                try result.determine(.seats, [district])
                continue
            }
            #expect(
                throws: ActFault.result(Self.ballot, .petition(case: 1, district: district)),
                "\(reason)"
            ) { try result.determine(.seats, [district]) }
        }
        guard kind == .result else { return }
        try result.office.perform(
            .dispute(
                .ruled(
                    CaseRuled(
                        case: 1,
                        try SmallResult.paper("MK 1", "2019-08-08"),
                        .notAccepted,
                        "permohonan tidak dapat diterima"
                    )
                )
            ),
            by: "chair"
        )
        try result.determine(.seats, [1], on: "2019-08-11")
    }
}
