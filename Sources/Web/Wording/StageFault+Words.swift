public import Elections

private typealias Text = LocalizedText

extension StageFault {
    /// What does not fit, and what to do next.
    public var words: LocalizedText {
        switch self {
        case .none: Text(id: "sebut sekurangnya satu tahapan", en: "name one stage at least")
        case .tooMany:
            Text(
                id: "paling banyak \(StageRegister.most) tahapan",
                en: "\(StageRegister.most) stages at most"
            )
        case .key(let key):
            Text(
                id: "\"\(key)\" bukan nama pendek: 2–40 huruf kecil, angka, tanda hubung",
                en: "\"\(key)\" is no short name: 2–40 lower-case letters, digits, hyphens"
            )
        case .twice(let key): Text(id: "\(key): disebut dua kali", en: "\(key): named twice")
        case .unknown(let stage): Text(id: "tahapan \(stage) tidak ada", en: "there is no stage \(stage)")
        case .days(let key):
            Text(id: "\(key): berakhir sebelum mulai", en: "\(key): it ends before it begins")
        case .outside(let key, let day):
            Text(
                id: "\(key): \(day) di luar pemilu ini; periksa tahunnya",
                en: "\(key): \(day) lies outside this election; check the year"
            )
        case .after(let key, let other):
            Text(
                id: "\(key): tahapan \(other) tidak ada; rencanakan dahulu",
                en: "\(key): there is no stage \(other); plan that one first"
            )
        case .cycle(let key):
            Text(id: "\(key): menunggu dirinya sendiri", en: "\(key): it would wait for itself")
        case .limit(let key):
            Text(
                id: "\(key): batas memerlukan tahapan asal, jumlah hari, dan cara hitungnya",
                en: "\(key): a limit needs the stage it is counted from, the days and how they are counted"
            )
        case .begunTwice(let stage):
            Text(id: "tahapan \(stage) sudah dimulai", en: "stage \(stage) was begun already")
        case .notBegun(let stage):
            Text(id: "tahapan \(stage) tidak sedang berjalan", en: "stage \(stage) is not going on")
        case .future(let day):
            Text(
                id: "\(day) belum tiba; catat pada harinya",
                en: "\(day) has not come; note it on its day"
            )
        case .before(let day):
            Text(id: "tahapan ini baru dimulai \(day)", en: "the stage was only begun on \(day)")
        case .dependsOn(let stage, let key):
            Text(
                id: "tahapan \(stage) menunggu \(key) ditutup; tutup dahulu, atau catat alasannya",
                en: "stage \(stage) waits for \(key) to be closed; close that first, or note why not"
            )
        case .product(let stage, let product):
            Text(
                id: "tahapan \(stage) tidak punya produk \"\(product)\"",
                en: "stage \(stage) has no product \"\(product)\""
            )
        case .productTwice(let stage, let product):
            Text(
                id: "\"\(product)\" dari tahapan \(stage) sudah dicatat",
                en: "\"\(product)\" of stage \(stage) was noted already"
            )
        case .missing(let stage, let product):
            Text(
                id: "\"\(product)\" dari tahapan \(stage) belum ada; catat dahulu, atau tulis alasannya",
                en: "\"\(product)\" of stage \(stage) does not exist yet; note it first, or write why not"
            )
        case .notClosed(let stage):
            Text(
                id: "tahapan \(stage) tidak ditutup, jadi tidak perlu dibuka kembali",
                en: "stage \(stage) is not closed, so it need not be resumed"
            )
        case .holiday(let day, let year):
            Text(id: "\(day) bukan hari dalam tahun \(year)", en: "\(day) is no day of \(year)")
        }
    }
}
