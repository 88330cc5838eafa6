public import Elections

private typealias Text = LocalizedText

extension ActFault {
    /// What does not fit, and what to do next.
    public var words: LocalizedText {
        switch self {
        case .notSetUp: Text(id: "pemilunya belum disiapkan", en: "the election is not set up yet")
        case .setUpTwice: Text(id: "pemilunya sudah disiapkan", en: "the election is set up already")
        case .unknownLaw(let law):
            Text(id: "hukum \"\(law)\" tidak dikenal", en: "law \"\(law)\" is not known")
        case .regions(let fault): fault.words
        case .unknownRegion(let code): Text(id: "wilayah \(code) tidak ada", en: "there is no region \(code)")
        case .unknownStation(let code): Text(id: "TPS \(code) tidak ada", en: "there is no station \(code)")
        case .unknownRule(let rule):
            Text(id: "aturan \"\(rule)\" tidak ada", en: "there is no rule \"\(rule)\"")
        case .unknownRuleReading(let rule, let reading):
            Text(
                id: "aturan \"\(rule)\" tidak punya bacaan \"\(reading)\"",
                en: "rule \"\(rule)\" has no reading \"\(reading)\""
            )
        case .ruleDecidedTwice(let rule):
            Text(id: "aturan \"\(rule)\" sudah diputuskan", en: "rule \"\(rule)\" is decided already")
        case .ballotNotInLaw(let ballot):
            Text(
                id: "surat suara \(ballot.rawValue) tidak ada dalam hukum pemilu ini",
                en: "ballot \(ballot.rawValue) is not in this election's law"
            )
        case .contestTwice(let ballot):
            Text(id: "\(ballot.rawValue) sudah dibuka", en: "\(ballot.rawValue) is opened already")
        case .noContest(let ballot):
            Text(id: "\(ballot.rawValue) belum dibuka", en: "\(ballot.rawValue) is not opened yet")
        case .nobodyStands(let ballot):
            Text(id: "\(ballot.rawValue): tanpa peserta", en: "\(ballot.rawValue): nobody stands")
        case .contestantTwice(let ballot, let number):
            Text(
                id: "\(ballot.rawValue): peserta \(number) dua kali",
                en: "\(ballot.rawValue): contestant \(number) twice"
            )
        case .unknownContestant(let ballot, let number):
            Text(
                id: "\(ballot.rawValue): peserta \(number) tidak ada",
                en: "\(ballot.rawValue): there is no contestant \(number)"
            )
        case .unknownDistrict(let ballot, let number):
            Text(
                id: "\(ballot.rawValue): dapil \(number) tidak ada",
                en: "\(ballot.rawValue): there is no district \(number)"
            )
        case .tieDecidedTwice(let ballot, let district):
            Text(
                id: "\(ballot.rawValue): hasil seri dapil \(district) sudah diputuskan",
                en: "\(ballot.rawValue): the tie of district \(district) is decided already"
            )
        case .readingTwice(let ballot, let id):
            Text(
                id: "\(ballot.rawValue): bacaan \"\(id)\" sudah ada",
                en: "\(ballot.rawValue): reading \"\(id)\" is there already"
            )
        case .noReading(let ballot, let id):
            Text(
                id: "\(ballot.rawValue): bacaan \"\(id)\" tidak ada",
                en: "\(ballot.rawValue): there is no reading \"\(id)\""
            )
        case .ballotNotAtStation(let ballot, let station):
            Text(
                id: "\(ballot.rawValue) tidak dipilih di TPS \(station)",
                en: "\(ballot.rawValue) is not voted on at station \(station)"
            )
        case .formTwice(let ballot, let station, let version):
            Text(
                id: "\(ballot.rawValue): formulir TPS \(station) (\(version.rawValue)) sudah ada",
                en:
                    "\(ballot.rawValue): the form of station \(station) (\(version.rawValue)) is there already"
            )
        case .wrongWidth(let ballot, let fields):
            Text(
                id: "\(ballot.rawValue): diharapkan \(fields) angka",
                en: "\(ballot.rawValue): expected \(fields) figures"
            )
        case .figuresTwice(let ballot, let kind):
            Text(
                id: "\(ballot.rawValue): \(kind.rawValue) sudah ada",
                en: "\(ballot.rawValue): \(kind.rawValue) is there already"
            )
        case .tooLong(let kind):
            Text(
                id: "\(kind.rawValue): ada bagian yang terlalu panjang untuk diumumkan; singkatkan teksnya",
                en: "\(kind.rawValue): a part is too long to be published; shorten its texts"
            )
        case .keyTwice(let key):
            Text(id: "kunci \(key) sudah dipakai", en: "key \(key) is in use already")
        case .keyProof(let purpose):
            Text(
                id: "kunci \(purpose.rawValue): hanya penggantinya yang ditandatangani kunci sebelumnya",
                en:
                    "\(purpose.rawValue) key: what replaces a key, and nothing else, is signed by the one before"
            )
        case .otherOffice(.rehearsal):
            Text(
                id: "kantor ini kantor latihan, dan tetap begitu; buka kantor baru untuk pemilu",
                en: "this office is a rehearsal's, and stays one; open another office for the election"
            )
        case .otherOffice:
            Text(
                id: "kantor ini bukan kantor latihan; buka kantor lain untuk berlatih",
                en: "this office is no rehearsal's; open another one for practice"
            )
        case .unsignedLog:
            Text(
                id: "checkpoint itu tidak ditandatangani kantor ini",
                en: "that checkpoint is not signed by this office"
            )
        case .generation(let next):
            Text(id: "log berikutnya adalah log ke-\(next)", en: "the next logs are number \(next)")
        case .divisionTwice(let id): Text(id: "divisi \"\(id)\" dua kali", en: "division \"\(id)\" twice")
        case .noDivision(let id):
            Text(id: "divisi \"\(id)\" tidak ada", en: "there is no division \"\(id)\"")
        case .accountName(let name):
            Text(
                id: "\"\(name)\" bukan nama akun: 2–40 huruf kecil, angka, dan tanda hubung",
                en: "\"\(name)\" is no name of an account: 2–40 lower-case letters, digits and hyphens"
            )
        case .accountTwice(let name):
            Text(id: "akun \(name) sudah ada", en: "account \(name) is there already")
        case .noAccount(let name):
            Text(id: "akun \(name) tidak ada, atau sudah ditutup", en: "there is no open account \(name)")
        case .mandateNumber(let next):
            Text(
                id: "mandat berikutnya bernomor \(next); muat ulang halaman ini",
                en: "the next mandate is number \(next); load this page again"
            )
        case .noMandate(let number):
            Text(
                id: "mandat \(number) tidak ada, atau sudah berakhir",
                en: "there is no mandate \(number) that has not ended"
            )
        case .mandatePeriod:
            Text(id: "mandat berakhir sebelum mulai", en: "the mandate ends before it begins")
        case .reason:
            Text(id: "tulis alasan, 1–500 bita", en: "write a reason of 1–500 bytes")
        case .longText:
            Text(
                id: "tulis pokok perkara, permintaan, jawaban, atau amar dalam 1–4.000 bita",
                en: "write what the case is about, asks for, the answer or the ruling in 1–4,000 bytes"
            )
        case .noDesk(let ballot):
            Text(
                id: "meja hitung \(ballot.rawValue) belum dibuka",
                en: "the counting desk of \(ballot.rawValue) is not open"
            )
        case .deskTwice(let ballot):
            Text(
                id: "meja hitung \(ballot.rawValue) sudah dibuka",
                en: "the counting desk of \(ballot.rawValue) is open already"
            )
        case .desk(let form, let fault): fault.words(form)
        case .formChanged(let form):
            Text(
                id: "\(form.words.indonesian) baru saja berubah; muat ulang dan lihat lagi",
                en: "\(form.words.english) has just changed; load it again and look once more"
            )
        case .notOnForm(let form, let field):
            Text(
                id: "\(form.words.indonesian) tidak punya kolom \(field.column)",
                en: "\(form.words.english) has no field \(field.column)"
            )
        case .unconfirmed(let form, let codes):
            Text(
                id:
                    "\(form.words.indonesian) tidak cocok (\(codes.joined(separator: ", "))); periksa ketikan, atau "
                    + "nyatakan bahwa kertasnya memang begitu",
                en:
                    "\(form.words.english) does not add up (\(codes.joined(separator: ", "))); look at what was "
                    + "typed, or say that the paper says so"
            )
        case .pageRefused, .pageNotPublished, .pagePlace, .pageNumber, .evidenceTwice, .evidenceWithdrawn,
            .evidenceIncomplete, .tooMuchEvidence, .noEvidence, .evidenceLikeness:
            wordsOfEvidence
        case .plenary(_, let fault): fault.words
        case .revote(_, let fault): fault.words
        case .audit(_, let fault): fault.words
        case .result(_, let fault): fault.words
        case .dispute(_, let fault): fault.words
        case .candidacy(_, let fault): fault.words
        case .paper(let fault): fault.words
        case .field(_, let fault): fault.words
        case .stage(let fault): fault.words
        case .notACommand(let kind):
            Text(id: "\(kind.rawValue) tidak dapat diminta", en: "\(kind.rawValue) cannot be asked for")
        case .sums(let fault):
            Text(
                id: "angkanya tidak dapat dijumlahkan (\(fault))",
                en: "the figures cannot be added up (\(fault))"
            )
        }
    }
}

