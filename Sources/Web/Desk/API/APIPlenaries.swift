import Accounts
import Elections
import Exchange

extension Desk {
    private static let plenary = PathParameter<Int>.number("plenary")
    /// The acts that programs ask for as they are written.
    private static let kinds = Act.Kind.allCases.filter { kind in
        [
            .holdPlenaries, .attendPlenaries, .auditForms, .proposeRevotes, .decideRevotes, .determineResults,
            .manageCases, .manageCandidates,
        ].contains(kind.permission)
    }

    /// Plenaries and re-votes.
    var apiPlenaries: [DeskEndpoint] {
        [
            operation(
                .get,
                "plenaries",
                .permission(.attendPlenaries),
                "Rapat pleno, yang terakhir diundang di belakang",
                "The plenaries, the one called last at the end",
                Contract(answer: .object([.member("plenaries", .list(.named("plenary")))]))
            ) { call async throws(Refusal) in
                let plenaries = call.state.plenaries.all.filter {
                    call.caller.may(.attendPlenaries, at: $0.region)
                }
                return JSONWriter.object { writer in
                    writer.array("plenaries", plenaries) { $0.write(&$1) }
                }
            },
            operation(
                .get,
                "plenaries" / Self.plenary,
                .permission(.attendPlenaries),
                "Satu rapat pleno: yang dibacakan, keberatan, daftar hadir",
                "One plenary: what was read, objections, attendance",
                Contract(
                    answer: .object([
                        .member("plenary", .named("plenary")),
                        .member(
                            "tables",
                            .list(
                                .object([
                                    .member("ballot", .text), .member("units", .whole(from: 0)),
                                    .member("read", .whole(from: 0)), .member("ready", .list(.text)),
                                    .member("votes", .list(.orNull(.whole(from: 0)))),
                                ])
                            )
                        ),
                        .member(
                            "attendees",
                            .list(
                                .object([
                                    .member("attendee", .whole(from: 1)),
                                    .member("capacity", .words(Attendee.Capacity.allCases.map(\.rawValue))),
                                    .optional("contestant", .whole(from: 0)), .member("present", .truth),
                                ])
                            )
                        ),
                        .member(
                            "objections",
                            .list(
                                .object([
                                    .member("objection", .whole(from: 1)),
                                    .member("attendee", .whole(from: 1)), .member("ballot", .text),
                                    .member("claim", .text),
                                    .member(
                                        "outcome",
                                        .orNull(.words(Objection.Outcome.allCases.map(\.rawValue)))
                                    ),
                                ])
                            )
                        ),
                        .member("corrections", .whole(from: 0)),
                        .member("unsigned", .list(.whole(from: 1))),
                    ]),
                    refusals: [.notFound]
                )
            ) { call async throws(Refusal) in try plenary(call) },
            operation(
                .get,
                "revotes",
                .permission(.proposeRevotes),
                "Pemungutan dan penghitungan suara ulang",
                "Votes and counts held again",
                Contract(
                    answer: .object([
                        .member(
                            "revotes",
                            .list(
                                .object([
                                    .member("revote", .whole(from: 1)), .member("village", .text),
                                    .member("station", .whole(from: 1)), .member("version", .text),
                                    .member("ballots", .list(.text)), .member("ground", .text),
                                    .member("stage", .words(Revote.Stage.allCases.map(\.rawValue))),
                                    .member("date", .orNull(.text)), .member("simulated", .truth),
                                ])
                            )
                        )
                    ])
                )
            ) { call async throws(Refusal) in revotes(call) },
            operation(
                .post,
                "acts",
                .signedIn,
                "Minta tindakan pleno, pemungutan ulang, perkara, atau daftar calon, ditulis seperti dalam catatan publik "
                    + "(docs/record.md)",
                "Ask for an act of a plenary, a re-vote, a case or lists of candidates, written as in the public record "
                    + "(docs/record.md)",
                Contract(
                    body: .object([
                        .member("request", .text), .member("act", .act(Self.kinds.map(\.rawValue))),
                    ]),
                    status: 201,
                    answer: .object([.member("act", .text)]),
                    refusals: [
                        .forbidden, .notFound, .conflict, .fieldMissing, .fieldInvalid, .unprocessable,
                    ]
                )
            ) { call async throws(Refusal) in
                let act = try call.body.act("act", Self.kinds)
                try await ask(act, call)
                return JSONWriter.object { $0.member("act", act.kind.rawValue) }
            },
        ]
    }

