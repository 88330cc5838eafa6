/// What a photo or scan from a polling station shows.
///
/// What every voter is named on, or an identity number may stand on, is not taken at all.
///
/// - Legal source: forms C of PKPU 3/2019 and 9/2019, C.Hasil and others of PKPU 25/2023 (domain reference 3.1);
///   UU 27/2022 on personal data, UU 24/2013 on identity numbers.
public enum EvidencePage: String, CaseIterable, Canonical, Hashable, Sendable {
    /// The certificate of a ballot's result: C1, or C.Hasil Salinan.
    case result
    /// The large sheet that votes are tallied on before everybody: C1 Plano, or C.Hasil.
    case plano
    /// The minutes of the vote and count: C-KPU.
    case minutes
    /// Special events and objections of witnesses: C2, or C.Kejadian Khusus.
    case specialEvents = "special-events"
    /// The letter that goes with the sealed box: C4.
    case delivery
    /// Who was given a copy of the result: C5.
    case receipt
    /// Who came to vote: C7, or C.Daftar Hadir.
    case attendance
    /// Who helped a disabled voter: C3, or C.Pendamping.
    case companion
    /// The call to vote: C6, or C.Pemberitahuan.
    case notice
    /// A list of voters: DPT, DPTb, DPK.
    case roll
    /// The letter of a voter who votes elsewhere: A.5.
    case transfer
    /// An identity card, a family's card, or any other page with identity numbers.
    case identity

    /// What is done with such a page.
    public enum Standing: Hashable, Sendable {
        /// Its copy without descriptions is published.
        case published
        /// It is kept, and not published.
        case kept
        /// It is not taken.
        case refused
    }

    /// What is done with it.
    public var standing: Standing {
        switch self {
        case .result, .plano, .minutes, .specialEvents: .published
        case .delivery, .receipt: .kept
        case .attendance, .companion, .notice, .roll, .transfer, .identity: .refused
        }
    }

    /// Whether it is of one ballot; the others are of a station.
    public var isOfBallot: Bool { self == .result || self == .plano }

    /// What it is called.
    public var name: LocalizedText {
        switch self {
        case .result:
            LocalizedText(id: "Sertifikat hasil (C1, C.Hasil Salinan)", en: "Certificate of the result (C1)")
        case .plano: LocalizedText(id: "Plano (C1 Plano, C.Hasil)", en: "Tally sheet (C1 Plano, C.Hasil)")
        case .minutes: LocalizedText(id: "Berita acara (C-KPU)", en: "Minutes (C-KPU)")
        case .specialEvents:
            LocalizedText(
                id: "Kejadian khusus/keberatan saksi (C2)",
                en: "Special events and objections (C2)"
            )
        case .delivery: LocalizedText(id: "Surat pengantar (C4)", en: "Delivery letter (C4)")
        case .receipt: LocalizedText(id: "Tanda terima salinan (C5)", en: "Receipt for copies (C5)")
        case .attendance: LocalizedText(id: "Daftar hadir (C7)", en: "Attendance list (C7)")
        case .companion:
            LocalizedText(id: "Surat pernyataan pendamping (C3)", en: "Companion's statement (C3)")
        case .notice: LocalizedText(id: "Surat pemberitahuan (C6)", en: "Call to vote (C6)")
        case .roll:
            LocalizedText(id: "Daftar pemilih (DPT, DPTb, DPK)", en: "List of voters (DPT, DPTb, DPK)")
        case .transfer:
            LocalizedText(id: "Surat pindah memilih (A.5)", en: "Letter of a voter who moved (A.5)")
        case .identity: LocalizedText(id: "Halaman dengan NIK atau NKK", en: "Page with identity numbers")
        }
    }
}
