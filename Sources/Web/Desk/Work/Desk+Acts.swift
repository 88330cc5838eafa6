import Elections
import Exchange

extension Desk {
    /// A form for each act whose fields are described, and what is done with it.
    var actEndpoints: [DeskEndpoint] {
        Act.Kind.allDescribed.flatMap { kind -> [DeskEndpoint] in
            guard let type = kind.described else { return [] }
            let path = "desk/acts" / PathPattern(word: kind.rawValue)
            return [
                DeskEndpoint(.get, path, .permission(type.permission), type.title) {
                    call async throws(Refusal) in
                    let context = DeskContext(call)
                    return .page(
                        ActFormPage(type: type, context: context, sent: call.incoming.query).page,
                        context
                    )
                },
                DeskEndpoint(.post, path, .permission(type.permission), type.title, takes: .form) {
                    call async throws(Refusal) in try await act(of: type, call)
                },
            ] + (ActRows(of: type).map { rowEndpoints($0, type, path / "rows") } ?? [])
        }
    }

    /// The rows of an act as a spreadsheet, and back again.
    private func rowEndpoints(
        _ rows: ActRows,
        _ type: any DescribedAct.Type,
        _ path: PathPattern
    ) -> [DeskEndpoint] {
        let name = LocalizedText(
            id: "\(type.title.indonesian): baris sebagai XLSX",
            en: "\(type.title.english): rows as XLSX"
        )
        return [
            DeskEndpoint(.get, path, .permission(type.permission), name) { call async throws(Refusal) in
                let act = type.standing(in: call.caller.state)
                var answer = try Answer.workbook(
                    of: rows.table(act, title: type.title[call.incoming.language])
                )
                answer.download = FileName("\(type.kind.rawValue).xlsx")
                return answer
            },
            DeskEndpoint(
                .post,
                path,
                .permission(type.permission),
                name,
                takes: .files(ActRows.bounds)
            ) { call async throws(Refusal) in try await brought(rows, type, call) },
        ]
    }

    /// Shows the rows of a file in the form, to be looked at and sent; nothing is done yet.
    private func brought(
        _ rows: ActRows,
        _ type: any DescribedAct.Type,
        _ call: Call<DeskCaller>
    ) async throws(Refusal) -> Answer {
        let context = DeskContext(call)
        let form = try await call.form(ActRows.bounds, file: "file")
        let name = form.file.head.fileName?.shown ?? ""
        let bytes = try await form.bytes(upTo: ActRows.largestFile)
        func page(_ sent: Fields, _ faults: [FormFault]) -> Answer {
            .page(
                ActFormPage(type: type, context: context, sent: sent, faults: faults, isBrought: true).page,
                context
            )
        }
        let sent: Fields
        do throws(Problems) {
            sent = Fields(values: try rows.fields(bytes, file: name.isEmpty ? "-" : name))
        } catch {
            let faults = error.list.prefix(50).map {
                FormFault(words: $0.sentence(in: context.language), field: nil)
            }
            return page(form.fields, faults)
        }
        // What is missing beside the rows is filled in now; what is wrong in them is said at once.
        let faults = type.read(sent, context).faults.filter {
            $0.field?.hasPrefix("\(rows.field.name).") == true
        }
        return page(sent, faults)
    }

    private func act(of type: any DescribedAct.Type, _ call: Call<DeskCaller>) async throws(Refusal) -> Answer
    {
        let context = DeskContext(call)
        let sent = try await call.form()
        func page(_ faults: [FormFault], asksForRows: Bool = false) -> Answer {
            .page(
                ActFormPage(
                    type: type,
                    context: context,
                    sent: sent,
                    faults: faults,
                    isAskingForRows: asksForRows
                ).page,
                context
            )
        }
        if try sent.text(ActFormPage.moreRows) != nil { return page([], asksForRows: true) }
        var (act, faults) = type.read(sent, context)
        if type.isFinal, try sent.text(ActFormPage.confirmation) == nil {
            faults.append(
                FormFault(
                    words: context.say("centang bila memang dimaksud", "tick it where you mean it"),
                    field: ActFormPage.confirmation
                )
            )
        }
        guard faults.isEmpty else { return page(faults) }
        return try await perform(
            act,
            asked: sent,
            by: call.caller,
            then: WorkSubject(of: type).place(context)
        ) {
            page([FormFault(words: $0.words[context.language], field: $0.field)])
        }
    }
}

extension DescribedAct {
    /// Reads the act from what was sent, with everything that is wrong.
    fileprivate static func read(_ sent: Fields, _ context: DeskContext) -> (act: Act, faults: [FormFault]) {
        let (value, faults) = typed { (try? sent.text($0)) ?? nil }
        return (
            .described(value),
            faults.map { FormFault(words: $0.problem.words[context.language], field: $0.field) }
        )
    }
}

extension ActFault {
    /// The field of a form that it is about; `nil` where it is about none.
    var field: String? {
        switch self {
        case .field(_, let fault): fault.field
        case .stage(let fault): fault.field
        default: nil
        }
    }
}
