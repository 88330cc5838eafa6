public import Elections

private typealias Text = LocalizedText

extension DescribedFault {
    /// What does not fit, and what to do next.
    public var words: LocalizedText {
        Text(
            id: "\(field): \(problem.words.indonesian)",
            en: "\(field): \(problem.words.english)"
        )
    }
}

extension DescribedFault.Problem {
    /// What does not fit, and what to do next.
    public var words: LocalizedText {
        switch self {
        case .text(let most):
            Text(id: "isi dengan 1–\(most) bita", en: "write 1–\(most) bytes")
        case .invisible:
            Text(
                id: "ada tanda yang tidak terlihat; ketik ulang tanpa itu",
                en: "there are characters nobody sees; type it again without them"
            )
        case .number(let range):
            Text(
                id: "angkanya antara \(range.lowerBound) dan \(range.upperBound)",
                en: "a number between \(range.lowerBound) and \(range.upperBound)"
            )
        case .many(let most): Text(id: "paling banyak \(most)", en: "\(most) at most")
        }
    }
}

extension TypedFault.Problem {
    /// What is wrong, and what to do next.
    public var words: LocalizedText {
        switch self {
        case .missing: Text(id: "wajib diisi", en: "must be filled in")
        case .limit(let problem): problem.words
        case .not(.text): Text(id: "bukan teks", en: "not a text")
        case .not(.whole):
            Text(id: "bukan bilangan bulat; tulis angka saja", en: "not a whole number; write digits only")
        case .not(.day): Text(id: "bukan tanggal; tulis 2019-04-17", en: "not a day; write 2019-04-17")
        case .not(.moment):
            Text(
                id: "bukan hari dan jam; tulis 2019-04-17T07:00",
                en: "not a day and time; write 2019-04-17T07:00"
            )
        case .not(.word): Text(id: "pilih salah satu", en: "choose one of the list")
        case .not(.place(let tiers)):
            tiers.isEmpty
                ? Text(
                    id: "bukan kode TPS; tulis 73.12.04.1005-007",
                    en: "not a station's code; write 73.12.04.1005-007"
                )
                : Text(id: "bukan kode wilayah; tulis 73.12.04", en: "not a region's code; write 73.12.04")
        }
    }
}
