/// What has been done about one form at the counting desk.
///
/// A figure stands when two different people typed it, or when a third decided it: who types, who decides between
/// typists and who approves are never the same person.
///
/// ```
/// typing ─► agreed ─► accepted          typing: fewer than two people typed it
///   ▲  └──► differing ─► sentBack       agreed: every figure stands; the office accepts it or holds it at once
///   │          │  ▲─────────┘
///   │          └► agreed                differing: a resolver sends fields back, or decides
///   └─── held ◄──┘ └► approved ─► accepted
/// ```
public struct FormWork: Sendable {
    /// Where it stands.
    public enum Stage: String, CaseIterable, Hashable, Sendable {
        /// Fewer than two people typed it.
        case typing
        /// They differ.
        case differing
        /// Some fields are to be typed again.
        case sentBack = "sent-back"
        /// Every figure stands.
        case agreed
        /// Every figure stands, and they do not add up: a supervisor decides.
        case held
        /// A supervisor accepted it as it is.
        case approved
        /// It is in the reading.
        case accepted
    }

    /// What one person typed of it.
    public struct Entry: Sendable {
        /// Who typed.
        public let account: String
        /// The entries of the journal in which it stands, in their order.
        public internal(set) var places: [Int]
        /// A figure per field of the reading; ``FormTable/missing`` for none on the paper, ``untyped`` for a field
        /// this person was not asked for.
        var cells: [Int32]
        /// What the paper says beside its figures.
        public internal(set) var remark: String?

        /// Whether it was asked for whole.
        var isWhole: Bool

        /// The columns in which this person typed another figure than the one that stood in the end, or corrected
        /// themselves when asked again.
        public internal(set) var slips: [Int] = []

        /// What was typed in a column: `nil` where this person was not asked, `.some(nil)` for nothing on the paper.
        public func figure(_ column: Int) -> Int?? {
            switch cells[column] {
            case FormWork.untyped: .none
            case FormTable.missing: .some(nil)
            case let figure: .some(Int(figure))
            }
        }
    }

    static let untyped: Int32 = -2

    /// Which vote or count it is the result of.
    public let version: FormVersion
    /// Where it stands.
    public private(set) var stage = Stage.typing
    /// What was typed since it was last begun; nothing of it once it is accepted but who and where.
    public private(set) var entries: [Entry] = []
    /// The acts about it so far.
    public private(set) var steps = 0
    /// Who sent fields back, or decided; they cannot type or approve it.
    public private(set) var resolvers: Set<String> = []
    /// The codes of the checks that hold it.
    public private(set) var heldBy: [String] = []
    /// When it was first typed since it was last begun, and when it last changed, in milliseconds since 1970.
    public private(set) var begun: Int?
    /// When anything last happened to it.
    public private(set) var changed = 0
    /// How often typing began anew.
    public private(set) var rounds = 0
    /// Who accepted it though it did not add up; `nil` where nobody had to.
    public private(set) var approver: String?
    /// What a resolver decided, by column.
    private var decided: [Int: Int32] = [:]
    /// The columns of the reading's fields that are to be typed again; none where all of it is.
    public private(set) var wanted: [Int] = []

    init(_ version: FormVersion) {
        self.version = version
    }
}

extension FormWork {
    /// Whether an account may type it now: not whether its place or role allow it.
    public func accepts(typist account: String) -> Bool {
        guard !resolvers.contains(account) else { return false }
        switch stage {
        case .typing: return !entries.contains { $0.account == account }
        case .sentBack: return true
        case .differing, .agreed, .held, .approved, .accepted: return false
        }
    }

    /// The columns whose figures do not stand, in their order; none while one person alone typed.
    public var differing: [Int] {
        guard let first = entries.first else { return [] }
        return first.cells.indices.filter { standing($0) == nil }
    }

    /// The figure that stands in a column; `nil` while none does.
    func standing(_ column: Int) -> Int32? {
        if let decided = decided[column] { return decided }
        for (place, entry) in entries.enumerated() where entry.cells[column] != Self.untyped {
            if entries[..<place].contains(where: { $0.cells[column] == entry.cells[column] }) {
                return entry.cells[column]
            }
        }
        return nil
    }

    /// The figures, once each of them stands; `nil` inside for what the paper leaves empty.
    public var figures: [Int?]? { cells?.map { $0 == FormTable.missing ? nil : Int($0) } }

    /// All figures, once each of them stands.
    var cells: [Int32]? {
        guard let first = entries.first, !first.cells.isEmpty else { return nil }
        var cells: [Int32] = []
        cells.reserveCapacity(first.cells.count)
        for column in first.cells.indices {
            guard let figure = standing(column) else { return nil }
            cells.append(figure)
        }
        return cells
    }

