extension Law {
    /// A rule of a law that can be open, by the name a decision calls it.
    public enum RuleID: Hashable, Sendable {
        case stationLimit, reserve, supply, councilSizes, districtSeats, partyTie, candidateTie,
            exhaustedList,
            spread, evenSpread, severalCandidates, disabilities
        /// Whether two pairs need the majority that is asked of the first.
        case ofTwo
        /// What the largest difference of a petition is a share of.
        case petitionBase
        case deadline(Deadline.Kind)
        /// By the place of the stage among ``Law/stages``.
        case stage(Int)
    }

    /// A rule in words: what it says, or what is open about it.
    public struct RuleText: Hashable, Sendable {
        /// The name by which a decision calls it.
        public let id: RuleID
        /// What it is about.
        public let title: LocalizedText
        /// What it says; for an open rule one text for every reading.
        public let provision: Provision<LocalizedText>
    }

    /// Every rule that stands beside those of the single ballots, in words.
    public var rules: [RuleText] {
        var rules = [
            text(.stationLimit, stationLimit) { .same("\($0)") },
            text(.reserve, reserve, \.words),
            text(.supply, supply, words),
        ]
        if let councilSizes { rules.append(text(.councilSizes, councilSizes, \.words)) }
        if let districtSeats {
            rules.append(text(.districtSeats, districtSeats) { .same("\($0.lowerBound)–\($0.upperBound)") })
        }
        if let partyTie { rules.append(text(.partyTie, partyTie, \.name)) }
        if let candidateTie { rules.append(text(.candidateTie, candidateTie, \.words)) }
        if let exhaustedList { rules.append(text(.exhaustedList, exhaustedList, \.name)) }
        if let spread { rules.append(text(.spread, spread, \.name)) }
        if let evenSpread { rules.append(text(.evenSpread, evenSpread, \.name)) }
        if let ofTwo { rules.append(text(.ofTwo, ofTwo, \.name)) }
        if let petition { rules.append(text(.petitionBase, petition.base, \.name)) }
        if let severalCandidates { rules.append(text(.severalCandidates, severalCandidates, \.name)) }
        if let disabilities { rules.append(text(.disabilities, disabilities, \.words)) }
        return rules + deadlines.map { text(.deadline($0.kind), $0.period, \.words) }
            + stages.enumerated().map { place, stage in text(.stage(place), stage.days, \.words) }
    }

    /// Whether two pairs need the majority that is asked of the first; `nil` where the law makes no difference.
    var ofTwo: Provision<OfTwo>? {
        ballotsInOrder.lazy.compactMap { ballots[$0]?.winners?.majority?.ofTwo }.first
    }

    private func text<Value>(
        _ id: RuleID,
        _ provision: Provision<Value>,
        _ words: (Value) -> LocalizedText
    ) -> RuleText {
        RuleText(id: id, title: title(of: id), provision: provision.map(words))
    }

    private func words(_ rolls: [Field.Roll]) -> LocalizedText {
        let lists = rolls.compactMap { name(of: $0) }.joined(separator: " + ")
        return LocalizedText(id: "\(lists) + cadangan", en: "\(lists) + the reserve")
    }

    /// The rule with this name; `nil` when the law has none.
    public func rule(named name: String) -> RuleText? {
        rules.first { self.name(of: $0.id) == name }
    }

    /// The name by which a decision calls a rule.
    public func name(of id: RuleID) -> String {
        switch id {
        case .stationLimit: "station-limit"
        case .reserve: "reserve"
        case .supply: "supply"
        case .councilSizes: "council-sizes"
        case .districtSeats: "district-seats"
        case .partyTie: "party-tie"
        case .candidateTie: "candidate-tie"
        case .exhaustedList: "exhausted-list"
        case .spread: "spread"
        case .evenSpread: "even-spread"
        case .ofTwo: "of-two"
        case .petitionBase: "petition-base"
        case .severalCandidates: "several-candidates"
        case .disabilities: "disabilities"
        case .deadline(let kind): "deadline-\(kind.rawValue)"
        case .stage(let place): "stage-\(stages[place].kind.rawValue)-\(place + 1)"
        }
    }

