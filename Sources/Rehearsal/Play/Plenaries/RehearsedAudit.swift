import Elections

/// The sampled audit as it is played: dice in the plenary of the election's place before anything is read there, and a
/// second team that reads the forms they draw.
struct RehearsedAudit: Sendable {
    let plan: RehearsalPlan
    /// The digest of bytes (FIPS 180-4), in lower-case hexadecimal digits.
    let sha256: @Sendable ([UInt8]) -> String
    /// The papers, by form.
    let papers: [FormKey: Paper]

    /// How many forms are read again, where there are so many.
    private static let most = 20

    /// What is done next about it in a plenary; `nil` where nothing is to be done, or nothing any more.
    func next(in office: ElectionState, _ plenary: Plenary?) -> Turn? {
        guard let plenary, plenary.region == plan.place, plenary.stage == .opened,
            let ballot = plenary.call.ballots.first
        else { return nil }
        guard let audit = office.audits(of: plenary.number).first else {
            return draw(ballot, plenary)
        }
        // Once everything was read the sample is not looked for again.
        guard audit.readings.count < audit.size else { return nil }
        let report = AuditReport(audit, in: office, sha256: sha256)
        guard let form = report.open.first else { return nil }
        let act = AuditRead(plenary: plenary.number, form, figures(of: form, in: office))
        return Turn(
            People.rereaders[report.open.count % People.rereaders.count],
            .audit(.read(act)),
            "audit-\(ballot.rawValue)-\(form.station)",
            forbidden: audit.readings.isEmpty ? again(act, audit) : twice(act, audit, in: office)
        )
    }

    private func draw(_ ballot: Ballot, _ plenary: Plenary) -> Turn? {
        var dice = Dice(plan.seed, "audit")
        let digits = (0..<AuditSeed.fewest).map { _ in "\(dice.below(10))" }.joined()
        let stations = Set(papers.keys.filter { $0.ballot == ballot }.map(\.station)).count
        guard stations > 0, let seed = try? AuditSeed(parsing: digits) else { return nil }
        let size = min(Self.most, stations)
        return Turn(
            People.chair,
            .audit(.drawn(AuditDrawn(plenary: plenary.number, ballot, seed: seed, size: size))),
            "audit-\(ballot.rawValue)"
        )
    }

    /// What the paper says, field by field.
    private func figures(of form: FormKey, in office: ElectionState) -> [AuditRead.Figure] {
        office.countedFields(of: form.ballot).map { AuditRead.Figure($0, papers[form]?.figures[$0]) }
    }

    /// Dice are thrown a second time; a typist reads.
    private func again(_ act: AuditRead, _ audit: PlenaryAudit) -> [Forbidden] {
        let drawn = AuditDrawn(
            plenary: audit.plenary,
            audit.ballot,
            seed: audit.seed,
            size: audit.size
        )
        return [
            Forbidden(
                kind: .thrownTwice,
                account: People.chair,
                command: .perform(.audit(.drawn(drawn))),
                answer: .fault(.audit(audit.plenary, .drawnAlready))
            ),
            Forbidden(
                kind: .rereader,
                account: People.typists[0],
                command: .perform(.audit(.read(act))),
                answer: .notPermitted
            ),
        ]
    }

    /// A form is read again that was.
    private func twice(_ act: AuditRead, _ audit: PlenaryAudit, in office: ElectionState) -> [Forbidden] {
        guard let known = audit.readings.keys.min(by: { $0.station < $1.station }) else { return [] }
        let read = AuditRead(plenary: audit.plenary, known, figures(of: known, in: office))
        return [
            Forbidden(
                kind: .rereadTwice,
                account: People.rereaders[0],
                command: .perform(.audit(.read(read))),
                answer: .fault(.audit(audit.plenary, .readAlready(known)))
            )
        ]
    }
}
