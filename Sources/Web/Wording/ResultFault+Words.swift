public import Elections

private typealias Text = LocalizedText

extension ResultFault {
    /// What does not fit, and what to do next.
    public var words: LocalizedText { undivided ?? general }

    /// Where no districts divide the ballot, what does not fit; `nil` of faults that name none.
    private var undivided: LocalizedText? {
        switch self {
        case .petition(let number, Determination.undivided):
            Text(
                id: "penetapan menunggu perkara \(number) di Mahkamah Konstitusi",
                en: "the determination waits for case \(number) at the Constitutional Court"
            )
        case .tie(Determination.undivided, _):
            Text(
                id: "belum pasti pasangan mana yang terpilih; putuskan dahulu dalam pleno",
                en: "it is open which pair is elected; decide it in a plenary first"
            )
        case .outdated(let step, Determination.undivided):
            Text(
                id: "\(step.name.indonesian) sudah berubah sejak ditetapkan; tetapkan lagi dahulu",
                en: "the \(step.name.english) changed since they were determined; determine them again first"
            )
        case .determinedAlready(Determination.undivided):
            Text(
                id: "sudah ditetapkan; sebutkan alasan menetapkannya lagi",
                en: "it is determined already; give the ground for determining it again"
            )
        case .notWhatFollows(Determination.undivided):
            Text(
                id: "isinya lain dari yang dihasilkan sertifikat; muat ulang halaman ini",
                en: "it is not what follows from the certificates; load this page again"
            )
        case .seatDecision(Determination.undivided):
            Text(
                id: "tidak ada pasangan yang sama kuat seperti itu; pilih tepat satu dari yang sama kuat",
                en: "no pairs are tied like that; choose exactly one of those who are"
            )
        default: nil
        }
    }

