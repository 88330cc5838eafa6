import TestSupport
import Testing

@testable import Elections

@Suite("The audit of a plenary")
struct PlenaryAuditTests {
    private static let seed = "60210427859134726508"

    private static func opened(isTyped: Bool = false) throws -> SmallPlenary {
        var office = try SmallPlenary()
        try office.hold(".01")
        try office.hold(".02")
        let number = try office.gather("")
        try office.perform(.opened(PlenaryStep(number)))
        return office
    }

    private static func draw(_ size: Int = 2, plenary: Int = 3, ballot: Ballot = .president) throws -> Act {
        .audit(
            .drawn(AuditDrawn(plenary: plenary, ballot, seed: try AuditSeed(parsing: seed), size: size))
        )
    }

    private static func read(_ place: Int, _ figures: [(Field, Int?)], _ version: FormVersion = .regular)
        throws
        -> Act
    {
        let form = FormKey(.president, try SmallElection.regions().stations[place], version)
        return .audit(
            .read(AuditRead(plenary: 3, form, figures.map { AuditRead.Figure($0.0, $0.1) }))
        )
    }

    /// A digest good enough to tell lines apart; the real one is the caller's.
    private static func digest(_ bytes: [UInt8]) -> String {
        var hash: UInt64 = 14_695_981_039_346_656_037
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
        return String(hash, radix: 16)
    }

    @Test("finds what was read otherwise, and bounds what is wrong once all drawn forms were read")
    func report() throws {
        var office = try Self.opened()
        try office.perform(Self.draw(), by: "chair")
        let audit = try #require(office.state.audits(of: 3).first)
        #expect(audit.manifest.lines.count == 5)
        let report = AuditReport(audit, in: office.state, sha256: Self.digest)
        #expect(report.drawn.count == 2 && report.open == report.drawn && report.bound == nil)
        let counted = report.drawn.map { office.state.countedFigures(of: $0) }
        for (place, form) in report.drawn.enumerated() {
            let station = try #require(office.state.position(of: form.station))
            let votes = try #require(counted[place][.votes(1)] ?? nil)
            try office.perform(
                Self.read(
                    station,
                    [(.votes(1), votes + place), (.votes(19), counted[place][.votes(19)] ?? nil)]
                ),
                by: "member-2"
            )
        }
        let found = AuditReport(
            try #require(office.state.audits(of: 3).first),
            in: office.state,
            sha256: Self.digest
        )
        #expect(found.open.isEmpty && found.wrong == [report.drawn[1]])
        #expect(found.differences.map(\.field) == [.votes(1)])
        #expect(found.bound == AuditBound(forms: 5, drawn: 2, wrong: 1))
    }

    @Test("what is frozen when the dice fall stays, though a form is superseded later")
    func frozen() throws {
        var office = try Self.opened()
        try office.perform(Self.draw(), by: "chair")
        let before = office.state.audits
        let text = """
            {"act":"forms-taken","ballot":"PPWP","reading":"office","villages":[{"code":"73.12.01.1001",\
            "forms":[[2,"psu",25,35,61]]}]}
            """
        _ = try office.state.decide(.takeOver([try Act(canonicalText: Array(text.utf8))]), by: .unknown)
        #expect(office.state.audits == before)
    }

    @Test("is refused where it does not fit", arguments: refusals.indices)
    func refused(row: Int) throws {
        let row = Self.refusals[row]
        var office = try Self.opened()
        do {
            try row.act(&office)
            Issue.record("not refused: \(row.reason)")
        } catch let fault as ActFault {
            guard case .audit(_, let found) = fault else {
                Issue.record("\(row.reason): \(fault)")
                return
            }
            #expect(found == row.fault, "\(row.reason)")
        }
    }

    typealias Row = (reason: String, fault: AuditFault, act: @Sendable (inout SmallPlenary) throws -> Void)

    static let refusals: [Row] = [
        ("a plenary that is over", .plenary, { try $0.perform(draw(plenary: 1), by: "chair") }),
        ("no such plenary", .plenary, { try $0.perform(draw(plenary: 9), by: "chair") }),
        (
            "a ballot it does not add up", .plenary,
            { try $0.perform(draw(ballot: .regencyCouncil), by: "chair") }
        ),
        ("no form at all", .size(forms: 5), { try $0.perform(draw(0), by: "chair") }),
        ("more forms than there are", .size(forms: 5), { try $0.perform(draw(6), by: "chair") }),
        (
            "a second seed", .drawnAlready,
            { office in
                try office.perform(draw(), by: "chair")
                try office.perform(draw(3), by: "chair")
            }
        ),
        ("reading before dice fell", .notDrawn, { try $0.perform(read(0, [(.votes(1), 1)]), by: "chair") }),
        (
            "a form that does not count", .notInManifest(form(0, .revote)),
            { office in
                try office.perform(draw(), by: "chair")
                try office.perform(read(0, [(.votes(1), 1)], .revote), by: "chair")
            }
        ),
        (
            "a form twice", .readAlready(form(0)),
            { office in
                try office.perform(draw(), by: "chair")
                for _ in 1...2 { try office.perform(read(0, [(.votes(1), 1)]), by: "chair") }
            }
        ),
        (
            "no figures", .fields,
            { office in
                try office.perform(draw(), by: "chair")
                try office.perform(read(0, []), by: "chair")
            }
        ),
        (
            "a figure that is on no form", .fields,
            { office in
                try office.perform(draw(), by: "chair")
                try office.perform(read(0, [(.votes(7), 1)]), by: "chair")
            }
        ),
    ]

    private static func form(_ place: Int, _ version: FormVersion = .regular) -> FormKey {
        guard let station = try? SmallElection.regions().stations[place] else {
            preconditionFailure("a station of the small election")
        }
        return FormKey(.president, station, version)
    }
}
