public import Elections

private typealias Text = LocalizedText

extension ActFault {
    /// What does not fit about evidence, and what to do next.
    var wordsOfEvidence: LocalizedText {
        switch self {
        case .pageRefused(let page):
            Text(
                id:
                    "\(page.name.indonesian) tidak diterima: memuat data pribadi pemilih; jangan unggah dan jangan simpan",
                en:
                    "\(page.name.english) is not taken: it holds voters' personal data; do not send or keep it"
            )
        case .pageNotPublished(let page):
            Text(id: "\(page.name.indonesian) tidak diumumkan", en: "\(page.name.english) is not published")
        case .pagePlace(let page) where page.isOfBallot:
            Text(
                id: "\(page.name.indonesian) milik satu surat suara; pilih yang mana",
                en: "\(page.name.english) is of one ballot; say which"
            )
        case .pagePlace(let page):
            Text(
                id: "\(page.name.indonesian) milik TPS, bukan milik satu surat suara",
                en: "\(page.name.english) is of a station, not of one ballot"
            )
        case .pageNumber:
            Text(
                id: "nomor halaman 1 sampai \(EvidenceLabel.mostPages)",
                en: "the number of a page is 1 to \(EvidenceLabel.mostPages)"
            )
        case .evidenceTwice(let number):
            Text(
                id: "berkas yang sama sudah ada di sini sebagai bukti \(number)",
                en: "the same file is here already as evidence \(number)"
            )
        case .evidenceWithdrawn(let number):
            Text(
                id: "berkas yang sama sudah ditarik dari halaman ini (bukti \(number)); ambil foto baru",
                en: "the same file was withdrawn from this page (evidence \(number)); take another photo"
            )
        case .evidenceIncomplete:
            Text(id: "berkas bukti tidak lengkap", en: "a file of the evidence is missing or one too many")
        case .tooMuchEvidence(let station):
            Text(
                id: "TPS \(station) sudah punya \(EvidenceRegister.mostOfStation) bukti",
                en: "station \(station) has \(EvidenceRegister.mostOfStation) pieces of evidence already"
            )
        case .noEvidence:
            Text(
                id: "bukti itu tidak ada di sana, atau sudah ditarik",
                en: "that evidence is not there, or was withdrawn already"
            )
        case .evidenceLikeness(let number):
            Text(
                id: "bukti \(number) tidak semirip itu dengan bukti lain",
                en: "evidence \(number) is not so much like other evidence"
            )
        default: .same("\(self)")
        }
    }
}

extension EvidencePlace {
    /// The place in a few words.
    public var words: LocalizedText {
        if let form { return form.words }
        let vote = version == .regular ? "" : " (\(version.rawValue))"
        return LocalizedText(id: "TPS \(station)\(vote)", en: "station \(station)\(vote)")
    }
}

extension EvidenceLabel {
    /// The page in a few words.
    public var words: LocalizedText {
        let (id, en) = (page.name.indonesian, page.name.english)
        return LocalizedText(
            id: "\(place.words.indonesian), \(id), halaman \(number)",
            en: "\(place.words.english), \(en), page \(number)"
        )
    }
}
