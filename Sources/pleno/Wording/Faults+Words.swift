import Elections
import Office
import PostgresStorage

private typealias Text = LocalizedText

extension ReplayFault {
    /// Whether what was given is wrong, and not the machine.
    var isOfInput: Bool {
        switch self {
        case .journal, .head: true
        case .store(let fault):
            switch fault {
            case .newer, .foreign, .missing, .taken, .damaged: true
            default: false
            }
        }
    }

    /// What is wrong, and what to do next.
    var words: LocalizedText {
        switch self {
        case .store(let fault): fault.words
        case .journal(let fault):
            Text(
                id: "entri \(fault.sequence): \(fault.reason.words.indonesian)",
                en: "entry \(fault.sequence): \(fault.reason.words.english)"
            )
        case .head(let entries):
            Text(
                id:
                    "kepala pohon yang disimpan bukan kepala dari \(entries) entri ini: jurnal diubah dari luar; "
                    + "pulihkan dari cadangan",
                en:
                    "the tree head that was kept is not that of these \(entries) entries: the journal was changed "
                    + "from outside; restore a backup"
            )
        }
    }
}

extension JournalFault.Reason {
    var words: LocalizedText {
        switch self {
        case .text(let fault):
            Text(
                id: "bita \(fault.offset): diharapkan \(fault.expected)",
                en: "byte \(fault.offset): expected \(fault.expected)"
            )
        case .outOfPlace: Text(id: "bukan di tempatnya", en: "not at its place")
        case .otherRequest:
            Text(
                id: "akun atau permintaannya lain dari isinya",
                en: "account or request differ from its text"
            )
        case .salt:
            Text(
                id: "bit acaknya bukan 32 angka heksadesimal",
                en: "its random bits are not 32 hexadecimal digits"
            )
        case .signature(let place):
            Text(
                id: "tindakan \(place + 1): tidak ditandatangani kunci kantor sebagaimana mestinya",
                en: "act \(place + 1): not signed by the office's key as it must be"
            )
        case .timeGoesBack: Text(id: "waktunya mundur", en: "its time goes back")
        case .act(let place, let fault):
            Text(
                id: "tindakan \(place + 1): \(fault.words.indonesian)",
                en: "act \(place + 1): \(fault.words.english)"
            )
        }
    }
}

extension StoreFault {
    /// What is wrong, and what to do next.
    var words: LocalizedText {
        switch self {
        case .inUse(let who):
            Text(
                id: "sedang dipakai proses lain (\(who)); hentikan dahulu proses itu",
                en: "in use by another process (\(who)); stop that one first"
            )
        case .newer(let format, let known):
            Text(
                id: "ditulis Pleno yang lebih baru (format \(format), di sini \(known)); pakai versi itu",
                en: "written by a newer Pleno (format \(format), here \(known)); use that version"
            )
        case .foreign(let detail):
            Text(id: "bukan kantor Pleno (\(detail))", en: "not an office of Pleno (\(detail))")
        case .missing(let detail): Text(id: "tidak ada (\(detail))", en: "not there (\(detail))")
        case .taken(let entries):
            Text(
                id: "sudah ada kantor dengan \(entries) entri; pilih nama lain",
                en: "there is an office already, with \(entries) entries; choose another name"
            )
        case .sequenceTaken(let next):
            Text(
                id: "proses lain menulis ke jurnal ini; entri berikutnya \(next)",
                en: "another process wrote to this journal; the next entry is \(next)"
            )
        case .requestTaken(let place):
            Text(id: "sudah ada sebagai entri \(place)", en: "there already as entry \(place)")
        case .full: Text(id: "cakram penuh; sediakan ruang", en: "the disk is full; make room")
        case .readOnly: Text(id: "tidak boleh ditulisi", en: "it must not be written")
        case .leaseLost:
            Text(
                id: "server lain menjadi penulis kantor ini",
                en: "another server became this office's writer"
            )
        case .outcomeUnknown:
            Text(
                id: "sambungan putus saat menyimpan; ulangi permintaan yang sama",
                en: "the connection broke while storing; send the same request again"
            )
        case .unreachable(let detail):
            Text(id: "tidak terjangkau (\(detail))", en: "not reachable (\(detail))")
        case .timeout: Text(id: "terlalu lama", en: "it took too long")
        case .damaged(let detail):
            Text(id: "rusak (\(detail)); pulihkan dari cadangan", en: "damaged (\(detail)); restore a backup")
        case .closed: Text(id: "sudah ditutup", en: "closed")
        case .database(let detail): Text(id: "basis data: \(detail)", en: "database: \(detail)")
        }
    }
}

extension PostgresAddress.Fault {
    /// What is wrong, and what to do next; never with a word of a password.
    var words: LocalizedText {
        switch self {
        case .password:
            Text(
                id:
                    "sandi tidak boleh ada dalam alamat: pengguna lain di mesin ini dapat melihatnya; simpan di "
                    + "~/.pgpass (PGPASSFILE) atau PGPASSWORD (dan tulis \"@\" pada nama sebagai %40)",
                en:
                    "a password must not stand in the address, where other users of this machine can see it; keep it "
                    + "in ~/.pgpass (PGPASSFILE) or PGPASSWORD (and write an \"@\" in a name as %40)"
            )
        case .office:
            Text(
                id: "alamat tanpa satu nama kantor; diharapkan seperti postgresql://host/db?office=soppeng",
                en:
                    "an address without the name of one office; expected such as postgresql://host/db?office=soppeng"
            )
        case .malformed(let detail):
            Text(id: "bukan alamat PostgreSQL (\(detail))", en: "no address of a PostgreSQL (\(detail))")
        }
    }
}

extension Refusal {
    /// What is wrong, and what to do next.
    var words: LocalizedText {
        switch self {
        case .notPermitted(let permission):
            Text(id: "tidak berhak (\(permission.rawValue))", en: "not permitted (\(permission.rawValue))")
        case .namelessRequest:
            Text(id: "permintaan tanpa nama 1–200 bita", en: "a request without a name of 1–200 bytes")
        case .misfit(let fault): fault.words
        case .tooLarge(let bytes):
            Text(id: "terlalu besar (\(bytes) bita)", en: "too large (\(bytes) bytes)")
        case .busy: Text(id: "kantor sibuk; ulangi sebentar lagi", en: "the office is busy; try again soon")
        case .notStored(let fault): fault.words
        case .unknown: StoreFault.outcomeUnknown.words
        case .closed: StoreFault.closed.words
        }
    }
}

extension ActFault {
    /// What does not fit.
    var words: LocalizedText {
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
        case .sums(let fault):
            Text(
                id: "angkanya tidak dapat dijumlahkan (\(fault))",
                en: "the figures cannot be added up (\(fault))"
            )
        }
    }
}

extension Regions.Fault {
    var words: LocalizedText {
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
