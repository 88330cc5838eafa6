import TestSupport
import Testing

@testable import Elections

@Suite("A plenary")
struct PlenaryTests {
    typealias Row = (reason: String, fault: PlenaryFault, act: @Sendable (inout SmallPlenary) throws -> Void)

    @Test("of each tier adds up what the tier below says, and its figures stay")
    func tiers() throws {
        var office = try SmallPlenary()
        try office.hold(".01")
        #expect(try office.certified(".01") == [90, 120])
        #expect(try office.certified(".01.1001") == [40, 60], "a village's column")
        #expect(try office.certified(".01.2002") == [50, 60])
        #expect(try office.certified("") == nil, "the other subdistrict is missing")
        try office.hold(".02")
        try office.hold("")
        #expect(try office.certified("") == [250, 300])
        #expect(office.state.contest(.president)?.editions.count == 3)
        let snapshot = try Snapshot(try #require(office.state.election))
        let result = try #require(snapshot.result(of: .president))
        #expect(ShiftReport(snapshot, result).rows.isEmpty)
        #expect(result.comparison.allSatisfy { $0.agreement == .equal })
    }

    @Test("corrects a column with old, new, reason, basis and initials, and the form stays as the paper says")
    func correction() throws {
        var office = try SmallPlenary()
        let number = try office.gather(".01")
        try office.perform(.opened(PlenaryStep(number)))
        try office.readAll()
        let unit = try SmallPlenary.unit(0)
        try office.perform(
            .objected(
                ObjectionRaised(
                    plenary: number,
                    Objection(
                        number: 1,
                        by: 6,
                        .president,
                        unit,
                        .votes(1),
                        claimed: 12,
                        claim: "C1 saksi: 12"
                    )
                )
            ),
            by: "witness-1"
        )
        try office.perform(
            .answered(
                ObjectionAnswered(
                    plenary: number,
                    objection: 1,
                    .accepted,
                    reason: "C1 Plano: 12",
                    opinion: "benar"
                )
            )
        )
        #expect(throws: ActFault.plenary(number, .uncorrected([1]))) {
            try office.perform(.closed(PlenaryStep(number)))
        }
        try office.perform(
            .corrected(
                FiguresCorrected(
                    plenary: number,
                    Correction(
                        .president,
                        unit,
                        [.init(.votes(1), from: 10, to: 12), .init(.total, from: 32, to: 34)],
                        reason: "salah salin",
                        basis: "C1 Plano",
                        initials: [1, 6, 7],
                        objection: 1
                    )
                )
            )
        )
        let done = try office.finish()
        #expect(try office.certified(".01") == [92, 120])
        #expect(try office.certified(".01.1001") == [42, 60])
        guard case .figuresCertified(let act) = done.last else {
            Issue.record("no certificate")
            return
        }
        #expect(act.figures.places.first == unit, "the corrected column is certified too")
        let snapshot = try Snapshot(try #require(office.state.election))
        let result = try #require(snapshot.result(of: .president))
        #expect(snapshot.figures(of: .president, in: try SmallPlenary.region(".01"))?.votes == [90, 120])
        let rows = ShiftReport(snapshot, result).rows
        #expect(rows.map(\.standing) == [.corrected], "the corrected column explains the village")
        #expect(rows.map(\.comparison.region.code) == [try SmallPlenary.region(".01.1001")])
    }

    @Test("has a re-read column without the corrections of the form that was superseded")
    func superseded() throws {
        var office = try SmallPlenary()
        let number = try office.gather(".01")
        try office.perform(.opened(PlenaryStep(number)))
        try office.readAll()
        let unit = try SmallPlenary.unit(1)
        func correct(from old: Int, to new: Int) -> PlenaryAct {
            .corrected(
                FiguresCorrected(
                    plenary: number,
                    Correction(
                        .president,
                        unit,
                        [.init(.votes(1), from: old, to: new)],
                        reason: "salah",
                        basis: "C1 Plano",
                        initials: [1]
                    )
                )
            )
        }
        try office.perform(correct(from: 30, to: 31))
        var state = office.state
        let revote = Act.formsTaken(
            try FormsTaken(
                canonicalText: """
                    {"act":"forms-taken","ballot":"PPWP","reading":"office","villages":[{"code":"73.12.01.1001",\
                    "forms":[[2,"psu",25,35,61]]}]}
                    """
            )
        )
        do { _ = try state.decide(.takeOver([revote]), by: .unknown) }
        office.state = state
        #expect(throws: ActFault.plenary(number, .unreadUnits(.president, 1, unit))) {
            try office.perform(.closed(PlenaryStep(number)))
        }
        try office.readAll()
        try office.perform(correct(from: 25, to: 24))
        try office.finish()
        #expect(try office.certified(".01") == [84, 115])
    }

