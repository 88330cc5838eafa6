public import Elections

private typealias Text = LocalizedText

extension PlenaryFault {
    /// What does not fit, and what to do next.
    public var words: LocalizedText {
        switch self {
        case .number(let next):
            Text(
                id: "nomor pleno berikutnya \(next); muat ulang halaman ini",
                en: "the next plenary is number \(next); load this page again"
            )
        case .stage(let stage): stage.refusal
        case .subject(.recapitulation):
            Text(id: "pleno ini merekap, tidak memutuskan", en: "this plenary adds up and does not decide")
        case .subject:
            Text(id: "pleno ini memutuskan, tidak merekap", en: "this plenary decides and does not add up")
        case .tier(let code):
            Text(id: "tidak ada rapat pleno di \(code)", en: "no plenary is held for \(code)")
        case .ballotNotHere(let ballot, let code):
            Text(
                id: "\(ballot.rawValue) tidak direkap di \(code) dalam pleno ini",
                en: "\(ballot.rawValue) is not added up for \(code) in this plenary"
            )
        case .ballots:
            Text(id: "pilih surat suara, masing-masing sekali", en: "choose the ballots, each once")
        case .members: Text(id: "jumlah anggota 3, 5, atau 7", en: "a body has 3, 5 or 7 members")
        case .needsGround(let ballot, let code, _):
            Text(
                id:
                    "\(ballot.rawValue) di \(code) sudah direkap; pleno lain hanya dengan dasar tersendiri, setelah "
                    + "yang sebelumnya selesai",
                en:
                    "\(ballot.rawValue) of \(code) was added up already; another plenary needs a ground of its own, "
                    + "once the one before is over"
            )
        case .replaced(let number):
            Text(
                id: "pleno ini digantikan pleno \(number)",
                en: "plenary \(number) took the place of this one"
            )
        case .noGround:
            Text(
                id: "belum ada yang ditetapkan; kosongkan dasarnya",
                en: "nothing was certified before; leave the ground empty"
            )
        case .next(let number):
            Text(
                id: "nomor berikutnya \(number); muat ulang halaman ini",
                en: "the next number is \(number); load this page again"
            )
        case .noAttendee(let number):
            Text(id: "tidak ada peserta nomor \(number)", en: "nobody has number \(number)")
        case .absent(let number):
            Text(
                id: "peserta nomor \(number) tidak hadir; hanya yang hadir dapat melakukannya",
                en: "number \(number) is not there; only who is there can do this"
            )
        case .mandate(let capacity):
            Text(
                id:
                    "mandatnya tidak berlaku untuk \(capacity.words.indonesian) di sini: periksa nomor, masa, wilayah, "
                    + "peserta pemilu, dan surat suaranya",
                en:
                    "no mandate for \(capacity.words.english) here: look at its number, period, place, contestant and "
                    + "ballots"
            )
        case .attendsAlready(let number):
            Text(
                id: "sudah hadir sebagai nomor \(number)",
                en: "attends already, as number \(number)"
            )
        case .noChair: Text(id: "ketua belum hadir", en: "no chair is there")
        case .quorum(let present, let needed):
            Text(
                id: "\(present) anggota hadir, kuorum \(needed)",
                en: "\(present) members are there, the quorum is \(needed)"
            )
        case .tooManyMembers(let most):
            Text(id: "anggotanya hanya \(most)", en: "the body has \(most) members")
        case .noVoice(let number):
            Text(
                id: "peserta nomor \(number) tidak berhak untuk ini",
                en: "number \(number) has no voice for this"
            )
        case .noUnit(let unit):
            Text(
                id: "\(unit.words.indonesian) tidak ada dalam tabel pleno ini",
                en: "\(unit.words.english) is not on this plenary's table"
            )
        case .notReady(let ballot, let unit):
            Text(
                id: "\(ballot.rawValue), \(unit.words.indonesian): angkanya belum ada",
                en: "\(ballot.rawValue), \(unit.words.english): its figures are not there yet"
            )
        case .readAlready(let ballot, let unit):
            Text(
                id: "\(ballot.rawValue), \(unit.words.indonesian): sudah dibacakan",
                en: "\(ballot.rawValue), \(unit.words.english): was read already"
            )
        case .unread(let ballot, let unit):
            Text(
                id: "\(ballot.rawValue), \(unit.words.indonesian): bacakan dahulu",
                en: "\(ballot.rawValue), \(unit.words.english): read it first"
            )
        case .unreadUnits(let ballot, let count, let first):
            Text(
                id: "\(ballot.rawValue): \(count) belum dibacakan, mulai \(first.words.indonesian)",
                en: "\(ballot.rawValue): \(count) were not read, \(first.words.english) first"
            )
        case .figureMissing(let ballot, let unit, let field):
            Text(
                id:
                    "\(ballot.rawValue), \(unit.words.indonesian): kolom \(field.column) kosong; betulkan dahulu",
                en:
                    "\(ballot.rawValue), \(unit.words.english): field \(field.column) is empty; correct it first"
            )
        case .tooLarge(let ballot):
            Text(
                id: "\(ballot.rawValue): jumlahnya terlalu besar untuk formulir",
                en: "\(ballot.rawValue): a sum is larger than a form has room for"
            )
        case .noObjection(let number):
            Text(id: "tidak ada keberatan nomor \(number)", en: "there is no objection \(number)")
        case .answeredAlready(let number):
            Text(id: "keberatan \(number) sudah dijawab", en: "objection \(number) is answered already")
        case .unanswered(let numbers):
            Text(
                id: "jawab dahulu keberatan \(numbers.listed)",
                en: "answer objection \(numbers.listed) first"
            )
        case .uncorrected(let numbers):
            Text(
                id: "keberatan \(numbers.listed) diterima, tetapi angkanya belum dibetulkan",
                en: "objection \(numbers.listed) was accepted and its figure not corrected"
            )
        case .lastTier(let ballot):
            Text(
                id: "\(ballot.rawValue) berakhir di tingkat ini; keberatannya harus diputuskan di sini",
                en: "\(ballot.rawValue) ends at this tier; the objection must be decided here"
            )
        case .deferredBelow(let plenary, let objection):
            Text(
                id: "keberatan \(objection) dari pleno \(plenary) diteruskan ke sini dan belum dijawab",
                en:
                    "objection \(objection) of plenary \(plenary) was deferred to this one and waits for an answer"
            )
        case .fields:
            Text(
                id: "sebutkan kolom yang ada di formulir, masing-masing sekali",
                en: "name fields of the form, each once"
            )
        case .otherFigure(let field, let standing):
            Text(
                id:
                    "kolom \(field.column) sekarang \(standing.map(String.init) ?? "kosong"); muat ulang dan lihat lagi",
                en:
                    "field \(field.column) is \(standing.map(String.init) ?? "empty") now; load this page again and look once more"
            )
        case .initials:
            Text(id: "paraf ketua diperlukan", en: "the chair's initials are needed")
        case .samePerson:
            Text(
                id: "tidak seorang pun menjawab keberatannya sendiri atau berbicara atas nama orang lain",
                en: "nobody answers their own objection or speaks for another"
            )
        case .signedAlready(let number):
            Text(
                id: "peserta nomor \(number) sudah menandatangani atau menolak",
                en: "number \(number) signed or refused already"
            )
        case .unsigned(let numbers):
            Text(
                id: "peserta \(numbers.listed) belum menandatangani dan belum menolak",
                en: "number \(numbers.listed) neither signed nor refused"
            )
        case .tooFewSignatures(let signed, let needed):
            Text(
                id: "\(signed) anggota menandatangani, diperlukan \(needed)",
                en: "\(signed) members signed, \(needed) are needed"
            )
        case .figures(let ballot):
            Text(
                id: "\(ballot.rawValue): bukan angka hasil pleno itu",
                en: "\(ballot.rawValue): not the figures that plenary came to"
            )
        case .votes:
            Text(
                id: "setiap anggota yang hadir punya satu suara, dan tidak ada yang lain",
                en: "every member who is there has one vote, and nobody else has"
            )
        case .dissentNeedsReason(let number):
            Text(
                id: "peserta nomor \(number) tidak setuju: tulis alasannya",
                en: "number \(number) votes against: write why"
            )
        case .decree:
            Text(
                id: "keputusan ini perlu nomor keputusan dan nomor berita acara",
                en: "this decision needs the number of a decree and of its minutes"
            )
        case .formRead(let form, let plenary):
            Text(
                id: "\(form.words.indonesian) sudah dibacakan dalam pleno \(plenary); pembetulan lewat pleno",
                en: "\(form.words.english) was read in plenary \(plenary); it is corrected there"
            )
        }
    }

