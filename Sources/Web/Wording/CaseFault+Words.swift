public import Elections

private typealias Text = LocalizedText

extension CaseFault {
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
                id: "tidak dapat pada tahap ini: \(stage.name.indonesian)",
                en: "not at this stage: it is \(stage.name.english)"
            )
        case .forum(let kind, let forum):
            Text(
                id:
                    "\(kind.name.indonesian) tidak diperiksa \(forum.name.indonesian) (\(kind.source.indonesian)); pilih "
                    + "lembaga yang lain",
                en:
                    "a case of this kind (\(kind.name.english)) does not go to this forum: \(forum.name.english) "
                    + "(\(kind.source.english)); choose another"
            )
        case .party(let capacity):
            Text(
                id:
                    "\(capacity.name.indonesian) tidak dapat menjadi pihak di sini, atau surat suara dan nomornya kurang",
                en:
                    "\(capacity.name.english) cannot be that side of a case, or the ballot and number are missing"
            )
        case .ballots:
            Text(
                id: "pilih surat suaranya, masing-masing sekali, juga yang dapil atau calonnya disebut",
                en: "choose the ballots, each once, also those whose districts or candidates are named"
            )
        case .stations:
            Text(
                id: "sebutkan TPS masing-masing sekali, beserta surat suaranya",
                en: "name each station once, and the ballots"
            )
        case .districts: Text(id: "sebutkan dapil masing-masing sekali", en: "name each district once")
        case .candidate(let candidate):
            Text(
                id: "tidak ada calon \(candidate.words.indonesian); periksa daftar calon",
                en: "nobody has these numbers: \(candidate.words.english); look at the list"
            )
        case .registeredAlready(let number):
            Text(
                id: "nomor register itu sudah dicatat sebagai perkara \(number)",
                en: "that register number is case \(number) here already"
            )
        case .appeal(let number):
            Text(
                id: "perkara \(number) bukan perkara sejenis yang lebih dulu; periksa nomornya",
                en: "case \(number) is no earlier case of this kind; look at its number"
            )
        case .notBefore(let day):
            Text(
                id: "tanggalnya paling awal \(day); periksa tanggal pada suratnya",
                en: "the day is \(day) at the earliest; look at the date on the paper"
            )
        case .notAfter(let day):
            Text(
                id: "tanggalnya paling lambat \(day), hari putusan",
                en: "the day is \(day) at the latest, that of the ruling"
            )
        case .items:
            Text(
                id: "pilih 1–\(EvidenceBundled.mostItems) bukti; bagi menjadi beberapa berkas",
                en: "choose 1–\(EvidenceBundled.mostItems) pieces; make several bundles of more"
            )
        case .itemTwice(let item):
            Text(
                id: "\(item.words.indonesian) sudah diajukan dalam perkara ini",
                en: "\(item.words.english) is before the forum in this case already"
            )
        case .noItem(let item):
            Text(
                id:
                    "\(item.words.indonesian) tidak ada dalam catatan kantor; masukkan dahulu, atau ajukan sebagai surat",
                en:
                    "the office has no \(item.words.english); take it in first, or lay it before them as a paper"
            )
        case .outcome(let outcome):
            Text(
                id: "putusan \(outcome.name.indonesian) tidak mengubah apa pun; hapus akibatnya",
                en: "a ruling that ends \(outcome.name.english) changes nothing; remove its effects"
            )
        case .effect(let kind, let effect):
            Text(
                id: "\(effect.name.indonesian) bukan akibat putusan \(kind.name.indonesian)",
                en: "a ruling about this (\(kind.name.english)) has no such effect: \(effect.name.english)"
            )
        case .scope(let effect):
            Text(
                id: "sebutkan yang terkena: \(effect.name.indonesian)",
                en: "say whom or which ballots it concerns: \(effect.name.english)"
            )
        case .obligations:
            Text(
                id: "nomori kewajiban 1, 2, 3…; setiap akibat dilaksanakan oleh satu kewajiban",
                en: "number the obligations 1, 2, 3…; each effect is carried out by one of them"
            )
        case .contradictsLater(let number):
            Text(
                id:
                    "putusan perkara \(number) yang lebih baru menyatakan lain tentang hal yang sama; periksa tanggal "
                    + "keduanya",
                en:
                    "the later ruling in case \(number) says something else of the same; look at the dates of both"
            )
        case .noObligation(let number):
            Text(
                id: "putusannya tidak memuat kewajiban \(number)",
                en: "the ruling has no obligation \(number)"
            )
        case .fulfilledAlready(let number):
            Text(
                id: "kewajiban \(number) sudah dilaksanakan",
                en: "obligation \(number) was fulfilled already"
            )
        case .otherFulfilment(let effect?):
            Text(
                id: "putusannya memerintahkan: \(effect.name.indonesian); sebutkan pelaksanaannya",
                en: "the ruling orders: \(effect.name.english); name what carried that out"
            )
        case .otherFulfilment(nil):
            Text(
                id: "sebutkan surat yang melaksanakannya, nomor dan tanggalnya",
                en: "name the paper that carried it out, its number and day"
            )
        case .wrongRevote(let number):
            Text(
                id:
                    "ulangan \(number) bukan yang diperintahkan: harus berdasar putusan, dilaksanakan sesudahnya, di TPS "
                    + "dan surat suara itu",
                en:
                    "re-vote \(number) is not what was ordered: on the ground of a ruling, held since, at these stations "
                    + "and of these ballots"
            )
        case .revoteMissing(let form):
            Text(
                id: "belum dilaksanakan: \(form.words.indonesian)",
                en: "not held yet: \(form.words.english)"
            )
        case .wrongPlenary(let number):
            Text(
                id:
                    "pleno \(number) tidak menetapkan angkanya sejak putusan; gelar pleno wilayah itu dan terbitkan "
                    + "sertifikatnya",
                en:
                    "plenary \(number) did not certify these figures since the ruling; hold one of that region and issue "
                    + "its certificate"
            )
        case .notCancelled(let candidate):
            Text(
                id: "\(candidate.words.indonesian) masih calon; batalkan dahulu",
                en: "\(candidate.words.english) still stands; cancel them first"
            )
        case .superseded(let number):
            Text(
                id: "putusan perkara \(number) di tingkat berikutnya berlaku sebagai gantinya",
                en: "the ruling on the appeal, case \(number), holds instead"
            )
        case .obligationsOpen(let numbers):
            Text(
                id:
                    "kewajiban \(numbers.map(String.init).joined(separator: ", ")) belum dilaksanakan; catat "
                    + "pelaksanaannya dahulu",
                en:
                    "obligations \(numbers.map(String.init).joined(separator: ", ")) are open; note how they were "
                    + "fulfilled first"
            )
        }
    }

    /// Its name for programs.
    var code: String {
        switch self {
        case .number: "number"
        case .stage: "stage"
        case .forum: "forum"
        case .party: "party"
        case .ballots: "ballots"
        case .stations: "stations"
        case .districts: "districts"
        case .candidate: "candidate"
        case .registeredAlready: "registered-already"
        case .appeal: "appeal"
        case .notBefore: "not-before"
        case .notAfter: "not-after"
        case .items: "items"
        case .itemTwice: "item-twice"
        case .noItem: "no-item"
        case .outcome: "outcome"
        case .effect: "effect"
        case .scope: "scope"
        case .obligations: "obligations"
        case .contradictsLater: "contradicts-later"
        case .noObligation: "no-obligation"
        case .fulfilledAlready: "fulfilled-already"
        case .otherFulfilment: "other-fulfilment"
        case .wrongRevote: "wrong-revote"
        case .revoteMissing: "revote-missing"
        case .wrongPlenary: "wrong-plenary"
        case .notCancelled: "not-cancelled"
        case .superseded: "superseded"
        case .obligationsOpen: "obligations-open"
        }
    }
}
