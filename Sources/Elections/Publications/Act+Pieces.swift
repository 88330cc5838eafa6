extension Act {
    /// What of it is published as acts of their own: forms village by village, evidence by its copy alone, other
    /// public acts as they are.
    var parts: [Act] {
        guard kind.isPublic else { return [] }
        switch self {
        case .formsTaken(let act):
            return act.villages.flatMap { village in
                Act.formsTaken(FormsTaken(ballot: act.ballot, reading: act.reading, villages: [village]))
                    .pieces()
            }
        case .evidenceAdded(let act): return act.published.map { [.evidenceAdded($0)] } ?? []
        case .evidenceWithdrawn(let act): return act.published.map { [.evidenceWithdrawn($0)] } ?? []
        case .formReopened(let act): return [.formReopened(act.published)]
        case .plenary(let act): return [.plenary(act.published)]
        case .described(let act): return act.publishedAct.map { [$0] } ?? []
        default: return [self]
        }
    }

    /// Whether it is as acts are published, and says nothing that only the office knows.
    var isPublishedForm: Bool {
        switch self {
        case .evidenceAdded(let act): act.copy != nil && act.kept == nil
        case .evidenceWithdrawn(let act): act.copy != nil && act.original == nil
        case .formReopened(let act): act == act.published
        case .plenary(.attended(let act)): act.attendee.mandate == nil
        case .described(let act): act.isAsPublished
        default: kind.isPublic
        }
    }

    /// Whether all of it can be published; a private act may not be longer either.
    ///
    /// - Complexity: O(*n* log *n*) in its text; O(1) for forms, whose width is bounded where a reading is opened.
    var isPublishable: Bool {
        switch self {
        case .formsTaken, .formEntered, .formDecided: true
        case .readingOpened(let act) where act.fields.count > Self.widestReading: false
        default: pieces().allSatisfy { $0.canonicalText.count <= Publication.largestContent }
        }
    }

    /// The most fields of a reading: a form of so many figures still fits into a publication.
    static let widestReading = 5_000
}

extension Act: Divisible {
    var halves: (Act, Act)? {
        switch self {
        case .setUp(let act): act.halves.map { (.setUp($0), .setUp($1)) }
        case .filesNamed(let files): files.halves.map { (.filesNamed($0), .filesNamed($1)) }
        case .contestOpened(let act): act.halves.map { (.contestOpened($0), .contestOpened($1)) }
        case .figuresCertified(let act): act.halves.map { (.figuresCertified($0), .figuresCertified($1)) }
        case .figuresReported(let act): act.halves.map { (.figuresReported($0), .figuresReported($1)) }
        case .formsTaken(let act): act.halves.map { (.formsTaken($0), .formsTaken($1)) }
        case .candidacy(.published(let act)):
            act.halves.map { (.candidacy(.published($0)), .candidacy(.published($1))) }
        case .described(let act): act.actHalves
        default: nil
        }
    }

    func joined(with next: Act) -> Act? {
        switch (self, next) {
        case (.setUp(let act), .setUp(let next)): act.joined(with: next).map { .setUp($0) }
        case (.filesNamed(let files), .filesNamed(let next)): .filesNamed(files + next)
        case (.contestOpened(let act), .contestOpened(let next)):
            act.joined(with: next).map { .contestOpened($0) }
        case (.figuresCertified(let act), .figuresCertified(let next)):
            act.joined(with: next).map { .figuresCertified($0) }
        case (.figuresReported(let act), .figuresReported(let next)):
            act.joined(with: next).map { .figuresReported($0) }
        case (.candidacy(.published(let act)), .candidacy(.published(let next))):
            act.joined(with: next).map { .candidacy(.published($0)) }
        case (.described(let act), .described(let next)): act.actJoined(with: next)
        default: nil
        }
    }
}

extension ElectionSetUp {
    var halves: (ElectionSetUp, ElectionSetUp)? {
        if !regions.isEmpty, !villages.isEmpty {
            return (with(regions: regions, villages: []), with(regions: [], villages: villages))
        }
        if let (front, back) = regions.halves {
            return (with(regions: front, villages: []), with(regions: back, villages: []))
        }
        return villages.halves.map { (with(regions: [], villages: $0), with(regions: [], villages: $1)) }
    }

    func joined(with next: ElectionSetUp) -> ElectionSetUp? {
        guard name == next.name, date == next.date, law == next.law, place == next.place,
            electorateFile == next.electorateFile
        else { return nil }
        return with(regions: regions + next.regions, villages: villages + next.villages)
    }

