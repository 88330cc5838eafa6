public import Elections

/// The kinds of papers; the raw value is the first step of a name.
public enum DocumentKind: String, CaseIterable, Hashable, Sendable {
    /// A station's result: C1 or C.HASIL.
    case stationResult = "hasil-tps"
    /// A station's form with nothing on it yet.
    case blankForm = "formulir"
    /// The letter that calls people to a plenary.
    case invitation = "undangan"
    /// The figures of a plenary with a column for each unit, and its certificate: DAA1, DA1, DB1 or D.HASIL.
    case recapitulation = "rekapitulasi"
    /// Minutes of a plenary.
    case minutes = "berita-acara"
    /// Who attended a plenary.
    case attendance = "daftar-hadir"
    /// Objections and special events of a plenary: DA2, DB2 or D.KEJADIAN KHUSUS.
    case objections = "keberatan"
    /// What a plenary corrected, as the public is told.
    case correctionNotice = "pembetulan"
    /// A vote or count held again: why it was ordered, and how it was held.
    case revote = "ulang"
    /// A case before a forum, from its registration to what carried its ruling out.
    case caseFile = "perkara"
    /// Where certified figures are not the sum of what was read below.
    case shiftReport = "pergeseran"
    /// The forms that dice drew, read again.
    case auditReport = "audit"
    /// A decree by which a result is determined.
    case decree = "keputusan"
    /// How a district's seats follow from its votes, quotient by quotient.
    case seatSheet = "perhitungan-kursi"
    /// Who is elected.
    case elected = "calon-terpilih"
    /// The letter that proposes the elected.
    case proposal = "usul"
    /// Minutes of an oath.
    case oath = "sumpah"
    /// Who took the seat of whom, and why.
    case replacement = "penggantian"
    /// What is stuck on the boxes and envelopes of a village's stations.
    case label = "label"

    /// Whether its papers are of a plenary, whose number follows in their names.
    public var isOfPlenary: Bool {
        switch self {
        case .invitation, .recapitulation, .minutes, .attendance, .objections, .correctionNotice,
            .auditReport:
            true
        case .stationResult, .blankForm, .revote, .caseFile, .shiftReport, .decree, .seatSheet, .elected,
            .proposal, .oath, .replacement, .label:
            false
        }
    }

    /// What it is called.
    public var name: LocalizedText {
        switch self {
        case .stationResult: LocalizedText(id: "Hasil penghitungan suara di TPS", en: "Result of a station")
        case .blankForm: LocalizedText(id: "Formulir hasil kosong", en: "Blank form of a station")
        case .invitation: LocalizedText(id: "Undangan rapat pleno", en: "Invitation to a plenary")
        case .recapitulation: LocalizedText(id: "Rekapitulasi hasil", en: "Recapitulation")
        case .shiftReport: LocalizedText(id: "Laporan pergeseran angka", en: "Shift report")
        case .auditReport: LocalizedText(id: "Laporan audit cuplikan", en: "Report of a sampled audit")
        case .correctionNotice: LocalizedText(id: "Pengumuman pembetulan", en: "Correction notice")
        case .revote: LocalizedText(id: "Pemungutan atau penghitungan ulang", en: "Re-vote or recount")
        case .caseFile: LocalizedText(id: "Berkas perkara", en: "Case file")
        case .oath: LocalizedText(id: "Berita acara sumpah", en: "Minutes of an oath")
        case .replacement: LocalizedText(id: "Penggantian calon terpilih", en: "Replacement")
        case .minutes: LocalizedText(id: "Berita acara rapat pleno", en: "Minutes of a plenary")
        case .attendance: LocalizedText(id: "Daftar hadir", en: "Attendance")
        case .objections:
            LocalizedText(id: "Kejadian khusus dan keberatan saksi", en: "Special events and objections")
        case .decree: LocalizedText(id: "Keputusan penetapan", en: "Decree of a determination")
        case .seatSheet: LocalizedText(id: "Perhitungan kursi", en: "Seat calculation")
        case .elected: LocalizedText(id: "Daftar calon terpilih", en: "List of the elected")
        case .proposal: LocalizedText(id: "Surat usul peresmian", en: "Letter of proposal")
        case .label: LocalizedText(id: "Label kotak dan sampul", en: "Labels of boxes and envelopes")
        }
    }
}

