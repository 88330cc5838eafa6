// The free days of the years of the elections, as three ministers decreed them together (SKB), changes included, and
// as the President freed the days of the votes.

extension HolidayCalendar {
    /// The years whose free days are known here.
    public static let officialYears: Set<Int> = [2019, 2020, 2024]

    /// The national holidays and days of joint leave of some years.
    ///
    /// - Returns: `nil` where the free days of a year are not known here.
    public static func official(_ years: Set<Int>, jointLeave: JointLeave) -> HolidayCalendar? {
        guard years.isSubset(of: officialYears) else { return nil }
        let holidays = (holidays2019 + holidays2020 + holidays2024).filter { years.contains($0.date.year) }
        return try? HolidayCalendar(years: years, holidays: holidays, jointLeave: jointLeave)
    }
}

extension HolidayCalendar.Holiday {
    fileprivate static func national(
        _ day: StaticString,
        _ id: String,
        _ en: String,
        _ source: String,
        _ certainty: Certainty = .sourced
    ) -> HolidayCalendar.Holiday {
        HolidayCalendar.Holiday(
            .written(day),
            LocalizedText(id: id, en: en),
            source: source,
            certainty: certainty
        )
    }

    fileprivate static func jointLeave(
        _ day: StaticString,
        _ id: String,
        _ en: String,
        _ source: String,
        _ certainty: Certainty = .sourced
    ) -> HolidayCalendar.Holiday {
        HolidayCalendar.Holiday(
            .written(day),
            LocalizedText(id: "Cuti bersama: \(id)", en: "Joint leave: \(en)"),
            kind: .jointLeave,
            source: source,
            certainty: certainty
        )
    }
}

extension HolidayCalendar {
    private static let decree2019 = "SKB 617/2018, 262/2018, 16/2018"
    private static let decree2020 =
        "SKB 728/2019, 213/2019, 01/2019; 440/2020, 03/2020, 03/2020; 744/2020, 05/2020, 06/2020"
    private static let decree2024 = "SKB 855/2023, 3/2023, 4/2023"

    private static let holidays2019: [Holiday] = [
        .national("2019-01-01", "Tahun Baru Masehi", "New Year", decree2019),
        .national("2019-02-05", "Tahun Baru Imlek 2570", "Chinese New Year", decree2019),
        .national("2019-03-07", "Hari Raya Nyepi", "Nyepi", decree2019),
        .national("2019-04-03", "Isra Mikraj", "Ascension of the Prophet", decree2019),
        .national("2019-04-17", "Hari pemungutan suara Pemilu", "Day of the vote", "Keppres 10/2019", .known),
        .national("2019-04-19", "Wafat Isa Almasih", "Good Friday", decree2019),
        .national("2019-05-01", "Hari Buruh Internasional", "Labour Day", decree2019),
        .national("2019-05-19", "Hari Raya Waisak", "Vesak", decree2019),
        .national("2019-05-30", "Kenaikan Isa Almasih", "Ascension Day", decree2019),
        .national("2019-06-01", "Hari Lahir Pancasila", "Pancasila Day", decree2019),
        .national("2019-06-05", "Idulfitri 1440 H", "Eid al-Fitr", decree2019),
        .national("2019-06-06", "Idulfitri 1440 H", "Eid al-Fitr", decree2019),
        .national("2019-08-11", "Iduladha 1440 H", "Eid al-Adha", decree2019),
        .national("2019-08-17", "Hari Kemerdekaan", "Independence Day", decree2019),
        .national("2019-09-01", "Tahun Baru Islam 1441 H", "Islamic New Year", decree2019, .known),
        .national("2019-11-09", "Maulid Nabi Muhammad", "Birthday of the Prophet", decree2019, .known),
        .national("2019-12-25", "Hari Raya Natal", "Christmas", decree2019, .known),
        .jointLeave("2019-06-03", "Idulfitri", "Eid al-Fitr", decree2019),
        .jointLeave("2019-06-04", "Idulfitri", "Eid al-Fitr", decree2019),
        .jointLeave("2019-06-07", "Idulfitri", "Eid al-Fitr", decree2019),
        .jointLeave("2019-12-24", "Natal", "Christmas", decree2019),
    ]

