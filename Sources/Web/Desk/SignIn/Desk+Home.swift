import Accounts
import Elections

extension Desk {
    /// Where everybody begins.
    var homeEndpoints: [DeskEndpoint] {
        [
            DeskEndpoint(
                .get,
                "desk",
                .signedIn,
                LocalizedText(id: "Meja kerja", en: "The desk")
            ) { call async throws(Refusal) in
                let context = DeskContext(call)
                return .page(HomePage.page(context), context)
            }
        ]
    }
}

/// The first page of the desk: what somebody may do here.
enum HomePage {
    static func page(_ context: DeskContext) -> DeskPage {
        let account = context.caller.account?.text ?? ""
        let mandates = context.state.organisation.mandates(of: account, at: context.caller.time)
        let title = context.say("Meja kerja", "Desk")
        return DeskPage(
            title: title,
            body: .tag("div") {
                HTML.tag("h1", text: title)
                if mandates.isEmpty { nothing(context) } else { Morning(context: context).html }
                HTML.tag("ul", .class("cards doors")) {
                    for door in doors(context) {
                        HTML.tag("li", .class("card")) {
                            HTML.tag("h2") {
                                HTML.tag("a", .href(context.path(door.step).text), text: door.name)
                            }
                            HTML.tag("p", text: door.purpose)
                        }
                    }
                }
                if !mandates.isEmpty {
                    HTML.tag("section", .class("block")) {
                        HTML.tag("h2", text: context.say("Mandat Anda", "Your mandates"))
                        HTML.tag("ul", .class("plain")) {
                            for mandate in mandates {
                                HTML.tag("li", text: mandate.text(context))
                            }
                        }
                    }
                }
            }
        )
    }

    private static func nothing(_ context: DeskContext) -> HTML {
        SignInPages.alert(
            context.say(
                "Akun ini belum diberi mandat, atau mandatnya sudah berakhir. Tanyakan kepada administrator kantor.",
                "This account has no mandate yet, or it has ended. Ask the office's administrator."
            )
        )
    }

    private struct Door {
        let step: String
        let name: String
        let purpose: String
    }

    private static func doors(_ context: DeskContext) -> [Door] {
        let many = Door(
            step: "import",
            name: context.say("Impor", "Import"),
            purpose: context.say(
                "Banyak formulir sekaligus dari berkas CSV atau Sirekap.",
                "Many forms at once, from a CSV or Sirekap file."
            )
        )
        let all: [(Permission?, Door)] = [
            (
                .enterForms,
                Door(
                    step: "forms",
                    name: context.say("Ketik formulir", "Type forms"),
                    purpose: context.say(
                        "Angka persis seperti di kertas; orang kedua mengetik formulir yang sama.",
                        "Figures exactly as on paper; a second person types the same form."
                    )
                )
            ),
            (.enterForms, many), (.compareReadings, many),
            (
                .resolveForms,
                Door(
                    step: "differences",
                    name: context.say("Selisih ketikan", "Differences"),
                    purpose: context.say(
                        "Formulir yang diketik berbeda oleh dua orang menunggu keputusan.",
                        "Forms that two people typed differently wait for a decision."
                    )
                )
            ),
            (
                .approveForms,
                Door(
                    step: "held",
                    name: context.say("Formulir tertahan", "Held forms"),
                    purpose: context.say(
                        "Formulir yang jumlahnya tidak cocok: terima dengan alasan, atau kembalikan.",
                        "Forms that do not add up: accept them with a reason, or send them back."
                    )
                )
            ),
            (
                .seeForms,
                Door(
                    step: "readings",
                    name: context.say("Sanding", "Readings"),
                    purpose: context.say(
                        "Formulir menurut kantor, saksi, relawan, dan Sirekap, yang berbeda lebih dulu.",
                        "Forms as office, witnesses, volunteers and Sirekap read them; those that differ first."
                    )
                )
            ),
            (
                .seeProgress,
                Door(
                    step: "board",
                    name: context.say("Kemajuan", "Progress"),
                    purpose: context.say(
                        "Sejauh mana penghitungan di setiap wilayah.",
                        "How far the counting has come in each region."
                    )
                )
            ),
            (
                .audit,
                Door(
                    step: "people",
                    name: context.say("Orang", "People"),
                    purpose: context.say(
                        "Akun, mandat, undangan, dan catatan keamanan.",
                        "Accounts, mandates, invitations, and the security log."
                    )
                )
            ),
            (
                .manageCandidates,
                Door(
                    step: "candidates",
                    name: context.say("Daftar calon", "Lists of candidates"),
                    purpose: context.say(
                        "Dari penyerahan oleh partai sampai daftar tetap, dan keadaan calon sesudahnya.",
                        "From what parties hand in to the final lists, and what became of candidates since."
                    )
                )
            ),
            (
                .seeWork,
                Door(
                    step: WorkSubject.stages.rawValue,
                    name: WorkSubject.stages.name[context.language],
                    purpose: WorkSubject.stages.purpose[context.language]
                )
            ),
            (
                .issuePapers,
                Door(
                    step: "papers",
                    name: context.say("Dokumen resmi", "Official papers"),
                    purpose: context.say(
                        "Menerbitkan formulir, sertifikat, berita acara, keputusan; menerima salinan bertanda tangan.",
                        "Issue forms, certificates, minutes, decrees; take in signed copies."
                    )
                )
            ),
            (
                nil,
                Door(
                    step: "account",
                    name: context.say("Akun saya", "My account"),
                    purpose: context.say(
                        "Kata sandi, aplikasi pengautentikasi, sesi, token.",
                        "Password, authenticator app, sessions, tokens."
                    )
                )
            ),
        ]
        var steps: Set<String> = []
        return all.filter { need, door in
            (need.map(context.caller.may) ?? true) && steps.insert(door.step).inserted
        }.map(\.1)
    }
}

extension Mandate {
    /// What it makes of somebody, where and how long, in a line.
    func text(_ context: DeskContext) -> String {
        var parts = [role.name[context.language]]
        if let place {
            let name = context.state.election?.regions[place]?.name
            parts.append(name.map { "\($0) (\(place))" } ?? "\(place)")
        }
        if let division {
            let named = context.state.organisation.divisions.first { $0.id == division }
            parts.append(named?.name[context.language] ?? division)
        }
        if let contestant { parts.append(context.say("peserta \(contestant)", "contestant \(contestant)")) }
        if let until, let last = DeskDay.day(until - 1), DeskDay.end(of: last) == until {
            parts.append(context.say("sampai \(last)", "until \(last)"))
        } else if let until {
            parts.append(context.say("sampai \(context.moment(until))", "until \(context.moment(until))"))
        }
        return parts.joined(separator: " · ")
    }
}