/// Which paper of an office it is; its name is the path of its file: `rekapitulasi/3/ppwp`.
public enum DocumentKey: Hashable, Sendable {
    case stationResult(FormKey)
    /// Of a district where forms differ by it.
    case blankForm(Ballot, district: Int?)
    case invitation(plenary: Int)
    /// Of a subdistrict's plenary also of each village, whose stations stand there.
    case recapitulation(plenary: Int, Ballot, village: RegionCode?)
    case correctionNotice(plenary: Int)
    case shiftReport(Ballot)
    case auditReport(plenary: Int, Ballot)
    case revote(Int)
    case caseFile(Int)
    case minutes(plenary: Int)
    case attendance(plenary: Int)
    case objections(plenary: Int)
    /// By the number of the determination, from 1.
    case decree(Int)
    case seatSheet(Ballot, district: Int)
    case elected(Ballot)
    case proposal(Ballot)
    case oath(Ballot)
    case replacement(Ballot, MemberKey)
    /// Of the stations of a village.
    case label(RegionCode)

    /// The kind.
    public var kind: DocumentKind {
        switch self {
        case .stationResult: .stationResult
        case .blankForm: .blankForm
        case .invitation: .invitation
        case .recapitulation: .recapitulation
        case .correctionNotice: .correctionNotice
        case .shiftReport: .shiftReport
        case .auditReport: .auditReport
        case .revote: .revote
        case .caseFile: .caseFile
        case .oath: .oath
        case .replacement: .replacement
        case .minutes: .minutes
        case .attendance: .attendance
        case .objections: .objections
        case .decree: .decree
        case .seatSheet: .seatSheet
        case .elected: .elected
        case .proposal: .proposal
        case .label: .label
        }
    }

    /// The plenary whose paper it is; `nil` of others.
    public var plenary: Int? {
        switch self {
        case .invitation(let number), .minutes(let number), .attendance(let number), .objections(let number),
            .correctionNotice(let number), .recapitulation(let number, _, _), .auditReport(let number, _):
            number
        case .stationResult, .blankForm, .shiftReport, .revote, .caseFile, .decree, .seatSheet, .elected,
            .proposal, .oath, .replacement, .label:
            nil
        }
    }

    /// Its name: steps of letters, digits, dots and hyphens with strokes between them.
    public var name: String {
        let rest =
            switch self {
            case .stationResult(let form):
                "\(Self.step(form.ballot))/\(form.station)-\(form.version.rawValue)"
            case .recapitulation(let plenary, let ballot, let village):
                "\(plenary)/\(Self.step(ballot))" + (village.map { "/\($0)" } ?? "")
            case .auditReport(let plenary, let ballot): "\(plenary)/\(Self.step(ballot))"
            case .blankForm(let ballot, let district):
                Self.step(ballot) + (district.map { "/\($0)" } ?? "")
            case .invitation(let number), .minutes(let number), .attendance(let number),
                .objections(let number), .correctionNotice(let number), .revote(let number),
                .caseFile(let number), .decree(let number):
                "\(number)"
            case .label(let village): village.description
            case .seatSheet(let ballot, let district): "\(Self.step(ballot))/\(district)"
            case .elected(let ballot), .proposal(let ballot), .oath(let ballot), .shiftReport(let ballot):
                Self.step(ballot)
            case .replacement(let ballot, let seat):
                "\(Self.step(ballot))/\(seat.district)-\(seat.contestant)-\(seat.seat)"
            }
        return "\(kind.rawValue)/\(rest)"
    }

    private static func step(_ ballot: Ballot) -> String {
        String(ballot.rawValue.lowercased().map { $0 == "_" ? "-" : $0 })
    }
}

extension DocumentKey: Encodable {
    /// Writes its name.
    public func encode(to encoder: any Encoder) throws {
        var value = encoder.singleValueContainer()
        try value.encode(name)
    }
}
