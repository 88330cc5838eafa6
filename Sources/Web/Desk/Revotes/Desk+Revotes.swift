import Elections

extension Desk {
    private static let number = PathParameter<Int>.number("revote")

    /// Votes and counts held again: proposed, recommended, ordered, held.
    var revoteEndpoints: [DeskEndpoint] {
        let path: PathPattern = "desk/revotes"
        let see = DeskNeed.permission(.proposeRevotes)
        return [
            DeskEndpoint(.get, path, see, LocalizedText(id: "Pemungutan ulang", en: "Re-votes")) {
                call async throws(Refusal) in
                let context = DeskContext(call)
                return .page(RevoteList(context: context).page, context)
            },
            DeskEndpoint(
                .post,
                path,
                see,
                RevoteStepForm.proposal.summary,
                takes: .form
            ) { call async throws(Refusal) in try await revote(.proposal, call) },
            DeskEndpoint(
                .get,
                path / Self.number,
                see,
                LocalizedText(id: "Satu pemungutan ulang", en: "A re-vote")
            ) { call async throws(Refusal) in
                let context = DeskContext(call)
                return .page(RevotePage(revote: try revote(call), context: context).page, context)
            },
        ]
            + RevoteStepForm.allCases.filter { $0 != .proposal }.map { step in
                DeskEndpoint(
                    .post,
                    path / Self.number / PathPattern(word: step.rawValue),
                    .permission(step.permission),
                    step.summary,
                    takes: .form
                ) { call async throws(Refusal) in try await revote(step, call) }
            }
    }

    /// The re-vote that the path names, where whoever asks has to do with its station.
    private func revote(_ call: Call<DeskCaller>) throws(Refusal) -> Revote {
        guard let revote = call.caller.state.revotes[try call.value(Self.number)] else {
            throw Refusal(.notFound)
        }
        try call.caller.check(.proposeRevotes, at: revote.station.village)
        return revote
    }

    private func revote(_ step: RevoteStepForm, _ call: Call<DeskCaller>) async throws(Refusal) -> Answer {
        let context = DeskContext(call)
        let known = step == .proposal ? nil : try revote(call)
        let sent = try await call.form()
        func page(_ words: String, _ field: String?) -> Answer {
            let fault = FormFault(words: words, field: field)
            guard let known else {
                return .page(RevoteList(context: context, sent: sent, fault: fault).page, context)
            }
            return .page(RevotePage(revote: known, context: context, sent: sent, fault: fault).page, context)
        }
        let act: RevoteAct
        do throws(Refusal) { act = try step.act(sent, known, context) } catch {
            guard let field = error.field else { throw error }
            return page(error.code.words.title[context.language], field)
        }
        let next = context.path("revotes", "\(act.number)")
        return try await perform(.revote(act), asked: sent, by: call.caller, then: next) {
            page($0.words[context.language], nil)
        }
    }
}
