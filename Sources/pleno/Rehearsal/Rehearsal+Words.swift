import Elections
import Rehearsal
import Web

extension RehearsalPlan {
    /// What distinguishes it, in the words of the command's options.
    var words: String {
        let ballots = ballots.map(\.rawValue).joined(separator: ",")
        return
            "\(isWhole ? "--whole" : "--subdistrict \(place)") --ballots \(ballots) --seed \(seed) --errors \(errors)"
    }
}

extension RehearsalFault {
    /// What is wrong.
    var words: LocalizedText {
        switch self {
        case .noSubdistrict(nil):
            LocalizedText(id: "tidak ada kecamatan yang punya TPS", en: "no subdistrict has polling stations")
        case .noSubdistrict(let code?):
            LocalizedText(
                id: "\(code): bukan kecamatan yang punya TPS di pemilu ini",
                en: "\(code): no subdistrict of this election that has polling stations"
            )
        case .noBallot(let ballot):
            LocalizedText(
                id: "\(ballot.rawValue): tidak ada di pemilu ini",
                en: "\(ballot.rawValue): not in this election"
            )
        }
    }
}

extension RehearsalAlarm {
    /// What happened.
    var words: LocalizedText {
        switch self {
        case .notDone(let account, let refusal):
            LocalizedText(
                id: "\(account) ditolak: \(refusal.words.indonesian)",
                en: "\(account) was refused: \(refusal.words.english)"
            )
        case .notRefused(let kind, let account):
            LocalizedText(
                id: "\(account) mencoba yang terlarang (\(kind.rawValue)) dan tidak ditolak semestinya",
                en: "\(account) tried what is forbidden (\(kind.rawValue)) and was not refused as it must be"
            )
        case .unequal(let forms):
            LocalizedText(
                id: "\(forms.count) formulir tidak sama dengan kertasnya: \(Self.list(forms))",
                en: "\(forms.count) forms do not say what their papers say: \(Self.list(forms))"
            )
        case .unfinished:
            LocalizedText(
                id: "belum semua calon terpilih mengucapkan sumpah",
                en: "not everybody who is elected took the oath"
            )
        case .uncertified(let certificates):
            LocalizedText(
                id: """
                    \(certificates.count) sertifikat bukan jumlah kertas dan pembetulannya: \
                    \(Self.list(certificates))
                    """,
                en: """
                    \(certificates.count) certificates are not the sum of papers and corrections: \
                    \(Self.list(certificates))
                    """
            )
        }
    }

    private static func list(_ certificates: [Certificate]) -> String {
        certificates.prefix(5).map { "\($0.ballot.rawValue) \($0.region)" }.joined(separator: ", ")
    }

    private static func list(_ forms: [FormKey]) -> String {
        forms.prefix(5).map { "\($0.ballot.rawValue) \($0.station)" }.joined(separator: ", ")
    }
}

extension RehearsalTally {
    /// The summary of a rehearsal that ended well.
    func lines(forms: Int, in region: String, refused: Int) -> [LocalizedText] {
        let tried = LocalizedText(
            id: "yang terlarang dicoba kali ini: \(refused), semuanya ditolak",
            en: "forbidden things tried this time: \(refused), all of them refused"
        )
        return linesOfCount(forms, in: region) + (plenaries == 0 ? [] : linesOfPlenaries)
            + (determinations == 0 ? [] : [lineOfResult]) + [tried]
    }

    private func linesOfCount(_ forms: Int, in region: String) -> [LocalizedText] {
        [
            LocalizedText(
                id: "Latihan \(region): \(forms) formulir diterima, semuanya sama dengan kertasnya",
                en: "Rehearsal \(region): \(forms) forms accepted, all of them as on paper"
            ),
            LocalizedText(
                id: "diketik \(entries) kali, \(retyped) di antaranya hanya bidang yang dikembalikan",
                en: "typed \(entries) times, \(retyped) of these only fields that were sent back"
            ),
            LocalizedText(
                id: "pengetik berbeda \(differences) kali: \(sentBack) dikembalikan, \(decided) diputuskan",
                en: "typists differed \(differences) times: \(sentBack) sent back, \(decided) decided"
            ),
            LocalizedText(
                id: "ditahan \(held) kali: \(approved) disetujui apa adanya, \(returned) diketik baru",
                en: "held \(held) times: \(approved) approved as they are, \(returned) typed anew"
            ),
            LocalizedText(
                id: "ditarik kembali setelah diterima: \(reopened)",
                en: "taken back after they were accepted: \(reopened)"
            ),
        ]
    }

    private var lineOfResult: LocalizedText {
        LocalizedText(
            id: "perkara selesai: \(cases); penetapan: \(determinations); mengucapkan sumpah: \(sworn)",
            en: "cases closed: \(cases); determinations: \(determinations); sworn in: \(sworn)"
        )
    }

    private var linesOfPlenaries: [LocalizedText] {
        let (accepted, rejected) = (objections[.accepted] ?? 0, objections[.rejected] ?? 0)
        let deferred = objections[.deferred] ?? 0
        return [
            LocalizedText(
                id: "pemungutan suara ulang: \(revotes), \(simulated) di antaranya simulasi",
                en: "re-votes: \(revotes), \(simulated) of them simulated"
            ),
            LocalizedText(
                id: """
                    rapat pleno: \(plenaries), sertifikat: \(certificates), semuanya jumlah kertas dan \
                    pembetulannya
                    """,
                en: """
                    plenaries: \(plenaries), certificates: \(certificates), all of them the sum of papers and \
                    corrections
                    """
            ),
            LocalizedText(
                id: """
                    keberatan: \(accepted) diterima, \(rejected) ditolak, \(deferred) diteruskan ke rapat di \
                    atasnya; pembetulan: \(corrections)
                    """,
                en: """
                    objections: \(accepted) accepted, \(rejected) rejected, \(deferred) deferred to the plenary \
                    above; corrections: \(corrections)
                    """
            ),
            LocalizedText(
                id: "audit: \(reread) formulir diundi dengan dadu dan dibaca ulang",
                en: "audit: \(reread) forms drawn by dice and read again"
            ),
            LocalizedText(
                id:
                    "kejadian khusus: \(events); dihentikan: \(abandoned); menolak menandatangani: \(refusals)",
                en: "special events: \(events); given up: \(abandoned); refused to sign: \(refusals)"
            ),
        ]
    }
}
