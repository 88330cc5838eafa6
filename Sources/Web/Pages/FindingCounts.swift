import Elections

/// Findings counted by weight, as a line of words and figures.
struct FindingCounts {
    private let context: PageContext

    init(_ context: PageContext) {
        self.context = context
    }

    /// How many of the forms that count are broken; then all findings by weight, each word with its meaning.
    @HTMLBuilder
    func html(_ counts: FindingIndex.Counts) -> HTML {
        HTML.tag("p", text: share(counts))
        HTML.tag(
            "p",
            .class("quiet"),
            text: context.say(
                "Semua temuan, pada setiap pembacaan dan rekapitulasi:",
                "All findings, in every reading and in certified figures:"
            )
        )
        HTML.tag("ul", .class("counts")) {
            item(counts.hard, .hard)
            item(counts.soft, .soft)
            item(counts.information, .information)
        }
    }

    private func item(_ count: Int, _ severity: Condition.Severity) -> HTML {
        .tag("li", .class(count > 0 ? "\(severity)" : "none")) {
            HTML.tag("b", text: context.numbers.whole(count))
            " "
            context.term(severity.name[context.language], severity.term)
        }
    }

    /// How many of the forms that count have a hard finding.
    private func share(_ counts: FindingIndex.Counts) -> String {
        let broken = context.numbers.whole(counts.brokenForms)
        let forms = context.numbers.whole(counts.forms)
        let percent = context.numbers.percent(counts.brokenForms, of: counts.forms)
        return context.say(
            "\(broken) dari \(forms) formulir yang dihitung (\(percent)) mempunyai temuan keras.",
            "\(broken) of the \(forms) forms that count (\(percent)) have a hard finding."
        )
    }
}

extension Condition.Severity {
    /// Its word in the glossary.
    var term: String {
        switch self {
        case .hard: "keras"
        case .soft: "lunak"
        case .information: "informasi"
        }
    }
}
