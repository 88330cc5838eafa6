import Accounts
import Elections
import Exchange

extension Desk {
    /// How far the counting has come.
    var boardEndpoints: [DeskEndpoint] {
        let need = DeskNeed.permission(.seeProgress)
        return [
            DeskEndpoint(
                .get,
                "desk/board",
                need,
                LocalizedText(id: "Kemajuan penghitungan", en: "How far the counting has come")
            ) { call async throws(Refusal) in try await boardPage(call) },
            DeskEndpoint(
                .get,
                "desk/board/projector",
                need,
                LocalizedText(id: "Kemajuan untuk layar ruang rapat", en: "The same for a screen in the hall")
            ) { call async throws(Refusal) in try await projectorPage(call) },
            DeskEndpoint(
                .get,
                "desk/events",
                need,
                LocalizedText(id: "Kabar bahwa ada yang baru", en: "Word that something is new")
            ) { call async throws(Refusal) in .events(changes, for: call.incoming) },
        ]
    }

    private func boardPage(_ call: Call<DeskCaller>) async throws(Refusal) -> Answer {
        let context = DeskContext(call)
        let place = try call.caller.region(try call.incoming.query.region("place"), .seeProgress)
        let phase = try call.incoming.query.value("phase") { BoardFigures.Phase(rawValue: $0) }
        let search = try call.incoming.query.text("q") ?? ""
        let page = BoardPage(context: context, place: place, phase: phase)
        let piece = BoardMemory.Piece(
            place: place,
            language: context.language,
            phase: phase,
            seesForms: call.caller.may(.seeForms, at: place),
            opensForms: call.caller.may(.approveForms, at: place),
            isProjector: false,
            minute: call.caller.time / 60_000
        )
        let live = await board.html(piece, call.caller.view) { figures, stakes, state in
            BoardSections(
                figures: figures,
                stakes: stakes,
                state: state,
                context: context,
                piece: piece
            ).html
        }
        guard let live else { throw Refusal(.notFound) }
        return .page(page.page(live, search: search), context)
    }

    private func projectorPage(_ call: Call<DeskCaller>) async throws(Refusal) -> Answer {
        let context = DeskContext(call)
        let place = try call.caller.region(try call.incoming.query.region("place"), .seeProgress)
        let piece = BoardMemory.Piece(
            place: place,
            language: context.language,
            phase: nil,
            seesForms: false,
            opensForms: false,
            isProjector: true,
            minute: 0
        )
        let live = await board.html(piece, call.caller.view) { figures, _, state in
            Projector(figures: figures, state: state, context: context).html
        }
        guard let live else { throw Refusal(.notFound) }
        return .page(Projector.document(live, place, context))
    }
}

extension Fields {
    /// A region by its code; `nil` when none is named.
    func region(_ name: String) throws(Refusal) -> RegionCode? {
        try value(name) { text in
            (try? RegionCode(parsing: text)).flatMap { $0.description == text ? $0 : nil }
        }
    }
}
