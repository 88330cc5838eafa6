import TestSupport
import Testing

@testable import Elections

@Suite("Acts of plenaries and re-votes")
struct PlenaryTextTests {
    /// An act of each kind, with everything in it that it can hold.
    static func acts() throws -> [Act] {
        let place = try RegionCode(parsing: "73.12")
        let station = try SmallElection.regions().stations[1]
        guard let day = CalendarDate(parsing: "2019-04-27") else { return [] }
        let paper = Revote.Paper("12/PANWASCAM", day)
        let plenaries: [PlenaryAct] = [
            .called(
                PlenaryCalled(
                    number: 1,
                    of: place,
                    ballots: [.president, .house],
                    invitation: "5/UND",
                    agenda: "a",
                    venue: "b",
                    date: day,
                    members: 3,
                    ground: "putusan"
                )
            ),
            .opened(PlenaryStep(1)),
            .attended(
                PlenaryAttended(
                    plenary: 1,
                    attendee: Attendee(number: 2, .witness, contestant: 1, ballots: [.president], mandate: 7)
                )
            ),
            .left(PlenaryLeft(plenary: 1, attendee: 2)),
            .read(UnitsRead(plenary: 1, .president, [.region(place), .station(station)])),
            .objected(
                ObjectionRaised(
                    plenary: 1,
                    Objection(
                        number: 1,
                        by: 2,
                        .president,
                        .station(station),
                        .votes(1),
                        claimed: 12,
                        claim: "\"12\"",
                        evidence: ["C1 saksi", "foto"],
                        deferred: ObjectionKey(plenary: 1, objection: 3)
                    )
                )
            ),
            .answered(
                ObjectionAnswered(plenary: 1, objection: 1, .deferred, reason: "r", opinion: "o")
            ),
            .corrected(
                FiguresCorrected(
                    plenary: 1,
                    Correction(
                        .president,
                        .region(place),
                        [.init(.votes(1), from: nil, to: 0), .init(.total, from: 3, to: 4)],
                        reason: "r",
                        basis: "b",
                        initials: [1, 2],
                        objection: 1
                    )
                )
            ),
            .noted(EventNoted(plenary: 1, "listrik padam", ballot: .house)),
            .closed(PlenaryStep(1)), .signed(PlenarySigned(plenary: 1, attendee: 2, refusal: "keberatan")),
            .certified(PlenaryStep(1)), .abandoned(PlenaryAbandoned(plenary: 1, reason: "listrik padam")),
            .decided(
                DecisionTaken(
                    plenary: 1,
                    OfficeDecision(
                        number: 1,
                        .revote,
                        motion: "m",
                        votes: [.init(1, .inFavour), .init(2, .against, reason: "x"), .init(3, .abstained)],
                        decree: "1/HK",
                        minutes: "BA 1"
                    )
                )
            ),
        ]
        let revotes: [RevoteAct] = [
            .proposed(
                RevoteProposed(
                    Revote(
                        number: 1,
                        .revote,
                        at: station,
                        [.president],
                        .strangers,
                        by: .overseer,
                        cause: "c",
                        isSimulated: true
                    )
                )
            ),
            .recommended(RevoteRecommended(revote: 1, paper)),
            .decided(
                RevoteDecided(
                    revote: 1,
                    Revote.Outcome(
                        DecisionKey(plenary: 1, decision: 1),
                        on: day,
                        ruling: Revote.Ruling(paper, last: day),
                        reason: "r"
                    )
                )
            ),
            .held(
                RevoteHeld(
                    revote: 1,
                    Revote.Holding(date: day, papers: [.house: 1, .president: 2], hasNewCommittee: true)
                )
            ),
        ]
        let audits: [AuditAct] = [
            .drawn(
                AuditDrawn(
                    plenary: 1,
                    .president,
                    seed: try AuditSeed(parsing: "60210427859134726508"),
                    size: 3
                )
            ),
            .read(
                AuditRead(
                    plenary: 1,
                    FormKey(.president, station, .revote),
                    [.init(.votes(1), 12), .init(.total, nil)]
                )
            ),
        ]
        return plenaries.map { .plenary($0) } + revotes.map { .revote($0) } + audits.map { .audit($0) }
    }

    @Test("are read as they were written, one of each kind")
    func texts() throws {
        let acts = try Self.acts()
        let kinds = Set(acts.map(\.kind))
        #expect(kinds.count == 20)
        for act in acts {
            let text = act.canonicalText
            let read = try Act(canonicalText: text)
            #expect(read.kind == act.kind)
            #expect(read.canonicalText == text)
        }
    }

    @Test("that lack a byte or have another one are other acts, or none")
    func damage() throws {
        for act in try Self.acts() { try expectOneText(of: act) }
    }

    @Test("are published without the mandates of those who came")
    func published() throws {
        for act in try Self.acts() {
            let parts = act.parts
            #expect(parts.count == 1 && parts[0].isPublishedForm)
            #expect(!String(decoding: parts[0].canonicalText, as: UTF8.self).contains("mandate"))
        }
    }

    @Test("are refused with a text that is missing or too long")
    func long() throws {
        var office = try SmallPlenary()
        for text in ["", String(repeating: "a", count: 501)] {
            #expect(throws: ActFault.reason) { try office.perform(.noted(EventNoted(plenary: 1, text))) }
            let correction = Correction(
                .president,
                try SmallPlenary.unit(0),
                [.init(.votes(1), from: 10, to: 12)],
                reason: "salah",
                basis: text,
                initials: [1]
            )
            #expect(throws: ActFault.reason, "a correction without a basis") {
                try office.perform(.corrected(FiguresCorrected(plenary: 1, correction)))
            }
        }
    }
}
