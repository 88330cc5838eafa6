import Elections
import Exchange

extension Desk {
    /// Readings of the same forms beside each other.
    var agreementEndpoints: [DeskEndpoint] {
        let path: PathPattern = "desk/readings"
        let need = DeskNeed.permission(.seeForms)
        return [
            DeskEndpoint(
                .get,
                path,
                need,
                LocalizedText(id: "Surat suara yang dibaca beberapa pihak", en: "Ballots that several read")
            ) { call async throws(Refusal) in
                let context = DeskContext(call)
                return .page(AgreementPage.ballots(context), context)
            },
            DeskEndpoint(
                .get,
                path / DeskParameters.ballot,
                need,
                LocalizedText(id: "Pembacaan berdampingan", en: "Readings side by side")
            ) { call async throws(Refusal) in
                let context = DeskContext(call)
                let ballot = try call.value(DeskParameters.ballot)
                let place = try call.incoming.query.region("place")
                let list = try AgreementList(ballot, place, call.caller)
                return .page(AgreementPage(list: list, context: context).page, context)
            },
        ]
    }

    /// The same for programs.
    var apiAgreement: [DeskEndpoint] {
        [
            operation(
                .get,
                "readings" / DeskParameters.ballot,
                .permission(.seeForms),
                "Formulir yang dibaca beberapa pihak, yang berbeda lebih dulu",
                "Forms that several read, those on which they disagree first",
                Contract(
                    query: [("place", .text)],
                    answer: .object([
                        .member("place", .text), .member("forms", .whole(from: 0)),
                        .member("unanimous", .whole(from: 0)), .member("list", .list(.named("agreement"))),
                    ]),
                    refusals: [.notFound, .fieldInvalid]
                )
            ) { call async throws(Refusal) in
                let ballot = try call.call.value(DeskParameters.ballot)
                let place = try call.call.incoming.query.region("place")
                return try AgreementList(ballot, place, call.caller).json(call)
            }
        ]
    }
}

extension AgreementList {
    /// The most forms that are told at once.
    static let most = 500

    fileprivate func json(_ call: APICall) -> [UInt8] {
        JSONWriter.object { writer in
            writer.member("place", place.description)
            writer.member("forms", agreements.count)
            writer.member("unanimous", unanimous)
            writer.array("list", agreements.prefix(Self.most)) { agreement, writer in
                writer.object { write(agreement, call, &$0) }
            }
        }
    }

    private func write(_ agreement: ReadingAgreement, _ call: APICall, _ writer: inout JSONWriter) {
        let station = call.state.stations[agreement.station]
        writer.name("form")
        FormKey(contest.ballot, station, agreement.version).write(to: &writer)
        writer.member("agree", agreement.agreeing)
        writer.member("of", agreement.forms.count)
        writer.array("fields", agreement.differing) { $1.value($0.column) }
        writer.array("readings", agreement.forms.indices) { place, writer in
            let form = agreement.forms[place]
            let reading = contest.readings[form.reading]
            writer.object { writer in
                writer.member("reading", reading.id)
                writer.member("source", reading.comparison?.word ?? "counted")
                writer.member("dissents", agreement.dissenting.contains(place))
                writer.object("figures") { writer in
                    for field in reading.forms.fields {
                        writer.member(field.column, reading.forms[form.row, field])
                    }
                }
            }
        }
    }
}

extension APISchema {
    /// The readings of a form.
    static let agreement = Schema.object([
        .member("form", .named("form")), .member("agree", .whole(from: 0)), .member("of", .whole(from: 2)),
        .member("fields", .list(.text)),
        .member(
            "readings",
            .list(
                .object([
                    .member("reading", .text), .member("source", .text), .member("dissents", .truth),
                    .member("figures", .named("figures")),
                ])
            )
        ),
    ])
}
