public import Elections
public import Office

private typealias Text = LocalizedText

extension Office.Refusal {
    /// What is wrong, and what to do next.
    public var words: LocalizedText {
        switch self {
        case .notPermitted(let permission):
            Text(
                id: "tidak berhak (\(permission?.rawValue ?? "–"))",
                en: "not permitted (\(permission?.rawValue ?? "–"))"
            )
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

extension StoreFault {
    /// What is wrong, and what to do next.
    public var words: LocalizedText {
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
