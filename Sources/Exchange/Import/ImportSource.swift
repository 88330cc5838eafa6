public import Elections

/// A shape in which station figures were published, and how Pleno calls what it reads from it.
public enum ImportSource: String, CaseIterable, Hashable, Sendable {
    /// The KPU's Sirekap of 2024: a JSON file per station, or tables made of them.
    case sirekap
    /// Tables in the shape of the KPU's Situng of 2019.
    case situng

    /// The ballot whose forms are read.
    public var ballot: Ballot { .president }

    /// The law of a new folder whose law nobody names.
    public var usualLaw: Law {
        switch self {
        case .sirekap: .pemilu2024
        case .situng: .pemilu2019
        }
    }

    /// The laws under which forms of this shape were filled in.
    var laws: [Law] {
        switch self {
        case .sirekap: [.pemilu2024]
        case .situng: Law.all.filter { $0.ballots[ballot] != nil }
        }
    }

    /// What a new reading is called.
    var readingName: LocalizedText {
        switch self {
        case .sirekap: LocalizedText(id: "Pembacaan Sirekap", en: "Sirekap reading")
        case .situng: LocalizedText(id: "Pembacaan Situng", en: "Situng reading")
        }
    }

    /// Where the forms come from, for `election.yaml`.
    func formSource(_ law: Law) -> LocalizedText {
        let form = law.ballots[ballot]?.forms.station ?? ""
        return switch self {
        case .sirekap:
            LocalizedText(
                id: "Formulir \(form) sebagaimana dibaca mesin dan diterbitkan KPU di Sirekap, apa adanya",
                en:
                    "Forms \(form) as read by optical recognition and published by the KPU in Sirekap, uncorrected"
            )
        case .situng:
            LocalizedText(
                id: "Formulir \(form) sebagaimana dibaca dan diterbitkan KPU di Situng, apa adanya",
                en: "Forms \(form) as read and published by the KPU in Situng, uncorrected"
            )
        }
    }

    /// Where a register made of the forms comes from.
    var registerSource: LocalizedText {
        switch self {
        case .sirekap:
            LocalizedText(
                id: "Kode dan nama wilayah dari berkas Sirekap KPU; wilayah tanpa nama memakai kodenya",
                en: "Codes and names from the KPU's Sirekap files; a region without a name has its code"
            )
        case .situng:
            LocalizedText(
                id: "Kode dan nama wilayah dari berkas Situng KPU; wilayah tanpa nama memakai kodenya",
                en: "Codes and names from the KPU's Situng files; a region without a name has its code"
            )
        }
    }

    /// Where the stations and their electorate come from.
    var rollSource: LocalizedText {
        switch self {
        case .sirekap:
            LocalizedText(
                id: "TPS menurut berkas Sirekap KPU; jumlah pemilih DPT yang ditetapkan belum diisi",
                en: "Stations by the KPU's Sirekap files; the decreed electorate (DPT) is not filled in"
            )
        case .situng:
            LocalizedText(
                id: "TPS dan pemilih DPT menurut jenis kelamin, dari berkas Situng KPU",
                en: "Stations and electorate (DPT) by sex, from the KPU's Situng files"
            )
        }
    }
}

extension Law {
    /// The pairs who stood for president, where this program knows them; the colours serve charts only.
    var presidentialPairs: [Contestant]? {
        switch id {
        case Law.pemilu2019.id:
            [
                pair(1, "Joko Widodo – Ma'ruf Amin", "Jokowi–Ma'ruf", "#b5382f"),
                pair(2, "Prabowo Subianto – Sandiaga Uno", "Prabowo–Sandi", "#2f74b5"),
            ]
        case Law.pemilu2024.id:
            [
                pair(1, "Anies Rasyid Baswedan – Muhaimin Iskandar", "Anies–Muhaimin", "#1b7a44"),
                pair(2, "Prabowo Subianto – Gibran Rakabuming Raka", "Prabowo–Gibran", "#2f74b5"),
                pair(3, "Ganjar Pranowo – Mahfud MD", "Ganjar–Mahfud", "#b5382f"),
            ]
        default: nil
        }
    }

    private func pair(_ number: Int, _ name: String, _ short: String, _ colour: String) -> Contestant {
        Contestant(number: number, name: name, shortName: short, colour: colour, kind: .pair)
    }
}
