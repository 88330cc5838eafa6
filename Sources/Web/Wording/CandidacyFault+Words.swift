public import Elections

private typealias Text = LocalizedText

extension CandidacyFault {
    /// What does not fit, and what to do next.
    public var words: LocalizedText {
        switch self {
        case .noLists:
            Text(
                id:
                    "surat suara ini tidak memuat daftar calon, atau aturan daftarnya belum dikenal; pilih yang lain",
                en: "no lists stand on this ballot, or their rules are not known here; choose another"
            )
        case .onRecordElsewhere:
            Text(
                id:
                    "DCT surat suara ini sudah diambil alih dari catatan lain; hanya status calon yang dapat dicatat",
                en:
                    "the final lists of this ballot were taken over from elsewhere; only statuses can be noted"
            )
        case .stage(let stage):
            Text(
                id: "tidak pada tahap ini: \(stage.name.indonesian)",
                en: "not at this stage: \(stage.name.english)"
            )
        case .unknownContestant(let number):
            Text(
                id: "tidak ada partai nomor \(number); periksa nomornya",
                en: "there is no party number \(number); look at the number"
            )
        case .unknownDistrict(let number?):
            Text(
                id: "tidak ada dapil \(number); periksa nomornya",
                en: "there is no district \(number); look at the number"
            )
        case .unknownDistrict(nil): Text(id: "sebutkan dapilnya", en: "name the district")
        case .nobody, .numbers, .sexUnknown, .tooMany, .incomplete, .order, .otherList: wordsOfList
        case .nothingToPublish:
            Text(
                id: "belum ada daftar yang lengkap; terima dahulu daftar dari partai",
                en: "no list is complete yet; take in the parties' lists first"
            )
        case .objectionNumber(let next):
            Text(
                id: "tanggapan berikutnya bernomor \(next); muat ulang halaman ini",
                en: "the next objection is number \(next); load this page again"
            )
        case .noOpenObjection(let number):
            Text(
                id: "tidak ada tanggapan \(number) yang belum dijawab; muat ulang halaman ini",
                en: "no objection \(number) waits for an answer; load this page again"
            )
        case .openObjections(let numbers):
            Text(
                id: "jawab dahulu tanggapan \(numbers.words)",
                en: "answer the objections first: \(numbers.words)"
            )
        case .noObjectionUpheld(let place):
            Text(
                id: "tidak ada tanggapan yang diterima terhadap \(place.words.indonesian); pilih alasan lain",
                en: "no objection to \(place.words.english) was upheld; choose another reason"
            )
        case .noCandidate(let place):
            Text(
                id: "tidak ada calon di \(place.words.indonesian); periksa nomornya",
                en: "nobody stands at \(place.words.english); look at the number"
            )
        case .decision(let key?):
            Text(
                id:
                    "DCT memerlukan keputusan pleno yang disetujui dan bernomor; keputusan \(key.decision) pleno "
                    + "\(key.plenary) bukan itu. DCS tidak menyebut keputusan",
                en:
                    "final lists need a carried decision with a decree, which decision \(key.decision) of plenary "
                    + "\(key.plenary) is not; provisional ones name none"
            )
        case .decision(nil):
            Text(id: "sebutkan keputusan pleno tentang DCT", en: "name the decision on the final lists")
        case .counted:
            Text(
                id: "formulir surat suara ini sudah dibaca atau diketik; daftarnya tidak dapat berubah lagi",
                en: "forms of this ballot are read or typed already; its lists can change no more"
            )
        case .date(let first, let last):
            Text(
                id: "harinya di luar batas" + (first.map { ", paling awal \($0)" } ?? "")
                    + (last.map { ", paling lambat \($0)" } ?? ""),
                en: "the day is out of time" + (first.map { ", \($0) is the first" } ?? "")
                    + (last.map { ", \($0) is the last" } ?? "")
            )
        case .status(let status):
            Text(
                id: "status calon itu sudah: \(status.name.indonesian)",
                en: "that is the candidate's status already: \(status.name.english)"
            )
        }
    }

