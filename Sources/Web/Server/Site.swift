public import Elections
import Exchange

/// The public site as a function: a path in, an answer out; nothing else is read or kept.
public struct Site: Sendable {
    private let snapshot: Snapshot
    private let findings: FindingIndex
    private let elected = ElectedMemory()
    private let evidence: EvidenceRegister
    private let papers: PaperShelf?
    /// Where the public record stands; `nil` where there is none.
    public var record: RecordStanding?

    /// The site that shows `snapshot`, and what the checks find in it.
    ///
    /// - Parameters:
    ///   - snapshot: The election.
    ///   - evidence: Of which what is published is linked.
    ///   - papers: The official papers; `nil` where no office issues any.
    ///   - record: Where the public record stands.
    /// - Complexity: O(forms × fields).
    public init(
        _ snapshot: Snapshot,
        evidence: EvidenceRegister = EvidenceRegister(),
        papers: PaperShelf? = nil,
        record: RecordStanding? = nil
    ) {
        self.snapshot = snapshot
        self.evidence = evidence
        self.papers = papers
        self.record = record
        findings = FindingIndex(Findings(snapshot), snapshot)
    }

    /// What a visitor gets.
    public struct Answer: Sendable {
        /// The HTTP status.
        public let status: Int
        /// The media type of ``body``.
        public let type: String
        /// The content.
        public let body: [UInt8]
        /// Whether the content never changes at this address.
        public let isImmutable: Bool
        /// Where the content is to be found instead.
        public let location: String?

        init(
            status: Int,
            type: String = "text/html; charset=utf-8",
            body: [UInt8] = [],
            isImmutable: Bool = false,
            location: String? = nil
        ) {
            self.status = status
            self.type = type
            self.body = body
            self.isImmutable = isImmutable
            self.location = location
        }
    }

    /// Answers a request for `path`, without its query.
    public func answer(path: String) -> Answer {
        if let asset = Assets.all.first(where: { $0.path == path }) {
            return Answer(status: 200, type: asset.type, body: asset.bytes, isImmutable: true)
        }
        guard let address = Address(path: path) else { return missing(path) }
        guard address.path == path else { return Answer(status: 308, location: address.path) }
        let context = context(address)
        guard let page = page(context) else { return missing(path) }
        switch address.form {
        case .page: return Answer(status: 200, body: Layout.document(page, context).bytes)
        case .csv:
            guard let table = page.table else { return missing(path) }
            return Answer(status: 200, type: "text/csv; charset=utf-8; header=present", body: table.csv)
        case .json:
            guard let table = page.table else { return missing(path) }
            return Answer(status: 200, type: "application/json", body: table.json)
        case .ics:
            guard let days = page.days else { return missing(path) }
            return Answer(status: 200, type: "text/calendar; charset=utf-8", body: days.bytes)
        }
    }

    private func page(_ context: PageContext) -> Page? {
        switch context.address.route {
        case .home: FrontPage.page(context)
        case .region(let code): RegionPage.page(code, context)
        case .station(let station): StationPage.page(station, context)
        case .seats(let ballot): SeatsPage.page(ballot, context)
        case .candidates(let ballot): CandidatesPage.page(ballot, context)
        case .elected(let ballot): ElectedPage.page(ballot, context) ?? WinnersPage.page(ballot, context)
        case .members(let ballot): MembersPage.page(ballot, context)
        case .member(let ballot, let key): MemberPage.page(ballot, key, context)
        case .district(let ballot, let number): DistrictPage.page(ballot, number, context)
        case .contestant(let ballot, let number): ContestantPage.page(ballot, number, context)
        case .comparison(let ballot): ComparisonPage.page(ballot, context)
        case .shifts(let ballot): ShiftsPage.page(ballot, context)
        case .listShifts(let ballot): ListShiftsPage.page(ballot, context)
        case .trail(let ballot, let place, let field): TrailPage.page(ballot, place, field, context)
        case .sources: SourcesPage.page(context)
        case .findings: FindingsPage.page(context)
        case .rule(let code): RulePage.page(code, context)
        case .regionFindings(let code): RegionFindingsPage.page(code, context)
        case .readings: ReadingsPage.page(context)
        case .revotes: RevotesPage.page(context)
        case .cases: CasesPage.page(context)
        case .casesDue: CasesDuePage.page(context)
        case .dispute(let number): CasePage.page(number, context)
        case .candidacies: CandidaciesPage.page(context)
        case .plenaries: PlenariesPage.page(context)
        case .plenary(let number): PlenaryRecordPage.page(number, context)
        case .law: LawPage.page(context)
        case .deadlines: DeadlinesPage.page(context)
        case .calendar: CalendarPage.page(context)
        case .stages: StagesPage.page(context)
        case .glossary: GlossaryPage.page(context)
        case .record: RecordPage.page(context)
        case .papers: PapersPage.page(context)
        case .paper(let name): PaperPage.page(name, context)
        }
    }

    private func context(_ address: Address) -> PageContext {
        PageContext(
            snapshot: snapshot,
            evidence: evidence,
            findings: findings,
            elected: elected,
            papers: papers,
            record: record,
            address: address
        )
    }

    private func missing(_ path: String) -> Answer {
        let language: Language = path == "/en" || path.hasPrefix("/en/") ? .english : .indonesian
        let context = context(Address(.home, language))
        let title = context.say("Halaman tidak ada", "No such page")
        let page = Page(
            title: title,
            body: .tag("div") {
                HTML.tag("h1", text: title)
                HTML.tag("p") {
                    context.say("Mungkin kode atau nomornya salah. ", "The code or number may be wrong. ")
                    context.link(context.say("Ke halaman depan", "To the front page"), .home)
                    "."
                }
            }
        )
        return Answer(status: 404, body: Layout.document(page, context).bytes)
    }
}
