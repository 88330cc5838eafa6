import Elections
import Office
import TransparencyLog
import Web

private typealias Text = LocalizedText

extension RecorderFault {
    /// What is wrong, and what to do next.
    var words: LocalizedText {
        switch self {
        case .store(let fault): fault.words
        case .journal(let fault): ReplayFault.journal(fault).words
        case .noKey:
            Text(
                id: "kantor ini belum mengumumkan kunci; mulai dengan pleno keys new dan pleno keys announce",
                en: "this office announced no key yet; begin with pleno keys new and pleno keys announce"
            )
        case .keyMissing(let key):
            Text(
                id:
                    "kunci pribadi dari \(key) tidak ada di folder kunci; ambil salinannya, lihat docs/keys.md",
                en: "the private half of \(key) is not among the keys; fetch its copy, see docs/keys.md"
            )
        case .tooLong(let entry):
            Text(
                id: "entri \(entry): ada bagian yang terlalu panjang untuk diumumkan",
                en: "entry \(entry): a part is too long to be published"
            )
        case .differs(let log, let size):
            Text(
                id:
                    "\(log.words.indonesian): yang pernah ditandatangani sampai \(size) tidak cocok dengan jurnal ini; "
                    + "tidak ada yang ditandatangani. Periksa dengan pleno verify, lihat docs/keys.md",
                en:
                    "\(log.words.english): what was signed up to \(size) does not follow from this journal; "
                    + "nothing was signed. Check with pleno verify, see docs/keys.md"
            )
        case .lost(let log, let signed, let here):
            Text(
                id:
                    "\(log.words.indonesian): pernah ditandatangani sampai \(signed), di sini hanya \(here): ada entri "
                    + "yang hilang; tidak ada yang ditandatangani. Pulihkan cadangan yang lebih baru, atau mulai log "
                    + "baru dengan pleno succeed",
                en:
                    "\(log.words.english): signed up to \(signed) before, only \(here) here: entries are lost; nothing "
                    + "was signed. Restore a newer backup, or begin a new log with pleno succeed"
            )
        case .otherLog(let origin):
            Text(
                id: "di tempat catatan publik ada log lain (\(origin)); pindahkan dahulu",
                en: "where the public record should be lies another log (\(origin)); move it away first"
            )
        case .unsigned:
            Text(
                id: "tanda tangan ini bukan dari kunci yang dikenal",
                en: "this signature is not by a known key"
            )
        }
    }
}

extension OfficeLog {
    /// What it is called.
    var words: LocalizedText {
        switch self {
        case .journal: Text(id: "jurnal", en: "journal")
        case .record: Text(id: "catatan publik", en: "public record")
        }
    }
}

