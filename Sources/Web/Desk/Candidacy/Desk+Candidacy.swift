import Elections

extension Desk {
    /// Lists of candidates: handed in, published, objected to, changed, final; what became of candidates since.
    var candidacyEndpoints: [DeskEndpoint] {
        let path: PathPattern = "desk/candidates"
        let need = DeskNeed.permission(.manageCandidates)
        return [
            DeskEndpoint(.get, path, need, LocalizedText(id: "Daftar calon", en: "Lists of candidates")) {
                call async throws(Refusal) in
                let context = DeskContext(call)
                return .page(CandidacyList(context: context).page, context)
            },
            DeskEndpoint(
                .get,
                path / DeskParameters.ballot,
                need,
                LocalizedText(id: "Daftar calon satu surat suara", en: "The lists of a ballot")
            ) { call async throws(Refusal) in
                let context = DeskContext(call)
                let again = try call.incoming.query.text("list")
                return .page(try candidacyPage(call, context, again: again).page, context)
            },
        ]
            + CandidacyStepForm.allCases.map { step in
                DeskEndpoint(
                    .post,
                    path / DeskParameters.ballot / PathPattern(word: step.rawValue),
                    need,
                    step.summary,
                    takes: .form
                ) { call async throws(Refusal) in try await candidacy(step, call) }
            }
    }

    /// The page of the ballot that the path names, where lists stand on it.
    private func candidacyPage(
        _ call: Call<DeskCaller>,
        _ context: DeskContext,
        sent: Fields? = nil,
        fault: FormFault? = nil,
        at step: CandidacyStepForm? = nil,
        again: String? = nil
    ) throws(Refusal) -> CandidacyDeskPage {
        let ballot = try call.value(DeskParameters.ballot)
        guard ballot.choice == .list, let contest = context.state.contestWithoutForms(of: ballot) else {
            throw Refusal(.notFound)
        }
        return CandidacyDeskPage(
            shown: ShownLists(contest, context.state.candidacies),
            context: context,
            sent: sent,
            fault: fault,
            step: step,
            again: again.flatMap(ListKey.init(typed:))
        )
    }

    private func candidacy(_ step: CandidacyStepForm, _ call: Call<DeskCaller>) async throws(Refusal)
        -> Answer
    {
        let context = DeskContext(call)
        let known = try candidacyPage(call, context)
        let sent = try await call.form()
        func page(_ words: LocalizedText, _ field: String?) throws(Refusal) -> Answer {
            let fault = FormFault(words: words[context.language], field: field)
            return .page(try candidacyPage(call, context, sent: sent, fault: fault, at: step).page, context)
        }
        let act: CandidacyAct
        do throws(FieldFault) { act = try step.act(sent, known.shown.contest, context.state) } catch {
            return try page(error.words, error.field)
        }
        let next = context.path("candidates", known.shown.ballot.slug)
        return try await perform(.candidacy(act), asked: sent, by: call.caller, then: next) {
            (fault) throws(Refusal) in try page(fault.words, step.field(of: fault))
        }
    }
}

extension ListKey {
    /// Reads a list as addresses write it: the party's number, behind the district's and a hyphen where there are any.
    init?(typed text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int(typed: $0) }
        guard (1...2).contains(parts.count), let contestant = parts.last.flatMap(\.self) else { return nil }
        guard parts.count == 2 else {
            self.init(contestant: contestant, district: nil)
            return
        }
        guard let district = parts[0] else { return nil }
        self.init(contestant: contestant, district: district)
    }

    /// As addresses write it.
    var typed: String { (district.map { "\($0)-" } ?? "") + "\(contestant)" }
}
