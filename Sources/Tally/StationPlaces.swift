/// Where stations lie in tree order: the *slot* of each, and the run of slots of each unit.
struct StationPlaces: Sendable {
    /// Position of a unit → the first slot of its own stations; one more at the end.
    let firsts: [Int32]
    /// Station → slot; empty when stations came in tree order and the two are the same.
    let slots: [Int32]
    /// Slot → station; empty when the two are the same.
    let stations: [Int32]
    /// The number of stations.
    let count: Int

    /// Sorts stations, each given by its unit, by counting; stable.
    ///
    /// - Complexity: O(units + stations).
    init(of units: [Int32], in tree: UnitTree) {
        var firsts = [Int32](repeating: 0, count: tree.count + 1)
        var latest: Int32 = 0
        var isSorted = true
        for unit in units {
            let position = tree.positions[Int(unit)]
            isSorted = isSorted && position >= latest
            latest = position
            firsts[Int(position) + 1] += 1
        }
        for position in 0..<tree.count { firsts[position + 1] += firsts[position] }
        var slots: [Int32] = []
        var stations: [Int32] = []
        if !isSorted {
            var next = firsts
            slots = units.map { unit in
                let position = Int(tree.positions[Int(unit)])
                defer { next[position] += 1 }
                return next[position]
            }
            stations = Array(repeating: 0, count: units.count)
            for (station, slot) in slots.enumerated() { stations[Int(slot)] = Int32(station) }
        }
        self.firsts = firsts
        self.slots = slots
        self.stations = stations
        count = units.count
    }

    /// The rows of a buffer, given in the order of stations, in the order of slots.
    ///
    /// - Complexity: O(bytes).
    func arranged<Part>(_ rows: [Part], width: Int) -> [Part] {
        var arranged: [Part] = []
        arranged.reserveCapacity(stations.count * width)
        var slot = 0
        while slot < stations.count {
            // Stations of one unit mostly come one after the other: copy such runs at once.
            let first = Int(stations[slot])
            let start = slot
            repeat { slot += 1 } while slot < stations.count && Int(stations[slot]) == first + slot - start
            arranged += rows[first * width..<(first + slot - start) * width]
        }
        return arranged
    }

    /// Where `station` lies.
    func slot(of station: Int) -> Int {
        slots.isEmpty ? station : Int(slots[station])
    }

    /// The station that lies at `slot`.
    func station(atSlot slot: Int) -> Int {
        stations.isEmpty ? slot : Int(stations[slot])
    }

    /// The slots of the units at a run of positions.
    func slots(from lower: Int, to upper: Int) -> Range<Int> {
        Int(firsts[lower])..<Int(firsts[upper])
    }

    /// The position of the unit whose own station lies at `slot`: the last that begins at or before it.
    ///
    /// - Complexity: O(log units).
    func position(ofSlot slot: Int) -> Int {
        var lower = 0
        var upper = firsts.count - 1
        while upper - lower > 1 {
            let middle = (lower + upper) / 2
            if firsts[middle] <= slot { lower = middle } else { upper = middle }
        }
        return lower
    }
}
