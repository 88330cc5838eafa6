import Accounts
import Elections

/// What is handed over to somebody who can sign in from now on.
struct Letter: Sendable {
    let account: AccountName
    let handed: Desk.Handed?
    let mandates: [MandateDraft]

    init(_ account: AccountName, _ handed: Desk.Handed?, _ mandates: [MandateDraft]) {
        (self.account, self.handed, self.mandates) = (account, handed, mandates)
    }
}

/// Letters to print, one to a sheet; passwords stand in them this once.
enum LetterPages {
    static func page(
        _ context: DeskContext,
        _ letters: [Letter],
        undone: [(account: AccountName, words: String)] = []
    ) -> DeskPage {
        let title = context.say("Surat akun", "Account letters")
        let password = letters.contains { if case .password = $0.handed { true } else { false } }
        return DeskPage(
            title: title,
            body: .tag("div") {
                HTML.tag("div", .class("screen")) {
                    HTML.tag("h1", text: title)
                    if password {
                        HTML.tag(
                            "p",
                            text: context.say(
                                "Cetak sekarang dan serahkan tertutup: kata sandi tidak ditampilkan lagi.",
                                "Print this now and hand it over closed: the passwords are not shown again."
                            )
                        )
                    }
                    for (account, words) in undone { SignInPages.alert("\(account): \(words)") }
                    HTML.tag("p") {
                        context.link(context.say("Ke daftar orang", "To the list of people"), "people")
                    }
                }
                for letter in letters { sheet(letter, context) }
            }
        )
    }

    private static func sheet(_ letter: Letter, _ context: DeskContext) -> HTML {
        let incoming = context.incoming
        let address = "\(incoming.front.scheme)://\(incoming.host)\(context.path().text)"
        return .tag("section", .class("block letter")) {
            HTML.tag("h2", text: letter.account.text)
            if let name = context.state.election?.name[context.language] {
                HTML.tag("p", .class("quiet"), text: name)
            }
            HTML.tag("dl", .class("facts")) {
                HTML.tag("dt", text: context.say("Alamat", "Address"))
                HTML.tag("dd") { HTML.tag("code", text: address) }
                HTML.tag("dt", text: context.say("Akun", "Account"))
                HTML.tag("dd") { HTML.tag("code", text: letter.account.text) }
                switch letter.handed {
                case .password(let secret):
                    HTML.tag("dt", text: context.say("Kata sandi sementara", "Temporary password"))
                    HTML.tag("dd") { HTML.tag("code", .class("password"), text: secret.text) }
                case .before:
                    HTML.tag("dt", text: context.say("Kata sandi sementara", "Temporary password"))
                    HTML.tag(
                        "dd",
                        text: context.say(
                            "sudah ditampilkan; bila tidak tercetak, buat yang baru",
                            "was shown before; if it was not printed, make another"
                        )
                    )
                case nil: HTML.empty
                }
                for draft in letter.mandates {
                    HTML.tag("dt", text: context.say("Mandat", "Mandate"))
                    HTML.tag("dd", text: draft.mandate(0, for: letter.account.text).text(context))
                }
            }
            if letter.handed != nil { steps(context) }
        }
    }

    private static func steps(_ context: DeskContext) -> HTML {
        .tag("ol") {
            HTML.tag(
                "li",
                text: context.say(
                    "Masuk dalam tiga hari; kata sandi ini berlaku sampai Anda memilih kata sandi sendiri.",
                    "Sign in within three days; this password counts until you choose your own."
                )
            )
            HTML.tag(
                "li",
                text: context.say(
                    "Pilih kata sandi sendiri, sedikitnya 12 huruf. Tidak seorang pun akan menanyakannya.",
                    "Choose a password of your own, at least 12 characters. Nobody will ever ask for it."
                )
            )
            HTML.tag(
                "li",
                text: context.say(
                    "Bila diminta, pasang aplikasi pengautentikasi di ponsel dan simpan kode pemulihan.",
                    "If asked, set up an authenticator app on your phone and keep the recovery codes."
                )
            )
            HTML.tag(
                "li",
                text: context.say("Musnahkan surat ini.", "Destroy this letter.")
            )
        }
    }
}