    /// Its name for programs.
    var code: String {
        switch self {
        case .number, .next: "number"
        case .stage: "stage"
        case .subject: "subject"
        case .tier: "tier"
        case .ballotNotHere: "ballot-not-here"
        case .ballots: "ballots"
        case .members, .tooManyMembers: "members"
        case .needsGround: "needs-ground"
        case .replaced: "replaced"
        case .noGround: "no-ground"
        case .noAttendee: "no-attendee"
        case .absent: "absent"
        case .mandate: "mandate"
        case .attendsAlready: "attends-already"
        case .noChair: "no-chair"
        case .quorum: "quorum"
        case .noVoice: "no-voice"
        case .noUnit: "no-unit"
        case .notReady: "not-ready"
        case .readAlready: "read-already"
        case .unread, .unreadUnits: "unread"
        case .figureMissing: "figure-missing"
        case .tooLarge: "too-large"
        case .noObjection: "no-objection"
        case .answeredAlready: "answered-already"
        case .unanswered: "unanswered"
        case .uncorrected: "uncorrected"
        case .lastTier: "last-tier"
        case .deferredBelow: "deferred-below"
        case .fields: "fields"
        case .otherFigure: "other-figure"
        case .initials: "initials"
        case .samePerson: "same-person"
        case .signedAlready: "signed-already"
        case .dissentNeedsReason: "reason"
        case .unsigned: "unsigned"
        case .tooFewSignatures: "too-few-signatures"
        case .figures: "figures"
        case .votes: "votes"
        case .decree: "decree"
        case .formRead: "form-read"
        }
    }
}