    private static let holidays2020: [Holiday] = [
        .national("2020-01-01", "Tahun Baru Masehi", "New Year", decree2020),
        .national("2020-01-25", "Tahun Baru Imlek 2571", "Chinese New Year", decree2020),
        .national("2020-03-22", "Isra Mikraj", "Ascension of the Prophet", decree2020),
        .national("2020-03-25", "Hari Suci Nyepi", "Nyepi", decree2020),
        .national("2020-04-10", "Wafat Isa Almasih", "Good Friday", decree2020),
        .national("2020-05-01", "Hari Buruh Internasional", "Labour Day", decree2020),
        .national("2020-05-07", "Hari Raya Waisak", "Vesak", decree2020),
        .national("2020-05-21", "Kenaikan Isa Almasih", "Ascension Day", decree2020),
        .national("2020-05-24", "Idulfitri 1441 H", "Eid al-Fitr", decree2020),
        .national("2020-05-25", "Idulfitri 1441 H", "Eid al-Fitr", decree2020),
        .national("2020-06-01", "Hari Lahir Pancasila", "Pancasila Day", decree2020),
        .national("2020-07-31", "Iduladha 1441 H", "Eid al-Adha", decree2020),
        .national("2020-08-17", "Hari Kemerdekaan", "Independence Day", decree2020),
        .national("2020-08-20", "Tahun Baru Islam 1442 H", "Islamic New Year", decree2020),
        .national("2020-10-29", "Maulid Nabi Muhammad", "Birthday of the Prophet", decree2020),
        .national(
            "2020-12-09",
            "Hari pemungutan suara Pilkada",
            "Day of the vote",
            "Keppres 22/2020",
            .known
        ),
        .national("2020-12-25", "Hari Raya Natal", "Christmas", decree2020),
        .jointLeave("2020-08-21", "Tahun Baru Islam", "Islamic New Year", decree2020, .known),
        .jointLeave("2020-10-28", "Maulid Nabi Muhammad", "Birthday of the Prophet", decree2020, .known),
        .jointLeave("2020-10-30", "Maulid Nabi Muhammad", "Birthday of the Prophet", decree2020, .known),
        .jointLeave("2020-12-24", "Natal", "Christmas", decree2020),
        .jointLeave("2020-12-31", "pengganti Idulfitri", "in place of Eid al-Fitr", decree2020),
    ]

    private static let holidays2024: [Holiday] = [
        .national("2024-01-01", "Tahun Baru Masehi", "New Year", decree2024),
        .national("2024-02-08", "Isra Mikraj", "Ascension of the Prophet", decree2024),
        .national("2024-02-10", "Tahun Baru Imlek 2575", "Chinese New Year", decree2024),
        .national("2024-02-14", "Hari pemungutan suara Pemilu", "Day of the vote", "Keppres 10/2024"),
        .national("2024-03-11", "Hari Suci Nyepi", "Nyepi", decree2024),
        .national("2024-03-29", "Wafat Isa Almasih", "Good Friday", decree2024),
        .national("2024-03-31", "Hari Paskah", "Easter", decree2024),
        .national("2024-04-10", "Idulfitri 1445 H", "Eid al-Fitr", decree2024),
        .national("2024-04-11", "Idulfitri 1445 H", "Eid al-Fitr", decree2024),
        .national("2024-05-01", "Hari Buruh Internasional", "Labour Day", decree2024),
        .national("2024-05-09", "Kenaikan Isa Almasih", "Ascension Day", decree2024),
        .national("2024-05-23", "Hari Raya Waisak", "Vesak", decree2024),
        .national("2024-06-01", "Hari Lahir Pancasila", "Pancasila Day", decree2024),
        .national("2024-06-17", "Iduladha 1445 H", "Eid al-Adha", decree2024),
        .national("2024-07-07", "Tahun Baru Islam 1446 H", "Islamic New Year", decree2024),
        .national("2024-08-17", "Hari Kemerdekaan", "Independence Day", decree2024),
        .national("2024-09-16", "Maulid Nabi Muhammad", "Birthday of the Prophet", decree2024),
        .national("2024-11-27", "Hari pemungutan suara Pilkada", "Day of the vote", "Keppres 33/2024"),
        .national("2024-12-25", "Hari Raya Natal", "Christmas", decree2024),
        .jointLeave("2024-02-09", "Tahun Baru Imlek", "Chinese New Year", decree2024),
        .jointLeave("2024-03-12", "Nyepi", "Nyepi", decree2024),
        .jointLeave("2024-04-08", "Idulfitri", "Eid al-Fitr", decree2024),
        .jointLeave("2024-04-09", "Idulfitri", "Eid al-Fitr", decree2024),
        .jointLeave("2024-04-12", "Idulfitri", "Eid al-Fitr", decree2024),
        .jointLeave("2024-04-15", "Idulfitri", "Eid al-Fitr", decree2024),
        .jointLeave("2024-05-10", "Kenaikan Isa Almasih", "Ascension Day", decree2024),
        .jointLeave("2024-05-24", "Waisak", "Vesak", decree2024),
        .jointLeave("2024-06-18", "Iduladha", "Eid al-Adha", decree2024),
        .jointLeave("2024-12-26", "Natal", "Christmas", decree2024),
    ]
}
