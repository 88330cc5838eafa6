import Elections

extension Desk {
    /// Results: determined, announced, proposed, decreed, sworn in.
    var resultEndpoints: [DeskEndpoint] {
        let path: PathPattern = "desk/results"
        let need = DeskNeed.permission(.determineResults)
        return [
            DeskEndpoint(.get, path, need, LocalizedText(id: "Penetapan hasil", en: "Results")) {
                call async throws(Refusal) in
                let context = DeskContext(call)
                return .page(ResultList(context: context).page, context)
            },
            DeskEndpoint(
                .get,
                path / DeskParameters.ballot,
                need,
                LocalizedText(id: "Penetapan satu surat suara", en: "The result of a ballot")
            ) { call async throws(Refusal) in
                let context = DeskContext(call)
                return .page(try resultPage(call, context).page, context)
            },
        ]
            + ResultStepForm.allCases.map { step in
                DeskEndpoint(
                    .post,
                    path / DeskParameters.ballot / PathPattern(word: step.rawValue),
                    need,
                    step.summary,
                    takes: .form
                ) { call async throws(Refusal) in try await result(step, call) }
            }
    }

    /// The page of the ballot that the path names, where its result is determined here.
    private func resultPage(
        _ call: Call<DeskCaller>,
        _ context: DeskContext,
        sent: Fields? = nil,
        fault: FormFault? = nil,
        at step: ResultStepForm? = nil
    ) throws(Refusal) -> ResultDeskPage {
        let ballot = try call.value(DeskParameters.ballot)
        guard let contest = context.state.contestWithoutForms(of: ballot),
            ResultList.isDetermined(ballot, context.state)
        else { throw Refusal(.notFound) }
        return ResultDeskPage(contest: contest, context: context, sent: sent, fault: fault, step: step)
    }

    private func result(_ step: ResultStepForm, _ call: Call<DeskCaller>) async throws(Refusal) -> Answer {
        let context = DeskContext(call)
        let ballot = try call.value(DeskParameters.ballot)
        _ = try resultPage(call, context)
        let sent = try await call.form()
        func page(_ words: LocalizedText, _ field: String?) throws(Refusal) -> Answer {
            let fault = FormFault(words: words[context.language], field: field)
            return .page(try resultPage(call, context, sent: sent, fault: fault, at: step).page, context)
        }
        let act: Result<ResultAct, ResultFault>
        do throws(Refusal) { act = try step.act(sent, ballot, call.caller.state) } catch {
            guard let field = error.field else { throw error }
            return try page(error.code.words.title, field)
        }
        switch act {
        case .failure(let fault): return try page(fault.words, nil)
        case .success(let act):
            let next = context.path("results", ballot.slug)
            return try await perform(.result(act), asked: sent, by: call.caller, then: next) {
                (fault) throws(Refusal) in try page(fault.words, nil)
            }
        }
    }
}
