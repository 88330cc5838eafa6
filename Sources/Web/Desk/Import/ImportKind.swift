import Elections
import Exchange

/// What a file that is handed in is to become.
enum ImportKind: String, CaseIterable, Hashable, Sendable {
    /// Entries of whoever hands it in, as if they typed them.
    case entries
    /// A reading that is held beside the office's, and never counts.
    case readings

    /// What it takes.
    var permission: Permission {
        switch self {
        case .entries: .enterForms
        case .readings: .compareReadings
        }
    }

    /// Its step in an address.
    var path: PathPattern {
        switch self {
        case .entries: "entries"
        case .readings: "readings"
        }
    }

    /// What it is called.
    var name: LocalizedText {
        switch self {
        case .entries: LocalizedText(id: "Impor sebagai entri", en: "Import as entries")
        case .readings: LocalizedText(id: "Impor untuk disandingkan", en: "Import for comparison")
        }
    }

    /// What it means.
    var lead: LocalizedText {
        switch self {
        case .entries:
            LocalizedText(
                id:
                    "Setiap formulir dalam berkas menjadi ketikan Anda, yang pertama atau yang kedua; orang lain "
                    + "tetap harus mengetiknya juga.",
                en:
                    "Each form of the file becomes an entry of yours, the first or the second; somebody else still "
                    + "has to type it too."
            )
        case .readings:
            LocalizedText(
                id:
                    "Berkas menjadi pembacaan tersendiri yang disandingkan dengan angka kantor dan tidak pernah "
                    + "dihitung. Pembacaan itu tampil di situs publik.",
                en:
                    "The file becomes a reading of its own beside the office's, and never counts. It is shown on "
                    + "the public site."
            )
        }
    }
}

extension HandedForms.Shape {
    /// What it is called.
    var name: LocalizedText {
        switch self {
        case .desk: LocalizedText(id: "CSV meja hitung", en: "CSV of the desk")
        case .sirekap: LocalizedText(id: "Sirekap (JSON atau CSV)", en: "Sirekap (JSON or CSV)")
        }
    }
}

extension HandedFate.Reason {
    /// Why a form is left out.
    ///
    /// - Parameter name: What a field is called.
    /// - Returns: The words.
    func words(_ name: (Field) -> String) -> LocalizedText {
        switch self {
        case .stationUnknown:
            LocalizedText(id: "TPS tidak ada dalam daftar", en: "the register does not have the station")
        case .outsideArea:
            LocalizedText(id: "di luar wilayah mandat Anda", en: "outside the area of your mandate")
        case .ballotNotAtStation:
            LocalizedText(
                id: "TPS ini tidak memakai surat suara itu",
                en: "the station does not have that ballot"
            )
        case .nothingEntered: LocalizedText(id: "tidak ada angka", en: "no figure is entered")
        case .repeated(let row?):
            LocalizedText(id: "sama dengan baris \(row)", en: "the same as row \(row)")
        case .repeated(nil): LocalizedText(id: "sudah ada dalam berkas", en: "in the file already")
        case .notOnForm(let field):
            LocalizedText(
                id: "formulir TPS ini tidak punya isian \(name(field))",
                en: "the form of this station has no field \(name(field))"
            )
        case .notHeld:
            LocalizedText(
                id: "pemungutan atau penghitungan ulang itu belum ditetapkan dan dilaksanakan",
                en: "that vote or count was not ordered and held"
            )
        case .typedBefore: LocalizedText(id: "sudah Anda ketik", en: "you typed it already")
        case .accepted: LocalizedText(id: "sudah diterima", en: "accepted already")
        case .takenBefore:
            LocalizedText(
                id: "sudah diambil dari berkas ini",
                en: "taken from this file already"
            )
        case .notWaiting:
            LocalizedText(id: "tidak menunggu ketikan Anda", en: "does not wait for you to type it")
        }
    }

    /// Its name for programs; never changes its meaning.
    var code: String {
        switch self {
        case .stationUnknown: "unknown-station"
        case .outsideArea: "outside-area"
        case .ballotNotAtStation: "ballot-not-at-station"
        case .nothingEntered: "nothing-entered"
        case .repeated: "repeated"
        case .notOnForm: "not-on-form"
        case .notHeld: "not-held"
        case .typedBefore: "typed-before"
        case .accepted: "accepted"
        case .takenBefore: "taken-before"
        case .notWaiting: "not-yours"
        }
    }
}
