public import Elections
public import Office

private typealias Text = LocalizedText

extension EvidenceRefusal {
    /// Why it was not taken, and what to do next.
    public var words: LocalizedText {
        switch self {
        case .refused(let refusal): refusal.words
        case .notTaken(let fault): fault.words
        case .unreadable(let refusal): refusal.words
        }
    }
}

extension EvidenceFault {
    /// Why it was not taken, and what to do next.
    public var words: LocalizedText {
        switch self {
        case .empty: Text(id: "berkasnya kosong; pilih lagi", en: "the file is empty; choose it again")
        case .tooLarge:
            Text(
                id: "berkasnya lebih dari 20 MB; kirim foto satu halaman",
                en: "the file is larger than 20 MB; send a photo of one page"
            )
        case .unknownType:
            Text(id: "bukan foto JPEG atau PNG, bukan pula PDF", en: "neither a JPEG or PNG photo nor a PDF")
        case .wrongType(let said, let found):
            Text(
                id: "dikirim sebagai \(said.rawValue), isinya \(found.rawValue); kirim lagi dengan jenis itu",
                en: "sent as \(said.rawValue), and is \(found.rawValue); send it again as that"
            )
        case .store(let fault): fault.words
        }
    }
}

extension PictureRefusal {
    /// Why it cannot be looked at, and what to do next.
    public var words: LocalizedText {
        switch self {
        case .unreadable:
            Text(id: "gambarnya rusak; ambil foto baru", en: "the picture is damaged; take another photo")
        case .truncated:
            Text(id: "gambarnya terpotong; kirim lagi", en: "the picture was cut off; send it again")
        case .tooLarge(let width, let height):
            Text(
                id: "gambarnya \(width) × \(height) piksel, terlalu besar; perkecil",
                en: "the picture has \(width) × \(height) pixels, too many; make it smaller"
            )
        case .tooComplex:
            Text(
                id: "gambarnya terlalu rumit untuk dibuka; simpan ulang sebagai JPEG",
                en: "the picture takes too much to be opened; save it again as a JPEG"
            )
        case .unsupported:
            Text(
                id: "gambarnya bukan jenis yang ditampilkan peramban; simpan ulang sebagai JPEG",
                en: "the picture is of a kind that browsers do not show; save it again as a JPEG"
            )
        }
    }
}
