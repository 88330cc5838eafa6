import Elections
import Rehearsal
import Web

extension RehearsalPlan {
    /// What distinguishes it, in the words of the command's options.
    var words: String {
        let ballots = ballots.map(\.rawValue).joined(separator: ",")
        return "--subdistrict \(subdistrict) --ballots \(ballots) --seed \(seed) --errors \(errors)"
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
        }
    }

    private static func list(_ forms: [FormKey]) -> String {
        forms.prefix(5).map { "\($0.ballot.rawValue) \($0.station)" }.joined(separator: ", ")
    }
}

extension RehearsalTally {
    /// The summary of a rehearsal that ended well.
    func lines(forms: Int, in region: String, refused: Int) -> [LocalizedText] {
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
            LocalizedText(
                id: "yang terlarang dicoba kali ini: \(refused), semuanya ditolak",
                en: "forbidden things tried this time: \(refused), all of them refused"
            ),
        ]
    }
}
