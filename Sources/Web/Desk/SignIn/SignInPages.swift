import Accounts
import Elections

/// The pages of the sign-in.
enum SignInPages {
    static func signIn(_ context: DeskContext, name: String = "", fault: String? = nil) -> DeskPage {
        let title = context.say("Masuk", "Sign in")
        return narrow(title) {
            HTML.tag("h1", text: title)
            if let fault { alert(fault) }
            context.form(context.step("sign-in")) {
                HTML.field(
                    FormField(
                        name: "name",
                        label: context.say("Nama akun", "Account"),
                        value: name,
                        autocomplete: "username"
                    )
                )
                HTML.field(
                    FormField(
                        name: "password",
                        label: context.say("Kata sandi", "Password"),
                        kind: .password,
                        autocomplete: "current-password"
                    )
                )
                HTML.submit(title)
            }
            HTML.tag(
                "p",
                .class("quiet"),
                text: context.say(
                    "Lupa kata sandi, atau ponsel hilang? Administrator kantor dapat membuatkan yang baru.",
                    "Forgot the password, or lost the phone? The office's administrator can make it anew."
                )
            )
        }
    }

    static func code(_ context: DeskContext, fault: String? = nil) -> DeskPage {
        let title = context.say("Kode dari ponsel", "Code from your phone")
        return narrow(title) {
            HTML.tag("h1", text: title)
            context.form(context.step("code")) {
                HTML.field(
                    FormField(
                        name: "code",
                        label: context.say("Kode", "Code"),
                        hint: context.say(
                            "Enam angka dari aplikasi pengautentikasi, atau salah satu kode pemulihan.",
                            "Six digits of your authenticator app, or one of your recovery codes."
                        ),
                        fault: fault,
                        autocomplete: "one-time-code"
                    )
                )
                HTML.submit(context.say("Lanjut", "Continue"))
            }
        }
    }

    static func newPassword(
        _ context: DeskContext,
        old: String? = nil,
        new: String? = nil,
        again: String? = nil
    ) -> DeskPage {
        let isFirst = context.caller.stage == .newPassword
        let title = context.say("Kata sandi baru", "New password")
        return narrow(title) {
            HTML.tag("h1", text: title)
            if isFirst {
                HTML.tag(
                    "p",
                    text: context.say(
                        "Kata sandi sementara hanya untuk masuk pertama. Pilih kata sandi Anda sendiri.",
                        "A temporary password is for the first sign-in only. Choose one of your own."
                    )
                )
            }
            context.form(context.step("new-password")) {
                HTML.field(
                    FormField(
                        name: "old",
                        label: isFirst
                            ? context.say("Kata sandi sementara", "Temporary password")
                            : context.say("Kata sandi lama", "Old password"),
                        kind: .password,
                        fault: old,
                        autocomplete: "current-password"
                    )
                )
                passwords(context, fault: new, again: again)
                HTML.submit(context.say("Simpan", "Save"))
            }
        }
    }

    /// The first account of an office.
    static func first(
        _ context: DeskContext,
        _ link: String,
        administrators: [String],
        name: String = "",
        nameFault: String? = nil,
        passwordFault: String? = nil,
        again: String? = nil
    ) -> DeskPage {
        let title = context.say("Administrator pertama", "First administrator")
        return narrow(title) {
            HTML.tag("h1", text: title)
            HTML.tag("p", text: introduction(context, administrators))
            context.form(context.path("first")) {
                HTML.hidden("link", link)
                HTML.field(
                    FormField(
                        name: "name",
                        label: context.say("Nama akun", "Account"),
                        value: name,
                        hint: context.say(
                            "Huruf kecil, angka, tanda hubung. Jurnal mengenal orang dengan nama ini: jangan nama asli.",
                            "Small letters, digits, hyphens. The journal knows people by it: no real name."
                        ),
                        fault: nameFault,
                        autocomplete: "username"
                    )
                )
                passwords(context, fault: passwordFault, again: again)
                HTML.submit(context.say("Buat akun", "Set up the account"))
            }
        }
    }

    /// The link to the first account does not count.
    static func noLink(_ context: DeskContext) -> DeskPage {
        let title = context.say("Tautan tidak berlaku", "The link does not count")
        var page = narrow(title) {
            HTML.tag("h1", text: title)
            HTML.tag("p", text: SignInFault.link.words[context.language])
            HTML.tag("p") { context.link(context.say("Masuk", "Sign in"), "sign-in") }
        }
        page.status = 404
        return page
    }

    /// Both fields of a password do not say the same.
    static func differs(_ context: DeskContext) -> String {
        context.say("Kedua kata sandi tidak sama.", "The two passwords are not the same.")
    }

    /// A page of one narrow column.
    static func narrow(
        _ title: String,
        @HTMLBuilder content: () -> HTML
    ) -> DeskPage {
        DeskPage(title: title, body: .tag("div", [.class("narrow")], content: content()))
    }

    /// What is wrong with a form as a whole.
    static func alert(_ text: String) -> HTML {
        .tag("div", .class("notice"), Attribute("role", "alert")) { HTML.tag("p", text: text) }
    }

    private static func introduction(_ context: DeskContext, _ administrators: [String]) -> String {
        guard !administrators.isEmpty else {
            return context.say(
                "Belum ada yang dapat masuk. Akun ini membuka akun lain dan memberi mandat; angka tidak ia putuskan.",
                "Nobody can sign in yet. This account opens others and gives mandates; it decides no figures."
            )
        }
        let names = administrators.joined(separator: ", ")
        return context.say(
            "Kantor ini dipulihkan: akun tidak ada dalam cadangan. Administrator menurut jurnal: \(names). "
                + "Pakai salah satu nama itu, atau nama baru yang mendapat mandat baru.",
            "This office was restored: accounts are in no backup. Administrators by the journal: \(names). "
                + "Use one of these names, or a new one, which gets a mandate of its own."
        )
    }

    private static func passwords(_ context: DeskContext, fault: String?, again: String?) -> HTML {
        var html = HTML.field(
            FormField(
                name: "new",
                label: context.say("Kata sandi baru", "New password"),
                kind: .password,
                hint: context.say(
                    "Sedikitnya 12 huruf. Empat kata acak lebih kuat daripada satu kata berangka.",
                    "At least 12 characters. Four random words are stronger than one word with digits."
                ),
                fault: fault,
                autocomplete: "new-password"
            )
        )
        html.append(
            .field(
                FormField(
                    name: "again",
                    label: context.say("Sekali lagi", "Once more"),
                    kind: .password,
                    fault: again,
                    autocomplete: "new-password"
                )
            )
        )
        return html
    }
}
