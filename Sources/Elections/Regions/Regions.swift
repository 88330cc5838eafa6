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
    /// The first station in each region or behind it; one more at the end.
    private let firsts: [Int]

    /// Builds the tree of `regions` with their `stations`.
    ///
    /// - Throws: ``Fault`` naming the first region or station that does not fit.
    /// - Complexity: O(*n* log *n*) in regions and stations.
    public init(_ regions: [Region], stations: [StationCode]) throws(Fault) {
        let sorted = Self.sorted(regions) { $0.code < $1.code }
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
        let codes = Self.sorted(stations, by: <)
        var last: StationCode?
        for station in codes {
            if station.village != last?.village, positions[station.village] == nil {
                throw .unknownVillage(station)
            }
            guard station != last else { throw .stationTwice(station) }
            last = station
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
        var first = 0
        firsts =
            sorted.map { region in
                while first < codes.count, codes[first].village < region.code { first += 1 }
                return first
            } + [codes.count]
    }

    /// In order; without sorting what is in order already, as files and journals are.
    private static func sorted<Element>(
        _ elements: [Element],
        by precedes: (Element, Element) -> Bool
    ) -> [Element] {
        let isSorted = zip(elements, elements.dropFirst()).allSatisfy { !precedes($1, $0) }
        return isSorted ? elements : elements.sorted(by: precedes)
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
    ///
    /// - Complexity: O(1); O(log *n*) in the stations of its village where their numbers have gaps.
    public func position(of station: StationCode) -> Int? {
        positions[station.village].flatMap { position(of: station, in: firsts[$0]..<firsts[$0 + 1]) }
    }

    /// The station's place in ``stations``, where the places of its village's stations are known.
    func position(of station: StationCode, in village: Range<Int>) -> Int? {
        // Stations are numbered without gaps, but for special ones.
        let guess = village.lowerBound &+ station.number &- 1
        if village.contains(guess), stations[guess] == station { return guess }
        let place = partitioningIndex(in: village) { !($0 < station) }
        return village.contains(place) && stations[place] == station ? place : nil
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
        let start = partitioningIndex(in: stations.indices) { !($0.village < code) }
        let end = partitioningIndex(in: start..<stations.count) { !code.contains($0.village) }
        return start..<end
    }

    /// The first station from which on a condition holds; it must hold for all behind one for which it does.
    private func partitioningIndex(in places: Range<Int>, where holds: (StationCode) -> Bool) -> Int {
        var (low, high) = (places.lowerBound, places.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if holds(stations[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
