public import Elections

private typealias Text = LocalizedText

extension RevoteFault {
    /// What does not fit, and what to do next.
    public var words: LocalizedText {
        switch self {
        case .number(let next):
            Text(
                id: "nomor berikutnya \(next); muat ulang halaman ini",
                en: "the next one is number \(next); load this page again"
            )
        case .stage(let stage):
            Text(
                id: "tidak dapat lagi: \(stage.name.indonesian)",
                en: "not any more: it is \(stage.name.english)"
            )
        case .ballots:
            Text(id: "pilih surat suara, masing-masing sekali", en: "choose the ballots, each once")
        case .ground(let ground, let version):
            Text(
                id: "dasar \(ground.rawValue) tidak menuju \(version.name.indonesian)",
                en: "ground \(ground.rawValue) does not lead to: \(version.name.english)"
            )
        case .proposedAlready(let number):
            Text(
                id: "sudah diusulkan sebagai nomor \(number)",
                en: "it is proposed already, as number \(number)"
            )
        case .oncePerStation(let number):
            Text(
                id: "hanya sekali di setiap TPS (UU 7/2017 pasal 373(4)); lihat nomor \(number)",
                en: "only once at each station (UU 7/2017 art. 373(4)); see number \(number)"
            )
        case .order(let last?):
            Text(
                id: "hasilnya tidak akan menggantikan \(last.name.indonesian); pilih jenis yang sesudahnya",
                en: "its result would not supersede the \(last.name.english); choose a kind that comes behind"
            )
        case .earlierOrdered(let number):
            Text(
                id: "nomor \(number) diputuskan lebih dulu; laksanakan atau batalkan dahulu",
                en: "number \(number) comes before it: hold that first, or call it off"
            )
        case .order(nil):
            Text(
                id: "belum pernah diulang untuk surat suara itu; pilih jenis yang pertama",
                en: "none of that ballot was held before; choose the first kind"
            )
        case .knownAlready(let station):
            Text(
                id: "TPS \(station) sudah tercatat pernah diulang (UU 7/2017 pasal 373(4): hanya sekali)",
                en: "one is on record for station \(station) (UU 7/2017 art. 373(4): only once)"
            )
        case .decision(let key):
            Text(
                id:
                    "keputusan \(key.decision) pleno \(key.plenary) tidak ada, atau bukan keputusan tentang ini; "
                    + "putuskan dahulu dalam pleno",
                en:
                    "there is no decision \(key.decision) of plenary \(key.plenary) that says so; decide it in a "
                    + "plenary first"
            )
        case .date(let last):
            Text(
                id: "harinya di luar batas" + (last.map { ", paling lambat \($0)" } ?? ""),
                en: "the day is out of time" + (last.map { ", \($0) is the last" } ?? "")
            )
        case .otherDay(let day):
            Text(
                id: "ditetapkan untuk \(day); tetapkan dahulu hari lain",
                en: "it was ordered for \(day); order another day first"
            )
        case .noRuling:
            Text(id: "sebutkan putusannya", en: "name the ruling")
        case .proposer:
            Text(
                id: "usulkan atas nama sendiri; rekomendasi dicatat Bawaslu atau KPU",
                en: "propose in your own name; Bawaslu or the commission notes recommendations"
            )
        case .papers:
            Text(
                id: "tulis jumlah surat suara khusus untuk setiap surat suaranya",
                en: "count the special ballot papers of each of its ballots"
            )
        case .notHeld(let form):
            Text(
                id:
                    "\(form.words.indonesian): \(form.version.name.indonesian) belum diputuskan dan dilaksanakan di TPS itu",
                en:
                    "\(form.words.english): no \(form.version.name.english) was ordered and held at that station"
            )
        case .samePerson:
            Text(
                id: "pengusul tidak memutuskan usulannya sendiri",
                en: "whoever proposed it does not decide about it"
            )
        }
    }

    /// Its name for programs.
    var code: String {
        switch self {
        case .number: "number"
        case .stage: "stage"
        case .ballots: "ballots"
        case .ground: "ground"
        case .proposedAlready: "proposed-already"
        case .oncePerStation: "once-per-station"
        case .order: "order"
        case .earlierOrdered: "earlier-ordered"
        case .knownAlready: "known-already"
        case .decision: "decision"
        case .date: "date"
        case .otherDay: "other-day"
        case .noRuling: "no-ruling"
        case .proposer: "proposer"
        case .papers: "papers"
        case .notHeld: "not-held"
        case .samePerson: "same-person"
        }
    }
}