    /// The last day of a period; `nil` where it is not counted in calendar days from the day of the vote.
    public func lastDay(of period: Deadline.Period) -> CalendarDate? {
        guard period.event == .vote, period.unit == .calendarDays, period.firstDay == .next else {
            return nil
        }
        return votingDay.adding(days: period.count)
    }

    private func title(of id: RuleID) -> LocalizedText {
        switch id {
        case .stationLimit:
            LocalizedText(id: "Pemilih paling banyak per TPS", en: "Largest electorate of a station")
        case .reserve: LocalizedText(id: "Cadangan surat suara", en: "Reserve of ballot papers")
        case .supply: LocalizedText(id: "Surat suara per TPS", en: "Ballot papers of a station")
        case .councilSizes:
            LocalizedText(id: "Kursi DPRD kabupaten/kota", en: "Seats of a regency's or city's council")
        case .districtSeats: LocalizedText(id: "Kursi per daerah pemilihan", en: "Seats of a district")
        case .partyTie: LocalizedText(id: "Hasil bagi partai yang sama", en: "Equal quotients of parties")
        case .candidateTie: LocalizedText(id: "Suara calon yang sama", en: "Equal votes of candidates")
        case .exhaustedList:
            LocalizedText(id: "Kursi melebihi jumlah calon", en: "More seats than candidates on the list")
        case .spread: LocalizedText(id: "Persebaran suara yang lebih luas", en: "Wider spread of the votes")
        case .evenSpread:
            LocalizedText(id: "Persebaran suara yang lebih merata", en: "More even spread of the votes")
        case .ofTwo:
            LocalizedText(id: "Pilpres dengan dua pasangan", en: "Two pairs for president")
        case .petitionBase:
            LocalizedText(
                id: "Selisih suara untuk permohonan ke MK",
                en: "Difference for a petition to the court"
            )
        case .severalCandidates:
            LocalizedText(
                id: "Beberapa calon satu partai dicoblos, partainya tidak",
                en: "Several candidates of a party marked, not the party"
            )
        case .disabilities: LocalizedText(id: "Jenis disabilitas", en: "Kinds of disability")
        case .deadline(let kind): kind.name
        case .stage(let place): stages[place].name ?? stages[place].kind.name
        }
    }
}

extension LocalizedText {
    /// The same text in both languages.
    public static func same(_ text: String) -> LocalizedText { LocalizedText(id: text, en: text) }
}

extension Share {
    fileprivate var words: LocalizedText {
        func share(_ numbers: Numbers) -> String { numbers.percent(part, of: whole, digits: 1) }
        return LocalizedText(
            id: "\(share(Numbers(.indonesian))) dari DPT, dibulatkan ke atas per TPS",
            en: "\(share(Numbers(.english))) of the DPT, rounded up at every station"
        )
    }
}

extension [Law.CouncilSize] {
    fileprivate var words: LocalizedText {
        func list(_ numbers: Numbers, _ upTo: String, _ above: String) -> String {
            map { size in
                let population = size.population.map { "\(upTo) \(numbers.whole($0))" } ?? above
                return "\(population): \(size.seats)"
            }.joined(separator: "; ")
        }
        return LocalizedText(
            id: "Menurut jumlah penduduk; " + list(Numbers(.indonesian), "sampai", "selebihnya"),
            en: "By population; " + list(Numbers(.english), "up to", "above")
        )
    }
}

extension [Law.TieBreak] {
    /// The steps in words, one after the other.
    var words: LocalizedText {
        LocalizedText(
            id: map(\.name.indonesian).joined(separator: "; lalu "),
            en: map(\.name.english).joined(separator: "; then ")
        )
    }
}

