import Elections
import Exchange
import Office

extension Desk {
    /// How many forms wait for the disk at the same time.
    private static let atOnce = 32

    /// Types the forms of a file, each as an act of whoever hands it in.
    func type(
        _ preview: ImportPreview,
        confirming codes: Set<String>,
        _ caller: DeskCaller
    ) async -> ImportResult {
        var result = ImportResult()
        var wanted: [(place: Int, codes: [String])] = []
        for (place, fate) in preview.fates.enumerated() {
            switch fate {
            case .adds: wanted.append((place, []))
            case .confirms:
                let open = fate.codes.filter { !codes.contains($0) }
                if open.isEmpty {
                    wanted.append((place, fate.codes))
                } else {
                    result.left.append(.unconfirmed(place, open))
                }
            case .skips: break
            }
        }
        await withTaskGroup(of: (Int, DeskRefusal?).self) { group in
            var next = wanted.makeIterator()
            func start() -> Bool {
                guard let (place, codes) = next.next() else { return false }
                group.addTask { (place, await type(preview.forms, place, codes, caller)) }
                return true
            }
            for _ in 0..<Self.atOnce where !start() { break }
            for await (place, refusal) in group {
                _ = start()
                guard let refusal else {
                    result.taken += 1
                    continue
                }
                result.left.append(.refused(place, refusal))
                if case .http(let refusal) = refusal, refusal.code == .busy { result.isBusy = true }
            }
        }
        return result
    }

    private func type(
        _ forms: HandedForms,
        _ place: Int,
        _ codes: [String],
        _ caller: DeskCaller
    ) async -> DeskRefusal? {
        let rounds = caller.state.work(on: forms.forms[place].key)?.rounds ?? 0
        let (act, request) = forms.entry(place, confirming: codes, rounds: rounds)
        do throws(DeskRefusal) {
            try await perform(act, by: caller, request: request)
            return nil
        } catch { return error }
    }
}

extension ImportResult.Left {
    /// Nobody said that the file says so.
    static func unconfirmed(_ place: Int, _ codes: [String]) -> Self {
        let codes = codes.joined(separator: ", ")
        return Self(
            place: place,
            code: "unconfirmed",
            words: LocalizedText(
                id: "belum dinyatakan bahwa berkasnya memang begitu: \(codes)",
                en: "nobody said that the file says so: \(codes)"
            )
        )
    }

    /// The office did not take it; of what others did with the form, no more is told than that it does not wait.
    static func refused(_ place: Int, _ refusal: DeskRefusal) -> Self {
        switch refusal {
        case .misfit(let fault) where fault.tellsOfOthers:
            let reason = HandedFate.Reason.notWaiting
            return Self(place: place, code: reason.code, words: reason.words(\.column))
        case .misfit(.unconfirmed(_, let codes)): return unconfirmed(place, codes)
        case .misfit(let fault):
            return Self(place: place, code: fault.refusal.code.rawValue, words: fault.words)
        case .http(let refusal):
            return Self(
                place: place,
                code: refusal.code.rawValue,
                words: refusal.detail?.words ?? refusal.code.words.title
            )
        }
    }
}
