public import Elections

private typealias Text = LocalizedText

extension PaperFault {
    /// What does not fit, and what to do next.
    public var words: LocalizedText {
        switch self {
        case .count(let most):
            Text(id: "pilih 1–\(most) dokumen sekaligus", en: "choose 1–\(most) papers at a time")
        case .engine: Text(id: "penata halamannya tidak disebut", en: "what set them is not named")
        case .basis:
            Text(
                id: "catatan publiknya belum ada; umumkan kunci dulu dengan pleno keys announce",
                en: "there is no public record yet; announce keys first with pleno keys announce"
            )
        case .twice(let name): Text(id: "\(name): disebut dua kali", en: "\(name): named twice")
        case .edition(let name, let next):
            Text(
                id: "\(name): terbitan berikutnya bernomor \(next); buat sekali lagi",
                en: "\(name): the next edition is number \(next); make it again"
            )
        case .unchanged(let name):
            Text(
                id: "\(name): isinya sama dengan yang sudah diterbitkan",
                en: "\(name): it says what was issued already"
            )
        case .file(let name): Text(id: "\(name): bukan berkas dokumen", en: "\(name): no file of a paper")
        case .notIssued(let name):
            Text(id: "\(name): belum diterbitkan", en: "\(name): not issued")
        case .returnedAlready(let name):
            Text(
                id: "\(name): berkas ini sudah ada; pindai salinan yang bertanda tangan",
                en: "\(name): this file is there already; scan the copy that was signed"
            )
        case .pages(let name, let most):
            Text(
                id: "\(name): halamannya 1–\(most), berurutan",
                en: "\(name): its pages are 1–\(most), in their order"
            )
        case .words:
            Text(
                id:
                    "berita acara memuat paling banyak \(MinutesWorded.most) alinea dengan 1–\(MinutesWorded.longest) bita",
                en:
                    "minutes have \(MinutesWorded.most) paragraphs at most, of 1–\(MinutesWorded.longest) bytes"
            )
        case .plenary(let number):
            Text(
                id: "rapat pleno \(number) belum dibuka, atau tidak dilanjutkan",
                en: "plenary \(number) was not opened, or was given up"
            )
        }
    }

    /// Its name for programs.
    var code: String {
        switch self {
        case .count: "count"
        case .engine: "engine"
        case .basis: "basis"
        case .twice: "twice"
        case .edition: "edition"
        case .unchanged: "unchanged"
        case .file: "file"
        case .notIssued: "not-issued"
        case .returnedAlready: "returned-already"
        case .pages: "pages"
        case .words: "words"
        case .plenary: "plenary"
        }
    }
}