    private var general: LocalizedText {
        switch self {
        case .notDividedHere(let ballot):
            Text(
                id: "hasil \(ballot.name.indonesian) tidak ditetapkan di sini",
                en: "the result of the \(ballot.name.english) is not determined here"
            )
        case .notCertified(let region):
            Text(
                id: "sertifikat wilayah \(region) belum ada, tidak lengkap, atau di bawahnya sudah berubah; "
                    + "selesaikan rekapitulasinya dahulu",
                en:
                    "the certificate of region \(region) is missing or incomplete, or those below it changed since; "
                    + "finish its recapitulation first"
            )
        case .petition(let number, let district):
            Text(
                id:
                    "dapil \(district) menunggu perkara \(number) di Mahkamah Konstitusi; tetapkan dapil lain dahulu",
                en:
                    "district \(district) waits for case \(number) at the Constitutional Court; determine the other "
                    + "districts first"
            )
        case .decision(let key):
            Text(
                id:
                    "keputusan \(key.decision) pleno \(key.plenary) bukan keputusan tentang hasil yang disetujui, "
                    + "dengan nomor keputusan dan berita acara; putuskan dahulu dalam pleno",
                en:
                    "decision \(key.decision) of plenary \(key.plenary) is none on results that was carried, with a "
                    + "decree and minutes; decide it in a plenary first"
            )
        case .decisionUsed(let key):
            Text(
                id:
                    "keputusan \(key.decision) pleno \(key.plenary) sudah menetapkan hal lain; setiap penetapan "
                    + "memerlukan keputusannya sendiri",
                en:
                    "decision \(key.decision) of plenary \(key.plenary) carries something else; each determination "
                    + "needs its own"
            )
        case .before(let step):
            Text(
                id: "tetapkan dahulu \(step.name.indonesian)",
                en: "determine the \(step.name.english) first"
            )
        case .outdated(let step, let district):
            Text(
                id:
                    "\(step.name.indonesian) dapil \(district) sudah berubah sejak ditetapkan; tetapkan lagi dahulu",
                en:
                    "the \(step.name.english) of district \(district) changed since they were determined; determine "
                    + "them again first"
            )
        case .winnersOpen:
            Text(
                id:
                    "suara yang membedakan pasangan yang sama kuat belum semua ada; lengkapi sertifikat kecamatan",
                en:
                    "votes that tell equal pairs apart are missing; complete the certificates of the subdistricts"
            )
        case .noLists:
            Text(id: "daftar calon tidak diketahui", en: "the lists of candidates are not known")
        case .noNotice:
            Text(
                id:
                    "sebutkan surat Mahkamah Konstitusi tentang perkara yang diregistrasi pada penetapan kursi, atau "
                    + "pasangan terpilih; tidak pada yang lain",
                en:
                    "name the Constitutional Court's notice of registered cases where seats are determined, or the "
                    + "elected pair; nowhere else"
            )
        case .districts: Text(id: "pilih dapil, masing-masing sekali", en: "choose districts, each once")
        case .determinedAlready(let district):
            Text(
                id: "dapil \(district) sudah ditetapkan; sebutkan alasan menetapkannya lagi",
                en: "district \(district) is determined already; give the ground for determining it again"
            )
        case .unchanged: Text(id: "tidak ada yang berubah", en: "nothing changed since")
        case .tie(let district, nil):
            Text(
                id: "partai di dapil \(district) sama kuat untuk kursi terakhir; putuskan dahulu dalam pleno",
                en: "parties are tied in district \(district); decide it in a plenary first"
            )
        case .tie(let district, let contestant?):
            Text(
                id:
                    "calon partai nomor \(contestant) di dapil \(district) sama kuat; putuskan dahulu dalam pleno",
                en:
                    "candidates of party \(contestant) are tied in district \(district); decide it in a plenary first"
            )
        case .ranking(let district, let contestant, let refusal):
            Text(
                id: "partai nomor \(contestant) di dapil \(district): \(refusal.words.indonesian)",
                en: "party \(contestant) in district \(district): \(refusal.words.english)"
            )
        case .notWhatFollows(let district):
            Text(
                id:
                    "isinya lain dari yang dihasilkan sertifikat, mulai dapil \(district); muat ulang halaman ini",
                en:
                    "it is not what follows from the certificates, from district \(district) on; load this page again"
            )
        case .listDecision(let refusal): refusal.words
        case .seatDecision(let district):
            Text(
                id: "dapil \(district) tidak mempunyai kursi seri itu; bagikan tepat kursi yang seri",
                en: "district \(district) has no such tie; give exactly the tied seats"
            )
        case .members(let key?):
            Text(
                id: "tidak ada calon terpilih di kursi \(key.words)",
                en: "nobody was determined for seat \(key.words)"
            )
        case .members(nil):
            Text(id: "pilih calon terpilih, masing-masing sekali", en: "choose the elected, each once")
        case .stage(let key, let stage):
            Text(
                id:
                    "kursi \(key.words) baru \(stage.name.indonesian); langkah ini belum atau tidak lagi pada gilirannya",
                en: "seat \(key.words) is \(stage.name.english): this step is not its next one"
            )
        case .cannotTakeSeat(let key):
            Text(
                id: "calon di kursi \(key.words) tidak lagi memenuhi syarat; catat penggantiannya dahulu",
                en: "whoever has seat \(key.words) cannot take it any more; replace them first"
            )
        case .stands(let key):
            Text(
                id: "calon di kursi \(key.words) masih memenuhi syarat; catat dahulu apa yang terjadi",
                en: "whoever has seat \(key.words) can still take it; note first what became of them"
            )
        case .otherParty(let key, let party):
            Text(
                id: "kursi \(key.words) milik partainya; calon partai nomor \(party) tidak dapat mengisinya "
                    + "(UU 7/2017 pasal 426)",
                en: "seat \(key.words) is its party's; a candidate of party \(party) cannot take it "
                    + "(UU 7/2017 art. 426)"
            )
        case .notNext(let key, let next?):
            Text(
                id: "kursi \(key.words): urutan berikutnya calon nomor \(next.number)",
                en: "seat \(key.words): the next is candidate number \(next.number)"
            )
        case .notNext(let key, nil):
            Text(
                id:
                    "kursi \(key.words): daftar calonnya habis; pilih calon partai itu dari dapil lain yang belum "
                    + "mempunyai kursi",
                en:
                    "seat \(key.words): nobody is left on the list; choose a candidate of the party in another "
                    + "district who has no seat"
            )
        case .exhausted(let key, nil):
            Text(
                id:
                    "kursi \(key.words): daftar calonnya habis, dan belum diputuskan apa yang terjadi dengan kursinya "
                    + "(aturan exhausted-list)",
                en:
                    "seat \(key.words): nobody is left on the list, and it is not decided what becomes of the seat "
                    + "(rule exhausted-list)"
            )
        case .exhausted(let key, let rule?):
            Text(
                id: "kursi \(key.words): daftar calonnya habis; \(rule.name.indonesian)",
                en: "seat \(key.words): nobody is left on the list; \(rule.name.english)"
            )
        case .paper(let key):
            Text(
                id:
                    "kursi \(key.words): sebelum sumpah, atau bagi calon dari dapil lain, sebutkan keputusan pleno; "
                    + "sesudah sumpah cukup surat pimpinan DPRD",
                en:
                    "seat \(key.words): before the oath, or for a candidate of another district, name the plenary's "
                    + "decision; after the oath only the letter of the council's leaders"
            )
        case .date(let day):
            Text(id: "tanggalnya sebelum \(day)", en: "it is dated before \(day)")
        case .announcement:
            Text(
                id: "penetapan itu tidak ada, atau sudah diumumkan",
                en: "there is no such determination, or it was announced already"
            )
        }
    }

