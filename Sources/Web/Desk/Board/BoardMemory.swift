import Elections
import Office

/// The board as everybody sees it: made once for a state of the office, however many look at it.
///
/// An actor, because all who ask at once wait for the one that is being made.
actor BoardMemory {
    /// A piece of the board that is the same for all who may see it.
    struct Piece: Hashable {
        let place: RegionCode
        let language: Language
        /// The phase whose forms are listed.
        let phase: BoardFigures.Phase?
        /// Whether who typed what may be seen.
        let seesForms: Bool
        /// Whether the reader may decide about held forms there.
        let opensForms: Bool
        let isProjector: Bool
        /// Waiting times are told in minutes.
        let minute: Int
    }

    /// The most pieces, and regions, that are kept.
    private static let most = 512

    private var view: ElectionOffice.View?
    private var isFollowed = false
    private var figures: [RegionCode: BoardFigures] = [:]
    private var pieces: [Piece: HTML] = [:]
    /// How often figures were made, for tests.
    private(set) var made = 0

    /// The state that is shown from now on; readers are told of it afterwards.
    func publish(_ newer: ElectionOffice.View) {
        isFollowed = true
        take(newer)
    }

    private func take(_ newer: ElectionOffice.View) {
        guard newer.count != view?.count else { return }
        (view, figures, pieces) = (newer, [:], [:])
    }

    /// The figures of a region.
    ///
    /// - Parameters:
    ///   - place: The region.
    ///   - newest: What is known now: shown where nobody is told of what is new.
    /// - Returns: `nil` when there is no such region.
    func figures(of place: RegionCode, _ newest: ElectionOffice.View) -> BoardFigures? {
        if !isFollowed || view == nil { take(newest) }
        if let known = figures[place] { return known }
        guard let view, let new = BoardFigures(view.state, in: place) else { return nil }
        made += 1
        if figures.count >= Self.most { figures = [:] }
        figures[place] = new
        return new
    }

    /// A piece of the board; `nil` when there is no such region.
    func html(
        _ piece: Piece,
        _ newest: ElectionOffice.View,
        _ write: @Sendable (BoardFigures, ElectionState) -> HTML
    ) -> HTML? {
        guard let figures = figures(of: piece.place, newest), let view else { return nil }
        if let known = pieces[piece] { return known }
        if pieces.count >= Self.most { pieces = [:] }
        let html = write(figures, view.state)
        pieces[piece] = html
        return html
    }
}
