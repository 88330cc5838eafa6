import Accounts
import Elections

/// The page of forms that wait for somebody to decide.
enum FormQueue {
    /// The page of a queue.
    static func page(
        _ title: String,
        _ waiting: [WaitingForm],
        _ step: String,
        done: String?,
        empty: String,
        _ context: DeskContext
    ) -> DeskPage {
        DeskPage(
            title: title,
            body: .tag("div") {
                HTML.tag("h1", text: title)
                if let done { HTML.tag("p", .class("good"), Attribute("role", "status"), text: done) }
                if waiting.isEmpty { HTML.tag("p", text: empty) }
                HTML.tag("ul", .class("tasks")) {
                    for item in waiting.prefix(100) {
                        HTML.tag("li") {
                            HTML.tag("a", .href(context.place([step] + item.key.steps).text)) {
                                HTML.tag("strong", text: item.key.ballot.rawValue)
                                " \(context.name(of: item.key.station))"
                                HTML.tag(
                                    "span",
                                    .class("quiet"),
                                    text: " \(item.key.station)"
                                        + context.say(
                                            " sejak \(context.clock(item.work.changed))",
                                            " since \(context.clock(item.work.changed))"
                                        ) + " · \(item.work.stage.words[context.language])"
                                )
                            }
                        }
                    }
                }
                if waiting.count > 100 {
                    HTML.tag(
                        "p",
                        .class("quiet"),
                        text: context.say(
                            "dan \(waiting.count - 100) lagi",
                            "and \(waiting.count - 100) more"
                        )
                    )
                }
            }
        )
    }
}

extension DeskForm {
    /// Figures side by side, a row per field and a column per name; fields to mark are marked.
    func table(
        _ fields: [Field],
        _ columns: [(name: String, figure: (Int) -> Int??)],
        marked: Set<Field> = [],
        _ context: DeskContext,
        input: ((Field) -> HTML)? = nil
    ) -> HTML {
        .tag("div", .class("scroll")) {
            HTML.tag("table", .class("figures")) {
                HTML.tag("thead") {
                    HTML.tag("tr") {
                        HTML.tag("th", Attribute("scope", "col"), text: context.say("Isian", "Field"))
                        for column in columns {
                            HTML.tag("th", .class("n"), Attribute("scope", "col"), text: column.name)
                        }
                        if input != nil {
                            HTML.tag(
                                "th",
                                Attribute("scope", "col"),
                                text: context.say("Keputusan", "Decision")
                            )
                        }
                    }
                }
                HTML.tag("tbody") {
                    for field in fields {
                        let place = self.columns.firstIndex(of: field) ?? 0
                        HTML.tag("tr", .class(marked.contains(field) ? "differs" : "plain")) {
                            if input == nil {
                                // What a finding leads to; on a page with inputs they are.
                                HTML.tag(
                                    "th",
                                    .id("f-\(field.column)"),
                                    Attribute("scope", "row"),
                                    text: name(field)
                                )
                            } else {
                                HTML.tag("th", Attribute("scope", "row"), text: name(field))
                            }
                            for column in columns {
                                HTML.tag("td", .class("n"), text: text(column.figure(place), context))
                            }
                            if let input { HTML.tag("td") { input(field) } }
                        }
                    }
                }
            }
        }
    }

    /// A figure; a dash for none on the paper, nothing where nobody was asked.
    private func text(_ figure: Int??, _ context: DeskContext) -> String {
        guard let figure else { return "" }
        return figure.map { context.numbers.whole($0) } ?? "–"
    }
}
