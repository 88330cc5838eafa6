import Elections
import TestSupport
import Testing

@Suite("Region codes")
struct RegionCodeTests {
    @Test(
        "the number of digits decides the tier",
        arguments: [
            ("73", .province), ("73.12", .regency), ("731204", .subdistrict), ("73.12.04.1005", .village),
        ] as [(String, RegionCode.Tier)]
    )
    func tier(text: String, expected: RegionCode.Tier) throws {
        let code = try RegionCode(parsing: text)
        #expect(code.tier == expected)
        #expect(try RegionCode(parsing: code.description) == code)
        #expect(try RegionCode(parsing: code.digits) == code)
    }

    @Test(
        "a bad text is refused with its reason",
        arguments: [
            ("", .wrongLength(0)),
            ("731", .wrongLength(3)),
            ("73120410055", .wrongLength(11)),
            ("7.312", .misplacedDots("7.312")),
            ("73.12.", .misplacedDots("73.12.")),
            ("73.1204", .misplacedDots("73.1204")),  // Half dotted: a slip, not a style.
            ("73.1A", .notDigits("73.1A")),
            ("7٣", .notDigits("7٣")),  // Arabic-Indic three: a digit, but not ASCII.
            ("70\u{301}", .notDigits("70\u{301}")),  // Zero with accent: inside "0"..."9" as Character.
            ("73 12", .notDigits("73 12")),
        ] as [(String, RegionCode.ParseError)]
    )
    func refusal(text: String, expected: RegionCode.ParseError) {
        #expect(throws: expected) { try RegionCode(parsing: text) }
    }

    @Test("order, parents and what lies inside are those of the digits")
    func digits() throws {
        var dice = Dice(salt: "region codes")
        for _ in Dice.rounds(200) {
            // Few digits, so that codes lie in each other.
            let (left, right) = try (code(&dice), code(&dice))
            let reason: Comment = "\(left) \(right)"
            #expect((left < right) == (left.digits < right.digits), reason)
            #expect((left.number < right.number) == (left < right), reason)
            #expect((left == right) == (left.digits == right.digits), reason)
            #expect(left.contains(right) == right.digits.hasPrefix(left.digits), reason)
            #expect(left.parent.map { left.digits.hasPrefix($0.digits) } ?? (left.tier == .province), reason)
            #expect(try RegionCode(canonicalText: left.canonicalText) == left, reason)
        }
    }

    private func code(_ dice: inout Dice) throws -> RegionCode {
        let count = [2, 4, 6, 10].randomElement(using: &dice) ?? 2
        let digits = (0..<count).map { _ in ["0", "1", "9"].randomElement(using: &dice) ?? "" }
        return try RegionCode(parsing: digits.joined())
    }

    @Test("parents lead up to the province and contain what is below")
    func parents() throws {
        let village = try RegionCode(parsing: "73.12.04.1005")
        let path = sequence(first: village, next: \.parent).map(\.description)
        #expect(path == ["73.12.04.1005", "73.12.04", "73.12", "73"])
        #expect(try RegionCode(parsing: "73.12").contains(village))
        #expect(try !RegionCode(parsing: "73.11").contains(village))
        #expect(try !village.contains(RegionCode(parsing: "73.12")))
    }
}

@Suite("Dates")
struct CalendarDateTests {
    @Test(
        "real days are read, others are not",
        arguments: [
            ("2019-04-17", true), ("2020-02-29", true), ("2000-02-29", true), ("2019-12-31", true),
            ("2019-02-29", false),  // Not a leap year.
            ("1900-02-29", false),  // A century that is none either.
            ("2019-04-31", false), ("2019-13-01", false), ("2019-00-10", false), ("2019-4-17", false),
            ("17-04-2019", false), ("2019-04-17 ", false), ("+019-04-17", false), ("", false),
        ]
    )
    func parse(text: String, isDate: Bool) {
        #expect(CalendarDate(parsing: text)?.description == (isDate ? text : nil))
    }
}
