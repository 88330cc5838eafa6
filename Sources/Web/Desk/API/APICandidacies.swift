import Elections
import Exchange

extension Desk {
    /// Lists of candidates, also those that are handed in and not published.
    var apiCandidacies: [DeskEndpoint] {
        [
            operation(
                .get,
                "candidacies",
                .permission(.manageCandidates),
                "Daftar calon setiap surat suara: yang diserahkan, tanggapan, keadaan calon",
                "The lists of candidates of each ballot: handed in, objected to, what became of candidates",
                Contract(answer: .object([.member("candidacies", .list(.named("candidacy")))]))
            ) { call async throws(Refusal) in
                let state = call.state
                let all = state.ballots.filter { $0.choice == .list }.compactMap { ballot in
                    state.contestWithoutForms(of: ballot).map { ShownLists($0, state.candidacies) }
                }
                return JSONWriter.object { writer in
                    writer.array("candidacies", all) { shown, writer in
                        shown.write(&writer, state.listRules(of: shown.ballot), call.language)
                    }
                }
            }
        ]
    }
}

extension ShownLists {
    private static let place: [Schema.Member] = [
        .member("district", .orNull(.whole(from: 0))), .member("contestant", .whole(from: 0)),
    ]

    /// The lists of a ballot: while none are published those that were handed in, the last of each.
    static let schema = Schema.object([
        .member("ballot", .words(Ballot.allCases.map(\.slug))),
        .member("stage", .words(Candidacy.Stage.allCases.map(\.rawValue))), .member("elsewhere", .truth),
        .member("simulated", .truth), .member("date", .orNull(.text)),
        .member(
            "lists",
            .list(
                .object(
                    place + [
                        .member("round", .orNull(.whole(from: 1))), .member("date", .orNull(.text)),
                        .member(
                            "candidates",
                            .list(
                                .object([
                                    .member("number", .whole(from: 1)), .member("name", .text),
                                    .member("sex", .orNull(.words(["L", "P"]))),
                                    .member("status", .words(CandidateStatus.allCases.map(\.rawValue))),
                                ])
                            )
                        ),
                        .member("faults", .list(.text)),
                    ]
                )
            )
        ),
        .member(
            "objections",
            .list(
                .object(
                    [.member("objection", .whole(from: 1))] + place + [
                        .member("candidate", .orNull(.whole(from: 0))), .member("claim", .text),
                        .member("date", .text),
                        .member(
                            "outcome",
                            .orNull(.words(ListObjection.Answer.Outcome.allCases.map(\.rawValue)))
                        ),
                    ]
                )
            )
        ),
        .member("replacements", .whole(from: 0)),
    ])

    /// Writes them as the schema says.
    func write(_ writer: inout JSONWriter, _ rules: ListRules?, _ language: Language) {
        let latest = candidacy?.latest ?? [:]
        let handedIn = kind == nil ? contest.listPlaces.compactMap { latest[$0]?.list } : lists
        writer.object { writer in
            writer.member("ballot", ballot.slug)
            writer.member("stage", areElsewhere ? "final" : (candidacy?.stage ?? .submitted).rawValue)
            writer.member("elsewhere", areElsewhere)
            writer.member("simulated", publication?.isSimulated ?? false)
            writer.nullable("date", publication?.date.description)
            writer.array("lists", handedIn) { list, writer in
                let submission = kind == nil ? latest[list.key] : nil
                let faults = areElsewhere ? [] : rules?.faults(of: list.candidates) ?? []
                writer.object { writer in
                    writer.member("district", list.district)
                    writer.member("contestant", list.contestant)
                    writer.member("round", submission?.round)
                    writer.nullable("date", submission?.date.description)
                    writer.array("candidates", list.candidates) { candidate, writer in
                        let status = contest.statuses[CandidateKey(list.key, candidate.number)]
                        writer.object { writer in
                            writer.member("number", candidate.number)
                            writer.member("name", candidate.name.full)
                            writer.nullable("sex", candidate.sex?.letter)
                            writer.member("status", (status ?? .standing).rawValue)
                        }
                    }
                    writer.array("faults", faults) { $1.value($0.words[language]) }
                }
            }
            writer.array("objections", candidacy?.objections ?? []) { objection, writer in
                writer.object { writer in
                    writer.member("objection", objection.number)
                    writer.member("district", objection.list.district)
                    writer.member("contestant", objection.list.contestant)
                    writer.member("candidate", objection.candidate)
                    writer.member("claim", objection.claim)
                    writer.member("date", objection.date.description)
                    writer.nullable("outcome", objection.answer?.outcome.rawValue)
                }
            }
            writer.member("replacements", candidacy?.replacements.count ?? 0)
        }
    }
}
