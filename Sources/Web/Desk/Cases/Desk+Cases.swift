import Elections

extension Desk {
    private static let number = PathParameter<Int>.number("case")

    /// Cases before forums: registered, heard, answered, ruled, carried out, closed.
    var caseEndpoints: [DeskEndpoint] {
        let path: PathPattern = "desk/cases"
        let need = DeskNeed.permission(.manageCases)
        return [
            DeskEndpoint(.get, path, need, LocalizedText(id: "Perkara", en: "Cases")) {
                call async throws(Refusal) in
                let context = DeskContext(call)
                return .page(CaseList(context: context).page, context)
            },
            DeskEndpoint(.post, path, need, CaseStepForm.registration.summary, takes: .form) {
                call async throws(Refusal) in try await dispute(.registration, call)
            },
            DeskEndpoint(.get, path / Self.number, need, LocalizedText(id: "Satu perkara", en: "A case")) {
                call async throws(Refusal) in
                let context = DeskContext(call)
                return .page(CaseDeskPage(known: try dispute(call), context: context).page, context)
            },
        ]
            + CaseStepForm.allCases.filter { $0 != .registration }.map { step in
                DeskEndpoint(
                    .post,
                    path / Self.number / PathPattern(word: step.rawValue),
                    need,
                    step.summary,
                    takes: .form
                ) { call async throws(Refusal) in try await dispute(step, call) }
            }
    }

    private func dispute(_ call: Call<DeskCaller>) throws(Refusal) -> DisputeCase {
        guard let known = call.caller.state.cases[try call.value(Self.number)] else {
            throw Refusal(.notFound)
        }
        return known
    }

    private func dispute(_ step: CaseStepForm, _ call: Call<DeskCaller>) async throws(Refusal) -> Answer {
        let context = DeskContext(call)
        let known = step == .registration ? nil : try dispute(call)
        let sent = try await call.form()
        func page(_ words: LocalizedText, _ field: String?) -> Answer {
            let fault = FormFault(words: words[context.language], field: field)
            guard let known else {
                return .page(CaseList(context: context, sent: sent, fault: fault).page, context)
            }
            return .page(
                CaseDeskPage(known: known, context: context, sent: sent, fault: fault, step: step).page,
                context
            )
        }
        let act: DisputeAct
        do throws(Refusal) { act = try step.act(sent, known, context) } catch {
            guard let field = error.field else { throw error }
            return page(error.code.words.title, field)
        }
        let next = context.path("cases", "\(act.number)")
        return try await perform(.dispute(act), asked: sent, by: call.caller, then: next) {
            page($0.words, nil)
        }
    }
}
