import Accounts
import Elections

/// The pages of somebody's own account.
enum AccountPages {
    static func account(
        _ context: DeskContext,
        _ sessions: [Session],
        _ here: TokenDigest,
        _ tokens: [APIToken]
    ) -> DeskPage {
        let title = context.say("Akun saya", "My account")
        return DeskPage(
            title: title,
            body: .tag("div") {
                HTML.tag("h1", text: title)
                HTML.tag("p", .class("lead"), text: context.caller.account?.text ?? "")
                HTML.tag("ul", .class("links")) {
                    HTML.tag("li") {
                        context.link(context.say("Ganti kata sandi", "Change the password"), "new-password")
                    }
                    HTML.tag("li") {
                        context.link(
                            context.say("Pasang atau ganti aplikasi", "Set up or change the app"),
                            "app"
                        )
                    }
                    HTML.tag("li") {
                        context.link(
                            context.say("Kode pemulihan baru", "New recovery codes"),
                            "account",
                            "codes"
                        )
                    }
                }
                self.sessions(context, sessions, here)
                self.tokens(context, tokens)
            }
        )
    }

    private static func sessions(_ context: DeskContext, _ sessions: [Session], _ here: TokenDigest) -> HTML {
        .tag("section", .class("block")) {
            HTML.tag("h2", text: context.say("Sesi", "Sessions"))
            HTML.grid(
                context.say("Sesi", "Sessions"),
                [context.say("Masuk", "Signed in"), context.say("Terakhir dipakai", "Last used"), ""],
                sessions.map { session in
                    [
                        .text(context.moment(session.created * 1_000)),
                        .text(context.moment(session.seen * 1_000)), end(session, here, context),
                    ]
                }
            )
            if sessions.count > 1 {
                context.form(context.path("account", "sessions")) {
                    HTML.submit(context.say("Akhiri semua yang lain", "End all others"))
                }
            }
        }
    }

    private static func end(_ session: Session, _ here: TokenDigest, _ context: DeskContext) -> HTML {
        guard session.id != here else { return .text(context.say("sesi ini", "this one")) }
        return context.form(context.path("account", "sessions")) {
            HTML.hidden("session", session.id.description)
            HTML.submit(context.say("Akhiri", "End"))
        }
    }

    private static func tokens(_ context: DeskContext, _ tokens: [APIToken]) -> HTML {
        .tag("section", .class("block")) {
            HTML.tag("h2", text: context.say("Token untuk program", "Tokens for programs"))
            if tokens.isEmpty {
                HTML.tag("p", .class("quiet"), text: context.say("Belum ada.", "None yet."))
            }
            for token in tokens {
                HTML.tag("div", .class("entry")) {
                    HTML.tag("h3", text: token.name)
                    HTML.tag("p") {
                        HTML.text(
                            token.permissions.sorted().compactMap(Permission.init)
                                .map { $0.words[context.language] }.joined(separator: " · ")
                        )
                    }
                    HTML.tag("p", .class("quiet")) {
                        context.say("sampai ", "until ") + context.moment(token.expires * 1_000)
                    }
                    context.form(context.path("account", "tokens", "revoke")) {
                        HTML.hidden("revoke", token.id.description)
                        HTML.submit(context.say("Cabut", "Revoke"))
                    }
                }
            }
            HTML.tag("p") {
                context.link(context.say("Buat token", "Make a token"), "account", "tokens")
            }
        }
    }

    static func newToken(_ context: DeskContext, name: String = "", fault: String? = nil) -> DeskPage {
        let title = context.say("Token baru", "New token")
        let mine = Permission.allCases.filter { context.caller.may($0) }
        return SignInPages.narrow(title) {
            HTML.tag("h1", text: title)
            HTML.tag(
                "p",
                text: context.say(
                    "Dengan token, program bekerja atas nama Anda, sebatas wewenang yang dipilih di sini.",
                    "With a token a program works in your name, within the permissions chosen here."
                )
            )
            if let fault { SignInPages.alert(fault) }
            context.form(context.path("account", "tokens")) {
                HTML.field(
                    FormField(
                        name: "name",
                        label: context.say("Untuk apa", "What for"),
                        value: name
                    )
                )
                HTML.select(
                    FormField(name: "days", label: context.say("Berlaku", "Counts for"), value: "30"),
                    [7, 30, 90, 365].map { (String($0), context.say("\($0) hari", "\($0) days")) }
                )
                HTML.fieldset(context.say("Wewenang", "Permissions")) {
                    for permission in mine {
                        HTML.checkbox(
                            FormField(
                                name: permission.rawValue,
                                label: permission.words[context.language],
                                isRequired: false
                            ),
                            isTicked: false
                        )
                    }
                    if mine.isEmpty {
                        HTML.tag("p", text: context.say("Anda belum punya wewenang.", "You have none yet."))
                    }
                }
                HTML.submit(context.say("Buat token", "Make the token"))
            }
        }
    }

    /// A token's text, shown this once.
    static func token(_ context: DeskContext, _ name: String, _ token: Secret) -> DeskPage {
        SignInPages.narrow(name) {
            HTML.tag("h1", text: name)
            HTML.tag(
                "p",
                text: context.say(
                    "Salin sekarang: token ini tidak ditampilkan lagi.",
                    "Copy it now: this token is not shown again."
                )
            )
            HTML.tag("p", .class("secret")) { HTML.tag("code", text: token.text) }
            HTML.tag("p") { context.link(context.say("Ke akun saya", "To my account"), "account") }
        }
    }
}