extension DeskFault {
    fileprivate func words(_ form: FormKey) -> LocalizedText {
        let (id, en) = (form.words.indonesian, form.words.english)
        return switch self {
        case .stage(let stage):
            Text(id: "\(id): \(stage.words.indonesian)", en: "\(en): \(stage.words.english)")
        case .samePerson:
            Text(
                id: "\(id): Anda sudah punya bagian lain di dalamnya; orang lain yang harus mengerjakan ini",
                en: "\(en): you had another part in it already; somebody else must do this"
            )
        case .fields:
            Text(
                id: "\(id): bukan kolom yang diminta; muat ulang halaman ini",
                en: "\(en): not the fields that are asked for; load this page again"
            )
        }
    }
}

extension FormWork.Stage {
    /// Where a form stands, as a clause.
    public var words: LocalizedText {
        switch self {
        case .typing: Text(id: "masih diketik", en: "is still being typed")
        case .differing: Text(id: "menunggu penengah", en: "waits for a resolver")
        case .sentBack: Text(id: "sebagian diketik ulang", en: "is typed again in part")
        case .agreed: Text(id: "dua pengetik sepakat", en: "two typists agree")
        case .held: Text(id: "menunggu penyelia", en: "waits for a supervisor")
        case .approved: Text(id: "diterima penyelia", en: "was accepted by a supervisor")
        case .accepted: Text(id: "sudah diterima", en: "is accepted already")
        }
    }
}

extension Regions.Fault {
    fileprivate var words: LocalizedText {
        switch self {
        case .regionTwice(let code): Text(id: "wilayah \(code) dua kali", en: "region \(code) twice")
        case .wrongKind(let code):
            Text(id: "jenis wilayah \(code) salah", en: "region \(code) is of another kind")
        case .parentMissing(let code):
            Text(id: "induk wilayah \(code) tidak ada", en: "the region above \(code) is missing")
        case .unknownVillage(let station):
            Text(
                id: "desa/kelurahan TPS \(station) tidak ada",
                en: "the village of station \(station) is missing"
            )
        case .stationTwice(let station): Text(id: "TPS \(station) dua kali", en: "station \(station) twice")
        }
    }
}
