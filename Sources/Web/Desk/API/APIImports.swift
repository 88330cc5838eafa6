import Elections
import Exchange

extension Desk {
    /// Files of many forms at once.
    var apiImports: [DeskEndpoint] { ImportKind.allCases.flatMap(apiImports) }

    private func apiImports(_ kind: ImportKind) -> [DeskEndpoint] {
        let path = "imports" / kind.path
        let need = DeskNeed.permission(kind.permission)
        var parts: [Schema.Member] = [
            .member("file", .text), .member("ballot", .words(Ballot.allCases.map(\.slug))),
            .member("shape", .words(HandedForms.Shape.allCases.map(\.rawValue))), .member("sha256", .text),
        ]
        if kind == .readings { parts.append(.member("source", .text)) }
        return [
            operation(
                .post,
                path,
                need,
                "Serahkan berkas formulir dan lihat apa jadinya",
                "Hand in a file of forms, and see what would become of them",
                Contract(
                    body: .object(parts),
                    files: ImportUpload.bounds,
                    answer: .named("import"),
                    refusals: [.fieldMissing, .fieldInvalid, .unprocessable]
                )
            ) { call async throws(Refusal) in try await preview(call, kind) },
            operation(
                .post,
                path / "confirm",
                need,
                "Ambil formulir dari berkas yang diserahkan",
                "Take in the forms of the file that was handed in",
                Contract(
                    body: .object([.member("sha256", .text), .optional("confirmed", .list(.text))]),
                    answer: .object([
                        .member("taken", .whole(from: 0)), .member("reading", .orNull(.text)),
                        .member("again", .truth), .member("left", .list(.named("left"))),
                    ]),
                    refusals: [.fieldMissing, .fieldInvalid, .conflict, .unprocessable]
                )
            ) { call async throws(Refusal) in try await confirm(call, kind) },
            operation(
                .post,
                path / "discard",
                need,
                "Buang berkas yang diserahkan",
                "Discard the file that was handed in",
                Contract(
                    body: .object([.member("sha256", .text)]),
                    answer: .object([.member("sha256", .text)])
                )
            ) { call async throws(Refusal) in
                let digest = try call.body.text("sha256")
                let account = try call.account()
                if try await pendingImport(of: account)?.digest == digest { await erasePending(of: account) }
                return JSONWriter.object { $0.member("sha256", digest) }
            },
        ]
    }

    private func preview(_ call: APICall, _ kind: ImportKind) async throws(Refusal) -> [UInt8] {
        try call.caller.checkWhole(kind)
        let upload = try await ImportUpload(call.call, kind)
        guard upload.digest != nil else { throw Refusal(.fieldMissing, field: "sha256") }
        let (pending, forms): (PendingImport, HandedForms)
        do throws(ImportFault) {
            (pending, forms) = try await handIn(upload, kind, call.caller)
        } catch {
            switch error {
            case .http(let refusal): throw refusal
            case .file(let problems): throw problems.refusal
            }
        }
        return try ImportPreview(pending, forms, call.caller).json(call)
    }

    private func confirm(_ call: APICall, _ kind: ImportKind) async throws(Refusal) -> [UInt8] {
        try call.caller.checkWhole(kind)
        let digest = try call.body.text("sha256")
        let codes = Set(try call.body.texts("confirmed"))
        guard try await pendingImport(of: try call.account())?.digest == digest else { throw .noImport }
        let (preview, result) = try await takeIn(kind, confirming: codes, call.caller)
        return JSONWriter.object { writer in
            writer.member("taken", result.taken)
            writer.nullable("reading", result.reading)
            writer.member("again", result.isBusy)
            writer.array("left", result.left) { left, writer in
                writer.object { writer in
                    preview.forms.write(left.place, &writer)
                    writer.member("code", left.code)
                    writer.member("detail", left.words[call.language])
                }
            }
        }
    }
}

