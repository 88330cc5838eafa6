/// Something long that can be cut in two, and joined again.
protocol Divisible: Canonical {
    /// The front and the back of it, each with all that a reader needs to know what it is; `nil` when it has only
    /// one part.
    var halves: (Self, Self)? { get }

    /// It and what continues it as one; `nil` when `next` is no continuation.
    func joined(with next: Self) -> Self?
}

extension Divisible {
    /// It in pieces short enough for a publication, as far as it can be cut.
    ///
    /// - Complexity: O(*n* log *n*) in its text.
    func pieces() -> [Self] {
        guard canonicalText.count > Publication.largestContent, let (front, back) = halves else {
            return [self]
        }
        return front.pieces() + back.pieces()
    }
}

extension Array {
    /// Both halves; `nil` when there are not two elements.
    var halves: (Self, Self)? {
        guard count > 1 else { return nil }
        return (Array(prefix(count / 2)), Array(suffix(from: count / 2)))
    }
}
