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
    private var stakes: Stakes?
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
        (view, figures, stakes, pieces) = (newer, [:], nil, [:])
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

    /// What the open forms of the whole office could still change; `nil` before the election is set up.
    func stakes(_ newest: ElectionOffice.View) -> Stakes? {
        if !isFollowed || view == nil { take(newest) }
        if let stakes { return stakes }
        guard let regions = view?.state.regions else { return nil }
        // The office's own region is the one most look at; where it lacks stations, the whole register has them.
        let places = [view?.state.place, regions.all.first?.code].compactMap(\.self)
        let whole = places.first { regions.stationPositions(in: $0) == regions.stations.indices }
        stakes = whole.flatMap { figures(of: $0, newest) }.flatMap { Stakes($0) }
        return stakes
    }

    /// A piece of the board; `nil` when there is no such region.
    func html(
        _ piece: Piece,
        _ newest: ElectionOffice.View,
        _ write: @Sendable (BoardFigures, Stakes?, ElectionState) -> HTML
    ) -> HTML? {
        guard let figures = figures(of: piece.place, newest), let view else { return nil }
        if let known = pieces[piece] { return known }
        if pieces.count >= Self.most { pieces = [:] }
        let html = write(figures, piece.isProjector ? nil : stakes(newest), view.state)
        pieces[piece] = html
        return html
    }
}
