import Elections
import Exchange

extension Desk {
    /// Deciding about forms that do not add up, and opening desks.
    var apiHeld: [DeskEndpoint] {
        let form = DeskParameters.form(below: "held")
        let need = DeskNeed.permission(.approveForms)
        return [
            operation(
                .get,
                "held",
                need,
                "Formulir yang tidak cocok dan menunggu",
                "Forms that do not add up and wait",
                Contract(
                    query: [("ballot", .text)],
                    answer: .object([.member("forms", .list(.named("waiting")))]),
                    refusals: [.fieldInvalid]
                )
            ) { call async throws(Refusal) in try await waiting(call, .approveForms, [.held]) },
            operation(
                .get,
                form,
                need,
                "Satu formulir yang tertahan atau sudah diterima, dengan temuannya",
                "One form that is held or accepted, with its findings",
                Contract(
                    answer: .object([
                        .member("form", .named("form")),
                        .member("stage", .words(FormWork.Stage.allCases.map(\.rawValue))),
                        .member("seen", .whole(from: 0)), .member("figures", .named("figures")),
                        .member("findings", .list(.named("check"))), .member("remarks", .list(.text)),
                    ]),
                    refusals: [.notFound, .forbidden]
                )
            ) { call async throws(Refusal) in try held(call) },
            step(form / "approval", "Terima apa adanya", "Accept it as it is", Act.formApproved),
            step(form / "return", "Ketik ulang seluruhnya", "Have all of it typed again", Act.formReturned),
            step(
                form / "reopening",
                "Tarik formulir yang sudah diterima",
                "Take an accepted form back",
                Act.formReopened
            ),
            operation(
                .post,
                "desks",
                .permission(.openDesk),
                "Buka meja hitung satu surat suara",
                "Open the counting desk of a ballot",
                Contract(
                    body: .object([
                        .member("request", .text), .member("ballot", .text),
                    ]),
                    status: 201,
                    answer: .object([.member("ballot", .text)]),
                    refusals: [.conflict, .fieldMissing, .fieldInvalid, .unprocessable]
                )
            ) { call async throws(Refusal) in
                let ballot = try call.body.value("ballot") { Ballot(slug: $0[...]) }
                let isRehearsal = call.state.key(for: .rehearsal) != nil
                try await ask(.deskOpened(DeskOpened(ballot: ballot, isSimulated: isRehearsal)), call)
                return JSONWriter.object { $0.member("ballot", ballot.slug) }
            },
        ]
    }

    private func step(
        _ path: PathPattern,
        _ indonesian: String,
        _ english: String,
        _ act: @escaping @Sendable (FormStep) -> Act
    ) -> DeskEndpoint {
        operation(
            .post,
            path,
            .permission(.approveForms),
            indonesian,
            english,
            Contract(
                body: .object([
                    .member("request", .text), .member("seen", .whole(from: 0)), .member("reason", .text),
                ]),
                status: 201,
                answer: .named("done"),
                refusals: [.notFound, .forbidden, .conflict, .fieldMissing, .fieldInvalid]
            )
        ) { call async throws(Refusal) in
            let key = try call.call.formKey(.approveForms)
            let (reason, seen) = (try call.body.text("reason"), try call.body.whole("seen"))
            try await ask(act(FormStep(key, reason: reason, seen: seen)), call)
            return key.done
        }
    }

    private func held(_ call: APICall) throws(Refusal) -> [UInt8] {
        let key = try call.call.formKey(.approveForms)
        let account = try call.account()
        guard let desk = call.state.desk(of: key.ballot), let work = call.state.work(on: key),
            work.stage == .held || work.stage == .accepted,
            let figures = work.figures ?? call.state.acceptedFigures(of: key)
        else { throw Refusal(.notFound) }
        guard work.stage == .accepted || !work.isTyped(by: account) else { throw Refusal(.forbidden) }
        let known = Set(call.state.fields(of: key))
        let parts = FindingParts(call.state, key, figures).parts()
        return JSONWriter.object { writer in
            writer.name("form")
            key.write(to: &writer)
            writer.member("stage", work.stage.rawValue)
            writer.member("seen", work.steps)
            writer.object("figures") { writer in
                for (field, figure) in zip(desk.fields, figures) where known.contains(field) {
                    writer.member(field.column, figure)
                }
            }
            writer.array("findings", parts) { part, writer in
                writer.object { part.write(call.language, &$0) }
            }
            writer.array("remarks", work.entries.compactMap(\.remark)) { $1.value($0) }
        }
    }
}
