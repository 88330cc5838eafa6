import Accounts
import Elections

/// The frame around every page of the desk.
enum DeskLayout {
    static func document(_ page: DeskPage, _ context: DeskContext) -> HTML {
        let state = context.state
        let isRehearsal = state.key(for: .rehearsal) != nil
        return .document(
            .tag("html", Attribute("lang", context.language.rawValue)) {
                HTML.head(title: page.title) {
                    for script in page.scripts { HTML.script(script) }
                }
                HTML.tag("body", .class("desk")) {
                    HTML.tag(
                        "a",
                        .class("skip"),
                        .href("#main"),
                        text: context.say("Langsung ke isi", "Skip to content")
                    )
                    header(context)
                    HTML.tag("main", .id("main"), .class(page.isWide ? "wide" : "wrap")) {
                        if isRehearsal { rehearsal(context) }
                        page.body
                    }
                }
            }
        )
    }

    private static func header(_ context: DeskContext) -> HTML {
        .tag("header", .class("top")) {
            HTML.tag("div", .class("wrap")) {
                HTML.tag("a", .class("brand"), .href(context.path().text)) {
                    "Pleno"
                    HTML.tag("span", text: context.say("Meja kerja", "Desk"))
                }
                HTML.tag("nav", Attribute("aria-label", context.say("Utama", "Main"))) {
                    HTML.tag("ul") {
                        for item in menu(context) { HTML.tag("li") { entry(item, context) } }
                        HTML.tag("li") { languageSwitch(context) }
                    }
                }
                if let account = context.caller.account { signedIn(account.text, context) }
            }
        }
    }

    /// The pages somebody may see, by the step behind `/desk`.
    private static func menu(_ context: DeskContext) -> [(text: String, step: String)] {
        guard context.caller.stage == .full else { return [] }
        let caller = context.caller
        var items: [(String, String)] = []
        if caller.may(.enterForms) { items.append((context.say("Ketik formulir", "Type forms"), "forms")) }
        if caller.may(.resolveForms) {
            items.append((context.say("Selisih ketikan", "Differences"), "differences"))
        }
        if caller.may(.approveForms) { items.append((context.say("Tertahan", "Held"), "held")) }
        if caller.may(.addEvidence) || caller.may(.withdrawEvidence) || caller.may(.seeForms) {
            items.append((context.say("Foto", "Photos"), "evidence"))
        }
        if caller.may(.openDesk) { items.append((context.say("Meja hitung", "Desks"), "ballots")) }
        if ImportKind.allCases.contains(where: caller.may) {
            items.append((context.say("Impor", "Import"), "import"))
        }
        if caller.may(.seeForms) { items.append((context.say("Sanding", "Readings"), "readings")) }
        if caller.may(.attendPlenaries) { items.append((context.say("Pleno", "Plenaries"), "plenaries")) }
        if caller.may(.seeWork) {
            items += WorkSubject.allCases.map { ($0.name[context.language], $0.rawValue) }
        }
        if caller.may(.issuePapers) { items.append((context.say("Dokumen", "Papers"), "papers")) }
        if caller.may(.seeProgress) { items.append((context.say("Kemajuan", "Progress"), "board")) }
        if caller.may(.manageAccounts) || caller.may(.audit) {
            items.append((context.say("Orang", "People"), "people"))
        }
        items.append((context.say("Akun saya", "My account"), "account"))
        return items
    }

    private static func entry(_ item: (text: String, step: String), _ context: DeskContext) -> HTML {
        let isHere = context.incoming.path.steps.dropFirst().first == item.step
        let current: [Attribute] = isHere ? [Attribute("aria-current", "page")] : []
        return .tag("a", [.href(context.path(item.step).text)] + current, content: .text(item.text))
    }

    private static func languageSwitch(_ context: DeskContext) -> HTML {
        let other: Language = context.language == .indonesian ? .english : .indonesian
        let start = other == .indonesian ? [] : [other.rawValue]
        // Where nobody knows the page that a form was sent from, the desk's first one.
        let (path, query) = context.incoming.page ?? (RequestPath(steps: ["desk"]), .none)
        return .tag(
            "a",
            .href(LocalPath(RequestPath(steps: start + path.steps)).text + text(of: query)),
            Attribute("hreflang", other.rawValue),
            Attribute("lang", other.rawValue),
            text: other == .english ? "English" : "Bahasa Indonesia"
        )
    }

    /// The query as it was asked, so that the other language shows the same.
    private static func text(of fields: Fields) -> String {
        let pairs = fields.names.flatMap { name in
            fields.list(name).map { "\(PercentCoding.encoded(name))=\(PercentCoding.encoded($0))" }
        }
        return pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&")
    }

    private static func signedIn(_ account: String, _ context: DeskContext) -> HTML {
        context.form(context.path("sign-out")) {
            HTML.tag("span", .id("account"), .class("quiet"), text: account)
            HTML.submit(context.say("Keluar", "Sign out"))
        }
    }

    private static func rehearsal(_ context: DeskContext) -> HTML {
        .tag("div", .class("notice"), Attribute("role", "note")) {
            HTML.tag(
                "p",
                text: context.say(
                    "LATIHAN. Ini kantor latihan: angka di sini simulasi, bukan hasil pemilu.",
                    "REHEARSAL. This office is a rehearsal: figures here are simulated, not an election result."
                )
            )
        }
    }
}