    private func plenary(_ call: APICall) throws(Refusal) -> [UInt8] {
        guard let plenary = call.state.plenaries[try call.call.value(Self.plenary)] else {
            throw Refusal(.notFound)
        }
        try call.caller.check(.attendPlenaries, at: plenary.region)
        let progress = PlenaryProgress(plenary, in: call.state)
        return JSONWriter.object { writer in
            writer.name("plenary")
            plenary.write(&writer)
            writer.array("tables", progress.tables) { table, writer in
                writer.object { writer in
                    writer.member("ballot", table.ballot.slug)
                    writer.member("units", table.units.count)
                    writer.member("read", table.read)
                    writer.array("ready", table.ready) { unit, writer in writer.value(unit.word) }
                    writer.array("votes", table.votes) { $1.value($0) }
                }
            }
            writer.array("attendees", plenary.attendees) { attendee, writer in
                writer.object { writer in
                    writer.member("attendee", attendee.number)
                    writer.member("capacity", attendee.capacity.rawValue)
                    if let contestant = attendee.contestant { writer.member("contestant", contestant) }
                    writer.member("present", plenary.present.contains(attendee.number))
                }
            }
            writer.array("objections", plenary.objections) { objection, writer in
                writer.object { writer in
                    writer.member("objection", objection.number)
                    writer.member("attendee", objection.attendee)
                    writer.member("ballot", objection.ballot.slug)
                    writer.member("claim", objection.claim)
                    writer.nullable("outcome", objection.answer?.outcome.rawValue)
                }
            }
            writer.member("corrections", plenary.corrections.count)
            writer.array("unsigned", plenary.stage == .closed ? plenary.unsigned : []) { $1.value($0) }
        }
    }

    private func revotes(_ call: APICall) -> [UInt8] {
        let revotes = call.state.revotes.all.filter {
            call.caller.may(.proposeRevotes, at: $0.station.village)
        }
        return JSONWriter.object { writer in
            writer.array("revotes", revotes) { revote, writer in
                writer.object { writer in
                    writer.member("revote", revote.number)
                    writer.member("village", revote.station.village.description)
                    writer.member("station", revote.station.number)
                    writer.member("version", revote.version.rawValue)
                    writer.array("ballots", revote.ballots) { $1.value($0.slug) }
                    writer.member("ground", revote.ground.rawValue)
                    writer.member("stage", revote.stage.rawValue)
                    writer.nullable("date", (revote.holding?.date ?? revote.outcome?.date)?.description)
                    writer.member("simulated", revote.isSimulated)
                }
            }
        }
    }
}

extension Plenary {
    /// What it is called for, and how far it has come.
    static let schema = Schema.object([
        .member("plenary", .whole(from: 1)), .member("region", .text),
        .member("subject", .words(Subject.allCases.map(\.rawValue))), .member("ballots", .list(.text)),
        .member("date", .text), .member("members", .whole(from: 1)), .member("ground", .orNull(.text)),
        .member("stage", .words(Stage.allCases.map(\.rawValue))),
    ])

    /// Writes it as its schema says.
    func write(_ writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("plenary", number)
            writer.member("region", region.description)
            writer.member("subject", call.subject.rawValue)
            writer.array("ballots", call.ballots) { $1.value($0.slug) }
            writer.member("date", call.date.description)
            writer.member("members", call.members)
            writer.nullable("ground", call.ground)
            writer.member("stage", stage.rawValue)
        }
    }
}

extension APIBody {
    /// An act of one of these kinds, written as in the public record; names may come in any order.
    func act(_ name: String, _ kinds: [Act.Kind]) throws(Refusal) -> Act {
        let text = try json(name).canonicalText
        guard let act = try? Act(canonicalText: text), kinds.contains(act.kind) else {
            throw Refusal(.fieldInvalid, field: name)
        }
        return act
    }
}

extension JSONValue {
    /// Its text in canonical JSON, where its numbers are whole.
    fileprivate var canonicalText: [UInt8] {
        func joined(_ texts: [[UInt8]]) -> [UInt8] { Array(texts.joined(separator: [UInt8(ascii: ",")])) }
        switch self {
        case .null: return Array("null".utf8)
        case .bool(let value): return Array("\(value)".utf8)
        case .number(let text): return Array(text.utf8)
        case .text(let text): return text.canonicalText
        case .array(let values):
            return [UInt8(ascii: "[")] + joined(values.map(\.canonicalText)) + [UInt8(ascii: "]")]
        case .object(let members):
            let sorted = members.sorted { $0.name < $1.name }
            let texts = sorted.map { $0.name.canonicalText + [UInt8(ascii: ":")] + $0.value.canonicalText }
            return [UInt8(ascii: "{")] + joined(texts) + [UInt8(ascii: "}")]
        }
    }
}
