public import Elections

/// The papers of an office: which there are, and what stands on each.
///
/// Everything on them follows from the journal. A paper that was made once is made the same again from the same entries.
public struct DocumentRoom: Sendable {
    /// The version of what stands on papers: another one words them otherwise, from the same entries.
    public static let version = "papers 1"

    let state: ElectionState
    let law: Law
    let place: RegionCode
    let regions: Regions
    /// The election with the forms of a ballot, made once for each.
    let elections: [Ballot: Election]
    let numbers = Numbers(.indonesian)
    /// The digest of bytes, in lower-case hexadecimal digits (FIPS 180-4): a sample follows from it.
    let sha256: @Sendable ([UInt8]) -> String

    /// The papers of an office; `nil` before it is set up.
    ///
    /// - Parameters:
    ///   - state: What the office knows.
    ///   - sha256: The digest of bytes, in lower-case hexadecimal digits.
    /// - Complexity: O(forms) for each ballot.
    public init?(_ state: ElectionState, sha256: @escaping @Sendable ([UInt8]) -> String) {
        guard let law = state.law, let place = state.place, let regions = state.regions else { return nil }
        (self.state, self.law, self.place, self.regions) = (state, law, place, regions)
        self.sha256 = sha256
        elections = Dictionary(
            uniqueKeysWithValues: state.ballots.compactMap { ballot in
                state.election(of: ballot).map { (ballot, $0) }
            }
        )
    }

    /// Every paper there is something to stand on, kind by kind.
    ///
    /// - Complexity: O(forms + plenaries).
    public var keys: [DocumentKey] {
        state.ballots.flatMap { blankForms(of: $0) + stationResults(of: $0) } + labels + plenaryKeys
            + state.ballots.filter { contest($0)?.certified != nil }.map { .shiftReport($0) }
            + state.revotes.all.filter { $0.outcome != nil }.map { .revote($0.number) }
            + state.cases.all.map { .caseFile($0.number) } + resultKeys
    }

    private var plenaryKeys: [DocumentKey] {
        let plenaries = state.plenaries.all.filter { $0.stage != .abandoned }
        let held = plenaries.filter { $0.stage != .called }
        var keys: [DocumentKey] = plenaries.map { .invitation(plenary: $0.number) }
        for plenary in held where plenary.call.subject == .recapitulation {
            let read = plenary.call.ballots.filter { plenary.read[$0]?.isEmpty == false }
            for ballot in read {
                let villages = [nil] + villages(of: plenary, ballot)
                keys += villages.map { .recapitulation(plenary: plenary.number, ballot, village: $0) }
            }
        }
        keys += held.flatMap { plenary in
            state.audits(of: plenary.number).map { .auditReport(plenary: plenary.number, $0.ballot) }
        }
        keys += held.map { .minutes(plenary: $0.number) }
        keys += held.map { .attendance(plenary: $0.number) }
        keys += held.filter { !$0.objections.isEmpty || !$0.events.isEmpty }.map {
            .objections(plenary: $0.number)
        }
        keys += held.filter { !$0.corrections.isEmpty }.map { .correctionNotice(plenary: $0.number) }
        return keys
    }

    private var resultKeys: [DocumentKey] {
        var keys: [DocumentKey] = state.results.determinations.indices.map { .decree($0 + 1) }
        for ballot in state.ballots {
            let districts = state.contestWithoutForms(of: ballot)?.districts ?? []
            keys += districts.filter {
                state.results.last(.seats, of: ballot, district: $0.number) != nil
            }.map { .seatSheet(ballot, district: $0.number) }
            let members = state.results.members(of: ballot)
            func has(_ stage: ElectedMember.Stage) -> Bool { members.contains { $0.papers[stage] != nil } }
            if !members.isEmpty { keys.append(.elected(ballot)) }
            if has(.proposed) { keys.append(.proposal(ballot)) }
            if has(.sworn) { keys.append(.oath(ballot)) }
            keys += members.filter { !$0.former.isEmpty }.map { .replacement(ballot, $0.key) }
        }
        return keys
    }

    /// A paper by its name; `nil` where there is none.
    ///
    /// - Complexity: O(forms + plenaries).
    public func key(named name: String) -> DocumentKey? { keys.first { $0.name == name } }

