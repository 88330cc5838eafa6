import Accounts
import Elections

/// The pages about one person.
enum PersonPages {
    static func person(_ context: DeskContext, _ name: AccountName, _ signIn: Account?) -> DeskPage {
        let organisation = context.state.organisation
        let isOpen = organisation.accounts[name.text] == true
        let mayChange = isOpen && context.caller.may(.manageAccounts)
        return DeskPage(
            title: name.text,
            body: .tag("div") {
                HTML.tag("p", .class("crumbs")) { context.link(context.say("Orang", "People"), "people") }
                HTML.tag("h1", text: name.text)
                HTML.tag("p", .class("lead"), text: PeoplePages.signIn(signIn, isOpen: isOpen, context))
                if mayChange {
                    HTML.tag("ul", .class("links")) {
                        for (text, step) in [
                            (context.say("Beri mandat", "Give a mandate"), "mandate"),
                            (context.say("Kata sandi sementara", "Temporary password"), "reset"),
                            (context.say("Tutup akun", "Close the account"), "close"),
                        ] {
                            HTML.tag("li") { context.link(text, "people", "accounts", name.text, step) }
                        }
                    }
                }
                mandates(
                    organisation.mandates.filter { $0.account == name.text },
                    context,
                    mayChange: mayChange
                )
            }
        )
    }

    private static func mandates(_ mandates: [Mandate], _ context: DeskContext, mayChange: Bool) -> HTML {
        let title = context.say("Mandat", "Mandates")
        return .tag("section", .class("block")) {
            HTML.tag("h2", text: title)
            if mandates.isEmpty {
                HTML.tag("p", .class("quiet"), text: context.say("Belum ada.", "None yet."))
            } else {
                HTML.grid(
                    title,
                    [
                        context.say("Nomor", "Number"), title, context.say("Dasar", "Basis"),
                        context.say("Keadaan", "Standing"), "",
                    ],
                    mandates.map { row($0, context, mayChange: mayChange) }
                )
            }
        }
    }

    private static func row(_ mandate: Mandate, _ context: DeskContext, mayChange: Bool) -> [HTML] {
        let isEnded = context.state.organisation.ended.contains(mandate.number)
        let time = context.caller.time
        let standing =
            if isEnded {
                context.say("diakhiri", "ended")
            } else if let until = mandate.until, until <= time {
                context.say("habis", "over")
            } else if let from = mandate.from, from > time {
                context.say("mulai \(context.moment(from))", "from \(context.moment(from))")
            } else {
                context.say("berlaku", "holds")
            }
        let number = String(mandate.number)
        return [
            .text(number), .text(mandate.text(context)), .text(mandate.basis), .text(standing),
            mayChange && !isEnded
                ? context.link(
                    context.say("akhiri", "end"),
                    "people",
                    "accounts",
                    mandate.account,
                    "mandates",
                    number
                ) : .empty,
        ]
    }

    static func mandate(
        _ context: DeskContext,
        _ name: AccountName,
        texts: [MandateDraft.Column: String],
        _ faults: [MandateDraft.Fault] = [],
        fault: String? = nil
    ) -> DeskPage {
        let title = context.say("Mandat untuk \(name)", "A mandate for \(name)")
        return SignInPages.narrow(title) {
            HTML.tag("h1", text: title)
            if let fault { SignInPages.alert(fault) }
            context.form(context.path("people", "accounts", name.text, "mandate")) {
                context.once
                MandateFields.fields(context, texts, faults)
                HTML.submit(context.say("Beri mandat", "Give the mandate"))
            }
        }
    }

    static func end(_ context: DeskContext, _ mandate: Mandate, fault: String? = nil) -> DeskPage {
        asking(
            context,
            title: context.say("Akhiri mandat \(mandate.number)", "End mandate \(mandate.number)"),
            text: "\(mandate.account): \(mandate.text(context))",
            button: context.say("Akhiri mandat", "End the mandate"),
            at: context.path("people", "accounts", mandate.account, "mandates", String(mandate.number)),
            fault: fault
        )
    }

    static func reset(_ context: DeskContext, _ name: AccountName, fault: String? = nil) -> DeskPage {
        asking(
            context,
            title: context.say("Kata sandi sementara untuk \(name)", "A temporary password for \(name)"),
            text: context.say(
                "Semua sesi dan token akun ini berakhir. Kata sandi ditampilkan sekali, sebagai surat untuk dicetak.",
                "All sessions and tokens of this account end. The password is shown once, as a letter to print."
            ),
            button: context.say("Buat kata sandi sementara", "Make a temporary password"),
            at: context.path("people", "accounts", name.text, "reset"),
            fault: fault,
            more: .checkbox(
                FormField(
                    name: "factor",
                    label: context.say(
                        "Ponsel hilang: lepas juga aplikasi pengautentikasi",
                        "The phone is lost: take the authenticator app off too"
                    ),
                    isRequired: false
                ),
                isTicked: false
            )
        )
    }

    static func close(_ context: DeskContext, _ name: AccountName, fault: String? = nil) -> DeskPage {
        asking(
            context,
            title: context.say("Tutup akun \(name)", "Close the account \(name)"),
            text: context.say(
                "Untuk selamanya: nama ini tidak dipakai lagi, karena jurnal memuat apa yang dilakukannya.",
                "For good: this name is not used again, since the journal holds what it did."
            ),
            button: context.say("Tutup akun", "Close the account"),
            at: context.path("people", "accounts", name.text, "close"),
            fault: fault
        )
    }

    /// A change that is asked for once more, with a reason.
    private static func asking(
        _ context: DeskContext,
        title: String,
        text: String,
        button: String,
        at place: LocalPath,
        fault: String?,
        more: HTML = .empty
    ) -> DeskPage {
        SignInPages.narrow(title) {
            HTML.tag("h1", text: title)
            HTML.tag("p", text: text)
            context.form(place) {
                context.once
                HTML.field(
                    FormField(name: "reason", label: context.say("Alasan", "Reason"), fault: fault)
                )
                more
                HTML.submit(button)
            }
        }
    }
}
