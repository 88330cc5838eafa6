import Tally

/// The regions of an election: one tree in register order, with the polling stations in it.
///
/// A region stands before all that lie in it, so the stations of any region are one contiguous range.
public struct Regions: Sendable {
    /// All regions in register order.
    public let all: [Region]
    /// All polling stations in register order.
    public let stations: [StationCode]

    let tree: UnitTree
    private let positions: [RegionCode: Int]
    private let stationPositions: [StationCode: Int]

    /// Builds the tree of `regions` with their `stations`.
    ///
    /// - Throws: ``Fault`` naming the first region or station that does not fit.
    /// - Complexity: O(*n* log *n*) in regions and stations.
    public init(_ regions: [Region], stations: [StationCode]) throws(Fault) {
        let sorted = regions.sorted { $0.code < $1.code }
        let positions = Dictionary(sorted.enumerated().map { ($1.code, $0) }) { first, _ in first }
        var parents: [Int?] = []
        for (position, region) in sorted.enumerated() {
            guard positions[region.code] == position else { throw .regionTwice(region.code) }
            guard region.kind.tier == region.code.tier else { throw .wrongKind(region.code) }
            let parent = region.code.parent.flatMap { positions[$0] }
            // Only the highest region of the folder may lack its parent.
            guard parent != nil || position == 0 else { throw .parentMissing(region.code) }
            parents.append(parent)
        }
        let isSorted = zip(stations, stations.dropFirst()).allSatisfy { $0 < $1 }
        let codes = isSorted ? stations : stations.sorted()
        for (position, station) in codes.enumerated() {
            guard positions[station.village] != nil else { throw .unknownVillage(station) }
            guard position == 0 || codes[position - 1] != station else { throw .stationTwice(station) }
        }
        do throws(UnitTree.Failure) {
            tree = try UnitTree(parents: parents)
        } catch {
            // Parents precede their children in `sorted`, so there is no cycle and no index out of range.
            preconditionFailure("a register in code order is a tree: \(error)")
        }
        all = sorted
        self.stations = codes
        self.positions = positions
        stationPositions = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0) })
    }

    /// Why regions and stations do not make a tree.
    public enum Fault: Error, Hashable, Sendable {
        case regionTwice(RegionCode)
        case wrongKind(RegionCode)
        case parentMissing(RegionCode)
        case unknownVillage(StationCode)
        case stationTwice(StationCode)
    }
}

extension Regions {
    /// The region with this code, as this election knew it.
    public subscript(code: RegionCode) -> Region? {
        positions[code].map { all[$0] }
    }

    /// The regions people mean by `text`, a name or an alias.
    ///
    /// - Complexity: O(*n*) in the regions.
    public func named(_ text: String) -> [Region] {
        all.filter { $0.isCalled(text) }
    }

    /// The region's place in ``all``.
    public func position(of code: RegionCode) -> Int? {
        positions[code]
    }

    /// The station's place in ``stations``.
    public func position(of station: StationCode) -> Int? {
        stationPositions[station]
    }

    /// The regions one step below.
    ///
    /// - Complexity: O(*n*) in the regions inside `code`.
    public func children(of code: RegionCode) -> [Region] {
        guard let position = positions[code] else { return [] }
        return all[(position + 1)...].prefix { code.contains($0.code) }.filter { $0.code.parent == code }
    }

    /// The region and those above it, highest first.
    public func path(to code: RegionCode) -> [Region] {
        Array(sequence(first: code, next: \.parent).compactMap { self[$0] }.reversed())
    }

    /// The places in ``stations`` of the stations of a region.
    ///
    /// - Complexity: O(log *n*) in the stations.
    public func stationPositions(in code: RegionCode) -> Range<Int> {
        let start = partitioningIndex { !($0.village < code) }
        let end = partitioningIndex { !($0.village < code) && !code.contains($0.village) }
        return start..<end
    }

    /// The first station from which on a condition holds; it must hold for all behind one for which it does.
    private func partitioningIndex(where holds: (StationCode) -> Bool) -> Int {
        var (low, high) = (0, stations.count)
        while low < high {
            let middle = (low + high) / 2
            if holds(stations[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
