import Elections

/// A page of the desk before it gets its frame.
struct DeskPage {
    let title: String
    let body: HTML
    var status = 200
    /// The modules it loads.
    var scripts: [Asset] = []
    /// Whether it uses the whole width of the window.
    var isWide = false
}

/// What every page of the desk needs to be written: who reads it, in which language.
struct DeskContext {
    let caller: DeskCaller
    let incoming: Incoming

    init(_ call: Call<DeskCaller>) {
        (caller, incoming) = (call.caller, call.incoming)
    }

    var language: Language { incoming.language }
    var state: ElectionState { caller.state }
    var numbers: Numbers { Numbers(language) }

    /// A text in the reader's language.
    func say(_ indonesian: String, _ english: String) -> String {
        LocalizedText(id: indonesian, en: english)[language]
    }

    /// The address of a page of the desk in the reader's language.
    func path(_ steps: String..., query: KeyValuePairs<String, String> = [:]) -> LocalPath {
        place(steps, query: query)
    }

    /// The address of a page by its steps.
    func place(_ steps: [String], query: KeyValuePairs<String, String> = [:]) -> LocalPath {
        let start = language == .indonesian ? [] : [language.rawValue]
        return LocalPath(RequestPath(steps: start + ["desk"] + steps), query: query)
    }

    /// A link to a page of the desk.
    func link(_ text: String, _ steps: String...) -> HTML {
        .tag("a", .href(place(steps).text), text: text)
    }

    /// A form that changes something; without a session nothing can be changed by one.
    func form(_ place: LocalPath, hasFiles: Bool = false, @HTMLBuilder content: () -> HTML) -> HTML {
        .form(to: place, token: caller.form ?? FormToken(text: ""), hasFiles: hasFiles, content: content)
    }

    /// When something was, from milliseconds since 1970 to the office's own time.
    func clock(_ milliseconds: Int) -> String { OfficeClock.time(milliseconds) }
}

extension Answer {
    /// A page of the desk in its frame.
    static func page(_ page: DeskPage, _ context: DeskContext) -> Answer {
        .page(DeskLayout.document(page, context), status: page.status)
    }
}
