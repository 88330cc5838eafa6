private typealias Text = LocalizedText

extension CaseForum {
    /// What it is called.
    public var name: LocalizedText {
        switch self {
        case .nationalSupervisor: .same("Bawaslu RI")
        case .provincialSupervisor: Text(id: "Bawaslu Provinsi", en: "Bawaslu of the province")
        case .regencySupervisor: Text(id: "Bawaslu Kabupaten/Kota", en: "Bawaslu of the regency")
        case .subdistrictSupervisor: Text(id: "Panwascam", en: "Subdistrict supervisors (Panwascam)")
        case .ethicsCouncil: Text(id: "DKPP", en: "Ethics council (DKPP)")
        case .administrativeCourt: Text(id: "Pengadilan TUN", en: "Administrative court (PTUN)")
        case .constitutionalCourt: Text(id: "Mahkamah Konstitusi", en: "Constitutional Court (MK)")
        case .lawEnforcement: Text(id: "Sentra Gakkumdu", en: "Law enforcement centre (Gakkumdu)")
        case .court: Text(id: "Pengadilan", en: "Court")
        case .supremeCourt: Text(id: "Mahkamah Agung", en: "Supreme Court (MA)")
        case .informationCommission: Text(id: "Komisi Informasi", en: "Information commission")
        }
    }
}

extension CaseKind {
    /// What it is called.
    public var name: LocalizedText {
        switch self {
        case .administrative: Text(id: "pelanggaran administratif", en: "administrative violation")
        case .massive:
            Text(
                id: "pelanggaran terstruktur, sistematis, dan masif (TSM)",
                en: "structured, systematic and massive violation (TSM)"
            )
        case .process: Text(id: "sengketa proses", en: "dispute of the process")
        case .result: Text(id: "perselisihan hasil (PHPU/PHP)", en: "dispute of the result (PHPU/PHP)")
        case .ethics: Text(id: "kode etik", en: "code of ethics")
        case .crime: Text(id: "tindak pidana pemilu", en: "election crime")
        case .information: Text(id: "sengketa informasi publik", en: "dispute about public information")
        }
    }
}

extension CaseParty.Capacity {
    /// What it is called.
    public var name: LocalizedText {
        switch self {
        case .voter: Text(id: "pemilih", en: "a voter")
        case .participant: Text(id: "peserta pemilu", en: "a participant")
        case .candidate: Text(id: "calon", en: "a candidate")
        case .pair: Text(id: "pasangan calon", en: "a pair of candidates")
        case .observer: Text(id: "pemantau", en: "an observer")
        case .overseer: Text(id: "temuan Bawaslu", en: "a supervisor's finding")
        case .office: Text(id: "KPU kabupaten/kota", en: "the regency's commission")
        case .provincialCommission: Text(id: "KPU provinsi", en: "the provincial commission")
        case .nationalCommission: Text(id: "KPU RI", en: "the national commission")
        case .subdistrictCommittee: .same("PPK")
        case .villageCommittee: .same("PPS")
        case .stationCommittee: .same("KPPS")
        case .other: Text(id: "pihak lain", en: "somebody else")
        }
    }
}

extension DisputeCase.Stage {
    /// What it is called.
    public var name: LocalizedText {
        switch self {
        case .registered: Text(id: "diregistrasi", en: "registered")
        case .answered: Text(id: "dijawab", en: "answered")
        case .ruled: Text(id: "diputus", en: "ruled")
        case .closed: Text(id: "selesai", en: "closed")
        }
    }
}

extension HearingHeld.Kind {
    /// What it is called.
    public var name: LocalizedText {
        switch self {
        case .preliminary: Text(id: "pemeriksaan pendahuluan", en: "preliminary examination")
        case .mediation: Text(id: "mediasi", en: "mediation")
        case .examination: Text(id: "sidang pemeriksaan", en: "hearing")
        case .evidence: Text(id: "pembuktian", en: "evidence")
        case .verdict: Text(id: "pembacaan putusan", en: "reading of the ruling")
        }
    }
}

extension CaseOutcome {
    /// What it is called.
    public var name: LocalizedText {
        switch self {
        case .proven: Text(id: "terbukti/dikabulkan", en: "proven")
        case .notProven: Text(id: "tidak terbukti/ditolak", en: "not proven")
        case .partly: Text(id: "terbukti/dikabulkan sebagian", en: "proven in part")
        case .withdrawn: Text(id: "dicabut", en: "withdrawn")
        case .notAccepted: Text(id: "tidak dapat diterima", en: "not accepted")
        }
    }
}

extension CaseEffect.Kind {
    /// What it does.
    public var name: LocalizedText {
        switch self {
        case .correction: Text(id: "rekapitulasi dibetulkan", en: "figures corrected in a plenary")
        case .recount: Text(id: "penghitungan suara ulang", en: "recount")
        case .revote: Text(id: "pemungutan suara ulang", en: "re-vote")
        case .figures: Text(id: "angka ditetapkan putusan", en: "figures set by the ruling")
        case .candidateCancelled: Text(id: "calon dibatalkan", en: "candidate cancelled")
        }
    }
}

extension CaseDue.Standing {
    /// What it is called.
    public var name: LocalizedText {
        switch self {
        case .open: Text(id: "belum dilaksanakan", en: "open")
        case .met: Text(id: "tepat waktu", en: "in time")
        case .late: Text(id: "terlambat", en: "late")
        case .unknown: Text(id: "tidak dapat dihitung", en: "cannot be counted")
        }
    }
}

extension Fulfilment {
    /// What carried it out.
    public var words: LocalizedText {
        switch self {
        case .revotes(let numbers):
            let list = numbers.map(String.init).joined(separator: ", ")
            return Text(id: "ulangan nomor \(list)", en: "re-votes number \(list)")
        case .plenary(let number): return Text(id: "pleno \(number)", en: "plenary \(number)")
        case .cancellation: return Text(id: "calon dibatalkan", en: "candidate cancelled")
        case .paper(let paper): return .same("\(paper.reference), \(paper.date)")
        }
    }
}

extension CaseEvidence {
    /// What it is.
    public var words: LocalizedText {
        switch self {
        case .form(let form): form.words
        case .certificate(let plenary):
            Text(id: "sertifikat pleno \(plenary)", en: "the certificate of plenary \(plenary)")
        case .photo(let digest):
            Text(
                id: "foto \(digest.description.prefix(12))…",
                en: "picture \(digest.description.prefix(12))…"
            )
        case .paper(let paper): .same("\(paper.reference), \(paper.date)")
        }
    }
}

extension CaseCandidate {
    /// Who, by their numbers.
    public var words: LocalizedText {
        let place = district.map { " dapil \($0)" } ?? ""
        let list = number.map { "-\($0)" } ?? ""
        return .same("\(ballot.rawValue)\(place) \(contestant)\(list)")
    }
}

extension Deadline.Refusal {
    /// Why a last day cannot be counted.
    public var words: LocalizedText {
        switch self {
        case .needsMoment:
            Text(
                id: "dihitung dalam jam; saatnya tidak diketahui",
                en: "counted in hours, and the moment is not known"
            )
        case .holidaysUnknown(let year):
            Text(id: "hari libur tahun \(year) tidak diketahui", en: "the holidays of \(year) are not known")
        case .beyondCalendar: Text(id: "di luar kalender 1900–2999", en: "outside the years 1900–2999")
        }
    }
}
