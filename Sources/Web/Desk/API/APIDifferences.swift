import Elections
import Exchange

extension Desk {
    /// Deciding where typists differ.
    var apiDifferences: [DeskEndpoint] {
        let form = DeskParameters.form(below: "differences")
        let need = DeskNeed.permission(.resolveForms)
        let figure = Schema.object([
            .member("entry", .whole(from: 1)), .member("figure", .orNull(.whole(from: 0))),
        ])
        let schema = Schema.object([
            .member("field", .text), .member("name", .text), .member("part", .text),
            .member("typed", .list(figure)),
        ])
        return [
            operation(
                .get,
                "differences",
                need,
                "Formulir yang ketikannya berbeda",
                "Forms whose typists differ",
                Contract(
                    query: [("ballot", .text)],
                    answer: .object([.member("forms", .list(.named("waiting")))]),
                    refusals: [.fieldInvalid]
                )
            ) { call async throws(Refusal) in
                try await waiting(call, .resolveForms, [.differing, .sentBack])
            },
            operation(
                .get,
                form,
                need,
                "Selisih ketikan satu formulir",
                "Where the typists of a form differ",
                Contract(
                    answer: .object([
                        .member("form", .named("form")),
                        .member("stage", .words(FormWork.Stage.allCases.map(\.rawValue))),
                        .member("seen", .whole(from: 0)), .member("fields", .list(schema)),
                        .member("remarks", .list(.text)),
                    ]),
                    refusals: [.notFound, .forbidden]
                )
            ) { call async throws(Refusal) in try difference(call) },
            operation(
                .post,
                form / "send-back",
                need,
                "Minta diketik ulang",
                "Have the fields that differ typed again",
                Contract(
                    body: .object([.member("request", .text), .member("seen", .whole(from: 0))]),
                    status: 201,
                    answer: .named("done"),
                    refusals: [.notFound, .forbidden, .conflict, .fieldMissing]
                )
            ) { call async throws(Refusal) in
                let key = try call.call.formKey(.resolveForms)
                try await ask(.formSentBack(FormStep(key, seen: try call.body.whole("seen"))), call)
                return key.done
            },
            operation(
                .post,
                form / "decision",
                need,
                "Putuskan angkanya",
                "Decide the figures that differ",
                Contract(
                    body: .object([
                        .member("request", .text), .member("seen", .whole(from: 0)),
                        .member("figures", .named("figures")), .member("reason", .text),
                    ]),
                    status: 201,
                    answer: .named("done"),
                    refusals: [.notFound, .forbidden, .conflict, .fieldMissing, .fieldInvalid]
                )
            ) { call async throws(Refusal) in try await decide(call) },
        ]
    }

    private func difference(_ call: APICall) throws(Refusal) -> [UInt8] {
        let key = try call.call.formKey(.resolveForms)
        let account = try call.account()
        guard let desk = call.state.desk(of: key.ballot), let work = call.state.work(on: key),
            work.stage == .differing || work.stage == .sentBack
        else { throw Refusal(.notFound) }
        guard !work.isTyped(by: account) else { throw Refusal(.forbidden) }
        let words = call.fieldWords(key.ballot)
        return JSONWriter.object { writer in
            writer.name("form")
            key.write(to: &writer)
            writer.member("stage", work.stage.rawValue)
            writer.member("seen", work.steps)
            writer.array("fields", work.differing) { column, writer in
                let field = desk.fields[column]
                writer.object { writer in
                    writer.member("field", field.column)
                    writer.member("name", words?.name(field) ?? field.column)
                    writer.member("part", words?.name(field.part) ?? "")
                    let typed = work.entries.enumerated().compactMap { place, entry in
                        entry.figure(column).map { (entry: place + 1, figure: $0) }
                    }
                    writer.array("typed", typed) { typed, writer in
                        writer.object { writer in
                            writer.member("entry", typed.entry)
                            writer.member("figure", typed.figure)
                        }
                    }
                }
            }
            writer.array("remarks", work.entries.compactMap(\.remark)) { $1.value($0) }
        }
    }

    private func decide(_ call: APICall) async throws(Refusal) -> [UInt8] {
        let key = try call.call.formKey(.resolveForms)
        let figures = try call.body.figures("figures")
        let fields = (call.state.desk(of: key.ballot)?.fields ?? []).filter { figures[$0] != nil }
        guard fields.count == figures.count else { throw Refusal(.fieldInvalid, field: "figures") }
        let decision = FormDecided(
            key,
            fields: fields,
            figures: fields.map { figures[$0] ?? nil },
            reason: try call.body.text("reason"),
            seen: try call.body.whole("seen")
        )
        try await ask(.formDecided(decision), call)
        return key.done
    }
}

extension Desk {
    /// The forms that wait for somebody's decision, as an answer.
    func waiting(
        _ call: APICall,
        _ permission: Permission,
        _ stages: Set<FormWork.Stage>
    ) async throws(Refusal) -> [UInt8] {
        let ballot = try call.query("ballot") { Ballot(slug: $0[...]) }
        let stakes = await board.stakes(call.caller.view)
        let forms = call.caller.waiting(stages, permission, of: ballot, by: stakes)
        return JSONWriter.object { writer in
            writer.array("forms", forms) { form, writer in
                writer.object { writer in
                    writer.name("form")
                    form.key.write(to: &writer)
                    writer.member("stage", form.work.stage.rawValue)
                    writer.member("seen", form.work.steps)
                    writer.member("since", form.work.changed)
                }
            }
        }
    }
}