    /// A paper; `nil` where there is nothing to stand on it.
    public func document(_ key: DocumentKey) -> Document? {
        switch key {
        case .stationResult(let form): stationResult(form)
        case .blankForm(let ballot, let district): blankForm(ballot, district)
        case .invitation(let number): plenary(number).map(invitation)
        case .recapitulation(let number, let ballot, let village):
            plenary(number).flatMap { recapitulation($0, ballot, in: village) }
        case .minutes(let number): plenary(number).map(minutes)
        case .attendance(let number): plenary(number).map(attendance)
        case .objections(let number): plenary(number).map(objections)
        case .correctionNotice(let number): plenary(number).map(correctionNotice)
        case .shiftReport(let ballot): shiftReport(ballot)
        case .auditReport(let number, let ballot): auditReport(number, ballot)
        case .revote(let number): state.revotes[number].flatMap(revote)
        case .caseFile(let number): state.cases[number].map(caseFile)
        case .decree(let number): decree(number)
        case .seatSheet(let ballot, let district): seatSheet(ballot, district)
        case .elected(let ballot): elected(ballot)
        case .proposal(let ballot): proposal(ballot)
        case .oath(let ballot): oath(ballot)
        case .replacement(let ballot, let seat): replacement(ballot, seat)
        case .label(let village): labels(of: village)
        }
    }
}

// MARK: - What papers share

extension DocumentRoom {
    /// A plenary that was not given up.
    func plenary(_ number: Int) -> Plenary? {
        state.plenaries[number].flatMap { $0.stage == .abandoned ? nil : $0 }
    }

    /// What every page says of a paper that is not official.
    var mark: String { state.key(for: .rehearsal) == nil ? "" : "LATIHAN – BUKAN HASIL PEMILU" }

    func name(_ region: RegionCode) -> String { regions[region]?.name ?? region.description }

    /// The regions around a region, from the province down to it, as facts.
    func facts(of region: RegionCode) -> [Document.Fact] {
        regions.path(to: region).map { Document.Fact(Self.label(of: $0.code.tier), $0.name) }
    }

    /// What a region of a tier is called on forms.
    static func label(of tier: RegionCode.Tier) -> String {
        switch tier {
        case .province: "Provinsi"
        case .regency: "Kabupaten/Kota"
        case .subdistrict: "Kecamatan"
        case .village: "Desa/Kelurahan"
        }
    }

    /// The body whose plenary a region's is.
    func body(of region: RegionCode) -> String {
        switch region.tier {
        case .subdistrict: "Panitia Pemilihan Kecamatan \(name(region))"
        case .regency: "Komisi Pemilihan Umum \(kind(region)) \(name(region))"
        case .province: "Komisi Pemilihan Umum Provinsi \(name(region))"
        case .village: "Panitia Pemungutan Suara \(name(region))"
        }
    }

    private func kind(_ region: RegionCode) -> String {
        regions[region]?.kind == .city ? "Kota" : "Kabupaten"
    }

    func contest(_ ballot: Ballot) -> Contest? { elections[ballot]?.contests.first }

    func contestant(_ number: Int, _ ballot: Ballot) -> String {
        let found = contest(ballot)?.contestants.first { $0.number == number }
        return found?.shortName ?? "\(number)"
    }

    /// A figure; empty where it is not known.
    func figure(_ figure: Int?) -> String { figure.map { numbers.whole($0) } ?? "" }

    /// As what somebody attends.
    func capacity(_ attendee: Attendee, _ ballots: [Ballot]) -> String {
        switch attendee.capacity {
        case .chair: return "Ketua"
        case .member: return "Anggota"
        case .witness:
            let ballot = attendee.ballots.first ?? ballots.first
            let name = attendee.contestant.flatMap { number in ballot.map { contestant(number, $0) } }
            return "Saksi \(name ?? "")"
        case .overseer: return "Pengawas Pemilu"
        case .reporter: return "Pembawa rekapitulasi tingkat di bawah"
        case .observer: return "Pemantau"
        }
    }

    /// Places for everybody who signs a plenary's papers, with the reasons of those who did not.
    func signatories(_ plenary: Plenary) -> [Document.Signatory] {
        let refusals = Dictionary(
            plenary.signatures.compactMap { signature in signature.refusal.map { (signature.attendee, $0) } }
        ) { first, _ in first }
        return plenary.attendees.filter { $0.capacity.signs && plenary.present.contains($0.number) }.map {
            let note = refusals[$0.number].map { "tidak menandatangani: \($0)" } ?? ""
            return Document.Signatory(
                capacity($0, plenary.call.ballots),
                note: note,
                hasStamp: $0.capacity == .chair
            )
        }
    }

    /// A place for the chair's hand and the stamp of a region's body.
    func chair(of region: RegionCode) -> Document.Signatory {
        Document.Signatory("Ketua \(body(of: region))", hasStamp: true)
    }

    func document(
        _ key: DocumentKey,
        form: String = "",
        title: [String],
        number: String = "",
        of day: CalendarDate?,
        isWide: Bool = false,
        _ blocks: [Document.Block]
    ) -> Document {
        Document(
            key: key,
            form: form,
            title: title,
            number: number,
            mark: mark,
            isWide: isWide,
            date: (day ?? state.date)?.description ?? "",
            blocks: blocks
        )
    }
}
