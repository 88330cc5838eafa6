/// What a ruling does to figures, or to those who stand.
///
/// A ruling changes nothing by itself: it is carried out by acts of its own, which its obligations name.
///
/// - Source: domain reference 6.3.
public struct CaseEffect: Hashable, Sendable {
    /// What it does.
    public enum Kind: String, CaseIterable, Canonical, Hashable, Sendable {
        /// Figures of a plenary are corrected there.
        case correction
        /// Ballots are counted again.
        case recount
        /// The vote is held again.
        case revote
        /// The court sets figures itself.
        case figures
        /// Somebody does not stand any more.
        case candidateCancelled = "candidate-cancelled"
    }

    /// What it does.
    public let kind: Kind
    /// What is concerned.
    public let scope: CaseScope

    /// An effect.
    public init(_ kind: Kind, _ scope: CaseScope) {
        self.kind = kind
        self.scope = scope
    }

    /// Whether it names somebody who stands, or the ballots of figures, as its kind asks for.
    var isWhole: Bool {
        kind == .candidateCancelled
            ? scope.candidate != nil : scope.candidate == nil && !scope.ballots.isEmpty
    }
}

/// How a case ended.
public enum CaseOutcome: String, CaseIterable, Canonical, Hashable, Sendable {
    case proven
    case notProven = "not-proven"
    /// Proven in part.
    case partly
    case withdrawn
    /// It was not heard: out of time, of no concern to who brought it, not in form.
    case notAccepted = "not-accepted"

    /// Whether whoever brought it was found right, at least in part.
    public var isGranted: Bool { self == .proven || self == .partly }
}

/// Something that a ruling tells somebody to do.
public struct CaseObligation: Hashable, Sendable {
    /// Its number in the ruling, from 1.
    public let number: Int
    /// What is to be done.
    public let what: String
    /// The last day the ruling sets; `nil` where it sets none.
    public let due: CalendarDate?
    /// The place of the effect it carries out among the ruling's, from 1; `nil` where figures and those who stand
    /// remain as they are.
    public let effect: Int?

    /// An obligation.
    public init(number: Int, _ what: String, due: CalendarDate? = nil, effect: Int? = nil) {
        self.number = number
        self.what = what
        self.due = due
        self.effect = effect
    }
}

/// What carries an obligation out.
public enum Fulfilment: Hashable, Sendable {
    /// Votes or counts that were held again, by their numbers.
    case revotes([Int])
    /// A plenary that certified figures anew, by its number.
    case plenary(Int)
    /// Whoever was to be cancelled stands no more.
    case cancellation
    /// A letter, a decree, minutes.
    case paper(Revote.Paper)

    /// Whether it is of the kind that carries out an effect, or what has none.
    ///
    /// Only of somebody on a list a status is kept: a pair, a person or a whole list is cancelled by a paper.
    func fits(_ effect: CaseEffect?) -> Bool {
        switch (self, effect?.kind) {
        case (.revotes, .recount), (.revotes, .revote), (.plenary, .correction), (.plenary, .figures),
            (.paper, nil):
            true
        case (.cancellation, .candidateCancelled): effect?.scope.candidate?.number != nil
        case (.paper, .candidateCancelled): effect?.scope.candidate?.number == nil
        case (.revotes, _), (.plenary, _), (.cancellation, _), (.paper, _): false
        }
    }
}

/// A piece of evidence that the office lays before a forum.
public enum CaseEvidence: Hashable, Sendable {
    /// What a form of the record says.
    case form(FormKey)
    /// The certificate of a plenary, by its number.
    case certificate(Int)
    /// A picture that was published, by its digest.
    case photo(EvidenceDigest)
    /// A paper that is not in the record.
    case paper(Revote.Paper)
}
