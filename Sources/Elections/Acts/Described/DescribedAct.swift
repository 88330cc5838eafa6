/// An act of the office's work whose fields are described, and what it does to what is known.
public protocol DescribedAct: Described {
    /// Its kind.
    static var kind: Act.Kind { get }
    /// What it takes to ask for it.
    static var permission: Permission { get }
    /// Whether it is published.
    static var isPublic: Bool { get }
    /// Whether it ends something, so that whoever asks for it is asked once more.
    static var isFinal: Bool { get }
    /// What it does, as a button says it.
    static var title: LocalizedText { get }
    /// The fields in the order in which a form asks for them, with spaces between; those that are not named come
    /// behind, by their names.
    static var order: String { get }

    /// It as it would say again what stands already, to be changed and asked for; nothing filled in where it says
    /// something new each time.
    static func standing(in state: ElectionState) -> Self

    /// What is published of it; `nil` where nothing of this one is.
    var published: Self? { get }
    /// It in two acts that say the same together; `nil` where it cannot be divided.
    var halves: (Self, Self)? { get }

    /// It and the act that goes on with it as one; `nil` where they do not belong together.
    func joined(with next: Self) -> Self?
    /// Where it takes effect: what a mandate must reach; `nil` for the whole election.
    func place(in state: ElectionState) -> RegionCode?
    /// Folds it into what is known: all of it, or nothing.
    func apply(to state: inout ElectionState, by author: Author) throws(ActFault)
}

extension DescribedAct {
    /// It is not published.
    public static var isPublic: Bool { false }

    /// It can be taken back by another act.
    public static var isFinal: Bool { false }

    /// By the names of its fields.
    public static var order: String { "" }

    /// Nothing filled in.
    public static func standing(in state: ElectionState) -> Self { Self() }

    /// All of it.
    public var published: Self? { self }

    /// It cannot be divided.
    public var halves: (Self, Self)? { nil }

    /// It goes on with no other act.
    public func joined(with next: Self) -> Self? { nil }

    /// It takes effect everywhere.
    public func place(in state: ElectionState) -> RegionCode? { nil }

    /// Folds it into what is known, once its fields are what they may be.
    func applyChecked(to state: inout ElectionState, by author: Author) throws(ActFault) {
        do throws(DescribedFault) { try checkFields() } catch { throw .field(Self.kind, error) }
        try apply(to: &state, by: author)
    }

    /// What is published of it; `nil` where nothing of this one is.
    var publishedAct: Act? { published.map { .described($0) } }

    /// It in two; `nil` where it cannot be divided.
    var actHalves: (Act, Act)? { halves.map { (.described($0), .described($1)) } }

    /// It and an act that goes on with it as one.
    func actJoined(with next: any DescribedAct) -> Act? {
        (next as? Self).flatMap(joined).map { .described($0) }
    }

    /// Whether it is as such acts are published.
    var isAsPublished: Bool { Self.isPublic && published == self }
}

/// The fields of a described act as those of its object.
struct DescribedContent: ActContent {
    let act: any DescribedAct

    init(_ act: any DescribedAct) { self.act = act }

    func writeFields(to writer: inout CanonicalWriter) { act.writeFields(to: &writer) }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        throw reader.expected("an act of a known kind")
    }
}
