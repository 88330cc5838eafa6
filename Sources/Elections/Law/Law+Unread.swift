// Rules that the sources at hand leave open in every election that has them.

extension Law {
    /// How a wider spread is measured.
    static let openSpread = Provision<SpreadMeasure>.open(
        SpreadMeasure.allCases.map { ($0.rawValue, $0.name, $0) },
        LocalizedText(
            id:
                "Peraturan menyebut \"persebaran\" tanpa merincinya dalam sumber yang ada; rapat pleno memastikan "
                + "dari jumlah wilayah per tingkat.",
            en:
                "The regulations say \"spread\" and the sources at hand do not define it; the plenary confirms it from "
                + "the number of areas per tier."
        )
    )

    /// What a ballot is that marks several candidates of one party and not the party.
    static let openSeveralCandidates = Provision<SeveralCandidates>.open(
        SeveralCandidates.allCases.map { ($0.rawValue, $0.name, $0) },
        LocalizedText(
            id: "Penjelasan tata cara coblos menyebut suara partai; teks peraturannya belum terbaca.",
            en: "Guides on marking say a vote for the party; the text of the regulation could not be read."
        )
    )

    /// The kinds of disability the rolls of 2019 and 2020 told apart.
    static let disabilities2019 = openDisabilities([
        LocalizedText(id: "fisik", en: "physical"), LocalizedText(id: "netra", en: "visual"),
        LocalizedText(id: "rungu/wicara", en: "hearing or speech"),
        LocalizedText(id: "grahita/mental", en: "intellectual or mental"),
        LocalizedText(id: "lainnya", en: "other"),
    ])

    /// The kinds of disability the rolls of 2024 told apart.
    static let disabilities2024 = openDisabilities([
        LocalizedText(id: "fisik", en: "physical"), LocalizedText(id: "intelektual", en: "intellectual"),
        LocalizedText(id: "mental", en: "mental"), LocalizedText(id: "sensorik wicara", en: "speech"),
        LocalizedText(id: "sensorik rungu", en: "hearing"), LocalizedText(id: "sensorik netra", en: "visual"),
    ])

    private static func openDisabilities(_ kinds: [LocalizedText]) -> Provision<[LocalizedText]> {
        .open(
            [("\(kinds.count)-kinds", kinds.words, kinds)],
            LocalizedText(
                id: "Kode jenis disabilitas dalam daftar pemilih; teks peraturannya belum terbaca.",
                en: "The codes of disability on the roll; the text of the regulation could not be read."
            )
        )
    }

    /// Deadlines of general elections that are known of, and not read.
    static let openDeadlines: [Deadline] = [
        .open(
            .tierRecount,
            [.days(0, from: .meeting)],
            LocalizedText(
                id: "UU 7/2017 pasal 376–378; selesai pada hari rekapitulasi itu, belum dipastikan.",
                en: "UU 7/2017 art. 376–378; by the day of that recapitulation, which is not confirmed."
            )
        ),
        .open(
            .interimReplacement,
            [.workingDays(5, from: .vacancy)],
            LocalizedText(
                id: "PKPU 6/2019 pasal 22(3): 5 hari, menurut KPU hari kerja; PKPU 3/2025 belum terbaca.",
                en: "PKPU 6/2019 art. 22(3): 5 days, by KPU working days; PKPU 3/2025 could not be read."
            )
        ),
    ]
}