extension RecordRefusal {
    /// What is wrong, and where.
    var words: LocalizedText {
        switch self {
        case .unreadable(let path, let detail):
            Text(id: "\(path): tidak terbaca (\(detail))", en: "\(path): cannot be read (\(detail))")
        case .missing(let path): Text(id: "\(path): tidak ada", en: "\(path): not there")
        case .note(let path, let error):
            Text(
                id: "\(path): bukan catatan bertanda tangan (\(error))",
                en: "\(path): no signed note (\(error))"
            )
        case .checkpoint(let path, let error):
            Text(id: "\(path): bukan checkpoint (\(error))", en: "\(path): no checkpoint (\(error))")
        case .bundle(let path, let error):
            Text(id: "\(path): bukan bundel entri (\(error))", en: "\(path): no bundle of entries (\(error))")
        case .root:
            Text(
                id: "checkpoint: isinya bukan yang ditandatangani: ada pengumuman yang diubah",
                en: "checkpoint: the publications are not those it was signed over: one was changed"
            )
        case .tile(let path):
            Text(
                id: "\(path): hash-nya bukan hash dari pengumuman",
                en: "\(path): its hashes are not those of the publications"
            )
        case .stray(let path):
            Text(id: "\(path): bukan bagian dari catatan", en: "\(path): no part of the record")
        case .publication(let place, let fault):
            Text(
                id: "pengumuman \(place): \(fault.words.indonesian)",
                en: "publication \(place): \(fault.words.english)"
            )
        case .noKey: Text(id: "catatan ini tidak menyebut kunci", en: "the record names no key")
        case .origin(let found, let expected):
            Text(
                id: "checkpoint: dari log \"\(found)\", bukan \"\(expected)\"",
                en: "checkpoint: of log \"\(found)\", not \"\(expected)\""
            )
        case .policy(let refusal): refusal.words
        case .journal(let path, let refusal):
            Text(
                id: "\(path): \(refusal.words.indonesian)",
                en: "\(path): \(refusal.words.english)"
            )
        case .journalShort(let size):
            Text(
                id: "journal/checkpoint: hanya \(size) entri, padahal entri setelahnya sudah diumumkan",
                en: "journal/checkpoint: only \(size) entries, yet later ones were published"
            )
        case .proofFile(let path, let error):
            Text(id: "\(path): bukan bukti (\(error))", en: "\(path): no proof (\(error))")
        case .otherProof(let path):
            Text(
                id: "\(path): bukti untuk entri atau jurnal lain",
                en: "\(path): a proof of another entry or journal"
            )
        case .proof(let path, _):
            Text(
                id: "\(path): entri yang diumumkan tidak ada di jurnal",
                en: "\(path): the entry that was published is not in the journal"
            )
        }
    }
}

extension PolicyRefusal {
    var words: LocalizedText {
        switch self {
        case .checkpoint(let error): Text(id: "bukan checkpoint (\(error))", en: "no checkpoint (\(error))")
        case .unknownLog(let origin):
            Text(
                id: "checkpoint: kebijakan Anda tidak mengenal log \"\(origin)\"",
                en: "checkpoint: your policy does not know log \"\(origin)\""
            )
        case .signature(let refusal):
            Text(id: "checkpoint: \(refusal.words.indonesian)", en: "checkpoint: \(refusal.words.english)")
        case .logDidNotSign(let origin):
            Text(
                id: "checkpoint: tidak ditandatangani log \"\(origin)\" sendiri",
                en: "checkpoint: log \"\(origin)\" itself did not sign it"
            )
        case .quorumNotMet(let cosigners):
            Text(
                id:
                    "checkpoint: penanda tangan bersama kurang; hanya "
                    + cosigners.map { "\($0.name)" }.joined(separator: ", "),
                en:
                    "checkpoint: too few cosigners of your policy signed; only "
                    + cosigners.map { "\($0.name)" }.joined(separator: ", ")
            )
        }
    }
}

extension NoteRefusal {
    fileprivate var words: LocalizedText {
        switch self {
        case .noKnownSignature:
            Text(id: "tidak ada tanda tangan dari kunci yang dikenal", en: "no signature by a known key")
        case .forged(let name, _):
            Text(id: "tanda tangan \(name) palsu", en: "the signature of \(name) is forged")
        }
    }
}

extension PublicationFault {
    fileprivate var words: LocalizedText {
        switch self {
        case .text(let fault): JournalFault.Reason.text(fault).words
        case .leaf: Text(id: "hash entrinya bukan hash", en: "the hash of its entry is no hash")
        case .signature:
            Text(
                id:
                    "kunci ini tidak ditandatangani kunci sebelumnya, atau log yang hilang bukan milik kantor ini",
                en: "its key is not signed by the one before it, or the lost log is not this office's"
            )
        case .basis:
            Text(
                id: "dokumennya menyebut catatan publik yang bukan catatan sebelum pengumuman ini",
                en: "its papers name a record that is not the one before this publication"
            )
        case .record(let fault): fault.words
        }
    }
}

