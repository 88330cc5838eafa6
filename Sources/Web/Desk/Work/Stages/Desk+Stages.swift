import Elections
import Exchange

extension Desk {
    private static let stage = PathParameter<Int>.number("stage")

    /// The stages of the calendar: as a chart, as a list, one by one.
    var stageEndpoints: [DeskEndpoint] {
        let path: PathPattern = "desk/stages"
        let see = DeskNeed.permission(.seeWork)
        return [
            DeskEndpoint(.get, path, see, WorkSubject.stages.name) { call async throws(Refusal) in
                let context = DeskContext(call)
                let list = StageList(context: context)
                return try list.table.file() ?? .page(list.page, context)
            },
            DeskEndpoint(
                .post,
                path / "adoption",
                .permission(.planStages),
                LocalizedText(id: "Tetapkan jadwal menurut peraturan", en: "Adopt a calendar of the law"),
                takes: .form
            ) { call async throws(Refusal) in try await adopt(call) },
            DeskEndpoint(
                .get,
                path / Self.stage,
                see,
                LocalizedText(id: "Satu tahapan", en: "A stage")
            ) { call async throws(Refusal) in
                let context = DeskContext(call)
                guard let stage = call.caller.state.stages[try call.value(Self.stage)] else {
                    throw Refusal(.notFound)
                }
                return .page(StagePage(stage: stage, context: context).page, context)
            },
        ]
    }

    private func adopt(_ call: Call<DeskCaller>) async throws(Refusal) -> Answer {
        let context = DeskContext(call)
        let sent = try await call.form()
        let editions = call.caller.state.law.map(CalendarEdition.all) ?? []
        let edition = try sent.needed("edition") { id in editions.first { $0.id == id } }
        return try await perform(
            .described(edition.planned),
            asked: sent,
            by: call.caller,
            then: context.path("stages")
        ) { .page(StageList(context: context, fault: $0.words[context.language]).page, context) }
    }
}
