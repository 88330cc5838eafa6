import TestSupport
import Testing

@testable import Elections

@Suite("Acts about lists of candidates")
struct CandidacyTextTests {
    /// An act of each kind, with everything in it that it can hold.
    static func acts() throws -> [CandidacyAct] {
        let day = try SmallLists.day("2018-09-20")
        let paper = Revote.Paper("474/AKTA", day)
        let key = SmallLists.key(2)
        return [
            .submitted(ListSubmitted(ballot: .regencyCouncil, SmallLists.list("LP"), on: day)),
            .published(
                ListsPublished(
                    ballot: .regencyCouncil,
                    PublishedLists(
                        .final,
                        [SmallLists.list("LP"), SmallLists.list("", of: 19, in: nil)],
                        on: day,
                        decision: DecisionKey(plenary: 1, decision: 2),
                        isSimulated: true
                    )
                )
            ),
            .objected(
                ListObjected(
                    ballot: .regencyCouncil,
                    ListObjection(number: 1, to: key.list, candidate: 2, claim: "\"ijazah\"", on: day)
                )
            ),
            .answered(
                ListObjectionAnswered(
                    ballot: .regencyCouncil,
                    objection: 1,
                    ListObjection.Answer(.rejected, reason: "r", on: day)
                )
            ),
            .replaced(
                CandidateReplaced(
                    ballot: .regencyCouncil,
                    Replacement(
                        of: key,
                        by: Replacement.Successor(
                            PersonName(before: "Hj.", name: "N", after: "S.E."),
                            .female
                        ),
                        .afterObjection,
                        on: day,
                        paper
                    )
                )
            ),
            .statusSet(
                CandidateStatusSet(ballot: .regencyCouncil, key, StatusChange(.ineligible, on: day, paper))
            ),
        ]
    }

    @Test("are read as they were written, one of each kind; another byte is another act, or none")
    func texts() throws {
        let acts = try Self.acts().map { Act.candidacy($0) }
        #expect(Set(acts.map(\.kind)).count == 6)
        for act in acts {
            let read = try Act(canonicalText: act.canonicalText)
            #expect(read.kind == act.kind && read.ballot == .regencyCouncil && read.touchedBallot == nil)
            try expectOneText(of: act)
        }
    }

    @Test("are published as they are, but for lists that were handed in")
    func published() throws {
        for act in try Self.acts().map({ Act.candidacy($0) }) {
            let isPublic = act.kind != .listSubmitted
            #expect(act.parts.map(\.canonicalText) == (isPublic ? [act.canonicalText] : []))
            #expect(act.isPublishedForm == isPublic && act.isPublishable)
        }
    }

    @Test("of every party in every district are cut into pieces that fit, and come to it again")
    func pieces() throws {
        var lists: [CandidateList] = []
        for district in 1...5 {
            for party in 1...24 { lists.append(SmallLists.list("LPLLPLLPLLPL", of: party, in: district)) }
        }
        let act = Act.candidacy(
            .published(
                ListsPublished(
                    ballot: .regencyCouncil,
                    PublishedLists(.provisional, lists, on: try SmallLists.day("2018-08-12"))
                )
            )
        )
        let pieces = act.pieces()
        #expect(pieces.count > 1 && act.isPublishable)
        #expect(pieces.allSatisfy { $0.canonicalText.count <= Publication.largestContent })
        let whole = try pieces.dropFirst().reduce(pieces[0]) { try #require($0.joined(with: $1)) }
        #expect(whole.canonicalText == act.canonicalText)
        let other = Act.candidacy(
            .published(
                ListsPublished(
                    ballot: .regencyCouncil,
                    PublishedLists(.final, lists, on: try SmallLists.day("2018-08-12"))
                )
            )
        )
        #expect(pieces[0].joined(with: other) == nil, "a continuation is of the same lists")
    }

    @Test("lead a reader of the public record, who has nobody's submission, to the same lists")
    func reader() throws {
        var lists = try SmallLists()
        try lists.submit(SmallLists.list("LLL"))
        try lists.toProvisional()
        try lists.object()
        try lists.answer()
        try lists.replace(by: .female, .afterObjection)
        try lists.publish(.final, try lists.office.decide(.other))
        try lists.set(2, .died)
        var reader = ElectionState()
        for (act, _) in lists.office.acts {
            for part in act.parts { try reader.apply(part) }
        }
        let (own, read) = (lists.office.state.candidacies, reader.candidacies)
        #expect(own[SmallLists.ballot]?.submissions.count == 4)
        #expect(read[SmallLists.ballot] == own[SmallLists.ballot]?.published)
        #expect(read == own.published)
        let contests = [reader, lists.office.state].map { $0.contestWithoutForms(of: SmallLists.ballot) }
        #expect(contests[0]?.lists == contests[1]?.lists)
        #expect(contests[0]?.statuses == [SmallLists.key(2): .died])
        // The site's pages read an election: nobody is in it who was never on a published list.
        #expect(lists.office.state.electionWithoutForms?.candidacies == read)
        // A journal is folded as it was written.
        var replayed = ElectionState()
        for (act, author) in lists.office.acts { try replayed.apply(act, by: author) }
        #expect(replayed.candidacies == own)
    }

    @Test("that a record's reader cannot believe are refused without anybody's submission")
    func lies() throws {
        let day = try SmallLists.day("2018-08-12")
        let rows: [(reason: String, lists: [CandidateList], fault: CandidacyFault)] = [
            (
                "more names than seats (UU 7/2017 art. 244)", [SmallLists.list("LPLP", in: 2)],
                .tooMany(ListKey(contestant: 1, district: 2), candidates: 4, seats: 3)
            ),
            (
                "too few women (art. 245)", [SmallLists.list("L")],
                .incomplete(ListKey(contestant: 1, district: 1), [.tooFewWomen(women: 0, needed: 1)])
            ),
            (
                "out of order", [SmallLists.list("P", in: 2), SmallLists.list("P")],
                .order(ListKey(contestant: 1, district: 1))
            ),
        ]
        for row in rows {
            var state = try SmallLists().office.state
            let published = PublishedLists(.provisional, row.lists, on: day)
            #expect(throws: ActFault.candidacy(SmallLists.ballot, row.fault), "\(row.reason)") {
                try state.apply(
                    .candidacy(.published(ListsPublished(ballot: SmallLists.ballot, published)))
                )
            }
        }
    }
}
