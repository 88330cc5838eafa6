// How the values of the laws are written: one line for a rule, its source at the end.

extension LocalizedText {
    /// Articles of an act: `UU 7/2017 pasal 413(3)`, `UU 7/2017 art. 413(3)`.
    static func articles(_ act: String, _ articles: String) -> LocalizedText {
        LocalizedText(id: "\(act) pasal \(articles)", en: "\(act) art. \(articles)")
    }
}

extension LocalizedText {
    /// The recapitulation of a tier; `nil` for the nation.
    static func recapitulation(_ tier: RegionCode.Tier?) -> LocalizedText {
        switch tier {
        case .village: LocalizedText(id: "Rekapitulasi desa/kelurahan", en: "Recapitulation of the village")
        case .subdistrict:
            LocalizedText(id: "Rekapitulasi kecamatan", en: "Recapitulation of the subdistrict")
        case .regency: LocalizedText(id: "Rekapitulasi kabupaten/kota", en: "Recapitulation of the regency")
        case .province: LocalizedText(id: "Rekapitulasi provinsi", en: "Recapitulation of the province")
        case nil: LocalizedText(id: "Rekapitulasi nasional", en: "Recapitulation of the nation")
        }
    }
}

extension CalendarDate {
    /// A day written in the program's own text.
    static func written(_ text: StaticString) -> CalendarDate {
        let date = CalendarDate(parsing: text.description)
        guard let date else { preconditionFailure("a law of this program names \(text), which is no day") }
        return date
    }
}

extension PlannedStage.Days {
    /// From one day to another.
    static func days(_ first: StaticString, _ last: StaticString) -> PlannedStage.Days {
        let days = PlannedStage.Days(first: .written(first), last: .written(last))
        precondition(days.first.description <= days.last.description, "a stage ends before it begins")
        return days
    }

    /// A single day.
    static func day(_ day: StaticString) -> PlannedStage.Days { days(day, day) }
}

extension PlannedStage {
    /// A stage whose days a regulation settles.
    static func settled(
        _ kind: Kind,
        _ name: LocalizedText?,
        _ days: Days,
        _ source: LocalizedText
    ) -> PlannedStage {
        PlannedStage(kind: kind, name: name, days: .settled(days, source))
    }

    /// A stage that its kind names, whose days a regulation settles.
    static func settled(_ kind: Kind, _ days: Days, _ source: LocalizedText) -> PlannedStage {
        settled(kind, nil, days, source)
    }

    /// A stage whose days the sources leave open; a reading is called by its days.
    static func open(
        _ kind: Kind,
        _ name: LocalizedText?,
        _ readings: [Days],
        _ source: LocalizedText
    ) -> PlannedStage {
        PlannedStage(
            kind: kind,
            name: name,
            days: .open(readings.map { ("\($0.first)-to-\($0.last)", $0.words, $0) }, source)
        )
    }

    /// A stage that its kind names, whose days the sources leave open.
    static func open(_ kind: Kind, _ readings: [Days], _ source: LocalizedText) -> PlannedStage {
        open(kind, nil, readings, source)
    }

    /// A stage of which only the months are known; the reading takes them whole.
    static func wholeMonths(
        _ kind: Kind,
        _ name: LocalizedText?,
        _ days: Days,
        _ source: LocalizedText
    ) -> PlannedStage {
        let text = LocalizedText(id: "bulan-bulan penuh", en: "the months in full")
        return PlannedStage(kind: kind, name: name, days: .open([("whole-months", text, days)], source))
    }

    /// A stage that its kind names, of which only the months are known.
    static func wholeMonths(_ kind: Kind, _ days: Days, _ source: LocalizedText) -> PlannedStage {
        wholeMonths(kind, nil, days, source)
    }
}

extension Deadline.Period {
    /// Days of the calendar after an event.
    static func days(_ count: Int, from event: Deadline.Event) -> Deadline.Period {
        Deadline.Period(count: count, unit: .calendarDays, event: event, firstDay: .next)
    }

    /// Days after an event that are neither weekend nor holiday.
    static func workingDays(_ count: Int, from event: Deadline.Event) -> Deadline.Period {
        Deadline.Period(count: count, unit: .workingDays, event: event, firstDay: .next)
    }

    /// Such days of which that of the event is the first.
    static func workingDays(_ count: Int, counting event: Deadline.Event) -> Deadline.Period {
        Deadline.Period(count: count, unit: .workingDays, event: event, firstDay: .same)
    }

    /// Hours.
    static func hours(_ count: Int, from event: Deadline.Event) -> Deadline.Period {
        Deadline.Period(count: count, unit: .hours, event: event, firstDay: .next)
    }
}

extension Deadline {
    /// A deadline the law settles.
    static func settled(_ kind: Kind, _ period: Period, _ source: LocalizedText) -> Deadline {
        Deadline(kind: kind, period: .settled(period, source))
    }

    /// A deadline the sources leave open; a reading is called by its length and its beginning.
    static func open(_ kind: Kind, _ readings: [Period], _ source: LocalizedText) -> Deadline {
        let readings = readings.map {
            let start = $0.firstDay == .same ? "counting" : "from"
            return (
                id: "\($0.count)-\($0.unit.rawValue)-\(start)-\($0.event.rawValue)",
                text: $0.words,
                value: $0
            )
        }
        return Deadline(kind: kind, period: .open(readings, source))
    }
}

extension Law.FormNames {
    /// The names from the station up to the highest tier the ballot reaches; `tiers` begins at the village.
    static func upwards(_ ballot: Ballot, station: String, tiers names: [String]) -> Law.FormNames {
        let tiers: [RegionCode.Tier?] = [.village, .subdistrict, .regency, .province, nil]
        let reach =
            switch ballot {
            case .president, .house, .senate: tiers.count
            case .provincialCouncil, .governor: tiers.count - 1
            case .regencyCouncil, .regent: tiers.count - 2
            }
        return Law.FormNames(
            station: station,
            tiers: zip(tiers, names).prefix(reach).map { Law.TierForm(tier: $0, name: $1) }
        )
    }
}

extension Law {
    /// The colours of the ballots of general elections.
    static func colour(of ballot: Ballot) -> LocalizedText? {
        switch ballot {
        case .president: LocalizedText(id: "abu-abu", en: "grey")
        case .house: LocalizedText(id: "kuning", en: "yellow")
        case .senate: LocalizedText(id: "merah", en: "red")
        case .provincialCouncil: LocalizedText(id: "biru", en: "blue")
        case .regencyCouncil: LocalizedText(id: "hijau", en: "green")
        case .governor, .regent: nil
        }
    }

    /// Who gets the seats of a list that wins more than it has candidates: open in every general election.
    static let openExhaustedList = Provision<ExhaustedList>.open(
        [ExhaustedList.neighbouringDistrict, .vacant].map { ($0.rawValue, $0.name, $0) },
        LocalizedText(
            id: "Aturannya tidak ditemukan: calon dari dapil terdekat, atau kursi tetap kosong.",
            en: "No rule was found: a candidate from the nearest district, or the seat stays vacant."
        )
    )

    /// The seats an electoral district of a regency's council may have in every general election.
    static let districtRange = 3...12
}

extension Law.TieBreak {
    /// A reading that decides by these steps, called by their names.
    static func reading(_ steps: [Law.TieBreak]) -> (id: String, text: LocalizedText, value: [Law.TieBreak]) {
        (steps.map(\.rawValue).joined(separator: "-"), steps.words, steps)
    }
}
