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
            let rows = contest.readings.map { $0.latest(ofStation: station) }
            guard let row = rows[0] else { return nil }
            var fields: Set<Field> = []
            for (reading, other) in zip(contest.readings, rows).dropFirst() {
                guard let other else { continue }
                fields.formUnion(
                    first.forms.fields.filter { field in
                        differ(first.forms[row, field], reading.forms[other, field])
                    }
                )
            }
            guard !fields.isEmpty else { return nil }
            let versions = zip(contest.readings, rows).map { reading, row in row.map(reading.version) }
            return ReadingDifference(station: station, fields: fields, versions: versions)
        }
    }

    /// Whether two figures that are both entered differ.
    public static func differ(_ first: Int?, _ second: Int?) -> Bool {
        guard let first, let second else { return false }
        return first != second
    }
}
