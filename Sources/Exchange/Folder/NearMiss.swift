/// Names that are almost a known one: a slip of the pen, not a column of somebody's own.
enum NearMiss {
    /// The known name that `name` almost is: in other letters' case, with other signs between its words, or a letter
    /// or two apart; `nil` when it is known, or like none.
    ///
    /// - Complexity: O(names × length²).
    static func nearest(to name: String, among known: [String]) -> String? {
        guard !known.contains(name) else { return nil }
        let text = plain(name)
        return known.map { (name: $0, distance: distance(text, plain($0))) }
            .filter { $0.distance <= allowed(max(text.count, $0.name.utf8.count)) }
            .min { $0.distance < $1.distance }?.name
    }

    /// Short words are like many others.
    private static func allowed(_ length: Int) -> Int {
        switch length {
        case ..<4: 0
        case ..<7: 1
        default: 2
        }
    }

    private static func plain(_ name: String) -> [UInt8] {
        name.lowercased().utf8.prefix(64).map {
            [UInt8(ascii: "-"), UInt8(ascii: " ")].contains($0) ? 95 : $0
        }
    }

    /// How many letters must be put in, left out or changed; Levenshtein, 1965.
    private static func distance(_ first: [UInt8], _ second: [UInt8]) -> Int {
        var row = Array(0...second.count)
        for (place, letter) in first.enumerated() {
            var diagonal = row[0]
            row[0] = place + 1
            for column in second.indices {
                let changed = diagonal + (letter == second[column] ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(changed, row[column] + 1, diagonal + 1)
            }
        }
        return row[second.count]
    }
}
