extension Law {
    /// A rule of a law that can be open, by the name a decision calls it.
    public enum RuleID: Hashable, Sendable {
        case stationLimit, reserve, supply, councilSizes, districtSeats, partyTie, candidateTie,
            exhaustedList,
            spread, severalCandidates, disabilities
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
        if let severalCandidates { rules.append(text(.severalCandidates, severalCandidates, \.name)) }
        if let disabilities { rules.append(text(.disabilities, disabilities, \.words)) }
        return rules + deadlines.map { text(.deadline($0.kind), $0.period, \.words) }
            + stages.enumerated().map { place, stage in text(.stage(place), stage.days, \.words) }
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
        case .severalCandidates: "several-candidates"
        case .disabilities: "disabilities"
        case .deadline(let kind): "deadline-\(kind.rawValue)"
        case .stage(let place): "stage-\(stages[place].kind.rawValue)-\(place + 1)"
        }
    }

    /// The last day of a period; `nil` where it is not counted in calendar days from the day of the vote.
    public func lastDay(of period: Deadline.Period) -> CalendarDate? {
        guard period.event == .vote, period.unit == .calendarDays else { return nil }
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

extension Deadline.Period {
    /// A length of time and what it is counted from.
    public var words: LocalizedText {
        guard count > 0 else {
            return LocalizedText(
                id: "hari yang sama dengan \(event.name.indonesian)",
                en: "the same day as \(event.name.english)"
            )
        }
        return LocalizedText(
            id: "\(count) \(unit.name.indonesian) sejak \(event.name.indonesian)",
            en: "\(count) \(unit.name.english) from \(event.name.english)"
        )
    }
}

extension Deadline.Period.Unit {
    /// The unit in words.
    public var name: LocalizedText {
        switch self {
        case .calendarDays: LocalizedText(id: "hari kalender", en: "calendar days")
        case .workingDays: LocalizedText(id: "hari kerja", en: "working days")
        case .hours: LocalizedText(id: "jam", en: "hours")
        }
    }
}

extension Deadline.Event {
    /// The event in words.
    public var name: LocalizedText {
        switch self {
        case .vote: LocalizedText(id: "hari pemungutan suara", en: "the day of the vote")
        case .knowledge: LocalizedText(id: "diketahui", en: "the day it became known")
        case .announcement: LocalizedText(id: "pengumuman hasil", en: "the announcement of the result")
        case .decision: LocalizedText(id: "keputusan", en: "the decision")
        case .receipt:
            LocalizedText(
                id: "diterimanya permohonan, laporan, atau rekomendasi",
                en: "the receipt of the petition, report or recommendation"
            )
        case .registration: LocalizedText(id: "perkara diregistrasi", en: "the registration of the case")
        case .courtNotice: LocalizedText(id: "pemberitahuan MK (BRPK)", en: "the court's notice of its cases")
        case .resultAfterRuling:
            LocalizedText(id: "hasil setelah putusan MK", en: "the result set after the ruling")
        case .meeting: LocalizedText(id: "hari rapat rekapitulasi itu", en: "the day of that plenary")
        case .request: LocalizedText(id: "permintaan", en: "the request")
        case .vacancy: LocalizedText(id: "kursi kosong", en: "the vacancy")
        }
    }
}

extension Deadline.Kind {
    /// What must be done, in words.
    public var name: LocalizedText {
        switch self {
        case .revote: LocalizedText(id: "Pemungutan suara ulang", en: "Re-vote")
        case .stationRecount: LocalizedText(id: "Penghitungan ulang di TPS", en: "Recount at the station")
        case .regencyResult: LocalizedText(id: "Hasil kabupaten/kota", en: "Result of the regency")
        case .provinceResult: LocalizedText(id: "Hasil provinsi", en: "Result of the province")
        case .nationalResult: LocalizedText(id: "Hasil nasional", en: "Result of the nation")
        case .resultDispute:
            LocalizedText(id: "Permohonan sengketa hasil ke MK", en: "Petition against a result")
        case .resultRuling: LocalizedText(id: "Putusan MK atas hasil", en: "Ruling of the court on a result")
        case .seatsWithoutDispute:
            LocalizedText(
                id: "Penetapan kursi atau pasangan terpilih tanpa sengketa",
                en: "Seats or elected pair determined, no dispute"
            )
        case .seatsAfterRuling:
            LocalizedText(
                id: "Penetapan kursi atau pasangan terpilih setelah putusan",
                en: "Seats or elected pair determined after a ruling"
            )
        case .violationReport: LocalizedText(id: "Laporan pelanggaran", en: "Report of a violation")
        case .administrativeRuling:
            LocalizedText(
                id: "Putusan pelanggaran administratif",
                en: "Ruling on an administrative violation"
            )
        case .administrativeFollowUp:
            LocalizedText(id: "Tindak lanjut putusan administratif", en: "Follow-up of such a ruling")
        case .processDispute:
            LocalizedText(id: "Permohonan sengketa proses", en: "Petition in a process dispute")
        case .processRuling: LocalizedText(id: "Putusan sengketa proses", en: "Ruling in a process dispute")
        case .tierRecount:
            LocalizedText(id: "Penghitungan ulang dalam rekapitulasi", en: "Recount in a recapitulation")
        case .interimReplacement:
            LocalizedText(id: "Nama pengganti antarwaktu (PAW)", en: "Name of an interim replacement (PAW)")
        case .informationRequest:
            LocalizedText(
                id: "Jawaban permintaan informasi publik",
                en: "Answer to a request for information"
            )
        case .replacementDecree:
            LocalizedText(
                id: "Keputusan penggantian calon terpilih",
                en: "Decree replacing an elected candidate"
            )
        case .presidentialDispute:
            LocalizedText(
                id: "Permohonan sengketa hasil Pilpres ke MK",
                en: "Petition against the president's result"
            )
        case .presidentialRuling:
            LocalizedText(
                id: "Putusan MK atas hasil Pilpres",
                en: "Ruling of the court on the president's result"
            )
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
