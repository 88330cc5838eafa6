extension Deadline.Period {
    /// A length of time and what it is counted from.
    public var words: LocalizedText {
        guard count > 0 else {
            return LocalizedText(
                id: "hari yang sama dengan \(event.name.indonesian)",
                en: "the same day as \(event.name.english)"
            )
        }
        let counted =
            firstDay == .same
            ? (" (hari itu dihitung)", ", that day counted") : ("", "")
        return LocalizedText(
            id: "\(count) \(unit.name.indonesian) sejak \(event.name.indonesian)\(counted.0)",
            en: "\(count) \(unit.name.english) from \(event.name.english)\(counted.1)"
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
        case .completion:
            LocalizedText(id: "berkas dinyatakan lengkap", en: "the finding that the file is complete")
        case .referral:
            LocalizedText(id: "pelimpahan berkas", en: "the referral of the file")
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
        case .revote:
            LocalizedText(id: "Pemungutan suara ulang", en: "Re-vote")
        case .stationRecount:
            LocalizedText(id: "Penghitungan ulang di TPS", en: "Recount at the station")
        case .tierRecount:
            LocalizedText(id: "Penghitungan ulang dalam rekapitulasi", en: "Recount in a recapitulation")
        case .regencyResult:
            LocalizedText(id: "Hasil kabupaten/kota", en: "Result of the regency")
        case .provinceResult:
            LocalizedText(id: "Hasil provinsi", en: "Result of the province")
        case .nationalResult:
            LocalizedText(id: "Hasil nasional", en: "Result of the nation")
        case .resultDispute:
            LocalizedText(id: "Permohonan sengketa hasil ke MK", en: "Petition against a result")
        case .petitionCompletion:
            LocalizedText(
                id: "Perbaikan permohonan sengketa hasil",
                en: "Completion of a petition against a result"
            )
        case .resultRuling:
            LocalizedText(id: "Putusan MK atas hasil", en: "Ruling of the court on a result")
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
        case .replacementDecree:
            LocalizedText(
                id: "Keputusan penggantian calon terpilih",
                en: "Decree replacing an elected candidate"
            )
        case .interimReplacement:
            LocalizedText(id: "Nama pengganti antarwaktu (PAW)", en: "Name of an interim replacement (PAW)")
        case .violationReport:
            LocalizedText(id: "Laporan pelanggaran", en: "Report of a violation")
        case .violationFinding:
            LocalizedText(id: "Penetapan temuan pelanggaran", en: "Finding of a violation by a supervisor")
        case .violationFollowUp:
            LocalizedText(id: "Tindak lanjut laporan pelanggaran", en: "Follow-up of a report of a violation")
        case .violationInquiry:
            LocalizedText(
                id: "Keterangan tambahan atas laporan pelanggaran",
                en: "Inquiry into a report of a violation"
            )
        case .administrativeRuling:
            LocalizedText(
                id: "Putusan pelanggaran administratif",
                en: "Ruling on an administrative violation"
            )
        case .administrativeFollowUp:
            LocalizedText(id: "Tindak lanjut putusan administratif", en: "Follow-up of such a ruling")
        case .massiveViolationRuling:
            LocalizedText(id: "Putusan pelanggaran TSM", en: "Ruling on a massive violation (TSM)")
        case .massiveViolationDecree:
            LocalizedText(id: "Keputusan KPU atas putusan TSM", en: "KPU's decree on such a ruling (TSM)")
        case .massiveViolationPetition:
            LocalizedText(
                id: "Upaya hukum ke MA atas keputusan TSM",
                en: "Petition to the Supreme Court (TSM)"
            )
        case .massiveViolationJudgment:
            LocalizedText(id: "Putusan MA atas keputusan TSM", en: "Judgment of the Supreme Court (TSM)")
        case .processDispute:
            LocalizedText(id: "Permohonan sengketa proses", en: "Petition in a process dispute")
        case .processRuling:
            LocalizedText(id: "Putusan sengketa proses", en: "Ruling in a process dispute")
        case .courtPetition:
            LocalizedText(id: "Gugatan sengketa proses ke PTUN", en: "Claim at the administrative court")
        case .courtCompletion:
            LocalizedText(id: "Perbaikan gugatan sengketa proses", en: "Completion of such a claim")
        case .courtRuling:
            LocalizedText(id: "Putusan PTUN atas sengketa proses", en: "Ruling of the administrative court")
        case .courtFollowUp:
            LocalizedText(id: "Tindak lanjut putusan PTUN", en: "Follow-up of the court's ruling")
        case .cassationPetition:
            LocalizedText(id: "Permohonan kasasi sengketa proses", en: "Cassation in a process dispute")
        case .cassationRuling:
            LocalizedText(id: "Putusan kasasi sengketa proses", en: "Ruling on a cassation")
        case .crimeReferral:
            LocalizedText(
                id: "Penerusan dugaan pidana pemilu ke polisi",
                en: "Election crime passed to the police"
            )
        case .crimeInvestigation:
            LocalizedText(id: "Penyidikan pidana pemilu", en: "Investigation of an election crime")
        case .crimeFileReturn:
            LocalizedText(id: "Pengembalian berkas oleh penuntut umum", en: "File returned by the prosecutor")
        case .crimeFileCompletion:
            LocalizedText(id: "Berkas dilengkapi penyidik", en: "File completed by the investigator")
        case .crimeCharge:
            LocalizedText(
                id: "Pelimpahan berkas pidana pemilu ke pengadilan",
                en: "Charge brought before the court"
            )
        case .crimeJudgment:
            LocalizedText(
                id: "Putusan pengadilan negeri atas pidana pemilu",
                en: "Judgment on an election crime"
            )
        case .crimeAppeal:
            LocalizedText(id: "Permohonan banding pidana pemilu", en: "Appeal against such a judgment")
        case .crimeAppealReferral:
            LocalizedText(id: "Pelimpahan berkas banding", en: "File of the appeal passed on")
        case .crimeAppealJudgment:
            LocalizedText(id: "Putusan banding pidana pemilu", en: "Judgment on the appeal")
        case .crimeJudgmentNotice:
            LocalizedText(
                id: "Penyampaian putusan kepada penuntut umum",
                en: "Judgment passed to the prosecutor"
            )
        case .crimeJudgmentExecution:
            LocalizedText(id: "Pelaksanaan putusan pidana pemilu", en: "Judgment carried out")
        case .informationRequest:
            LocalizedText(
                id: "Jawaban permintaan informasi publik",
                en: "Answer to a request for information"
            )
        case .informationExtension:
            LocalizedText(id: "Perpanjangan jawaban permintaan informasi", en: "Extension of such an answer")
        case .informationObjection:
            LocalizedText(id: "Keberatan atas jawaban informasi", en: "Objection to such an answer")
        case .informationObjectionAnswer:
            LocalizedText(id: "Tanggapan atas keberatan informasi", en: "Answer to such an objection")
        case .informationDispute:
            LocalizedText(
                id: "Permohonan sengketa ke Komisi Informasi",
                en: "Dispute before the Information Commission"
            )
        }
    }
}
