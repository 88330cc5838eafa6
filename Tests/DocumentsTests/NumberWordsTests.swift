import Elections
import TestSupport
import Testing

@testable import Documents

@Suite("Numbers and days in Indonesian words")
struct NumberWordsTests {
    @Test(
        "are those of official papers",
        arguments: [
            (0, "nol"), (1, "satu"), (10, "sepuluh"), (11, "sebelas"), (12, "dua belas"), (20, "dua puluh"),
            (99, "sembilan puluh sembilan"), (100, "seratus"), (101, "seratus satu"),
            (111, "seratus sebelas"),
            (200, "dua ratus"), (1_000, "seribu"), (1_001, "seribu satu"), (2_000, "dua ribu"),
            (11_000, "sebelas ribu"), (100_000, "seratus ribu"), (101_000, "seratus satu ribu"),
            (83_219, "delapan puluh tiga ribu dua ratus sembilan belas"), (1_000_000, "satu juta"),
            (1_001_000, "satu juta seribu"),
            (
                85_607_362,
                "delapan puluh lima juta enam ratus tujuh ribu tiga ratus enam puluh dua"
            ),
            (1_000_000_000, "satu miliar"),
        ]
    )
    func words(_ number: Int, _ expected: String) {
        #expect(NumberWords.text(number) == expected)
    }

    @Test("are not made of numbers they have no words for")
    func outside() {
        #expect(NumberWords.text(-1) == nil && NumberWords.text(1_000_000_000_000_000) == nil)
    }

    @Test("say each number once: read back they come to it")
    func back() throws {
        var dice = Dice(salt: "number words")
        for _ in Dice.rounds(2_000) {
            let number = Int.random(in: 0...Int.random(in: 1...999_999_999_999, using: &dice), using: &dice)
            let words = try #require(NumberWords.text(number))
            #expect(Self.number(words) == number, "\(words)")
        }
    }

    /// Adds words up as somebody reads them.
    private static func number(_ words: String) -> Int {
        let digits = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"]
        let scales = ["ribu": 1_000, "juta": 1_000_000, "miliar": 1_000_000_000]
        var (sum, group, digit) = (0, 0, 0)
        for word in words.split(separator: " ").map(String.init) {
            if let value = digits.firstIndex(of: word) {
                digit = value
                continue
            }
            switch word {
            case "sepuluh": group += 10
            case "sebelas": group += 11
            case "seratus": group += 100
            case "seribu": sum += 1_000
            case "belas": group += 10 + digit
            case "puluh": group += 10 * digit
            case "ratus": group += 100 * digit
            default:
                sum += (group + digit) * (scales[word] ?? 0)
                group = 0
            }
            digit = 0
        }
        return sum + group + digit
    }

    @Test("name a day as minutes begin")
    func day() throws {
        let day = try #require(CalendarDate(parsing: "2019-04-20"))
        #expect(
            NumberWords.text(day)
                == "Sabtu tanggal dua puluh bulan April tahun dua ribu sembilan belas"
        )
    }
}
