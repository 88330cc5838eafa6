import Elections

/// What programs send and get, by name.
enum APISchema {
    /// Which form it is.
    static let form = Schema.object([
        .member("ballot", .words(Ballot.allCases.map(\.slug))), .member("village", .text),
        .member("station", .whole(from: 0)), .member("version", .words(FormVersion.allCases.map(\.rawValue))),
    ])
    /// A field of a form.
    static let field = Schema.object([
        .member("field", .text), .member("name", .text), .member("part", .text),
    ])
    /// A check that figures do not pass.
    static let check = Schema.object([
        .member("code", .text), .member("severity", .words(["information", "soft", "hard"])),
        .member("statement", .text), .member("formula", .text), .member("numbers", .text),
    ])
    /// A refusal.
    ///
    /// - Source: RFC 9457.
    static let problem = Schema.object([
        .member("type", .text), .member("title", .text), .member("status", .whole(from: 400)),
        .member("detail", .text), .member("code", .text), .optional("field", .text),
        .optional("checks", .list(.named("check"))), .optional("faults", .list(.text)),
    ])
    /// Figures by field, null for what the paper leaves empty.
    static let figures = Schema.map(.orNull(.whole(from: 0)))
    /// That something was done about a form.
    static let done = Schema.object([.member("form", .named("form"))])
    /// A form that waits for somebody.
    static let waiting = Schema.object([
        .member("form", .named("form")), .member("stage", .words(FormWork.Stage.allCases.map(\.rawValue))),
        .member("seen", .whole(from: 0)), .member("since", .whole(from: 0)),
    ])

    /// Those that contracts name.
    static let named: [(name: String, schema: Schema)] = [
        ("form", form), ("field", field), ("check", check), ("problem", problem), ("figures", figures),
        ("done", done), ("waiting", waiting), ("person", person), ("mandate", mandate), ("counts", counts),
        ("piece", piece), ("likeness", likeness), ("import", importing), ("left", left),
        ("agreement", agreement), ("stake", stake), ("plenary", Plenary.schema),
        ("candidacy", ShownLists.schema),
    ]

    /// What was handed in.
    static let piece = Schema.object([
        .member("piece", .whole(from: 1)), .member("page", .words(EvidencePage.allCases.map(\.rawValue))),
        .member("ballot", .orNull(.text)), .member("village", .text), .member("station", .whole(from: 0)),
        .member("version", .words(FormVersion.allCases.map(\.rawValue))), .member("number", .whole(from: 1)),
        .member("time", .whole(from: 0)), .member("damaged", .truth), .member("sha256", .orNull(.text)),
        .member("files", .map(.text)), .member("withdrawn", .orNull(.text)),
    ])
    /// Two pieces that look alike.
    static let likeness = Schema.object([
        .member("piece", .whole(from: 1)), .member("other", .whole(from: 1)),
        .member("distance", .whole(from: 0)),
    ])

    /// What an account may be.
    static let mandate = Schema.object([
        .member("mandate", .whole(from: 1)), .member("role", .words(Role.allCases.map(\.rawValue))),
        .member("place", .orNull(.text)), .member("division", .orNull(.text)),
        .member("contestant", .orNull(.whole(from: 0))), .member("from", .orNull(.whole(from: 0))),
        .member("until", .orNull(.whole(from: 0))), .member("basis", .text), .member("ended", .truth),
        .member("holds", .truth),
    ])
    /// An account.
    static let person = Schema.object([
        .member("account", .text), .member("open", .truth), .member("canSignIn", .truth),
        .member("hasApp", .truth), .member("mandates", .list(.named("mandate"))),
    ])
    /// What the open form of a station could still change.
    static let stake = Schema.object([
        .member("form", .named("form")), .member("district", .orNull(.whole(from: 0))),
        .member("open", .words(Stake.reasonWords)), .member("checks", .list(.text)),
        .member("uncertain", .orNull(.whole(from: 0))), .member("margin", .orNull(.whole(from: 1))),
        .member("verdict", .words(Stake.Verdict.allCases.map(\.rawValue))),
    ])
    /// How many forms of a region stand where.
    static let counts = Schema.object(
        [.member("region", .text), .member("name", .text), .member("forms", .whole(from: 0))]
            + BoardFigures.Phase.allCases.map { .member($0.rawValue, .whole(from: 0)) }
            + [
                .member("electorate", .whole(from: 0)), .member("valid", .whole(from: 0)),
                .member("votes", .map(.whole(from: 0))),
            ]
    )
}
