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
        let form = try TypedAnswer(call)
        guard let fields = form.asked(of: try call.account()) else { throw Refusal(.notFound) }
        return JSONWriter.object { writer in
            writer.name("form")
            form.key.write(to: &writer)
            writer.fields(fields, form.key.ballot, call)
        }
    }

    private func check(_ call: APICall) throws(Refusal) -> [UInt8] {
        let form = try TypedAnswer(call)
        let row = try form.row(try call.body.figures("figures"))
        let parts = FindingParts(call.state, form.key, row).parts()
        return JSONWriter.object { writer in
            writer.array("findings", parts) { part, writer in
                writer.object { part.write(call.language, &$0) }
            }
        }
    }

    private func enter(_ call: APICall) async throws(Refusal) -> [UInt8] {
        let form = try TypedAnswer(call)
        let sent = try call.body.figures("figures")
        let entry = try form.entry(
            sent,
            confirmed: try call.body.texts("confirmed"),
            remark: try call.body.optionalText("remark")
        )
        do throws(Refusal) { try await ask(.formEntered(entry), call) } catch {
            throw error.detail.flatMap { form.isToldNothing($0.code) ? form.closed : nil } ?? error
        }
        return form.key.done
    }
}

/// A form that a typist asks for, and what is to be typed of it.
struct TypedAnswer {
    let key: FormKey
    /// The fields of the station's form.
    let fields: [Field]
    private let columns: [Field]
    private let work: FormWork?

    /// - Throws: ``Refusal/Code/notFound`` where there is no such form, or none of theirs.
    init(_ call: APICall) throws(Refusal) {
        let (key, place) = try call.call.formKey(.enterForms)
        guard let desk = call.state.desk(of: key.ballot) else { throw Refusal(.notFound) }
        self.key = key
        fields = call.state.fields(of: key)
        columns = desk.fields
        work = desk.work(place, key.version)
    }

    /// The fields an account is asked for; `nil` when it is not asked at all.
    func asked(of account: String) -> [Field]? {
        guard let work else { return fields }
        guard work.accepts(typist: account) else { return nil }
        return work.stage == .sentBack ? work.wanted.map { columns[$0] } : fields
    }

    /// A figure per field of the desk.
    ///
    /// - Throws: ``Refusal/Code/fieldInvalid`` for a field that the station's form does not have.
    func row(_ figures: [Field: Int?]) throws(Refusal) -> [Int?] {
        let known = Set(fields)
        for field in figures.keys where !known.contains(field) {
            throw Refusal(.fieldInvalid, field: "figures.\(field.column)")
        }
        return columns.map { figures[$0] ?? nil }
    }

    /// The act of typing these figures: of the whole form, or of those fields alone.
    ///
    /// What is asked for is not looked at: a request that comes again gets the answer it got, whatever has become
    /// of the form.
    func entry(
        _ figures: [Field: Int?],
        confirmed: [String],
        remark: String?
    ) throws(Refusal) -> FormEntered {
        let row = try row(figures)
        let isWhole = figures.count == fields.count
        if isWhole, work?.stage != .sentBack {
            return FormEntered(key, figures: row, confirmed: confirmed, remark: remark)
        }
        guard !figures.isEmpty else { throw Refusal(.fieldMissing, field: "figures") }
        let typed = columns.filter { figures[$0] != nil }
        return FormEntered(
            key,
            figures: typed.map { figures[$0] ?? nil },
            fields: typed,
            confirmed: confirmed,
            remark: remark
        )
    }

    /// Whether a fault would tell a typist how far others have come with the form.
    func isToldNothing(_ code: String) -> Bool { code == "stage" || code == "same-person" }

    /// What a typist is told of every form that is not to be typed by them, whatever the reason.
    var closed: Refusal {
        Refusal(
            .conflict,
            detail: RefusalDetail(
                code: "not-yours",
                words: LocalizedText(
                    id: "\(key.words.indonesian) tidak menunggu ketikan Anda",
                    en: "\(key.words.english) does not wait for you to type it"
                )
            )
        )
    }
}