    /// Whether somebody typed it or decided between typists.
    public func involves(_ account: String) -> Bool {
        resolvers.contains(account) || approver == account || entries.contains { $0.account == account }
    }
}

extension FormWork {
    private mutating func step(_ author: Author) {
        steps += 1
        changed = author.time
    }

    /// Somebody typed it: all of it, or the fields that were sent back; a cell per field of the reading, ``untyped``
    /// where none was asked for.
    mutating func type(_ cells: [Int32], _ remark: String?, by author: Author) throws(DeskFault) {
        let isWhole = stage == .typing
        guard isWhole || stage == .sentBack else { throw .stage(stage) }
        guard !resolvers.contains(author.account) else { throw .samePerson }
        let earlier = entries.firstIndex { $0.account == author.account }
        if isWhole {
            guard earlier == nil else { throw .samePerson }
            guard !cells.contains(Self.untyped) else { throw .fields }
        } else {
            let typed = cells.indices.filter { cells[$0] != Self.untyped }
            guard typed == wanted else { throw .fields }
        }
        if let earlier {
            for column in wanted {
                entries[earlier].slip(column, unless: cells[column])
                entries[earlier].cells[column] = cells[column]
            }
            entries[earlier].places.append(author.entry)
            if let remark { entries[earlier].remark = remark }
        } else {
            entries.append(
                Entry(
                    account: author.account,
                    places: [author.entry],
                    cells: cells,
                    remark: remark,
                    isWhole: isWhole
                )
            )
        }
        if begun == nil { begun = author.time }
        step(author)
        wanted = []
        guard entries.count(where: \.isWhole) > 1 else { return }
        stage = differing.isEmpty ? .agreed : .differing
    }

    /// A resolver has the fields that differ typed again.
    mutating func sendBack(by author: Author) throws(DeskFault) {
        guard stage == .differing else { throw .stage(stage) }
        guard !entries.contains(where: { $0.account == author.account }) else { throw .samePerson }
        resolvers.insert(author.account)
        wanted = differing
        stage = .sentBack
        step(author)
    }

    /// A resolver decides the figures that differ.
    mutating func decide(_ figures: [Int: Int32], by author: Author) throws(DeskFault) {
        guard stage == .differing || stage == .sentBack else { throw .stage(stage) }
        guard !entries.contains(where: { $0.account == author.account }) else { throw .samePerson }
        guard figures.keys.sorted() == differing else { throw .fields }
        resolvers.insert(author.account)
        decided.merge(figures) { $1 }
        wanted = []
        stage = .agreed
        step(author)
    }

    /// It does not add up, and waits for a supervisor.
    mutating func hold(_ checks: [String], by author: Author) throws(DeskFault) {
        guard stage == .agreed else { throw .stage(stage) }
        heldBy = checks
        stage = .held
        step(author)
    }

    /// A supervisor accepts it as it is.
    mutating func approve(by author: Author) throws(DeskFault) {
        guard stage == .held else { throw .stage(stage) }
        guard !involves(author.account) else { throw .samePerson }
        stage = .approved
        approver = author.account
        step(author)
    }

    /// It is typed anew, from the beginning.
    mutating func begin(from expected: Stage, by author: Author) throws(DeskFault) {
        guard stage == expected else { throw .stage(stage) }
        guard expected == .accepted || !involves(author.account) else { throw .samePerson }
        (stage, entries, resolvers, heldBy, decided, wanted) = (.typing, [], [], [], [:], [])
        (begun, rounds, approver) = (nil, rounds + 1, nil)
        step(author)
    }

    /// It goes into the reading with these figures.
    mutating func accept(_ figures: ArraySlice<Int32>, by author: Author) throws(DeskFault) {
        guard stage == .agreed || stage == .approved else { throw .stage(stage) }
        guard let cells, cells.elementsEqual(figures) else { throw .fields }
        for place in entries.indices {
            for (column, figure) in cells.enumerated() { entries[place].slip(column, unless: figure) }
            entries[place].cells = []
        }
        (stage, decided) = (.accepted, [:])
        step(author)
    }
}

extension FormWork.Entry {
    /// Notes that something else was typed in a column than what stands there now.
    fileprivate mutating func slip(_ column: Int, unless figure: Int32) {
        guard cells[column] != FormWork.untyped, cells[column] != figure, !slips.contains(column) else {
            return
        }
        slips.append(column)
    }
}

/// Why nothing can be done about a form as it stands.
public enum DeskFault: Error, Hashable, Sendable {
    /// It has come to this stage, at which that is not to be done.
    case stage(FormWork.Stage)
    /// Whoever asks had another part in it already.
    case samePerson
    /// These are not the fields that are asked for.
    case fields
}
