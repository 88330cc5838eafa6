import TestSupport
import Testing

@testable import Elections

@Suite("Acts about results")
struct ResultTextTests {
    private static let ballot = SmallResult.ballot
    private static let key = DecisionKey(plenary: 3, decision: 2)

    /// An act of each kind, with everything in it that it can hold and without it.
    static func acts() throws -> [ResultAct] {
        let seat = MemberKey(district: 1, contestant: 4, seat: 2)
        let other = MemberKey(district: 2, contestant: 1, seat: 1)
        let paper = try SmallResult.paper("986/\"VIII\"/2019", "2019-08-01")
        let successor = CandidateKey(ListKey(contestant: 4, district: 1), 7)
        func counts(_ first: [Int: Int], _ second: [Int: Int]) -> [Determination.Counts] {
            [Determination.Counts(district: 2, first), Determination.Counts(district: 1, second)]
        }
        func determined(
            _ content: Determination.Content,
            _ notice: Revote.Paper? = nil,
            ground: String? = nil
        ) -> ResultAct {
            .determined(
                Determination(of: ballot, [2, 1], content, by: key, notice: notice, ground: ground)
            )
        }
        func announced(_ copies: [Int], hasOverseerCopy: Bool) -> ResultAct {
            .announced(
                ResultAnnouncement(
                    ballot,
                    determination: 3,
                    on: paper.date,
                    copies: copies,
                    hasOverseerCopy: hasOverseerCopy
                )
            )
        }
        func proposed(_ enclosures: [String]) -> ResultAct {
            .proposed(MembersProposed(ballot, [seat, other], paper, via: "Bupati", enclosures: enclosures))
        }
        return [
            .listTieDecided(
                ListTieDecided(ballot, contestant: 4, district: 2, order: [3, 1, 2], seats: 2, by: key)
            ),
            .seatTieDecided(SeatTieDecided(ballot, district: 2, seats: [4: 1, 1: 0, 12: 2], by: key)),
            determined(.figures(counts([1: 0, 4: 12, 12: 3], [:]))), determined(.figures([]), ground: "g"),
            determined(.seats(counts([4: 1], [12: 3])), paper),
            determined(.seats(counts([:], [1: 3])), paper, ground: "putusan MK"),
            determined(.elected([Determination.Elected(seat, candidate: 7, votes: 0)])),
            determined(.elected([]), ground: "g"),
            announced([1, 4, 12], hasOverseerCopy: true), announced([], hasOverseerCopy: false),
            proposed(["BA 12", "SK 13"]), proposed([]), .decreed(MembersStep(ballot, [other, seat], paper)),
            .sworn(MembersStep(ballot, [seat], paper)),
            .postponed(MemberPostponed(ballot, seat, reason: "tersangka", paper)),
            .replaced(MemberReplaced(ballot, seat, by: successor, decision: key, paper)),
            .replaced(MemberReplaced(ballot, seat, by: successor, paper)),
        ]
    }

    @Test("are read as they were written, each kind of them; another byte is another act, or none")
    func texts() throws {
        let acts = try Self.acts().map { Act.result($0) }
        #expect(Set(acts.map(\.kind)).count == 9)
        for act in acts {
            let read = try Act(canonicalText: act.canonicalText)
            #expect(read.kind == act.kind && read.ballot == Self.ballot)
            try expectOneText(of: act)
        }
    }

    @Test("say all that was done")
    func content() throws {
        for act in try Self.acts() {
            guard case .result(let read) = try Act(canonicalText: Act.result(act).canonicalText) else {
                Issue.record("no act about a result")
                continue
            }
            switch (act, read) {
            case (.listTieDecided(let own), .listTieDecided(let other)): #expect(own == other)
            case (.seatTieDecided(let own), .seatTieDecided(let other)): #expect(own == other)
            case (.determined(let own), .determined(let other)): #expect(own == other)
            case (.announced(let own), .announced(let other)): #expect(own == other)
            case (.proposed(let own), .proposed(let other)): #expect(own == other)
            case (.decreed(let own), .decreed(let other)): #expect(own == other)
            case (.sworn(let own), .sworn(let other)): #expect(own == other)
            case (.postponed(let own), .postponed(let other)): #expect(own == other)
            case (.replaced(let own), .replaced(let other)): #expect(own == other)
            default: Issue.record("\(act) became \(read)")
            }
        }
    }

