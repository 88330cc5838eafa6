import Accounts
import Elections

/// The pages about all people of an office.
enum PeoplePages {
    /// The most rows of the list.
    private static let most = 300

    static func list(_ context: DeskContext, _ signIns: [Account], search: String) -> DeskPage {
        let title = context.say("Orang", "People")
        let organisation = context.state.organisation
        let names = organisation.accounts.keys.filter { search.isEmpty || $0.contains(search) }.sorted()
        let known = Dictionary(signIns.map { ($0.name.text, $0) }) { first, _ in first }
        return DeskPage(
            title: title,
            body: .tag("div") {
                HTML.tag("h1", text: title)
                HTML.tag("ul", .class("links")) {
                    for (text, steps) in links(context) {
                        HTML.tag("li") {
                            HTML.tag("a", .href(context.place(["people"] + steps).text), text: text)
                        }
                    }
                }
                HTML.searchForm(at: context.path("people")) {
                    HTML.field(
                        FormField(
                            name: "q",
                            label: context.say("Cari nama akun", "Find an account"),
                            value: search,
                            isRequired: false
                        )
                    )
                    HTML.submit(context.say("Cari", "Find"))
                }
                HTML.gridCard(
                    title,
                    [
                        context.say("Akun", "Account"), context.say("Mandat", "Mandates"),
                        context.say("Masuk", "Sign-in"),
                    ],
                    names.prefix(most).map { name in
                        [
                            context.link(name, "people", "accounts", name),
                            mandates(organisation.mandates(of: name, at: context.caller.time), context),
                            .text(signIn(known[name], isOpen: organisation.accounts[name] == true, context)),
                        ]
                    }
                )
                if names.count > most {
                    HTML.tag(
                        "p",
                        text: context.say(
                            "… dan \(names.count - most) lagi: cari namanya.",
                            "… and \(names.count - most) more: search for the name."
                        )
                    )
                }
            }
        )
    }

    private static func links(_ context: DeskContext) -> [(String, [String])] {
        let log = (context.say("Catatan keamanan", "Security log"), ["log"])
        guard context.caller.may(.manageAccounts) else { return [log] }
        return [
            (context.say("Akun baru", "New account"), ["new"]),
            (context.say("Undang banyak orang", "Invite many"), ["invite"]),
            (context.say("Divisi", "Divisions"), ["divisions"]), log,
        ]
    }

    private static func mandates(_ mandates: [Mandate], _ context: DeskContext) -> HTML {
        guard !mandates.isEmpty else { return .text("–") }
        return .tag("ul", .class("plain")) {
            for mandate in mandates { HTML.tag("li", text: mandate.text(context)) }
        }
    }

    /// How somebody signs in, in a few words.
    static func signIn(_ account: Account?, isOpen: Bool, _ context: DeskContext) -> String {
        guard isOpen else { return context.say("ditutup", "closed") }
        guard let account else { return context.say("belum dapat masuk", "cannot sign in yet") }
        guard !account.isClosed else { return context.say("ditutup", "closed") }
        if case .temporary(_, let until) = account.password {
            return until * 1_000 > context.caller.time
                ? context.say("kata sandi sementara", "temporary password")
                : context.say("kata sandi sementara kedaluwarsa", "temporary password has expired")
        }
        return account.factor == nil
            ? context.say("kata sandi", "password")
            : context.say("kata sandi dan aplikasi", "password and app")
    }

    /// The form of a new account with its first mandate.
    static func new(
        _ context: DeskContext,
        account: String = "",
        fault: String? = nil,
        texts: [MandateDraft.Column: String],
        _ faults: [MandateDraft.Fault] = []
    ) -> DeskPage {
        let title = context.say("Akun baru", "New account")
        return SignInPages.narrow(title) {
            HTML.tag("h1", text: title)
            context.form(context.path("people", "new")) {
                context.once
                HTML.field(
                    FormField(
                        name: "account",
                        label: context.say("Nama akun", "Account"),
                        value: account,
                        hint: context.say(
                            "Misalnya desk-3: huruf kecil, angka, tanda hubung. Jangan nama asli.",
                            "For instance desk-3: small letters, digits, hyphens. No real name."
                        ),
                        fault: fault
                    )
                )
                MandateFields.fields(context, texts, faults)
                HTML.submit(context.say("Buka akun", "Open the account"))
            }
        }
    }
}

extension DeskContext {
    /// A name for what a form asks for, so that a form sent twice is done once.
    var once: HTML {
        .hidden("request", "form-" + String(UInt64.random(in: .min ... .max), radix: 36))
    }
}

/// The fields of a mandate.
enum MandateFields {
    static func fields(
        _ context: DeskContext,
        _ texts: [MandateDraft.Column: String],
        _ faults: [MandateDraft.Fault]
    ) -> HTML {
        func field(
            _ column: MandateDraft.Column,
            _ label: String,
            hint: String? = nil,
            isRequired: Bool = false,
            kind: FormField.Kind = .text
        ) -> FormField {
            FormField(
                name: column.rawValue,
                label: label,
                kind: kind,
                value: texts[column] ?? "",
                hint: hint,
                fault: faults.first { $0.column == column }?.words[context.language],
                isRequired: isRequired
            )
        }
        let roles =
            [("", context.say("pilih …", "choose …"))]
            + Role.allCases.map { ($0.rawValue, $0.name[context.language]) }
        let divisions = context.state.organisation.divisions.map { ($0.id, $0.name[context.language]) }
        return .fieldset(context.say("Mandat", "Mandate")) {
            HTML.select(field(.role, context.say("Peran", "Role"), isRequired: true), roles)
            HTML.field(
                field(
                    .place,
                    context.say("Wilayah", "Place"),
                    hint: context.say(
                        "Kode, misalnya 73.12.01; kosong: seluruh pemilu.",
                        "A code such as 73.12.01; empty: the whole election."
                    )
                )
            )
            if !divisions.isEmpty {
                HTML.select(field(.division, context.say("Divisi", "Division")), [("", "–")] + divisions)
            }
            HTML.field(
                field(
                    .contestant,
                    context.say("Nomor peserta (saksi)", "Contestant's number (witnesses)"),
                    kind: .count
                )
            )
            HTML.field(field(.from, context.say("Mulai", "From"), kind: .date))
            HTML.field(
                field(
                    .until,
                    context.say("Sampai dengan", "Until, that day included"),
                    hint: context.say("Kosong: sampai diakhiri.", "Empty: until it is ended."),
                    kind: .date
                )
            )
            HTML.field(
                field(
                    .basis,
                    context.say("Dasar", "Basis"),
                    hint: context.say("Nomor SK atau surat tugas.", "The number of the decree."),
                    isRequired: true
                )
            )
        }
    }
}
