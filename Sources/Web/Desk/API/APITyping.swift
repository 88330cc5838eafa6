import Elections
import Exchange

extension Desk {
    /// Who one is, and what can be typed.
    var apiOwn: [DeskEndpoint] {
        [
            operation(
                .get,
                "me",
                .signedIn,
                "Akun ini, mandatnya, dan wewenangnya",
                "This account, its mandates and what they permit",
                Contract(
                    answer: .object([
                        .member("account", .text),
                        .member("permissions", .list(.words(Permission.allCases.map(\.rawValue)))),
                        .member("mandates", .list(.named("mandate"))),
                    ])
                )
            ) { call async throws(Refusal) in try me(call) },
            operation(
                .get,
                "ballots",
                .signedIn,
                "Surat suara yang meja hitungnya dibuka, dengan kolom formulirnya",
                "The ballots whose counting desks are open, with the fields of their forms",
                Contract(
                    query: [("village", .text)],
                    answer: .object([
                        .member(
                            "ballots",
                            .list(
                                .object([
                                    .member("ballot", .text), .member("name", .text),
                                    .member("fields", .list(.named("field"))),
                                ])
                            )
                        )
                    ]),
                    refusals: [.notFound, .fieldInvalid]
                )
            ) { call async throws(Refusal) in try ballots(call) },
        ]
    }

    /// Typing.
    var apiTyping: [DeskEndpoint] {
        let form = DeskParameters.form(below: "forms")
        return [
            operation(
                .get,
                "forms/next",
                .permission(.enterForms),
                "Formulir yang dapat diketik akun ini",
                "Forms that this account may type",
                Contract(
                    query: [("ballot", .text), ("limit", .whole(from: 1))],
                    answer: .object([.member("forms", .list(.named("form")))]),
                    refusals: [.fieldInvalid]
                )
            ) { call async throws(Refusal) in try nextForms(call) },
            operation(
                .get,
                form,
                .permission(.enterForms),
                "Kolom formulir yang diminta",
                "The fields of a form that are asked for",
                Contract(
                    answer: .object([
                        .member("form", .named("form")), .member("fields", .list(.named("field"))),
                    ]),
                    refusals: [.notFound]
                )
            ) { call async throws(Refusal) in try asked(call) },
            operation(
                .post,
                form / "entries",
                .permission(.enterForms),
                "Kirim ketikan",
                "Send what was typed",
                Contract(
                    body: .object([
                        .member("request", .text), .member("figures", .named("figures")),
                        .optional("confirmed", .list(.text)), .optional("remark", .text),
                    ]),
                    status: 201,
                    answer: .named("done"),
                    refusals: [.notFound, .conflict, .fieldMissing, .fieldInvalid, .unprocessable]
                )
            ) { call async throws(Refusal) in try await enter(call) },
            operation(
                .post,
                form / "check",
                .permission(.enterForms),
                "Periksa angka sendiri tanpa menyimpannya",
                "Check figures of one's own without keeping them",
                Contract(
                    body: .object([.member("figures", .named("figures"))]),
                    answer: .object([.member("findings", .list(.named("check")))]),
                    refusals: [.notFound, .fieldMissing, .fieldInvalid]
                )
            ) { call async throws(Refusal) in try check(call) },
        ]
    }

    private func me(_ call: APICall) throws(Refusal) -> [UInt8] {
        let account = try call.account()
        return JSONWriter.object { writer in
            writer.member("account", account)
            writer.array("permissions", Permission.allCases.filter(call.caller.may)) { $1.value($0.rawValue) }
            writer.array("mandates", call.state.organisation.mandates(of: account, at: call.caller.time)) {
                $0.write(call.caller, &$1)
            }
        }
    }

    private func ballots(_ call: APICall) throws(Refusal) -> [UInt8] {
        let state = call.state
        let village = try call.query("village") { try? RegionCode(parsing: $0) }
        if let village {
            guard village.tier == .village, state.regions?[village] != nil else { throw Refusal(.notFound) }
        }
        return JSONWriter.object { writer in
            writer.array("ballots", state.desks) { ballot, writer in
                writer.object { writer in
                    writer.member("ballot", ballot.slug)
                    writer.member("name", ballot.name[call.language])
                    let fields =
                        if let village {
                            state.fields(of: FormKey(ballot, StationCode(village: village, number: 0)))
                        } else { state.desk(of: ballot)?.fields ?? [] }
                    writer.fields(fields, ballot, call)
                }
            }
        }
    }

    private func nextForms(_ call: APICall) throws(Refusal) -> [UInt8] {
        let limit = try call.query("limit") { Int($0).flatMap { (1...500).contains($0) ? $0 : nil } } ?? 20
        let ballot = try call.query("ballot") { Ballot(slug: $0[...]) }
        let round = TypingRound(try call.account(), call.caller)
        return JSONWriter.object { writer in
            writer.array("forms", round.forms(of: ballot, most: limit)) { $0.write(to: &$1) }
        }
    }

    private func asked(_ call: APICall) throws(Refusal) -> [UInt8] {
        let form = try AskedForm(call.call)
        guard let fields = form.asked(of: try call.account()) else { throw Refusal(.notFound) }
        return JSONWriter.object { writer in
            writer.name("form")
            form.key.write(to: &writer)
            writer.fields(fields, form.key.ballot, call)
        }
    }

    private func check(_ call: APICall) throws(Refusal) -> [UInt8] {
        let form = try AskedForm(call.call)
        let row = try form.row(try call.body.figures("figures"))
        let parts = FindingParts(call.state, form.key, row).parts()
        return JSONWriter.object { writer in
            writer.array("findings", parts) { part, writer in
                writer.object { part.write(call.language, &$0) }
            }
        }
    }

    private func enter(_ call: APICall) async throws(Refusal) -> [UInt8] {
        let form = try AskedForm(call.call)
        let sent = try call.body.figures("figures")
        let entry = try form.entry(
            sent,
            confirmed: try call.body.texts("confirmed"),
            remark: try call.body.optionalText("remark")
        )
        let (act, request) = (Act.formEntered(entry), try call.body.request())
        do throws(DeskRefusal) { try await perform(act, by: call.caller, request: request) } catch {
            if case .misfit(let fault) = error, fault.tellsOfOthers { throw form.closed }
            throw error.explained(call, act)
        }
        return form.key.done
    }
}