    @Test("refuses what does not fit, and nothing changes", arguments: refusals.indices)
    func refused(row: Int) throws {
        let row = Self.refusals[row]
        var office = try SmallPlenary()
        do {
            try row.act(&office)
            Issue.record("not refused: \(row.reason)")
        } catch let fault as ActFault {
            guard case .plenary(_, let found) = fault else {
                Issue.record("\(row.reason): \(fault)")
                return
            }
            #expect(found == row.fault, "\(row.reason)")
        }
    }

    private static func opened(_ office: inout SmallPlenary, read: Bool = true) throws -> Int {
        let number = try office.gather(".01")
        try office.perform(.opened(PlenaryStep(number)))
        if read { try office.readAll() }
        return number
    }

    private static func objection(
        _ number: Int,
        by attendee: Int,
        _ field: Field? = .votes(1),
        at place: Int? = 0,
        deferred: ObjectionKey? = nil
    ) throws -> Objection {
        Objection(
            number: number,
            by: attendee,
            .president,
            try place.map(SmallPlenary.unit),
            field,
            claim: "berbeda",
            deferred: deferred
        )
    }

    private static func correction(
        from old: Int? = 10,
        to new: Int = 12,
        initials: [Int] = [1],
        field: Field = .votes(1),
        objection: Int? = nil
    ) throws -> Correction {
        Correction(
            .president,
            try SmallPlenary.unit(0),
            [.init(field, from: old, to: new)],
            reason: "salah salin",
            basis: "C1 Plano",
            initials: initials,
            objection: objection
        )
    }

    private static func decision(
        votes: [OfficeDecision.Ballot] = (1...5).map { .init($0, .inFavour) },
        decree: String? = "SK 1",
        minutes: String? = "BA 1",
        matter: OfficeDecision.Matter = .revote
    ) -> OfficeDecision {
        OfficeDecision(number: 1, matter, motion: "Usul", votes: votes, decree: decree, minutes: minutes)
    }

    private static func deciding(
        _ office: inout SmallPlenary,
        _ decision: OfficeDecision,
        leaving: [Int] = []
    ) throws {
        try office.perform(
            .called(
                PlenaryCalled(
                    number: 1,
                    .decision,
                    of: try SmallPlenary.region(""),
                    invitation: "1",
                    agenda: "1",
                    venue: "1",
                    date: try office.date("2019-04-22")
                )
            )
        )
        try office.perform(office.arrival("chair", .chair))
        for place in 2...5 { try office.perform(office.arrival("member-\(place)", .member)) }
        try office.perform(office.arrival("witness-1", .observer))
        try office.perform(.opened(PlenaryStep(1)))
        for number in leaving { try office.perform(.left(PlenaryLeft(plenary: 1, attendee: number))) }
        try office.perform(.decided(DecisionTaken(plenary: 1, decision)))
    }

