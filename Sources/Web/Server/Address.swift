import Elections

/// Where on the site something is: the page, the language, and the form it is wanted in.
struct Address: Hashable, Sendable {
    /// The forms a page can be had in.
    enum Form: String, CaseIterable, Hashable, Sendable {
        /// The page itself.
        case page = ""
        /// Its main table as CSV.
        case csv = ".csv"
        /// Its main table as JSON.
        case json = ".json"
        /// Its days as a calendar to subscribe to.
        case ics = ".ics"
    }

    /// The page.
    let route: Route
    /// The language; Indonesian has no prefix.
    let language: Language
    /// The form wanted.
    let form: Form

    /// An address on the site.
    init(_ route: Route, _ language: Language, form: Form = .page) {
        self.route = route
        self.language = language
        self.form = form
    }

    /// Reads a path such as `/en/ballots/dprd-kabko/districts/1.csv`; `nil` when no page has it.
    init?(path: String) {
        guard path.hasPrefix("/"), path.utf8.count <= 200 else { return nil }
        var rest = path.dropFirst()
        var form = Form.page
        for suffix in Form.allCases where suffix != .page && rest.hasSuffix(suffix.rawValue) {
            form = suffix
            rest = rest.dropLast(suffix.rawValue.count)
        }
        var steps = rest.split(separator: "/", omittingEmptySubsequences: false)
        if steps.last == "" { steps.removeLast() }
        var language = Language.indonesian
        if steps.first == Substring(Language.english.rawValue) {
            language = .english
            steps.removeFirst()
        }
        // The front page's table needs a name of its own: `/index.csv`.
        if form != .page, steps == ["index"] { steps = [] }
        guard let route = Route(steps: steps) else { return nil }
        self.init(route, language, form: form)
    }

    /// The path, from the root of the site.
    var path: String {
        let start = language == .indonesian ? "/" : "/\(language.rawValue)/"
        let page = route.path.isEmpty && form != .page ? "index" : route.path
        return start + page + form.rawValue
    }
}