    @Test("are published as they are; only tied seats change what a ballot adds up to")
    func published() throws {
        for act in try Self.acts().map({ Act.result($0) }) {
            #expect(act.parts.map(\.canonicalText) == [act.canonicalText])
            #expect(act.isPublishedForm && act.isPublishable)
            #expect(act.touchedBallot == (act.kind == .seatTieDecided ? Self.ballot : nil))
        }
    }

    @Test("that no writer would write are none")
    func refused() {
        let start = #"{"act":"result-determined","ballot":"DPRD_KABKO","decision":[1,1],"districts":[1],"#
        let paper = #""paper":{"date":"2019-08-01","reference":"1"},"#
        for (reason, text) in [
            ("two contents", start + #""elected":[],"seats":[]}"#),
            ("none", String(start.dropLast()) + "}"),
            ("parties out of order", start + #""votes":[{"counts":[[4,1],[1,2]],"district":1}]}"#),
            ("a party twice", start + #""votes":[{"counts":[[1,1],[1,2]],"district":1}]}"#),
            ("fewer votes than none", start + #""votes":[{"counts":[[1,-1]],"district":1}]}"#),
            ("counts of three", start + #""seats":[{"counts":[[1,1,1]],"district":1}]}"#),
            ("half of somebody elected", start + #""elected":[[1,1,1,1]]}"#),
            (
                "overseers without a copy, said aloud",
                #"{"act":"result-announced","ballot":"DPRD_KABKO","copies":[],"date":"2019-08-01","determination":1,"#
                    + #""overseer":false}"#
            ),
            (
                "copies out of order",
                #"{"act":"result-announced","ballot":"DPRD_KABKO","copies":[4,1],"date":"2019-08-01","determination":1}"#
            ),
            (
                "half a seat",
                #"{"act":"members-sworn","ballot":"DPRD_KABKO",\#(paper)"seats":[[1,1]]}"#
            ),
            (
                "half a successor",
                #"{"act":"member-replaced","ballot":"DPRD_KABKO",\#(paper)"seat":[1,1,1],"successor":[1,1]}"#
            ),
            (
                "half a decision",
                #"{"act":"seat-tie-decided","ballot":"DPRD_KABKO","decision":[1],"district":1,"seats":[]}"#
            ),
        ] {
            #expect(throws: CanonicalFault.self, "\(reason)") { try Act(canonicalText: Array(text.utf8)) }
        }
    }

    /// A result with a tie of candidates, somebody who died before the oath, and somebody who resigned after it.
    private static func told() throws -> SmallResult {
        let first =
            "party_1=1 candidate_1_1=18 candidate_1_2=30 candidate_1_3=2 party_2=0 candidate_2_1=5 candidate_2_2=1"
        let equal =
            "party_1=0 candidate_1_1=5 candidate_1_2=5 candidate_1_3=0 party_2=2 candidate_2_1=20 candidate_2_2=9"
        var result = try SmallResult(forms: [first, first, first, equal, equal])
        for step in [Determination.Step.figures, .seats] { try result.determine(step) }
        let tie = try result.office.decide(.result, on: "2019-07-20")
        try result.perform(
            .listTieDecided(
                ListTieDecided(ballot, contestant: 1, district: 2, order: [2, 1], seats: 1, by: tie)
            )
        )
        try result.determine(.elected)
        let date = try SmallResult.paper("", "2019-07-20").date
        try result.perform(
            .announced(
                ResultAnnouncement(ballot, determination: 3, on: date, copies: [1, 2], hasOverseerCopy: true)
            )
        )
        func propose(_ seats: [MemberKey], _ day: String) throws -> ResultAct {
            let letter = try SmallResult.paper("1/PL", day)
            return .proposed(MembersProposed(ballot, seats, letter, via: "Bupati", enclosures: []))
        }
        func gone(_ number: Int, _ status: CandidateStatus, _ day: String) throws -> Act {
            let paper = try SmallResult.paper("Akta", day)
            let change = StatusChange(status, on: paper.date, paper)
            let key = CandidateKey(ListKey(contestant: 1, district: 2), number)
            return .candidacy(.statusSet(CandidateStatusSet(ballot: ballot, key, change)))
        }
        try result.perform(propose(result.seats, "2019-07-23"))
        let seat = MemberKey(district: 2, contestant: 1, seat: 1)
        func replaced(_ number: Int, _ day: String, _ key: DecisionKey? = nil) throws -> ResultAct {
            let successor = CandidateKey(seat.list, number)
            let paper = try SmallResult.paper("SK 13", day)
            return .replaced(MemberReplaced(ballot, seat, by: successor, decision: key, paper))
        }
        try result.office.perform(gone(2, .died, "2019-07-25"), by: "chair")
        try result.perform(replaced(1, "2019-07-30", result.office.decide(.result, on: "2019-07-30")))
        try result.perform(propose([seat], "2019-07-31"))
        try result.perform(
            .decreed(MembersStep(ballot, result.seats, try SmallResult.paper("SK 986", "2019-08-01")))
        )
        let letter = try SmallResult.paper("Surat 3", "2019-08-02")
        try result.perform(.postponed(MemberPostponed(ballot, seat, reason: "tersangka", letter)))
        try result.perform(
            .sworn(MembersStep(ballot, result.seats, try SmallResult.paper("BA Sumpah", "2019-08-12")))
        )
        try result.office.perform(gone(1, .resigned, "2020-03-02"), by: "chair")
        try result.perform(replaced(3, "2020-03-09"))
        return result
    }

    @Test("lead a reader of the public record to the same determinations and the same members")
    func reader() throws {
        let result = try Self.told()
        #expect(result.members[3] == "2.1.1: 3 0 determined")
        var (reader, replayed) = (ElectionState(), ElectionState())
        for (act, author) in result.office.acts {
            for part in act.parts { try reader.apply(Act(canonicalText: part.canonicalText)) }
            try replayed.apply(act, by: author)
        }
        let own = result.office.state.results
        for other in [reader.results, replayed.results] {
            #expect(other.determinations == own.determinations && other.determinations.count == 3)
            #expect(other.members(of: Self.ballot) == own.members(of: Self.ballot))
        }
        #expect(own.members(of: Self.ballot)[3].former.map(\.candidate.number) == [2, 1])
        #expect(
            try reader.following(.elected, [1, 2], of: Self.ballot)
                == result.following(.elected)
        )
    }

    @Test("come out of the publications, each entry with the result that tied seats lead to")
    func record() throws {
        // 50, 50/3, 50/5 = 10 and 10 in the second district: the third seat is tied.
        let first =
            "party_1=51 candidate_1_1=0 candidate_1_2=0 candidate_1_3=0 party_2=6 candidate_2_1=0 candidate_2_2=0"
        let tied =
            "party_1=0 candidate_1_1=5 candidate_1_2=0 candidate_1_3=0 party_2=0 candidate_2_1=16 candidate_2_2=9"
        var result = try SmallResult(forms: [first, first, first, tied, tied])
        try result.determine(.figures)
        let key = try result.office.decide(.result, on: "2019-07-20")
        try result.perform(.seatTieDecided(SeatTieDecided(Self.ballot, district: 2, seats: [1: 1], by: key)))
        try result.determine(.seats)
        var (state, record) = (ElectionState(), RecordState())
        var claims: [PublishedResult] = []
        let acts = result.office.acts
        for entry in Set(acts.map(\.author.entry)).sorted() {
            let own = acts.filter { $0.author.entry == entry }
            for (act, author) in own { try state.apply(act, by: author) }
            let publications = Publication.all(
                of: own.map(\.act),
                entry: entry,
                leaf: String(repeating: "0", count: 64),
                time: own[0].author.time,
                state: state
            )
            for publication in publications {
                let claim = try record.apply(try Publication(canonicalText: publication.canonicalText))
                try claim?.check()
                if case .result(let result) = publication.content { claims.append(result) }
            }
        }
        try record.finish()
        #expect(record.state.results.determinations == result.office.state.results.determinations)
        #expect(claims.map { $0.districts.map(\.contested) } == [[0, 1], [0, 0]])
        #expect(claims[1].districts[1].seats == [1: 1, 2: 2])
    }
}
