import Elections
import Exchange

extension Refusal {
    /// The answer: a page that says what to do, or the same for a program.
    ///
    /// - Parameters:
    ///   - language: The reader's.
    ///   - form: What the reader wants; whoever follows events reads only the status.
    ///   - way: Where its page leads, and what that is called; the site's front page when nothing is said.
    /// - Returns: An answer with the refusal's status.
    func answer(
        _ language: Language,
        as form: Accepted,
        leadingTo way: (place: LocalPath, name: LocalizedText)? = nil
    ) -> Answer {
        var answer =
            switch form {
            case .html: Answer.page(page(language, way), status: code.status)
            case .json, .eventStream: Answer.bytes(problem(language), .problem, status: code.status)
            }
        answer.retryAfter = retryAfter
        answer.allow = allow
        answer.asksToSignIn = code == .signIn
        return answer
    }

    /// The refusal for programs.
    ///
    /// - Source: RFC 9457; the type is the status, the `code` says more.
    private func problem(_ language: Language) -> [UInt8] {
        JSONWriter.object { writer in
            writer.member("type", "about:blank")
            writer.member("title", code.words.title[language])
            writer.member("status", code.status)
            writer.member("detail", (detail?.words ?? code.words.advice)[language])
            writer.member("code", detail?.code ?? code.rawValue)
            writer.optional("field", field)
            if let faults = detail?.faults, !faults.isEmpty {
                writer.array("faults", faults) { $1.value($0[language]) }
            }
            guard let checks = detail?.checks, !checks.isEmpty else { return }
            writer.array("checks", checks) { check, writer in
                writer.object { check.write(language, &$0) }
            }
        }
    }

    private func page(_ language: Language, _ way: (place: LocalPath, name: LocalizedText)?) -> HTML {
        let words = code.words
        return PlainPage.document(title: words.title[language], language) {
            HTML.tag("h1", text: words.title[language])
            HTML.tag("p", text: (detail?.words ?? words.advice)[language])
            if let field {
                HTML.tag("p") {
                    LocalizedText(id: "Isian: ", en: "Field: ")[language]
                    HTML.tag("code", text: field)
                }
            }
            if let retryAfter {
                HTML.tag("p") {
                    LocalizedText(id: "Coba lagi setelah ", en: "Try again after ")[language]
                    "\(retryAfter.wholeSeconds) "
                    LocalizedText(id: "detik.", en: "seconds.")[language]
                }
            }
            HTML.tag("p") {
                HTML.tag(
                    "a",
                    .href(way?.place.text ?? Address(.home, language).path),
                    text: (way?.name ?? LocalizedText(id: "Ke halaman depan", en: "To the front page"))[
                        language
                    ]
                )
            }
        }
    }
}

extension Duration {
    /// Seconds, a part of one counted as one; never negative.
    var wholeSeconds: Int64 {
        let (seconds, rest) = components
        return max(0, seconds + (rest > 0 ? 1 : 0))
    }
}

extension RefusalDetail.Part {
    /// Writes its members.
    func write(_ language: Language, _ writer: inout JSONWriter) {
        writer.member("code", code)
        writer.member("severity", severity)
        writer.member("statement", statement[language])
        writer.member("formula", formula[language])
        writer.member("numbers", numbers[language])
    }
}
