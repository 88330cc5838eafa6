public import Elections

private typealias Text = LocalizedText

extension AuditFault {
    /// What does not fit, and what to do next.
    public var words: LocalizedText {
        switch self {
        case .plenary:
            Text(
                id: "dadu dilempar dalam rekapitulasi surat suara itu, selagi rapat berlangsung",
                en: "dice are thrown in a recapitulation of that ballot while it is being held"
            )
        case .drawnAlready:
            Text(
                id: "dadunya sudah dilempar; benih tidak diganti",
                en: "the dice were thrown; a seed is not replaced"
            )
        case .size(let forms):
            Text(id: "pilih 1–\(forms) formulir", en: "choose 1–\(forms) forms")
        case .notDrawn:
            Text(id: "dadunya belum dilempar", en: "no dice were thrown yet")
        case .notInManifest(let form):
            Text(
                id: "\(form.words.indonesian) tidak termasuk yang diundi",
                en: "\(form.words.english) is not among those that are drawn"
            )
        case .readAlready(let form):
            Text(
                id: "\(form.words.indonesian) sudah dibaca ulang",
                en: "\(form.words.english) was read again already"
            )
        case .fields:
            Text(
                id: "sebutkan kolom yang ada di formulir, masing-masing sekali",
                en: "name fields of the form, each once"
            )
        case .frozen(let form):
            Text(
                id:
                    "\(form.words.indonesian) termasuk audit sampel dan tidak dikeluarkan lagi; betulkan dalam pleno",
                en: "\(form.words.english) is part of a sampled audit and stays; correct it in the plenary"
            )
        case .samePerson(let form):
            Text(
                id:
                    "\(form.words.indonesian): Anda punya bagian di dalamnya; orang lain yang membacanya ulang",
                en: "\(form.words.english): you had a part in it; somebody else reads it again"
            )
        }
    }

    /// Its name for programs.
    var code: String {
        switch self {
        case .plenary: "plenary"
        case .drawnAlready: "drawn-already"
        case .size: "size"
        case .notDrawn: "not-drawn"
        case .notInManifest: "not-in-manifest"
        case .readAlready: "read-already"
        case .fields: "fields"
        case .frozen: "frozen"
        case .samePerson: "same-person"
        }
    }
}
