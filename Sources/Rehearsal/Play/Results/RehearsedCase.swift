import Elections

/// The complaint of Soppeng 2019 as it is played: votes of a party in the DPR were said to be inflated; it was heard by
/// the province's supervisors and not proven.
///
/// Forum, kind, object, outcome and the day of the ruling are on record; the stations, the register and the days between
/// are made up. The evidence is drawn from the record: forms of the stations, and the certificates above them.
///
/// - Source: domain reference 6.4.
struct RehearsedCase: Sendable {
    let plan: RehearsalPlan
    let election: Election
    /// The ballot the complaint is about; `nil` where there is none with lists of parties.
    let ballot: Ballot?
    /// The stations whose votes are contested.
    let stations: [StationCode]

    private static let mark = RehearsedElection.mark
    /// The most stations that are contested.
    private static let mostStations = 20
    /// Days after the vote; the last one is that of the ruling.
    private static let (filed, registered, answered, heard, ruled) = (10, 12, 17, 19, 23)

    init(_ election: Election, _ plan: RehearsalPlan) {
        self.plan = plan
        self.election = election
        let lists = plan.ballots.filter { $0.choice == .list }
        let contested = lists.contains(.house) ? Ballot.house : lists.first
        ballot = contested
        var dice = Dice(plan.seed, "case")
        var free = election.regions.stationPositions(in: election.place).filter { place in
            contested.map { election.has($0, atStation: place) } ?? false
        }
        var chosen: [Int] = []
        while chosen.count < min(Self.mostStations, (free.count + 1) / 2), let place = dice.pick(free) {
            chosen.append(place)
            free.removeAll { $0 == place }
        }
        stations = chosen.sorted().map { election.regions.stations[$0] }
    }

    private func day(_ days: Int) -> CalendarDate { election.date.adding(days: days) }

    private func paper(_ reference: String, _ days: Int) -> Revote.Paper {
        Revote.Paper("\(Self.mark) \(reference)", day(days))
    }

    /// What somebody does next; `nil` once the case is closed.
    func next(in office: ElectionState) -> Turn? {
        guard let ballot, !stations.isEmpty, let step = step(ballot, in: office) else { return nil }
        return Turn(
            People.chair,
            .dispute(step.act),
            "case-\(step.name)",
            forbidden: forbidden(before: step.act, in: office)
        )
    }

    private func step(_ ballot: Ballot, in office: ElectionState) -> (act: DisputeAct, name: String)? {
        guard let known = office.cases[1] else { return (.registered(registration(ballot)), "registered") }
        if known.bundles.isEmpty {
            let bundle = EvidenceBundled(case: 1, number: 1, evidence(ballot, in: office))
            return (.bundled(bundle), "bundled")
        }
        if known.answer == nil {
            let summary = "\(Self.mark) angka setiap TPS sama sampai sertifikat kabupaten; bukti terlampir"
            return (.answered(CaseAnswered(case: 1, paper("jawaban 1", Self.answered), summary)), "answered")
        }
        if known.hearings.isEmpty {
            let text = "\(Self.mark) pelapor, terlapor dan bukti didengar"
            return (.heard(HearingHeld(case: 1, .evidence, on: day(Self.heard), text)), "heard")
        }
        guard known.ruling != nil else {
            let ruling = CaseRuled(
                case: 1,
                paper("putusan 1", Self.ruled),
                .notProven,
                "Terlapor tidak terbukti secara sah dan meyakinkan melanggar tata cara, prosedur dan mekanisme"
            )
            return (.ruled(ruling), "ruled")
        }
        return known.closing == nil ? (.closed(CaseClosed(case: 1, on: day(Self.ruled))), "closed") : nil
    }

    private func registration(_ ballot: Ballot) -> CaseRegistered {
        CaseRegistered(
            number: 1,
            .administrative,
            before: .provincialSupervisor,
            register: "\(Self.mark) 01/LP/PL/ADM",
            filed: day(Self.filed),
            registered: day(Self.registered),
            reporter: CaseParty(.voter),
            respondent: CaseParty(.office),
            object:
                "Dugaan penggelembungan suara \(ballot.rawValue) (tercatat, Bawaslu Sulawesi Selatan 2019)",
            relief: "\(Self.mark) menyatakan terlapor melanggar tata cara rekapitulasi",
            stage: "rekapitulasi",
            CaseScope([ballot], stations: stations),
            isSimulated: true
        )
    }

    /// The form that counts at each station, and the certificates of the plenaries above it.
    private func evidence(_ ballot: Ballot, in office: ElectionState) -> [CaseEvidence] {
        let contest = office.election?.contests.first { $0.ballot == ballot }
        let forms = stations.compactMap { station -> CaseEvidence? in
            guard let contest, let place = election.regions.position(of: station),
                let form = contest.formInForce(atStation: place)
            else { return nil }
            let version = contest.readings[form.reading].version(ofRow: form.row)
            return .form(FormKey(ballot, station, version))
        }
        let plenaries = office.plenaries.all.filter { plenary in
            plenary.stage == .certified && plenary.call.ballots.contains(ballot)
                && stations.contains { plenary.region.contains($0.village) }
        }
        return forms + plenaries.map { .certificate($0.number) }
    }

    // MARK: - What is tried and must be refused

    private func forbidden(before act: DisputeAct, in office: ElectionState) -> [Forbidden] {
        func refused(_ act: DisputeAct, _ fault: CaseFault) -> Forbidden {
            Forbidden(
                kind: .caseStep,
                account: People.chair,
                command: .perform(.dispute(act)),
                answer: .fault(.dispute(1, fault))
            )
        }
        switch act {
        case .answered(let act):
            let early = Revote.Paper(act.paper.reference, day(Self.filed - 1))
            return [
                refused(.answered(CaseAnswered(case: 1, early, act.summary)), .notBefore(day(Self.filed))),
                refused(.closed(CaseClosed(case: 1, on: day(Self.ruled))), .stage(.registered)),
            ]
        case .ruled(let act):
            let early = Revote.Paper(act.paper.reference, day(Self.heard - 1))
            return [
                refused(
                    .ruled(CaseRuled(case: 1, early, act.outcome, act.operative)),
                    .notBefore(day(Self.heard))
                )
            ]
        default: return []
        }
    }
}
