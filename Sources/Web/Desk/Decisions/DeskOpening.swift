import Elections

extension Desk {
    /// Opening the counting desks.
    var openingEndpoints: [DeskEndpoint] {
        let path: PathPattern = "desk/ballots"
        let need = DeskNeed.permission(.openDesk)
        return [
            DeskEndpoint(
                .get,
                path,
                need,
                LocalizedText(id: "Meja hitung setiap surat suara", en: "The counting desk of each ballot")
            ) { call async throws(Refusal) in
                let context = DeskContext(call)
                return .page(ballots(context), context)
            },
            DeskEndpoint(
                .post,
                path / DeskParameters.ballot,
                need,
                LocalizedText(id: "Buka meja hitung", en: "Open a counting desk"),
                takes: .form
            ) { call async throws(Refusal) in
                let context = DeskContext(call)
                let sent = try await call.form()
                let isRehearsal = context.state.key(for: .rehearsal) != nil
                let act = DeskOpened(ballot: try call.value(DeskParameters.ballot), isSimulated: isRehearsal)
                do throws(DeskRefusal) {
                    try await perform(.deskOpened(act), by: call.caller, request: try sent.request())
                } catch { throw error.refusal }
                return .seeOther(context.path("ballots"))
            },
        ]
    }

    private func ballots(_ context: DeskContext) -> DeskPage {
        let open = Set(context.state.desks)
        return DeskPage(
            title: context.say("Meja hitung", "Counting desks"),
            body: .tag("div") {
                HTML.tag("h1", text: context.say("Meja hitung", "Counting desks"))
                HTML.tag(
                    "p",
                    text: context.say(
                        "Selama meja terbuka, setiap formulir diketik oleh dua orang yang berbeda.",
                        "While a desk is open, two different people type every form."
                    )
                )
                for ballot in context.state.ballots {
                    HTML.tag("section", .class("block")) {
                        HTML.tag("h2", text: ballot.name[context.language])
                        if open.contains(ballot) {
                            HTML.tag("p", text: context.say("Terbuka.", "Open."))
                        } else {
                            context.form(context.path("ballots", ballot.slug)) {
                                HTML.hidden("request", newRequest())
                                HTML.submit(context.say("Buka meja hitung", "Open the counting desk"))
                            }
                        }
                    }
                }
            }
        )
    }
}
