import Elections
import Office
import TransparencyLog
import Web

private typealias Text = LocalizedText

extension CosignerFault {
    /// Whether what was given is wrong, and not the machine.
    var isOfInput: Bool {
        switch self {
        case .store(let fault): ReplayFault.store(fault).isOfInput
        default: true
        }
    }

    /// What is wrong, and what to do next.
    var words: LocalizedText {
        switch self {
        case .exists:
            Text(
                id: "sudah ada; pilih nama lain, atau hapus dahulu",
                en: "there is something already; choose another name, or remove it first"
            )
        case .noCosigner:
            Text(
                id: "bukan folder penandatangan pendamping; mulai dengan pleno witness new",
                en: "not the folder of a cosigner; begin with pleno witness new"
            )
        case .key(let fault):
            Text(id: "berkas key: \(fault.words.indonesian)", en: "the file key: \(fault.words.english)")
        case .keyOfALog:
            Text(
                id: "berkas key berisi kunci log, bukan kunci penandatangan pendamping",
                en: "the file key holds the key of a log, not of a cosigner"
            )
        case .logLine(let line):
            Text(
                id: "berkas logs, baris \(line): diharapkan \"log KUNCI [TEMPAT]\"",
                en: "the file logs, line \(line): expected \"log KEY [PLACE]\""
            )
        case .stateMissing(let origin, let file):
            Text(
                id:
                    "\(file): keadaan log \(origin) hilang; tanpanya dua sejarah dapat dikonfirmasi. Pulihkan berkas "
                    + "itu, atau mulai dengan kunci baru (pleno witness new)",
                en:
                    "\(file): the state of log \(origin) is gone; without it two histories could be confirmed. Bring "
                    + "that file back, or begin with a new key (pleno witness new)"
            )
        case .stateDamaged(let origin, let file):
            Text(
                id:
                    "\(file): keadaan log \(origin) rusak; tidak ada yang ditandatangani. Pulihkan berkas terakhir, "
                    + "atau mulai dengan kunci baru (pleno witness new)",
                en:
                    "\(file): the state of log \(origin) is damaged; nothing is signed. Bring the latest file back, "
                    + "or begin with a new key (pleno witness new)"
            )
        case .stateForeign(let origin, let file):
            Text(
                id: "\(file): keadaan log \(origin) ditandatangani kunci lain; tidak ada yang ditandatangani",
                en: "\(file): the state of log \(origin) is signed by another key; nothing is signed"
            )
        case .store(let fault): fault.words
        }
    }
}

extension KeyError {
    /// What is wrong with the text of a key.
    var words: LocalizedText {
        switch self {
        case .shape:
            Text(id: "bukan kunci (nama+nomor+kunci)", en: "not a key (name+number+key)")
        case .name: Text(id: "nama kunci tidak sah", en: "the name of the key cannot be one")
        case .id:
            Text(
                id: "nomor kunci bukan delapan angka heksadesimal",
                en: "the number of the key is not eight hexadecimal digits"
            )
        case .notBase64: Text(id: "kunci bukan Base 64", en: "the key is not Base 64")
        case .unknownKind(let kind):
            Text(id: "jenis kunci \(kind) tidak dikenal", en: "keys of kind \(kind) are not known")
        case .keyLength(let bytes):
            Text(id: "panjang kunci \(bytes) bita, bukan 32", en: "the key has \(bytes) bytes, not 32")
        case .otherID:
            Text(
                id: "nomor kunci tidak cocok dengan isinya; salin sekali lagi",
                en: "the number of the key does not fit the rest; copy it once more"
            )
        }
    }
}

extension HTTPFault {
    /// Why there was no answer.
    var words: LocalizedText {
        switch self {
        case .unreachable(let detail): StoreFault.unreachable(detail).words
        case .timeout: StoreFault.timeout.words
        case .tooLarge(let limit):
            Text(id: "lebih dari \(limit) bita", en: "more than \(limit) bytes")
        case .cancelled: Text(id: "dihentikan", en: "cancelled")
        }
    }
}

extension LogFetchError {
    /// Which file could not be had, and why.
    var words: LocalizedText {
        let why: LocalizedText =
            switch fault {
            case .missing: Text(id: "tidak ada", en: "not there")
            case .http(let fault): fault.words
            case .status(let status): Text(id: "jawaban HTTP \(status)", en: "HTTP answer \(status)")
            case .noFile: Text(id: "bukan berkas", en: "not a file")
            case .unreadable(let detail):
                Text(id: "tidak dapat dibaca (\(detail))", en: "cannot be read (\(detail))")
            case .tooLarge(let limit): HTTPFault.tooLarge(limit: limit).words
            case .cut: Text(id: "terlalu pendek", en: "too short")
            }
        return Text(id: "\(resource.path): \(why.indonesian)", en: "\(resource.path): \(why.english)")
    }
}

extension FollowOutcome {
    /// What came of it.
    var words: LocalizedText {
        switch self {
        case .cosigned(let from, let size) where from == size:
            Text(
                id: "\(size) entri, tidak bertambah, dikonfirmasi lagi",
                en: "\(size) entries, no more, confirmed again"
            )
        case .cosigned(let from, let size):
            Text(
                id: "\(size) entri dikonfirmasi, sebelumnya \(from)",
                en: "\(size) entries confirmed, \(from) before"
            )
        case .alarm(.fork):
            Text(
                id: "ALARM: dua sejarah; tidak ada yang ditandatangani",
                en: "ALARM: two histories; nothing is signed"
            )
        case .alarm(.rollback):
            Text(
                id: "ALARM: checkpoint lebih kecil dari yang dikonfirmasi",
                en: "ALARM: a smaller checkpoint than was confirmed"
            )
        case .alarm(.unproven):
            Text(
                id: "ALARM: isi log tidak cocok dengan checkpointnya",
                en: "ALARM: what the log serves does not add up to its checkpoint"
            )
        case .notFetched(let error):
            Text(
                id: "tidak dapat diambil: \(error.words.indonesian)",
                en: "could not be fetched: \(error.words.english)"
            )
        case .noCheckpoint:
            Text(id: "yang ada di sana bukan checkpoint", en: "what lies there is no checkpoint")
        case .otherLog(let origin):
            Text(id: "di sana ada log lain: \(origin)", en: "another log lies there: \(origin)")
        case .notSigned:
            Text(
                id: "checkpoint tidak ditandatangani kunci yang dikenal; apakah kuncinya diganti?",
                en: "no known key signed the checkpoint; was the key changed?"
            )
        case .notCosigned(let reason):
            Text(id: "tidak dikonfirmasi (\(reason))", en: "not confirmed (\(reason))")
        }
    }
}
