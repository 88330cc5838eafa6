/// The counting desk of a ballot: what has been done about each of its forms.
public struct CountingDesk: Sendable {
    /// The fields of the reading, in the order of the form.
    public let fields: [Field]
    /// What was done, station by station; a form nobody touched has no work.
    private var work: Pages<[FormWork]>

    init(fields: [Field], stations: Int) {
        self.fields = fields
        work = Pages(repeating: [], count: stations)
    }

    /// What was done about a station's form of one version; `nil` where nobody touched it.
    public func work(_ station: Int, _ version: FormVersion) -> FormWork? {
        work[station].first { $0.version == version }
    }

    /// What was done about a station's forms, in the order of their versions.
    public func work(ofStation station: Int) -> [FormWork] { work[station] }

    /// The same, with the forms of votes that were held again and that nobody has touched.
    func work(ofStation station: Int, _ ballot: Ballot, heldAgain revotes: [Revote]) -> [FormWork] {
        let known = work[station]
        let missing = revotes.filter { revote in
            revote.ballots.contains(ballot) && !known.contains { $0.version == revote.version }
        }
        guard !missing.isEmpty else { return known }
        return (known + missing.map { FormWork($0.version) }).sorted { $0.version < $1.version }
    }

    mutating func change(
        _ station: Int,
        _ version: FormVersion,
        _ body: (inout FormWork) throws(DeskFault) -> Void
    ) throws(DeskFault) {
        var forms = work[station]
        if let place = forms.firstIndex(where: { $0.version == version }) {
            try body(&forms[place])
        } else {
            var new = FormWork(version)
            try body(&new)
            forms.append(new)
            forms.sort { $0.version < $1.version }
        }
        work[station] = forms
    }

    /// Figures of some fields in the order of the reading, ``FormWork/untyped`` for the others.
    ///
    /// - Returns: `nil` when they are not fields of the reading, each once.
    func cells(_ figures: [Int32], of fields: [Field]) -> [Int32]? {
        guard figures.count == fields.count, !fields.isEmpty else { return nil }
        let columns = Dictionary(uniqueKeysWithValues: self.fields.enumerated().map { ($1, $0) })
        var cells = [Int32](repeating: FormWork.untyped, count: self.fields.count)
        for (field, figure) in zip(fields, figures) {
            guard let column = columns[field], cells[column] == FormWork.untyped else { return nil }
            cells[column] = figure
        }
        return cells
    }
}
