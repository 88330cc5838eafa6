import Elections

extension Desk {
    private static let number = PathParameter<Int>.number("plenary")

    /// Plenaries: called, held, followed from the hall.
    var plenaryEndpoints: [DeskEndpoint] {
        let path: PathPattern = "desk/plenaries"
        let attend = DeskNeed.permission(.attendPlenaries)
        let hold = DeskNeed.permission(.holdPlenaries)
        func page(
            _ path: PathPattern,
            _ need: DeskNeed,
            _ id: String,
            _ en: String,
            _ body: @escaping @Sendable (Call<DeskCaller>) throws(Refusal) -> Answer
        ) -> DeskEndpoint {
            DeskEndpoint(.get, path, need, LocalizedText(id: id, en: en)) {
                call async throws(Refusal) in try body(call)
            }
        }
        return [
            page(path, attend, "Rapat pleno", "Plenaries") { call throws(Refusal) in
                let context = DeskContext(call)
                return .page(PlenaryList(context: context).page, context)
            },
            page(path / "new", hold, "Undang rapat pleno", "Call a plenary") { call throws(Refusal) in
                let context = DeskContext(call)
                return .page(PlenaryCallPage(context: context).page, context)
            },
            DeskEndpoint(
                .post,
                path,
                hold,
                LocalizedText(id: "Undang rapat pleno", en: "Call a plenary"),
                takes: .form
            ) { call async throws(Refusal) in try await callPlenary(call) },
            DeskEndpoint(
                .get,
                "desk/plenaries/events",
                attend,
                LocalizedText(id: "Kabar bahwa ada yang baru", en: "Word that something is new")
            ) { call async throws(Refusal) in .events(changes, for: call.incoming) },
            page(path / Self.number, attend, "Satu rapat pleno", "A plenary") { call throws(Refusal) in
                let context = DeskContext(call)
                return .page(PlenaryPage(try plenary(call), context).page, context)
            },
            page(
                path / Self.number / "projector",
                attend,
                "Rapat pleno untuk layar ruang rapat",
                "A plenary for a screen in the hall"
            ) { call throws(Refusal) in
                let context = DeskContext(call)
                return .page(PlenaryProjector(try plenary(call), context).document)
            },
        ]
            + PlenaryStepForm.allCases.map { step in
                DeskEndpoint(
                    .post,
                    path / Self.number / PathPattern(word: step.rawValue),
                    .permission(step.permission),
                    step.summary,
                    takes: .form
                ) { call async throws(Refusal) in try await inPlenary(step, call) }
            }
    }

    /// The plenary that the path names, where whoever asks may see its region's.
    private func plenary(_ call: Call<DeskCaller>) throws(Refusal) -> Plenary {
        guard let plenary = call.caller.state.plenaries[try call.value(Self.number)] else {
            throw Refusal(.notFound)
        }
        try call.caller.check(.attendPlenaries, at: plenary.region)
        return plenary
    }

    private func callPlenary(_ call: Call<DeskCaller>) async throws(Refusal) -> Answer {
        let context = DeskContext(call)
        let sent = try await call.form()
        var page = PlenaryCallPage(context: context, sent: sent)
        do throws(Refusal) {
            let act = try page.act
            let next = context.path("plenaries", String(act.number))
            return try await perform(.plenary(.called(act)), asked: sent, by: call.caller, then: next) {
                page.fault = FormFault(words: $0.words[context.language], field: nil)
                return .page(page.page, context)
            }
        } catch {
            guard error.field != nil else { throw error }
            page.fault = FormFault(words: error.code.words.title[context.language], field: error.field)
            return .page(page.page, context)
        }
    }

    private func inPlenary(_ step: PlenaryStepForm, _ call: Call<DeskCaller>) async throws(Refusal) -> Answer
    {
        let context = DeskContext(call)
        let plenary = try plenary(call)
        try call.caller.check(step.permission, at: plenary.region)
        let sent = try await call.form()
        let act: PlenaryAct
        do throws(Refusal) { act = try step.act(sent, plenary, context.state) } catch {
            guard let field = error.field else { throw error }
            let fault = PlenaryPage.Fault(
                step: step,
                words: error.code.words.title[context.language],
                field: field
            )
            return .page(PlenaryPage(plenary, context, sent: sent, fault).page, context)
        }
        let next = context.path("plenaries", String(plenary.number))
        return try await perform(.plenary(act), asked: sent, by: call.caller, then: next) {
            let fault = PlenaryPage.Fault(step: step, words: $0.words[context.language], field: nil)
            return .page(PlenaryPage(plenary, context, sent: sent, fault).page, context)
        }
    }
}
