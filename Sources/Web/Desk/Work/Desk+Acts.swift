import Elections

extension Desk {
    /// A form for each act whose fields are described, and what is done with it.
    var actEndpoints: [DeskEndpoint] {
        Act.Kind.allDescribed.flatMap { kind -> [DeskEndpoint] in
            guard let type = kind.described else { return [] }
            let path = "desk/acts" / PathPattern(word: kind.rawValue)
            return [
                DeskEndpoint(.get, path, .permission(type.permission), type.title) {
                    call async throws(Refusal) in
                    let context = DeskContext(call)
                    return .page(
                        ActFormPage(type: type, context: context, sent: call.incoming.query).page,
                        context
                    )
                },
                DeskEndpoint(.post, path, .permission(type.permission), type.title, takes: .form) {
                    call async throws(Refusal) in try await act(of: type, call)
                },
            ]
        }
    }

    private func act(of type: any DescribedAct.Type, _ call: Call<DeskCaller>) async throws(Refusal) -> Answer
    {
        let context = DeskContext(call)
        let sent = try await call.form()
        func page(_ faults: [FormFault], asksForRows: Bool = false) -> Answer {
            .page(
                ActFormPage(
                    type: type,
                    context: context,
                    sent: sent,
                    faults: faults,
                    isAskingForRows: asksForRows
                ).page,
                context
            )
        }
        if try sent.text(ActFormPage.moreRows) != nil { return page([], asksForRows: true) }
        var (act, faults) = type.read(sent, context)
        if type.isFinal, try sent.text(ActFormPage.confirmation) == nil {
            faults.append(
                FormFault(
                    words: context.say("centang bila memang dimaksud", "tick it where you mean it"),
                    field: ActFormPage.confirmation
                )
            )
        }
        guard faults.isEmpty else { return page(faults) }
        return try await perform(
            act,
            asked: sent,
            by: call.caller,
            then: WorkSubject(of: type).place(context)
        ) {
            page([FormFault(words: $0.words[context.language], field: $0.field)])
        }
    }
}

extension DescribedAct {
    /// Reads the act from what was sent, with everything that is wrong.
    fileprivate static func read(_ sent: Fields, _ context: DeskContext) -> (act: Act, faults: [FormFault]) {
        let (value, faults) = typed { (try? sent.text($0)) ?? nil }
        return (
            .described(value),
            faults.map { FormFault(words: $0.problem.words[context.language], field: $0.field) }
        )
    }
}

extension ActFault {
    /// The field of a form that it is about; `nil` where it is about none.
    var field: String? {
        switch self {
        case .field(_, let fault): fault.field
        case .stage(let fault): fault.field
        default: nil
        }
    }
}