extension Law.TieBreak {
    /// The step in words.
    public var name: LocalizedText {
        switch self {
        case .spread:
            LocalizedText(
                id: "sebaran suara lebih luas, berjenjang",
                en: "wider spread of the votes, tier by tier"
            )
        case .woman: LocalizedText(id: "calon perempuan", en: "a woman before a man")
        case .listNumber: LocalizedText(id: "nomor urut lebih kecil", en: "the smaller list number")
        case .lot: LocalizedText(id: "undian", en: "a lot")
        case .plenary: LocalizedText(id: "diputuskan rapat pleno", en: "the plenary decides")
        }
    }
}

extension Law.SpreadMeasure {
    /// The measure in words.
    public var name: LocalizedText {
        switch self {
        case .areas: LocalizedText(id: "suara di lebih banyak wilayah", en: "votes in more areas")
        case .evenness: LocalizedText(id: "suara lebih merata", en: "votes more evenly distributed")
        }
    }
}

extension Law.SeveralCandidates {
    /// The rule in words.
    public var name: LocalizedText {
        switch self {
        case .partyVote: LocalizedText(id: "satu suara untuk partai", en: "one vote for the party")
        case .invalid: LocalizedText(id: "tidak sah", en: "invalid")
        }
    }
}

extension [LocalizedText] {
    var words: LocalizedText {
        LocalizedText(
            id: map(\.indonesian).joined(separator: ", "),
            en: map(\.english).joined(separator: ", ")
        )
    }
}

extension Law.ExhaustedList {
    /// The rule in words.
    public var name: LocalizedText {
        switch self {
        case .neighbouringDistrict:
            LocalizedText(
                id: "calon partai itu dari dapil terdekat",
                en: "the party's candidate from the nearest district"
            )
        case .vacant: LocalizedText(id: "kursi tetap kosong", en: "the seat stays vacant")
        }
    }
}

extension PlannedStage.Kind {
    /// The kind of stage in words.
    public var name: LocalizedText {
        switch self {
        case .planning: LocalizedText(id: "Perencanaan dan anggaran", en: "Planning and budget")
        case .regulations: LocalizedText(id: "Penyusunan peraturan", en: "Regulations")
        case .outreach: LocalizedText(id: "Sosialisasi", en: "Outreach")
        case .adHocBodies: LocalizedText(id: "Pembentukan badan ad hoc", en: "Ad hoc bodies")
        case .electorate: LocalizedText(id: "Pemutakhiran data pemilih", en: "Electorate")
        case .parties: LocalizedText(id: "Pendaftaran dan penetapan partai", en: "Parties")
        case .districts: LocalizedText(id: "Penataan daerah pemilihan", en: "Electoral districts")
        case .candidacy: LocalizedText(id: "Pencalonan", en: "Candidacy")
        case .logistics: LocalizedText(id: "Logistik", en: "Logistics")
        case .campaign: LocalizedText(id: "Kampanye", en: "Campaign")
        case .quietPeriod: LocalizedText(id: "Masa tenang", en: "Quiet period")
        case .voting: LocalizedText(id: "Pemungutan suara", en: "Voting")
        case .counting: LocalizedText(id: "Penghitungan suara", en: "Counting")
        case .recapitulation: LocalizedText(id: "Rekapitulasi", en: "Recapitulation")
        case .disputes: LocalizedText(id: "Sengketa hasil", en: "Disputes of results")
        case .seats:
            LocalizedText(id: "Penetapan kursi dan calon terpilih", en: "Seats and elected candidates")
        case .oath: LocalizedText(id: "Pengucapan sumpah/janji", en: "Oath")
        }
    }
}

extension PlannedStage.Days {
    /// The day, or the first and the last.
    public var words: LocalizedText {
        func text(_ numbers: Numbers) -> String {
            first == last ? numbers.date(first) : "\(numbers.date(first)) – \(numbers.date(last))"
        }
        return LocalizedText(id: text(Numbers(.indonesian)), en: text(Numbers(.english)))
    }
}