    /// Its name for programs.
    var code: String {
        switch self {
        case .notDividedHere: "not-divided-here"
        case .notCertified: "not-certified"
        case .petition: "petition"
        case .decision: "decision"
        case .decisionUsed: "decision-used"
        case .before: "before"
        case .outdated: "outdated"
        case .winnersOpen: "winners-open"
        case .noLists: "no-lists"
        case .noNotice: "no-notice"
        case .districts: "districts"
        case .determinedAlready: "determined-already"
        case .unchanged: "unchanged"
        case .tie: "tie"
        case .ranking: "ranking"
        case .notWhatFollows: "not-what-follows"
        case .listDecision: "list-decision"
        case .seatDecision: "seat-decision"
        case .members: "members"
        case .stage: "stage"
        case .cannotTakeSeat: "cannot-take-seat"
        case .stands: "stands"
        case .otherParty: "other-party"
        case .notNext: "not-next"
        case .exhausted: "exhausted"
        case .paper: "paper"
        case .date: "date"
        case .announcement: "announcement"
        }
    }
}

extension ListDecision.Refusal {
    /// Why a decision on equals is not taken.
    var words: LocalizedText {
        switch self {
        case .noTie: Text(id: "tidak ada calon yang sama kuat", en: "no candidates are tied")
        case .othersTied(let tied):
            Text(
                id: "yang sama kuat: nomor \(tied.map(String.init).joined(separator: ", "))",
                en: "those who are tied are numbers \(tied.map(String.init).joined(separator: ", "))"
            )
        case .otherSeats(let seats):
            Text(id: "mereka sama kuat untuk \(seats) kursi", en: "they are tied for \(seats) seats")
        case .settledBefore: Text(id: "sudah diputuskan", en: "it was decided before")
        }
    }
}

extension MemberKey {
    /// District, party and seat.
    var words: String { "\(district)·\(contestant)·\(seat)" }
}

extension Determination.Step {
    /// What it is called.
    public var name: LocalizedText {
        switch self {
        case .figures: Text(id: "perolehan suara", en: "figures")
        case .seats: Text(id: "perolehan kursi", en: "seats")
        case .elected: Text(id: "calon terpilih", en: "elected candidates")
        }
    }
}

extension ElectedMember.Stage {
    /// What it is called.
    public var name: LocalizedText {
        switch self {
        case .determined: Text(id: "ditetapkan", en: "determined")
        case .proposed: Text(id: "diusulkan", en: "proposed")
        case .decreed: Text(id: "diresmikan", en: "decreed")
        case .postponed: Text(id: "ditunda", en: "postponed")
        case .sworn: Text(id: "disumpah", en: "sworn in")
        }
    }
}