    private var wordsOfList: LocalizedText {
        switch self {
        case .nobody(let list):
            Text(
                id: "\(list.words.indonesian) kosong; tulis calonnya",
                en: "\(list.words.english) is empty; write who is on it"
            )
        case .numbers(let list):
            Text(
                id: "\(list.words.indonesian): nomor urut harus 1, 2, 3, … tanpa lompatan",
                en: "\(list.words.english): numbers must be 1, 2, 3, … without a gap"
            )
        case .sexUnknown(let list, let numbers):
            Text(
                id: "\(list.words.indonesian): sebutkan jenis kelamin nomor \(numbers.words)",
                en: "\(list.words.english): say the sex of number \(numbers.words)"
            )
        case .tooMany(let list, let candidates, let seats):
            Text(
                id:
                    "\(list.words.indonesian): \(candidates) calon untuk \(seats) kursi; kurangi (UU 7/2017 pasal "
                    + "244)",
                en:
                    "\(list.words.english): \(candidates) candidates for \(seats) seats; leave some out (UU 7/2017 "
                    + "art. 244)"
            )
        case .incomplete(let list, let faults):
            Text(
                id: list.words.indonesian + ": " + faults.map(\.words.indonesian).joined(separator: "; "),
                en: list.words.english + ": " + faults.map(\.words.english).joined(separator: "; ")
            )
        case .order(let list):
            Text(
                id: "\(list.words.indonesian) tidak pada urutan dapil dan surat suara, atau dua kali",
                en: "\(list.words.english) is not in the order of districts and ballot, or is there twice"
            )
        case .otherList(let list):
            Text(
                id:
                    "\(list.words.indonesian) bukan seperti yang diserahkan dan diubah; muat ulang halaman ini",
                en: "\(list.words.english) is not as it was handed in and changed; load this page again"
            )
        default: .same(code)
        }
    }

    /// Its name for programs.
    var code: String {
        switch self {
        case .noLists: "no-lists"
        case .onRecordElsewhere: "on-record-elsewhere"
        case .stage: "stage"
        case .unknownContestant: "unknown-contestant"
        case .unknownDistrict: "unknown-district"
        case .nobody: "nobody"
        case .numbers: "numbers"
        case .sexUnknown: "sex-unknown"
        case .tooMany: "too-many"
        case .incomplete: "incomplete"
        case .order: "order"
        case .nothingToPublish: "nothing-to-publish"
        case .otherList: "other-list"
        case .objectionNumber: "objection-number"
        case .noOpenObjection: "no-open-objection"
        case .openObjections: "open-objections"
        case .noObjectionUpheld: "no-objection-upheld"
        case .noCandidate: "no-candidate"
        case .decision: "decision"
        case .counted: "counted"
        case .date: "date"
        case .status: "status"
        }
    }
}

extension ListFault {
    /// What the list lacks, and what to do next.
    public var words: LocalizedText {
        switch self {
        case .tooFewWomen(let women, let needed):
            Text(
                id: "\(women) perempuan, perlu \(needed) (UU 7/2017 pasal 245); tambah",
                en: "\(women) women where \(needed) are needed (UU 7/2017 art. 245); add some"
            )
        case .noWoman(let numbers):
            Text(
                id: "tidak ada perempuan di nomor \(numbers.words) (UU 7/2017 pasal 246(2)); ubah susunannya",
                en: "no woman among numbers \(numbers.words) (UU 7/2017 art. 246(2)); arrange them anew"
            )
        }
    }
}

extension [Int] {
    fileprivate var words: String { map(String.init).joined(separator: ", ") }
}

extension ListKey {
    /// The list in a few words.
    public var words: LocalizedText {
        let place = district.map { (", dapil \($0)", ", district \($0)") } ?? ("", "")
        return Text(
            id: "daftar partai \(contestant)\(place.0)",
            en: "the list of party \(contestant)\(place.1)"
        )
    }
}

extension CandidateKey {
    /// The candidate's place in a few words.
    public var words: LocalizedText {
        Text(
            id: "nomor \(number) \(list.words.indonesian)",
            en: "number \(number) of \(list.words.english)"
        )
    }
}

extension Candidacy.Stage {
    /// What it is called.
    public var name: LocalizedText {
        switch self {
        case .submitted: Text(id: "penyerahan daftar", en: "lists are handed in")
        case .provisional: PublishedLists.Kind.provisional.name
        case .final: PublishedLists.Kind.final.name
        }
    }
}

extension PublishedLists.Kind {
    /// What it is called.
    public var name: LocalizedText {
        switch self {
        case .provisional: Text(id: "daftar calon sementara (DCS)", en: "provisional lists (DCS)")
        case .final: Text(id: "daftar calon tetap (DCT)", en: "final lists (DCT)")
        }
    }
}

extension ListObjection.Answer.Outcome {
    /// What it is called.
    public var name: LocalizedText {
        switch self {
        case .upheld: Text(id: "diterima", en: "upheld")
        case .rejected: Text(id: "ditolak", en: "rejected")
        }
    }
}

extension Replacement.Reason {
    /// What it is called.
    public var name: LocalizedText {
        switch self {
        case .died: CandidateStatus.died.name
        case .resigned: CandidateStatus.resigned.name
        case .ineligible: CandidateStatus.ineligible.name
        case .afterObjection: Text(id: "tanggapan masyarakat diterima", en: "an objection was upheld")
        }
    }
}