    @Test("is given up, and what it read may be typed anew and read by another that needs no ground")
    func abandoned() throws {
        var office = try SmallPlenary()
        let first = try Self.opened(&office)
        let form = FormKey(.president, try SmallElection.regions().stations[0])
        #expect(throws: ActFault.plenary(first, .formRead(form, plenary: first))) {
            try office.state.checkUnread(form)
        }
        try office.perform(.abandoned(PlenaryAbandoned(plenary: first, reason: "gedung kebanjiran")))
        let plenary = try #require(office.state.plenaries[first])
        #expect(plenary.stage == .abandoned && plenary.abandonment == "gedung kebanjiran")
        try office.state.checkUnread(form)
        try office.hold(".01")
        #expect(try office.certified(".01") == [90, 120])
        #expect(office.state.plenaries.last(of: plenary.region, .president)?.number == 2)
    }

    @Test("given up, what its dice could draw stays as it is")
    func abandonedAudit() throws {
        var office = try SmallPlenary()
        let number = try Self.opened(&office)
        let seed = try AuditSeed(parsing: "60210427859134726508")
        try office.perform(
            .audit(.drawn(AuditDrawn(plenary: number, .president, seed: seed, size: 1))),
            by: "chair"
        )
        try office.perform(.abandoned(PlenaryAbandoned(plenary: number, reason: "x")))
        let form = FormKey(.president, try SmallElection.regions().stations[0])
        #expect(throws: ActFault.audit(number, .frozen(form))) { try office.state.checkUnread(form) }
        #expect(throws: ActFault.audit(number, .plenary)) {
            try office.perform(
                .audit(.read(AuditRead(plenary: number, form, [.init(.votes(1), 10)]))),
                by: "chair"
            )
        }
    }

    @Test("what was deferred to it is taken up anew once it is replaced, or given up")
    func deferredAgain() throws {
        var office = try SmallPlenary()
        try Self.deferring(&office)
        let key = ObjectionKey(plenary: 1, objection: 1)
        let region = try SmallPlenary.region("")
        func open() -> Bool { office.state.plenaries.deferred(to: region, [.president]) == [key] }
        func takeUp(_ number: Int) throws {
            try office.perform(
                .objected(
                    ObjectionRaised(plenary: number, Self.objection(1, by: 1, nil, at: nil, deferred: key))
                )
            )
            try office.perform(
                .answered(ObjectionAnswered(plenary: number, objection: 1, .rejected, reason: "x"))
            )
        }
        #expect(open())
        try takeUp(3)
        #expect(!open())
        try office.perform(.closed(PlenaryStep(3)))
        let number = try office.gather("", ground: "putusan")
        #expect(open(), "the one that took it up is replaced")
        try office.perform(.abandoned(PlenaryAbandoned(plenary: number, reason: "x")))
        #expect(!open(), "that one goes on")
    }

    @Test("given up behind one that certified leaves that in force")
    func abandonedLater() throws {
        var office = try SmallPlenary()
        try office.hold(".01")
        let number = try office.gather(".01", ground: "putusan")
        try office.perform(.abandoned(PlenaryAbandoned(plenary: number, reason: "dicabut")))
        #expect(try office.certified(".01") == [90, 120])
        try office.hold(".01", ground: "putusan lain")
        #expect(office.state.contest(.president)?.editions.count == 2)
    }

    static let refusals: [Row] = [
        (
            "giving up what is certified", .stage(.certified),
            { office in
                try office.hold(".01")
                try office.perform(.abandoned(PlenaryAbandoned(plenary: 1, reason: "x")))
            }
        ),
        (
            "giving up what decided", .stage(.opened),
            { office in
                try deciding(&office, decision())
                try office.perform(.abandoned(PlenaryAbandoned(plenary: 1, reason: "x")))
            }
        ),
        (
            "giving up twice", .stage(.abandoned),
            { office in
                let number = try opened(&office)
                for _ in 1...2 {
                    try office.perform(.abandoned(PlenaryAbandoned(plenary: number, reason: "x")))
                }
            }
        ),
        (
            "reading in what was given up", .stage(.abandoned),
            { office in
                let number = try office.gather(".01")
                try office.perform(.opened(PlenaryStep(number)))
                try office.perform(.abandoned(PlenaryAbandoned(plenary: number, reason: "x")))
                try office.readAll()
            }
        ),
        ("a number that is not the next", .number(next: 1), { try $0.perform(.opened(PlenaryStep(2))) }),
        ("a village holds none", .tier(code(".01.1001")), { try $0.perform($0.call(".01.1001")) }),
        (
            "the president's figures go on to the province, but the regency's council's do not",
            .ballotNotHere(.regencyCouncil, code("", province: true)),
            { office in
                try office.perform(
                    .called(
                        PlenaryCalled(
                            number: 1,
                            of: try RegionCode(parsing: "73"),
                            ballots: [.regencyCouncil],
                            invitation: "1",
                            agenda: "1",
                            venue: "1",
                            date: try office.date("2019-04-20")
                        )
                    )
                )
            }
        ),
        ("a body of nobody", .members, { try $0.perform($0.call(".01", members: 0)) }),
        ("a ground where nothing was certified", .noGround, { try $0.perform($0.call(".01", ground: "x")) }),
        (
            "figures on the table of another plenary", .needsGround(.president, code(".01"), plenary: 1),
            { office in
                try office.gather(".01")
                try office.perform(.opened(PlenaryStep(1)))
                try office.perform(office.call(".01", ground: "x"))
            }
        ),
        (
            "figures that are certified, without a ground", .needsGround(.president, code(".01"), plenary: 1),
            { office in
                try office.hold(".01")
                try office.perform(office.call(".01"))
            }
        ),
        (
            "a call that another one took the place of", .replaced(by: 2),
            { office in
                try office.gather(".01")
                try office.perform(office.call(".01", ground: "undangan keliru"))
                try office.perform(.opened(PlenaryStep(1)))
            }
        ),
        (
            "an attendance list that jumps", .next(1),
            { office in
                try office.perform(office.call(".01"))
                try office.perform(office.arrival("ppk-a-1", .chair, number: 2))
            }
        ),
        (
            "a member of another subdistrict's committee", .mandate(.member),
            { office in
                try office.perform(office.call(".01"))
                try office.perform(office.arrival("ppk-b-1", .member))
            }
        ),
        (
            "a typist as a member", .mandate(.member),
            { office in
                try office.perform(office.call(".01"))
                try office.perform(office.arrival("typist", .member))
            }
        ),
        (
            "a witness without a mandate", .mandate(.witness),
            { office in
                try office.perform(office.call(".01"))
                try office.perform(office.arrival("nobody", .witness, contestant: 1))
            }
        ),
        (
            "a witness of another contestant", .mandate(.witness),
            { office in
                try office.perform(office.call(".01"))
                try office.perform(office.arrival("witness-1", .witness, contestant: 19))
            }
        ),
        (
            "one person with two mandates", .attendsAlready(1),
            { office in
                try office.gather(".01", members: 1)
                let number = office.state.organisation.mandates.count + 1
                try office.perform(
                    .mandateGiven(
                        Mandate(
                            number: number,
                            account: "ppk-a-1",
                            role: .subdistrictCommittee,
                            place: try SmallPlenary.region(".01"),
                            basis: "SK baru"
                        )
                    ),
                    by: "head"
                )
                let twin = Attendee(number: 4, .member, mandate: number)
                try office.perform(.attended(PlenaryAttended(plenary: 1, attendee: twin)))
            }
        ),
        (
            "another's witness takes up what was deferred", .noVoice(6),
            { office in
                try deferring(&office)
                let key = ObjectionKey(plenary: 1, objection: 1)
                try office.perform(
                    .objected(ObjectionRaised(plenary: 3, objection(1, by: 6, nil, at: nil, deferred: key)))
                )
            }
        ),
        (
            "a witness takes it up in the chair's name", .samePerson,
            { office in
                try deferring(&office)
                let key = ObjectionKey(plenary: 1, objection: 1)
                try office.perform(
                    .objected(ObjectionRaised(plenary: 3, objection(1, by: 1, nil, at: nil, deferred: key))),
                    by: "witness-19"
                )
            }
        ),
        (
            "an event about a ballot it does not add up", .ballotNotHere(.senate, code(".01")),
            { office in
                let number = try opened(&office)
                try office.perform(.noted(EventNoted(plenary: number, "x", ballot: .senate)))
            }
        ),
        (
            "a correction of another figure than the objection is against", .noObjection(1),
            { office in
                let number = try opened(&office)
                try office.perform(
                    .objected(ObjectionRaised(plenary: number, objection(1, by: 6, .votes(19))))
                )
                try office.perform(
                    .answered(ObjectionAnswered(plenary: number, objection: 1, .accepted, reason: "x"))
                )
                try office.perform(.corrected(FiguresCorrected(plenary: number, correction(objection: 1))))
            }
        ),
        (
            "the form of a vote that was held again and is not there", .notReady(.president, unit(1)),
            { office in
                let stations = try SmallElection.regions().stations
                let day = try office.date("2019-04-27")
                let acts = HeldRevotes.acts([(stations[1], .revote)], [.president], on: day, office.state)
                for (act, account) in acts { try office.perform(act, by: account) }
                try office.gather(".01")
                try office.perform(.opened(PlenaryStep(2)))
                try office.perform(.read(UnitsRead(plenary: 2, .president, [SmallPlenary.unit(1)])))
            }
        ),
        (
            "a witness of nobody who stands", .mandate(.witness),
            { office in
                try office.perform(office.call(".01"))
                try office.perform(office.arrival("witness-7", .witness, contestant: 7))
            }
        ),
        (
            "a witness mandated for another subdistrict", .mandate(.witness),
            { office in
                try office.perform(office.call(".01"))
                try office.perform(office.arrival("witness-b", .witness, contestant: 19))
            }
        ),
        (
            "a mandate that ended", .mandate(.witness),
            { office in
                try office.perform(office.call(".01"))
                let mandate = office.mandates["witness-1"] ?? 0
                try office.perform(
                    .mandateEnded(MandateEnded(mandate: mandate, reason: "dicabut")),
                    by: "head"
                )
                try office.perform(office.arrival("witness-1", .witness, contestant: 1))
            }
        ),
        (
            "a second witness of a contestant in the room", .attendsAlready(7),
            { office in
                try office.gather(".02")
                try office.perform(office.arrival("witness-b", .witness, contestant: 19))
            }
        ),
        (
            "a second chair", .attendsAlready(1),
            { office in
                try office.gather(".01", members: 4)
                try office.perform(office.arrival("ppk-a-5", .chair))
            }
        ),
        (
            "three members of five", .quorum(present: 3, needed: 4),
            { office in
                try office.gather(".01", members: 3)
                try office.perform(.opened(PlenaryStep(1)))
            }
        ),
        (
            "no chair", .noChair,
            { office in
                try office.gather(".01")
                try office.perform(.left(PlenaryLeft(plenary: 1, attendee: 1)))
                try office.perform(.opened(PlenaryStep(1)))
            }
        ),
        (
            "reading before it is opened", .stage(.called),
            { office in
                try office.gather(".01")
                try office.readAll()
            }
        ),
        (
            "a station of another subdistrict", .noUnit(unit(3)),
            { office in
                let number = try opened(&office, read: false)
                try office.perform(.read(UnitsRead(plenary: number, .president, [SmallPlenary.unit(3)])))
            }
        ),
        (
            "a station whose form is not there", .notReady(.president, unit(0)),
            { office in
                var small = SmallElection()
                small.votes[0] = nil
                office = try SmallPlenary(small)
                let number = try opened(&office, read: false)
                try office.perform(.read(UnitsRead(plenary: number, .president, [SmallPlenary.unit(0)])))
            }
        ),
        (
            "a subdistrict that is not certified", .notReady(.president, .region(code(".02"))),
            { office in
                try office.hold(".01")
                let number = try office.gather("")
                try office.perform(.opened(PlenaryStep(number)))
                try office.perform(
                    .read(UnitsRead(plenary: number, .president, [.region(SmallPlenary.region(".02"))]))
                )
            }
        ),
        (
            "a station twice", .readAlready(.president, unit(0)),
            { office in
                let number = try opened(&office)
                try office.perform(.read(UnitsRead(plenary: number, .president, [SmallPlenary.unit(0)])))
            }
        ),
        (
            "an objection of who is not there", .noAttendee(9),
            { office in
                let number = try opened(&office)
                try office.perform(.objected(ObjectionRaised(plenary: number, objection(1, by: 9))))
            }
        ),
        (
            "an objection of who went", .absent(6),
            { office in
                let number = try opened(&office)
                try office.perform(.left(PlenaryLeft(plenary: number, attendee: 6)))
                try office.perform(.objected(ObjectionRaised(plenary: number, objection(1, by: 6))))
            }
        ),
        (
            "an objection of a member", .noVoice(2),
            { office in
                let number = try opened(&office)
                try office.perform(.objected(ObjectionRaised(plenary: number, objection(1, by: 2))))
            }
        ),
        (
            "an objection in another witness's name", .samePerson,
            { office in
                let number = try opened(&office)
                try office.perform(
                    .objected(ObjectionRaised(plenary: number, objection(1, by: 6))),
                    by: "witness-19"
                )
            }
        ),
        (
            "an objection against a figure that was not read", .unread(.president, unit(0)),
            { office in
                let number = try opened(&office, read: false)
                try office.perform(.objected(ObjectionRaised(plenary: number, objection(1, by: 6))))
            }
        ),
        (
            "an objection against a field that is on no form", .fields,
            { office in
                let number = try opened(&office)
                try office.perform(
                    .objected(ObjectionRaised(plenary: number, objection(1, by: 6, .votes(7))))
                )
            }
        ),
        (
            "an answer by who objected", .samePerson,
            { office in
                let number = try opened(&office)
                try office.perform(.objected(ObjectionRaised(plenary: number, objection(1, by: 6))))
                try office.perform(
                    .answered(ObjectionAnswered(plenary: number, objection: 1, .rejected, reason: "x")),
                    by: "witness-1"
                )
            }
        ),
        (
            "a second answer", .answeredAlready(1),
            { office in
                let number = try opened(&office)
                try office.perform(.objected(ObjectionRaised(plenary: number, objection(1, by: 6))))
                for _ in 1...2 {
                    try office.perform(
                        .answered(ObjectionAnswered(plenary: number, objection: 1, .rejected, reason: "x"))
                    )
                }
            }
        ),
        (
            "closing with stations missing", .unreadUnits(.president, 3, unit(0)),
            { office in
                let number = try opened(&office, read: false)
                try office.perform(.closed(PlenaryStep(number)))
            }
        ),
        (
            "closing with objections unanswered", .unanswered([1]),
            { office in
                let number = try opened(&office)
                try office.perform(.objected(ObjectionRaised(plenary: number, objection(1, by: 6))))
                try office.perform(.closed(PlenaryStep(number)))
            }
        ),
        (
            "closing without quorum", .quorum(present: 3, needed: 4),
            { office in
                let number = try opened(&office)
                for attendee in 2...3 {
                    try office.perform(.left(PlenaryLeft(plenary: number, attendee: attendee)))
                }
                try office.perform(.closed(PlenaryStep(number)))
            }
        ),
        (
            "closing with votes missing", .figureMissing(.president, unit(0), .votes(19)),
            { office in
                var small = SmallElection()
                small.votes[0] = [10, nil]
                office = try SmallPlenary(small)
                let number = try opened(&office)
                try office.perform(.closed(PlenaryStep(number)))
            }
        ),
        (
            "a correction of another figure than the one that stands", .otherFigure(.votes(1), standing: 10),
            { office in
                let number = try opened(&office)
                try office.perform(.corrected(FiguresCorrected(plenary: number, correction(from: 11))))
            }
        ),
        (
            "a correction that changes nothing", .otherFigure(.votes(1), standing: 10),
            { office in
                let number = try opened(&office)
                try office.perform(.corrected(FiguresCorrected(plenary: number, correction(to: 10))))
            }
        ),
        (
            "a correction without the chair's initials", .initials,
            { office in
                let number = try opened(&office)
                try office.perform(.corrected(FiguresCorrected(plenary: number, correction(initials: [2]))))
            }
        ),
        (
            "initials of who is not there", .noAttendee(40),
            { office in
                let number = try opened(&office)
                try office.perform(
                    .corrected(FiguresCorrected(plenary: number, correction(initials: [1, 40])))
                )
            }
        ),
        (
            "a correction for an objection that was rejected", .unanswered([1]),
            { office in
                let number = try opened(&office)
                try office.perform(.objected(ObjectionRaised(plenary: number, objection(1, by: 6))))
                try office.perform(
                    .answered(ObjectionAnswered(plenary: number, objection: 1, .rejected, reason: "x"))
                )
                try office.perform(.corrected(FiguresCorrected(plenary: number, correction(objection: 1))))
            }
        ),
        (
            "a correction once it is closed", .stage(.closed),
            { office in
                let number = try opened(&office)
                try office.perform(.closed(PlenaryStep(number)))
                try office.perform(.corrected(FiguresCorrected(plenary: number, correction())))
            }
        ),
        (
            "a correction once it is certified", .stage(.certified),
            { office in
                try office.hold(".01")
                try office.perform(.corrected(FiguresCorrected(plenary: 1, correction())))
            }
        ),
        (
            "the signature of somebody absent", .absent(7),
            { office in
                let number = try opened(&office)
                try office.perform(.left(PlenaryLeft(plenary: number, attendee: 7)))
                try office.perform(.closed(PlenaryStep(number)))
                try office.perform(.signed(PlenarySigned(plenary: number, attendee: 7)))
            }
        ),
        (
            "the signature of the supervisor", .noVoice(8),
            { office in
                let number = try opened(&office)
                try office.perform(.closed(PlenaryStep(number)))
                try office.perform(.signed(PlenarySigned(plenary: number, attendee: 8)))
            }
        ),
        (
            "a signature twice", .signedAlready(1),
            { office in
                let number = try opened(&office)
                try office.perform(.closed(PlenaryStep(number)))
                for _ in 1...2 { try office.perform(.signed(PlenarySigned(plenary: number, attendee: 1))) }
            }
        ),
        (
            "a certificate before everybody was asked", .unsigned([2, 3, 4, 5, 6, 7]),
            { office in
                let number = try opened(&office)
                try office.perform(.closed(PlenaryStep(number)))
                try office.perform(.signed(PlenarySigned(plenary: number, attendee: 1)))
                try office.perform(.certified(PlenaryStep(number)))
            }
        ),
        (
            "a certificate that too few members signed", .tooFewSignatures(3, needed: 4),
            { office in
                let number = try opened(&office)
                try office.perform(.closed(PlenaryStep(number)))
                for attendee in 1...7 {
                    try office.perform(
                        .signed(
                            PlenarySigned(
                                plenary: number,
                                attendee: attendee,
                                refusal: attendee > 3 ? "keberatan" : nil
                            )
                        )
                    )
                }
                try office.perform(.certified(PlenaryStep(number)))
            }
        ),
        (
            "what the last tier of a ballot defers", .lastTier(.regencyCouncil),
            { office in
                try regencyCouncil(&office)
                try office.perform(
                    .answered(ObjectionAnswered(plenary: 3, objection: 1, .deferred, reason: "x"))
                )
            }
        ),
        (
            "closing while an objection deferred below waits", .deferredBelow(plenary: 1, objection: 1),
            { office in
                try deferring(&office)
                try office.perform(.closed(PlenaryStep(3)))
            }
        ),
        (
            "taking up what was not deferred", .noObjection(2),
            { office in
                try deferring(&office)
                let key = ObjectionKey(plenary: 1, objection: 2)
                try office.perform(
                    .objected(ObjectionRaised(plenary: 3, objection(1, by: 1, nil, at: nil, deferred: key)))
                )
            }
        ),
        (
            "deciding where figures are added up", .subject(.recapitulation),
            { office in
                let number = try opened(&office)
                try office.perform(.decided(DecisionTaken(plenary: number, decision())))
            }
        ),
        (
            "reading where the body decides", .subject(.decision),
            { office in
                try deciding(&office, decision())
                try office.perform(.noted(EventNoted(plenary: 1, "x")))
                try office.perform(.certified(PlenaryStep(1)))
            }
        ),
        (
            "two votes of one member", .votes,
            { office in
                try deciding(
                    &office,
                    decision(votes: [1, 2, 3, 4, 4].map { .init($0, .inFavour) })
                )
            }
        ),
        (
            "a vote that is missing", .votes,
            { office in try deciding(&office, decision(votes: (1...4).map { .init($0, .inFavour) })) }
        ),
        (
            "a vote of who is no member", .votes,
            { office in try deciding(&office, decision(votes: (1...6).map { .init($0, .inFavour) })) }
        ),
        (
            "a vote of who went", .absent(5),
            { office in try deciding(&office, decision(), leaving: [5]) }
        ),
        (
            "a decision without quorum", .quorum(present: 3, needed: 4),
            { office in
                try deciding(
                    &office,
                    decision(votes: (1...3).map { .init($0, .inFavour) }),
                    leaving: [4, 5]
                )
            }
        ),
        (
            "dissent without a reason", .dissentNeedsReason(5),
            { office in
                try deciding(
                    &office,
                    decision(votes: (1...4).map { .init($0, .inFavour) } + [.init(5, .against)])
                )
            }
        ),
        ("no decree", .decree, { try deciding(&$0, decision(decree: nil)) }),
        ("no minutes", .decree, { try deciding(&$0, decision(minutes: nil)) }),
    ]

    /// Both subdistricts certified, one objection deferred in the first, and the regency's plenary opened and read.
    private static func deferring(_ office: inout SmallPlenary) throws {
        let number = try opened(&office)
        try office.perform(.objected(ObjectionRaised(plenary: number, objection(1, by: 6, nil, at: nil))))
        try office.perform(
            .answered(ObjectionAnswered(plenary: number, objection: 1, .deferred, reason: "ke kabupaten"))
        )
        try office.finish()
        try office.hold(".02")
        try office.gather("")
        try office.perform(.opened(PlenaryStep(3)))
        try office.readAll()
    }

    /// The same with a ballot whose last tier is the regency, whose plenary has an objection to answer.
    private static func regencyCouncil(_ office: inout SmallPlenary) throws {
        try office.hold(".01")
        try office.hold(".02")
        var call = try office.call("")
        if case .called(let plain) = call {
            call = .called(
                PlenaryCalled(
                    number: 3,
                    of: plain.region,
                    ballots: [.regencyCouncil],
                    invitation: "1",
                    agenda: "1",
                    venue: "1",
                    date: plain.date
                )
            )
        }
        try office.perform(call)
        try office.perform(office.arrival("chair", .chair))
        for place in 2...5 { try office.perform(office.arrival("member-\(place)", .member)) }
        try office.perform(office.arrival("overseer", .overseer))
        try office.perform(.opened(PlenaryStep(3)))
        try office.perform(
            .objected(
                ObjectionRaised(plenary: 3, Objection(number: 1, by: 6, .regencyCouncil, claim: "tata cara"))
            )
        )
    }

    @Test("goes on with what was deferred below, and may then be closed")
    func deferred() throws {
        var office = try SmallPlenary()
        try Self.deferring(&office)
        let key = ObjectionKey(plenary: 1, objection: 1)
        #expect(office.state.plenaries.deferred(to: try SmallPlenary.region(""), [.president]) == [key])
        try office.perform(
            .objected(ObjectionRaised(plenary: 3, Self.objection(1, by: 1, nil, at: nil, deferred: key)))
        )
        try office.perform(.answered(ObjectionAnswered(plenary: 3, objection: 1, .rejected, reason: "x")))
        try office.finish()
        #expect(try office.certified("") == [250, 300])
    }

    @Test(
        "held again with a ground of its own certifies another edition, and the tier above must read it again"
    )
    func later() throws {
        var office = try SmallPlenary()
        try office.hold(".01")
        try office.hold(".02")
        let regency = try office.gather("")
        try office.perform(.opened(PlenaryStep(regency)))
        try office.readAll()
        let number = try office.gather(".01", ground: "putusan Bawaslu 3/2019")
        try office.perform(.opened(PlenaryStep(number)), by: "ppk-a-1")
        try office.readAll()
        try office.perform(.corrected(FiguresCorrected(plenary: number, Self.correction())))
        try office.finish()
        #expect(try office.certified(".01") == [92, 120])
        let unit = CertifiedFigures.Place.region(try SmallPlenary.region(".01"))
        #expect(throws: ActFault.plenary(regency, .unreadUnits(.president, 1, unit))) {
            try office.perform(.closed(PlenaryStep(regency)))
        }
        try office.perform(.read(UnitsRead(plenary: regency, .president, [unit])))
        try office.perform(.closed(PlenaryStep(regency)))
        for attendee in office.state.plenaries[regency]?.unsigned ?? [] {
            try office.perform(.signed(PlenarySigned(plenary: regency, attendee: attendee)))
        }
        try office.perform(.certified(PlenaryStep(regency)))
        #expect(try office.certified("") == [252, 300])
        let editions = try #require(office.state.contest(.president)?.editions)
        #expect(editions.map(\.plenary) == [1, 2, 4, 3])
        #expect(editions[0].figures.forms[2, .votes(1)] == 90, "the first edition stays as it was")
    }

    @Test("corrects once a figure to which two objected, whichever of them it answers")
    func twoObjections() throws {
        var office = try SmallPlenary()
        let number = try Self.opened(&office)
        try office.perform(.objected(ObjectionRaised(plenary: number, Self.objection(1, by: 6))))
        try office.perform(.objected(ObjectionRaised(plenary: number, Self.objection(2, by: 8))))
        let accepted = { ObjectionAnswered(plenary: number, objection: $0, .accepted, reason: "C1 Plano") }
        try office.perform(.answered(accepted(1)))
        try office.perform(.corrected(FiguresCorrected(plenary: number, Self.correction(objection: 1))))
        try office.perform(.answered(accepted(2)))
        try office.finish()
        #expect(try office.certified(".01") == [92, 120])
    }

    @Test("closed over a form that is superseded before it is certified gives way to another one")
    func overtaken() throws {
        var office = try SmallPlenary()
        let number = try Self.opened(&office)
        try office.perform(.closed(PlenaryStep(number)))
        for attendee in office.state.plenaries[number]?.unsigned ?? [] {
            try office.perform(.signed(PlenarySigned(plenary: number, attendee: attendee)))
        }
        let text = """
            {"act":"forms-taken","ballot":"PPWP","reading":"office","villages":[{"code":"73.12.01.1001",\
            "forms":[[2,"psu",25,35,61]]}]}
            """
        _ = try office.state.decide(.takeOver([try Act(canonicalText: Array(text.utf8))]), by: .unknown)
        #expect(throws: ActFault.plenary(number, .unread(.president, try SmallPlenary.unit(1)))) {
            try office.perform(.certified(PlenaryStep(number)))
        }
        try office.hold(".01", ground: "PSU TPS 2")
        #expect(try office.certified(".01") == [85, 115])
        #expect(throws: ActFault.plenary(number, .replaced(by: number + 1))) {
            try office.perform(.certified(PlenaryStep(number)))
        }
    }

    private static func code(_ end: String, province: Bool = false) -> RegionCode {
        guard let code = try? RegionCode(parsing: province ? "73" : "73.12" + end) else {
            preconditionFailure("a region of the small election")
        }
        return code
    }

    private static func unit(_ place: Int) -> CertifiedFigures.Place {
        guard let unit = try? SmallPlenary.unit(place) else {
            preconditionFailure("a station of the small election")
        }
        return unit
    }
}

extension FormsTaken {
    fileprivate init(canonicalText: String) throws {
        guard case .formsTaken(let act) = try Act(canonicalText: Array(canonicalText.utf8)) else {
            throw Office.Misspelt(text: canonicalText)
        }
        self = act
    }
}