extension Problems {
    /// As an answer to a program: each at its place, in words.
    fileprivate var refusal: Refusal {
        let sentences = list.map { problem in
            LocalizedText(id: problem.sentence(in: .indonesian), en: problem.sentence(in: .english))
        }
        let count = list.count + further
        return Refusal(
            .unprocessable,
            detail: RefusalDetail(
                code: "file",
                words: LocalizedText(
                    id:
                        "\(count) kesalahan dalam berkas; tidak ada yang diambil. Betulkan dan serahkan lagi.",
                    en: "\(count) mistakes in the file; nothing was taken. Mend it and hand it in again."
                ),
                faults: sentences
            )
        )
    }
}

extension HandedForms {
    /// Writes which form of the file it is, and its row.
    fileprivate func write(_ place: Int, _ writer: inout JSONWriter) {
        writer.name("form")
        forms[place].key.write(to: &writer)
        writer.member("row", forms[place].row)
    }
}

extension ImportPreview {
    /// The most forms of a list that are told at once.
    fileprivate static let mostTold = 1_000

    /// Writes what will become of the forms.
    fileprivate func json(_ call: APICall) -> [UInt8] {
        let words = call.fieldWords(forms.ballot)
        return JSONWriter.object { writer in
            writer.member("sha256", forms.digest)
            writer.member("forms", forms.forms.count)
            writer.member("adds", adding)
            writer.object("codes") { writer in
                for (code, places) in open { writer.member(code, places.count) }
            }
            let confirming = fates.indices.filter { !fates[$0].codes.isEmpty }
            writer.member("confirming", confirming.count)
            writer.member("skipping", skipped.count)
            writer.member("conflicting", conflicts.count)
            writer.array("confirms", confirming.prefix(Self.mostTold)) { place, writer in
                let form = forms.forms[place]
                var parts: [RefusalDetail.Part] = []
                if case .confirms(let findings) = fates[place] {
                    parts = FindingParts(call.state, form.key, form.figures).parts(of: findings)
                }
                writer.object { writer in
                    forms.write(place, &writer)
                    writer.array("checks", parts) { part, writer in
                        writer.object { part.write(call.language, &$0) }
                    }
                }
            }
            writer.array("skips", skipped.prefix(Self.mostTold)) { skipped, writer in
                writer.object { writer in
                    forms.write(skipped.place, &writer)
                    writer.member("code", skipped.reason.code)
                    writer.member(
                        "detail",
                        skipped.reason.words { words?.name($0) ?? $0.column }[call.language]
                    )
                }
            }
            writer.array("conflicts", conflicts.prefix(Self.mostTold)) { conflict, writer in
                writer.object { writer in
                    forms.write(conflict.place, &writer)
                    writer.array("fields", conflict.conflicts) { figure, writer in
                        writer.object { writer in
                            writer.member("field", figure.field.column)
                            writer.member("accepted", figure.accepted)
                            writer.member("offered", figure.offered)
                        }
                    }
                }
            }
        }
    }
}

extension APISchema {
    private static let place: [Schema.Member] = [
        .member("form", .named("form")), .member("row", .orNull(.whole(from: 1))),
    ]
    /// A form of a file that is left out, or was not taken.
    static let left = Schema.object(place + [.member("code", .text), .member("detail", .text)])
    /// What will become of the forms of a file.
    static let importing = Schema.object([
        .member("sha256", .text), .member("forms", .whole(from: 0)), .member("adds", .whole(from: 0)),
        .member("codes", .map(.whole(from: 1))), .member("confirming", .whole(from: 0)),
        .member("skipping", .whole(from: 0)), .member("conflicting", .whole(from: 0)),
        .member("confirms", .list(.object(place + [.member("checks", .list(.named("check")))]))),
        .member("skips", .list(.named("left"))),
        .member(
            "conflicts",
            .list(
                .object(
                    place + [
                        .member(
                            "fields",
                            .list(
                                .object([
                                    .member("field", .text), .member("accepted", .whole(from: 0)),
                                    .member("offered", .whole(from: 0)),
                                ])
                            )
                        )
                    ]
                )
            )
        ),
    ])
}
