import Accounts
import Elections
import Exchange

/// What will become of the forms of a file for whoever hands it in.
struct ImportPreview: Sendable {
    let kind: ImportKind
    /// What the page says it is of.
    let mark: String
    let forms: HandedForms
    let fates: [HandedFate]
    /// The accepted forms that the file has otherwise, where whoever looks may see forms; none for entries.
    let conflicts: [(place: Int, conflicts: [HandedForms.Conflict])]

    /// - Throws: ``Refusal`` when the desk is not open any more.
    init(_ pending: PendingImport, _ forms: HandedForms, _ caller: DeskCaller) throws(Refusal) {
        (kind, mark, self.forms) = (pending.kind, pending.mark, forms)
        guard let account = caller.account else { throw Refusal(.signIn) }
        switch kind {
        case .entries:
            do throws(ActFault) {
                fates = try forms.fates(asEntryOf: account.text, in: caller.state) {
                    caller.may(.enterForms, at: $0)
                }
            } catch { throw error.refusal }
            conflicts = []
        case .readings:
            guard let source = pending.source else { throw .noImport }
            fates = forms.fates(asReadingBy: source, in: caller.state)
            conflicts = forms.conflicts(in: caller.state).filter { place, _ in
                caller.may(.seeForms, at: forms.forms[place].key.station.village)
            }
        }
    }

    /// How many forms are added without a word more.
    var adding: Int { fates.count { $0 == .adds } }

    /// The codes that must be confirmed, each with the places of the forms that do not pass it.
    var open: [(code: String, places: [Int])] {
        var places: [String: [Int]] = [:]
        for place in fates.indices {
            for code in Set(fates[place].codes) { places[code, default: []].append(place) }
        }
        return places.sorted { $0.key < $1.key }.map { ($0, $1) }
    }

    /// The forms that are left out, and why.
    var skipped: [(place: Int, reason: HandedFate.Reason)] {
        fates.indices.compactMap { place in
            if case .skips(let reason) = fates[place] { (place, reason) } else { nil }
        }
    }
}

/// What became of the forms of a file.
struct ImportResult: Sendable {
    /// A form that was not taken, and why: a code for programs, and words.
    struct Left: Sendable {
        let place: Int
        let code: String
        let words: LocalizedText
    }

    /// How many were taken.
    var taken = 0
    /// Those that were not, in the order of the file.
    var left: [Left] = []
    /// The reading they are in; `nil` for entries.
    var reading: String?
    /// Whether the office could not now, so that it can be tried again.
    var isBusy = false
}
