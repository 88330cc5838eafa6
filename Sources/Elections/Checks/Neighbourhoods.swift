/// Which stations lie together: villages as runs of stations, subdistricts as runs of villages.
public struct Neighbourhoods: Hashable, Sendable {
    /// The stations of each village, as places among the stations.
    public let villages: [Range<Int>]
    /// The villages of each subdistrict, as places in ``villages``.
    public let subdistricts: [Range<Int>]

    /// Groups stations that come in order by what they have in common.
    ///
    /// - Complexity: O(stations).
    public init<Village: Equatable, Subdistrict: Equatable>(
        _ stations: Range<Int>,
        village: (Int) -> Village,
        subdistrict: (Village) -> Subdistrict
    ) {
        var villages: [Range<Int>] = []
        var subdistricts: [Range<Int>] = []
        var last: (village: Village, subdistrict: Subdistrict)?
        for station in stations {
            let here = village(station)
            if let last, last.village == here {
                villages[villages.count - 1] = villages[villages.count - 1].lowerBound..<(station + 1)
                continue
            }
            villages.append(station..<(station + 1))
            let above = subdistrict(here)
            if let last, last.subdistrict == above {
                let first = subdistricts[subdistricts.count - 1].lowerBound
                subdistricts[subdistricts.count - 1] = first..<villages.count
            } else {
                subdistricts.append((villages.count - 1)..<villages.count)
            }
            last = (here, above)
        }
        self.villages = villages
        self.subdistricts = subdistricts
    }

    /// The villages and subdistricts of a register.
    public init(_ regions: Regions) {
        self.init(
            regions.stations.indices,
            village: { regions.stations[$0].village },
            subdistrict: { $0.parent }
        )
    }
}
