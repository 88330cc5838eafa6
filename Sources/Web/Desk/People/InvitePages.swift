import Accounts
import Elections

/// The pages on which many people are invited, and divisions named.
enum InvitePages {
    static func start(_ context: DeskContext) -> DeskPage {
        let title = context.say("Undang banyak orang", "Invite many")
        return SignInPages.narrow(title) {
            HTML.tag("h1", text: title)
            HTML.tag(
                "p",
                text: context.say(
                    "Satu baris per mandat. Akun yang belum ada dibuka; tidak ada yang dilakukan sebelum Anda "
                        + "melihat dan menerima seluruh tabel.",
                    "One row per mandate. Accounts that are not there are opened; nothing is done before you have "
                        + "seen and accepted the whole table."
                )
            )
            HTML.tag("pre", Attribute("tabindex", "0")) {
                "account,role,place,until,basis\ndesk-1,typist,73.12,2029-03-01,SK 12/2029\n"
                    + "desk-2,resolver,,,SK 12/2029"
            }
            HTML.tag("details") {
                HTML.tag("summary", text: context.say("Kolom dan peran", "Columns and roles"))
                HTML.tag("p", text: Invitation.columns.joined(separator: ", "))
                HTML.tag("ul", .class("plain")) {
                    for role in Role.allCases {
                        HTML.tag("li") {
                            HTML.tag("code", text: role.rawValue)
                            " " + role.name[context.language]
                        }
                    }
                }
            }
            context.form(context.path("people", "invite"), hasFiles: true) {
                HTML.field(
                    FormField(
                        name: "table",
                        label: context.say("Tabel (CSV UTF-8)", "Table (CSV, UTF-8)"),
                        kind: .file(accept: ".csv,text/csv")
                    )
                )
                HTML.submit(context.say("Periksa", "Look at it"))
            }
        }
    }

    /// Everything that is wrong with a table.
    static func wrong(_ context: DeskContext, _ invitation: Invitation) -> DeskPage {
        let title = context.say("Tabel belum dapat diterima", "The table cannot be accepted")
        let faults = invitation.faults
        return DeskPage(
            title: title,
            body: .tag("div") {
                HTML.tag("h1", text: title)
                SignInPages.alert(
                    context.say(
                        "\(faults.count) kesalahan. Tidak ada yang dilakukan: betulkan tabelnya dan unggah lagi.",
                        "\(faults.count) mistakes. Nothing was done: mend the table and hand it in again."
                    )
                )
                HTML.gridCard(
                    title,
                    [
                        context.say("Baris", "Row"), context.say("Kolom", "Column"),
                        context.say("Yang salah", "What is wrong"),
                    ],
                    faults.prefix(500).map { fault in
                        [
                            .text(fault.row.map { "\($0)" } ?? "–"), .text(fault.column ?? "–"),
                            .text(fault.words[context.language]),
                        ]
                    }
                )
                HTML.tag("p") {
                    context.link(context.say("Unggah lagi", "Hand in again"), "people", "invite")
                }
            }
        )
    }

    /// What will be done.
    static func preview(_ context: DeskContext, _ invitation: Invitation, _ text: String) -> DeskPage {
        let title = context.say("Undangan: periksa", "Invitation: have a look")
        return DeskPage(
            title: title,
            body: .tag("div") {
                HTML.tag("h1", text: title)
                HTML.tag(
                    "p",
                    .class("lead"),
                    text: context.say(
                        "\(invitation.new.count) akun dibuka, \(invitation.rows.count) mandat diberikan.",
                        "\(invitation.new.count) accounts are opened, \(invitation.rows.count) mandates given."
                    )
                )
                HTML.gridCard(
                    title,
                    [
                        context.say("Baris", "Row"), context.say("Akun", "Account"),
                        context.say("Mandat", "Mandate"), context.say("Dasar", "Basis"),
                    ],
                    invitation.rows.map { row in
                        [
                            .text("\(row.number)"),
                            .text(
                                row.account.text
                                    + (row.isNew ? context.say(" (baru)", " (new)") : "")
                            ),
                            .text(row.draft.mandate(0, for: row.account.text).text(context)),
                            .text(row.draft.basis),
                        ]
                    }
                )
                context.form(context.path("people", "invite", "accept")) {
                    context.once
                    HTML.hidden("table", text)
                    HTML.submit(context.say("Terima dan buat surat", "Accept, and make the letters"))
                }
                HTML.tag("p") { context.link(context.say("Batal", "Cancel"), "people", "invite") }
            }
        )
    }

    static func divisions(_ context: DeskContext, text: String? = nil, fault: String? = nil) -> DeskPage {
        let title = context.say("Divisi", "Divisions")
        let lines = context.state.organisation.divisions.map { division in
            [
                division.id, division.name.indonesian, division.name.english,
                division.aliases.joined(separator: ", "),
            ].joined(separator: " | ")
        }
        return SignInPages.narrow(title) {
            HTML.tag("h1", text: title)
            context.form(context.path("people", "divisions")) {
                context.once
                HTML.textArea(
                    FormField(
                        name: "divisions",
                        label: context.say("Satu per baris", "One to a line"),
                        value: text ?? lines.joined(separator: "\n"),
                        hint: context.say(
                            "kode | nama | nama Inggris | nama lain, dipisah koma",
                            "code | name | English name | other names, with commas between"
                        ),
                        fault: fault
                    ),
                    rows: 8
                )
                HTML.submit(context.say("Simpan", "Save"))
            }
        }
    }
}
