/// A station at which two readings of its form differ.
public struct ReadingDifference: Hashable, Sendable {
    /// The station, as its place among the stations.
    public let station: Int
    /// The fields that differ from the first reading's.
    public let fields: Set<Field>
    /// The version each reading holds, in the order of the readings; `nil` where it has no form.
    public let versions: [FormVersion?]

    /// Whether a contestant's votes differ, not only other counters.
    public var inVotes: Bool {
        fields.contains { $0.contestant != nil }
    }

    /// Whether the readings are of different votes or counts, which explains why they differ.
    public var areOfDifferentVotes: Bool {
        Set(versions.compactMap(\.self)).count > 1
    }

    /// The stations at which readings of a ballot differ, in register order; what is missing differs from
    /// nothing.
    ///
    /// - Complexity: O(stations × readings × fields).
    public static func all(in contest: Contest, stations: Range<Int>) -> [ReadingDifference] {
        guard let first = contest.readings.first, contest.readings.count > 1 else { return [] }
        return stations.compactMap { station in
            var fields: Set<Field> = []
            var rows: [Int?] = [first.latest(ofStation: station)]
            for reading in contest.readings.dropFirst() {
                let pairs = pairs(first, reading, station)
                for (row, other) in pairs {
                    fields.formUnion(
                        first.forms.fields.filter { field in
                            differ(first.forms[row, field], reading.forms[other, field])
                        }
                    )
                }
                rows.append(pairs.last?.1 ?? reading.latest(ofStation: station))
            }
            guard !fields.isEmpty else { return nil }
            let versions = zip(contest.readings, rows).map { reading, row in row.map(reading.version) }
            return ReadingDifference(station: station, fields: fields, versions: versions)
        }
    }

    /// The rows of two readings to hold beside each other: those of the same version, else the latest of each.
    private static func pairs(_ first: Reading, _ second: Reading, _ station: Int) -> [(Int, Int)] {
        let same = first.rows(ofStation: station).compactMap { row -> (Int, Int)? in
            let version = first.version(ofRow: row)
            return second.rows(ofStation: station).first { second.version(ofRow: $0) == version }.map {
                (row, $0)
            }
        }
        guard same.isEmpty else { return same }
        guard let row = first.latest(ofStation: station), let other = second.latest(ofStation: station) else {
            return []
        }
        return [(row, other)]
    }

    /// Whether two figures that are both entered differ.
    public static func differ(_ first: Int?, _ second: Int?) -> Bool {
        guard let first, let second else { return false }
        return first != second
    }
}