    private func with(regions: [Region], villages: [Village]) -> ElectionSetUp {
        ElectionSetUp(
            name: name,
            date: date,
            law: law,
            place: place,
            regions: regions,
            villages: villages,
            electorateFile: electorateFile
        )
    }
}

extension ContestOpened {
    var halves: (ContestOpened, ContestOpened)? {
        if !lists.isEmpty, !contestants.isEmpty {
            return (with(contestants, districts, []), with([], [], lists))
        }
        return lists.halves.map { (with([], [], $0), with([], [], $1)) }
    }

    func joined(with next: ContestOpened) -> ContestOpened? {
        guard ballot == next.ballot, nation == next.nation else { return nil }
        return with(
            contestants + next.contestants,
            districts + next.districts,
            lists + next.lists
        )
    }

    private func with(
        _ contestants: [Contestant],
        _ districts: [ElectoralDistrict],
        _ lists: [CandidateList]
    ) -> ContestOpened {
        ContestOpened(
            ballot: ballot,
            contestants: contestants,
            districts: districts,
            lists: lists,
            nation: nation
        )
    }
}

extension FiguresCertified {
    var halves: (FiguresCertified, FiguresCertified)? {
        let rows = Array(figures.places.indices)
        return rows.halves.map { (with(rows: $0), with(rows: $1)) }
    }

    func joined(with next: FiguresCertified) -> FiguresCertified? {
        guard ballot == next.ballot, figures.forms.fields == next.figures.forms.fields,
            figures.file == next.figures.file, plenary == next.plenary
        else { return nil }
        var forms = figures.forms
        for row in next.figures.places.indices { forms.append(next.figures.forms.row(row)) }
        let places = figures.places + next.figures.places
        return FiguresCertified(
            ballot: ballot,
            figures: CertifiedFigures(forms: forms, places: places, file: figures.file),
            plenary: plenary
        )
    }

    private func with(rows: [Int]) -> FiguresCertified {
        var forms = FormTable(fields: figures.forms.fields)
        for row in rows { forms.append(figures.forms.row(row)) }
        let places = rows.map { figures.places[$0] }
        return FiguresCertified(
            ballot: ballot,
            figures: CertifiedFigures(forms: forms, places: places, file: figures.file),
            plenary: plenary
        )
    }
}

extension FiguresReported {
    var halves: (FiguresReported, FiguresReported)? {
        figures.rows.halves.map {
            (
                FiguresReported(ballot: ballot, figures: ReportedFigures(rows: $0)),
                FiguresReported(ballot: ballot, figures: ReportedFigures(rows: $1))
            )
        }
    }

    func joined(with next: FiguresReported) -> FiguresReported? {
        guard ballot == next.ballot else { return nil }
        return FiguresReported(
            ballot: ballot,
            figures: ReportedFigures(rows: figures.rows + next.figures.rows)
        )
    }
}

extension ListsPublished {
    var halves: (ListsPublished, ListsPublished)? {
        published.lists.halves.map { (with(lists: $0), with(lists: $1)) }
    }

    func joined(with next: ListsPublished) -> ListsPublished? {
        guard ballot == next.ballot, with(lists: []) == next.with(lists: []) else { return nil }
        return with(lists: published.lists + next.published.lists)
    }

    private func with(lists: [CandidateList]) -> ListsPublished {
        ListsPublished(
            ballot: ballot,
            PublishedLists(
                published.kind,
                lists,
                on: published.date,
                decision: published.decision,
                isSimulated: published.isSimulated
            )
        )
    }
}

extension FormsTaken {
    /// The forms of its one village in two acts.
    var halves: (FormsTaken, FormsTaken)? {
        guard villages.count == 1, let (front, back) = villages[0].halves else { return nil }
        return (
            FormsTaken(ballot: ballot, reading: reading, villages: [front]),
            FormsTaken(ballot: ballot, reading: reading, villages: [back])
        )
    }
}

extension FormsTaken.Village {
    fileprivate var halves: (Self, Self)? {
        guard let (front, back) = forms.halves else { return nil }
        let cut = cells.count / forms.count * front.count
        var (first, second) = (Self(code: code), Self(code: code))
        (first.forms, first.cells) = (front, Array(cells[..<cut]))
        (second.forms, second.cells) = (back, Array(cells[cut...]))
        return (first, second)
    }
}
