import Elections

/// Findings counted by weight, as a line of words and figures.
struct FindingCounts {
    private let context: PageContext

    init(_ context: PageContext) {
        self.context = context
    }

    /// `3 hard · 12 soft · 40 information`, each word with its meaning behind it.
    func list(_ counts: FindingIndex.Counts) -> HTML {
        .tag("ul", .class("counts")) {
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

    /// How many forms have a hard finding, of how many.
    func share(_ counts: FindingIndex.Counts) -> String {
        let broken = context.numbers.whole(counts.brokenForms)
        let forms = context.numbers.whole(counts.forms)
        let percent = context.numbers.percent(counts.brokenForms, of: counts.forms)
        return context.say(
            "\(broken) dari \(forms) formulir (\(percent)) mempunyai temuan keras.",
            "\(broken) of \(forms) forms (\(percent)) have a hard finding."
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