extension Sequence<Int> {
    fileprivate var listed: String { map(String.init).joined(separator: ", ") }
}

extension CertifiedFigures.Place {
    /// The region or station by its code.
    public var words: LocalizedText {
        switch self {
        case .region(let code): .same("\(code)")
        case .station(let station): Text(id: "TPS \(station)", en: "station \(station)")
        }
    }
}

extension Plenary.Stage {
    /// What it is called.
    public var name: LocalizedText {
        switch self {
        case .called: Text(id: "diundang", en: "called")
        case .opened: Text(id: "berlangsung", en: "being held")
        case .closed: Text(id: "ditutup, ditandatangani", en: "closed, being signed")
        case .certified: Text(id: "ditetapkan", en: "certified")
        case .abandoned: Text(id: "dihentikan", en: "given up")
        }
    }

    fileprivate var refusal: LocalizedText {
        switch self {
        case .called: Text(id: "pleno belum dibuka", en: "the plenary is not opened yet")
        case .opened: Text(id: "pleno sedang berlangsung", en: "the plenary is being held")
        case .closed: Text(id: "pleno sudah ditutup", en: "the plenary is closed")
        case .certified:
            Text(
                id: "angkanya sudah ditetapkan; perubahan hanya lewat pleno baru dengan dasar tersendiri",
                en: "the figures are certified; only another plenary with a ground of its own changes them"
            )
        case .abandoned:
            Text(id: "pleno sudah dihentikan; undang yang baru", en: "the plenary was given up; call another")
        }
    }
}

extension Plenary.Subject {
    /// What it is called.
    public var name: LocalizedText {
        switch self {
        case .recapitulation: Text(id: "Rekapitulasi", en: "Recapitulation")
        case .decision: Text(id: "Pengambilan keputusan", en: "Decision")
        }
    }
}

extension Attendee.Capacity {
    /// What it is called.
    public var words: LocalizedText {
        switch self {
        case .chair: Text(id: "ketua", en: "chair")
        case .member: Text(id: "anggota", en: "member")
        case .witness: Text(id: "saksi", en: "witness")
        case .overseer: Text(id: "Bawaslu", en: "supervisor (Bawaslu)")
        case .reporter: Text(id: "pembawa hasil dari tingkat bawah", en: "reporter of the tier below")
        case .observer: Text(id: "pemantau atau tamu", en: "observer")
        }
    }
}

extension Plenary {
    /// How far it has come, in a word or two: one that decides ends when it is closed.
    func standing(_ plenaries: PlenaryRegister) -> LocalizedText {
        if let number = plenaries.replacement(of: self) {
            return Text(id: "digantikan pleno \(number)", en: "replaced by plenary \(number)")
        }
        return stage == .closed && call.subject == .decision ? Text(id: "selesai", en: "over") : stage.name
    }

    /// Somebody who attends, as people call them: `6 · saksi Alpha`.
    ///
    /// - Parameters:
    ///   - number: Their number in the attendance list.
    ///   - language: The reader's.
    ///   - contestants: Who stands on a ballot.
    /// - Returns: The words; the bare number where nobody has it.
    func name(of number: Int, _ language: Language, _ contestants: (Ballot) -> [Contestant]?) -> String {
        guard attendees.indices.contains(number - 1) else { return "\(number)" }
        let person = attendees[number - 1]
        let contestant = person.contestant.map { number in
            let known = person.ballots.first.flatMap(contestants)?.first { $0.number == number }
            return " \(known?.shortName ?? "\(number)")"
        }
        return "\(number) · \(person.capacity.words[language])\(contestant ?? "")"
    }
}

extension Objection.Outcome {
    /// What it is called.
    public var name: LocalizedText {
        switch self {
        case .accepted: Text(id: "diterima", en: "accepted")
        case .rejected: Text(id: "tidak diterima", en: "rejected")
        case .deferred: Text(id: "diteruskan ke tingkat atas", en: "deferred to the tier above")
        }
    }
}

extension OfficeDecision.Matter {
    /// What it is called.
    public var name: LocalizedText {
        switch self {
        case .revote: Text(id: "pemungutan atau penghitungan suara ulang", en: "re-vote or recount")
        case .result: Text(id: "hasil, kursi, calon terpilih", en: "results, seats, the elected")
        case .other: Text(id: "lainnya", en: "anything else")
        }
    }
}

extension OfficeDecision.Vote {
    /// What it is called.
    public var name: LocalizedText {
        switch self {
        case .inFavour: Text(id: "setuju", en: "for")
        case .against: Text(id: "tidak setuju", en: "against")
        case .abstained: Text(id: "abstain", en: "abstained")
        }
    }
}