extension RecordFault {
    fileprivate var words: LocalizedText {
        switch self {
        case .goesBack:
            Text(id: "entri atau waktunya mundur", en: "its entry or time goes back")
        case .otherEntry:
            Text(
                id: "hash atau waktu entrinya lain dari pengumuman sebelumnya",
                en: "another hash or time of its entry than in the publication before"
            )
        case .unfinished:
            Text(id: "lanjutan pengumuman ini tidak ada", en: "what continues it is missing")
        case .privateAct(let kind):
            Text(id: "\(kind.rawValue) tidak pernah diumumkan", en: "\(kind.rawValue) is never published")
        case .noContinuation:
            Text(id: "bukan lanjutan pengumuman sebelumnya", en: "does not continue the one before it")
        case .act(let fault): fault.words
        case .resultMissing(let ballot):
            Text(
                id: "\(ballot.rawValue) berubah, tetapi hasilnya tidak diumumkan lagi",
                en: "\(ballot.rawValue) changed, and what it comes to was not published again"
            )
        case .certificateMissing(let ballot):
            Text(
                id: "\(ballot.rawValue): sertifikat terbit, tetapi angkanya tidak diumumkan",
                en: "\(ballot.rawValue): certificates were issued, and their figures were not published"
            )
        case .noResult(let ballot):
            Text(
                id: "\(ballot.rawValue) tidak dapat dijumlahkan",
                en: "\(ballot.rawValue) cannot be added up"
            )
        case .result(let ballot, let difference):
            Text(
                id: "hasil \(ballot.rawValue) lain dari jumlahnya: \(difference.words.indonesian)",
                en: "the result of \(ballot.rawValue) is not what it adds up to: \(difference.words.english)"
            )
        }
    }
}

extension PublishedResult.Difference {
    fileprivate var words: LocalizedText {
        switch self {
        case .basis: Text(id: "dasarnya lain", en: "it has another basis")
        case .region(let code): Text(id: "wilayah \(code)", en: "region \(code)")
        case .regions: Text(id: "wilayahnya lain", en: "it has other regions")
        case .district(let number): Text(id: "kursi dapil \(number)", en: "the seats of district \(number)")
        case .districts: Text(id: "dapilnya lain", en: "it has other districts")
        case .broken:
            Text(
                id: "jumlah formulir yang melanggar aturan",
                en: "the number of forms that break a rule"
            )
        }
    }
}

extension PolicyError {
    /// What is wrong with the line.
    var words: LocalizedText {
        switch fault {
        case .byte(let byte): Text(id: "bita \(byte) bukan teks", en: "byte \(byte) is no text")
        case .keyword(let word):
            Text(
                id: "\"\(word)\": diharapkan log, witness, group atau quorum",
                en: "\"\(word)\": expected log, witness, group or quorum"
            )
        case .wordCount(let count):
            Text(id: "jumlah kata salah (\(count))", en: "a wrong number of words (\(count))")
        case .key(let error): Text(id: "bukan kunci (\(error))", en: "no key (\(error))")
        case .kind:
            Text(
                id: "kunci log di tempat kunci penanda tangan bersama, atau sebaliknya",
                en: "a log's key where a cosigner's belongs, or the other way round"
            )
        case .keyTwice(let key): Text(id: "kunci \(key.name) dua kali", en: "the key of \(key.name) twice")
        case .nameTaken(let name): Text(id: "nama \"\(name)\" sudah dipakai", en: "name \"\(name)\" is taken")
        case .unknownName(let name): Text(id: "\"\(name)\" tidak dikenal", en: "\"\(name)\" is not known")
        case .memberTwice(let name):
            Text(id: "\"\(name)\" sudah menjadi anggota", en: "\"\(name)\" is a member already")
        case .threshold(let text, let members):
            Text(
                id: "\"\(text)\": diharapkan any, all atau 1 sampai \(members)",
                en: "\"\(text)\": expected any, all or 1 to \(members)"
            )
        case .tooMany: Text(id: "terlalu banyak baris", en: "too many lines of this kind")
        case .secondQuorum: Text(id: "quorum kedua", en: "a second quorum")
        case .noQuorum: Text(id: "tidak ada baris quorum", en: "there is no line quorum")
        }
    }
}
