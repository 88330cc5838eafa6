import Elections
import Exchange

extension Desk {
    /// How far the counting has come.
    var apiProgress: [DeskEndpoint] {
        let queue = Schema.object([
            .member("count", .whole(from: 0)), .member("since", .orNull(.whole(from: 0))),
        ])
        let rule = Schema.object([
            .member("code", .text), .member("held", .whole(from: 0)), .member("accepted", .whole(from: 0)),
        ])
        let typist = Schema.object([
            .member("account", .text), .member("forms", .whole(from: 0)), .member("slips", .whole(from: 0)),
        ])
        return [
            operation(
                .get,
                "progress",
                .permission(.seeProgress),
                "Kemajuan penghitungan suatu wilayah",
                "How far the counting of a region has come",
                Contract(
                    query: [("place", .text)],
                    answer: .object([
                        .member("place", .text),
                        .member(
                            "ballots",
                            .list(
                                .object([
                                    .member("ballot", .text), .member("total", .named("counts")),
                                    .member("regions", .list(.named("counts"))),
                                ])
                            )
                        ),
                        .member("queues", .map(queue)), .member("findings", .list(rule)),
                        .optional("typists", .list(typist)), .optional("parts", .map(.whole(from: 0))),
                    ]),
                    refusals: [.notFound, .fieldInvalid]
                )
            ) { call async throws(Refusal) in try await progress(call) },
            operation(
                .get,
                "progress/forms",
                .permission(.seeProgress),
                "Formulir suatu wilayah pada satu tahap",
                "The forms of a region at one stage",
                Contract(
                    query: [
                        ("place", .text), ("phase", .words(BoardFigures.Phase.allCases.map(\.rawValue))),
                    ],
                    answer: .object([.member("forms", .list(.named("form")))]),
                    refusals: [.notFound, .fieldMissing, .fieldInvalid]
                )
            ) { call async throws(Refusal) in
                let place = try call.caller.region(try call.call.incoming.query.region("place"), .seeProgress)
                guard let phase = try call.query("phase", { BoardFigures.Phase(rawValue: $0) }) else {
                    throw Refusal(.fieldMissing, field: "phase")
                }
                let stakes = await board.stakes(call.caller.view)
                return JSONWriter.object { writer in
                    writer.array("forms", call.state.forms(in: place, phase, most: 500, by: stakes)) {
                        $0.write(to: &$1)
                    }
                }
            },
            operation(
                .get,
                "progress/stakes",
                .permission(.seeProgress),
                "Yang masih dapat mengubah kursi di suatu wilayah",
                "What could still change a seat in a region",
                Contract(
                    query: [("place", .text)],
                    answer: .object([
                        .member("place", .text),
                        .member(
                            "ballots",
                            .list(
                                .object([
                                    .member("ballot", .text), .member("open", .whole(from: 0)),
                                    .member("stakes", .list(.named("stake"))),
                                ])
                            )
                        ),
                    ]),
                    refusals: [.notFound, .fieldInvalid]
                )
            ) { call async throws(Refusal) in try await stakes(call) },
        ]
    }

    /// The open forms that matter most, 500 of each ballot, and how many there are.
    private func stakes(_ call: APICall) async throws(Refusal) -> [UInt8] {
        let place = try call.caller.region(try call.call.incoming.query.region("place"), .seeProgress)
        guard call.state.regions?[place] != nil, let stakes = await board.stakes(call.caller.view) else {
            throw Refusal(.notFound)
        }
        return JSONWriter.object { writer in
            writer.member("place", place.description)
            writer.array("ballots", stakes.ballots.map(\.ballot)) { ballot, writer in
                let stakes = stakes.stakes(of: ballot, in: place) ?? []
                writer.object { writer in
                    writer.member("ballot", ballot.slug)
                    writer.member("open", stakes.count)
                    writer.array("stakes", stakes.prefix(500)) { $1.stake($0) }
                }
            }
        }
    }

    private func progress(_ call: APICall) async throws(Refusal) -> [UInt8] {
        let place = try call.caller.region(try call.call.incoming.query.region("place"), .seeProgress)
        guard let figures = await board.figures(of: place, call.caller.view) else { throw Refusal(.notFound) }
        let regions = call.state.regions
        let seesForms = call.caller.may(.seeForms, at: place)
        return JSONWriter.object { writer in
            writer.member("place", place.description)
            writer.array("ballots", figures.ballots) { ballot, writer in
                writer.object { writer in
                    writer.member("ballot", ballot.ballot.slug)
                    writer.name("total")
                    writer.counts(ballot.total, .region(place), regions, ballot)
                    writer.array("regions", ballot.rows) { row, writer in
                        writer.counts(row.counts, row.place, regions, ballot)
                    }
                }
            }
            writer.object("queues") { writer in
                for phase in BoardFigures.Phase.waiting {
                    writer.object(phase.rawValue) { writer in
                        writer.member("count", figures.queues[phase]?.count ?? 0)
                        writer.member("since", figures.queues[phase]?.oldest)
                    }
                }
            }
            writer.array("findings", figures.rules) { rule, writer in
                writer.object { writer in
                    writer.member("code", rule.check.code)
                    writer.member("held", rule.held)
                    writer.member("accepted", rule.accepted)
                }
            }
            guard seesForms else { return }
            writer.array("typists", figures.typists.sorted { $0.key < $1.key }) { typist, writer in
                writer.object { writer in
                    writer.member("account", typist.key)
                    writer.member("forms", typist.value.forms)
                    writer.member("slips", typist.value.slips)
                }
            }
            writer.object("parts") { writer in
                for part in Field.Part.allCases { writer.member("\(part)", figures.parts[part] ?? 0) }
            }
        }
    }
}

extension JSONWriter {
    fileprivate mutating func stake(_ stake: Stake) {
        object { writer in
            writer.name("form")
            stake.form.write(to: &writer)
            writer.member("district", stake.district?.number)
            writer.member("open", stake.reasonWord)
            writer.array("checks", stake.checks) { $1.value($0) }
            writer.member("uncertain", stake.uncertain)
            writer.member("margin", stake.margin)
            writer.member("verdict", stake.verdict.rawValue)
        }
    }

    fileprivate mutating func counts(
        _ counts: BoardFigures.Counts,
        _ place: BoardFigures.Place,
        _ regions: Regions?,
        _ ballot: BoardFigures.Progress
    ) {
        object { writer in
            switch place {
            case .region(let code):
                writer.member("region", code.description)
                writer.member("name", regions?[code]?.name ?? code.description)
            case .station(let station):
                writer.member("region", station.description)
                writer.member("name", "TPS \(station.number)")
            }
            writer.member("forms", counts.all)
            for phase in BoardFigures.Phase.allCases { writer.member(phase.rawValue, counts[phase]) }
            writer.member("electorate", counts.electorate)
            writer.member("valid", counts.valid)
            writer.object("votes") { writer in
                for (contestant, figure) in zip(ballot.contestants, counts.votes) {
                    writer.member(String(contestant.number), figure)
                }
            }
        }
    }
}
