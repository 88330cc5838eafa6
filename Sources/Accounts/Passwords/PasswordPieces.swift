/// A password as those who guess see it: common words, rows of keys, runs and years count as one piece each.
struct PasswordPieces {
    /// The fewest pieces of a password that is not guessed soon.
    static let enough = 5

    private let letters: [Unicode.Scalar]

    init(_ text: String) {
        letters = Array(text.lowercased().unicodeScalars)
    }

    /// Whether all of it, however dressed up, is one word that many people take.
    var isCommonWord: Bool {
        let bare = Self.plain(letters).filter(Self.isLetterOrDigit)
        return CommonPasswords.all.contains(bare) || CommonPasswords.all.contains(letters)
    }

    /// The fewest pieces it can be put together from.
    ///
    /// - Parameter name: A further word that counts as one piece, and each of its parts.
    /// - Returns: Their number.
    /// - Complexity: O(letters · common words).
    func fewest(with name: String = "") -> Int {
        let name = Array(name.unicodeScalars)
        let parts = name.split { !Self.isLetterOrDigit($0) }.map(Array.init).filter { $0.count >= 3 }
        let more = name.isEmpty ? [] : [name] + parts
        var fewest = Self.fewest(letters, more)
        // "aabbccdd" is "abcd" to who guesses, and "abcabcabc" is "abc".
        let single = letters.indices.filter { $0 == 0 || letters[$0] != letters[$0 - 1] }.map { letters[$0] }
        if single.count < letters.count { fewest = min(fewest, Self.fewest(single, more) + 1) }
        if let period = Self.period(of: letters) {
            fewest = min(fewest, Self.fewest(Array(letters.prefix(period)), more) + 1)
        }
        return fewest
    }

    private static func fewest(_ letters: [Unicode.Scalar], _ more: [[Unicode.Scalar]]) -> Int {
        let plain = plain(letters)
        // The fewest pieces up to each place.
        var best = [0] + letters.map { _ in Int.max }
        for start in letters.indices {
            func reach(_ length: Int, _ price: Int = 1) {
                best[start + length] = min(best[start + length], best[start] + price)
            }
            // A separator that comes again says nothing new.
            let letter = letters[start]
            let isNew = isLetterOrDigit(letter) || !letters[..<start].contains(letter)
            reach(1, isNew ? 1 : 0)
            for length in lengthsOfRuns(letters, at: start) { reach(length) }
            for words in [CommonPasswords.byFirst[plain[start]] ?? [], more] {
                for word in words where plain[start...].starts(with: word) { reach(word.count) }
            }
            for word in more where letters[start...].starts(with: word) { reach(word.count) }
        }
        return best[letters.count]
    }

    /// How long the runs from a place on are: of one character, of a row of keys, of a year or date.
    private static func lengthsOfRuns(_ letters: [Unicode.Scalar], at start: Int) -> [Int] {
        var lengths: [Int] = []
        let same = letters[start...].prefix { $0 == letters[start] }.count
        if same >= 3 { lengths.append(same) }
        for row in rows {
            guard let first = row[letters[start]] else { continue }
            for step in [1, -1] {
                var length = 1
                while start + length < letters.count, row[letters[start + length]] == first + step * length {
                    length += 1
                }
                if length >= 3 { lengths.append(length) }
            }
        }
        // A year, or a date that begins or ends with one.
        let digits = Array(letters[start...].prefix(8).prefix { ("0"..."9").contains($0) })
        if isYear(digits.prefix(4)) { lengths.append(4) }
        if digits.count == 8, isYear(digits.prefix(4)) || isYear(digits.suffix(4)) { lengths.append(8) }
        return lengths
    }

    private static func isYear(_ digits: ArraySlice<Unicode.Scalar>) -> Bool {
        digits.count == 4
            && (digits.starts(with: "19".unicodeScalars) || digits.starts(with: "20".unicodeScalars))
    }

    /// Rows of keys and the alphabet: the place of each character in them.
    private static let rows = [
        "abcdefghijklmnopqrstuvwxyz", "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./", "01234567890",
        "1234567890-=",
        "!@#$%^&*()_+", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p", "qazwsxedcrfvtgbyhnujmikolp",
        "1q2w3e4r5t6y7u8i9o0p",
        "q1w2e3r4t5y6u7i8o9p0",
    ].map { row in
        Dictionary(zip(row.unicodeScalars, 0...)) { first, _ in first }
    }

    /// Digits and signs that stand for letters, as the letters.
    private static func plain(_ letters: [Unicode.Scalar]) -> [Unicode.Scalar] {
        letters.map { disguises[$0] ?? $0 }
    }

    private static let disguises: [Unicode.Scalar: Unicode.Scalar] = [
        "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i",
    ]

    private static func isLetterOrDigit(_ letter: Unicode.Scalar) -> Bool {
        letter.properties.isAlphabetic || ("0"..."9").contains(letter)
    }

    /// The length of what is repeated, at least twice, to the end; the last time perhaps in part.
    private static func period(of letters: [Unicode.Scalar]) -> Int? {
        guard letters.count >= 3 else { return nil }
        return (1...((letters.count + 1) / 2)).first { period in
            letters.indices.dropFirst(period).allSatisfy { letters[$0] == letters[$0 - period] }
        }
    }
}
