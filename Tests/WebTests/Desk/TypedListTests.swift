import Elections
import Testing

@testable import Web

@Suite("A list of candidates as it is typed")
struct TypedListTests {
    typealias Kind = TypedList.Fault.Kind

    /// Before, name, after, sex; a candidate a line.
    static let read: [(reason: String, text: String, people: [String])] = [
        ("as on the hint", "1. H. Andi Rusli, S.Sos; L", ["H.|Andi Rusli|S.Sos|L"]),
        ("without numbers, in order", "Ani; P\nBudi; L", ["|Ani||P", "|Budi||L"]),
        (
            "lines of nothing are none, as a browser sends them", "\r\n1. Ani; P\r\n\r\n2. Budi; L\r\n",
            ["|Ani||P", "|Budi||L"]
        ),
        (
            "several titles on both sides", "Dr. Ir. H. ABD. RAHMAN, S.E., M.Si; l",
            ["Dr. Ir. H.|ABD. RAHMAN|S.E., M.Si|L"]
        ),
        ("initials are no titles", "A. Muh. Yusuf; L", ["|A. Muh. Yusuf||L"]),
        (
            "a bracket behind the number, and too many spaces", "  1)   Hj.  Sitti   Aminah ;  P  ",
            ["Hj.|Sitti Aminah||P"]
        ),
        ("pasted from a spreadsheet", "1\tANI\tP\n2\tBUDI, S.H.\tL", ["|ANI||P", "|BUDI|S.H.|L"]),
        ("the words for both sexes", "Ani; Perempuan\nBudi; laki-laki", ["|Ani||P", "|Budi||L"]),
        ("another script", "1. ᨕᨊᨗ; P", ["|ᨕᨊᨗ||P"]),
        ("nothing at all", " \n", []),
    ]

    @Test("is read line by line", arguments: read.indices)
    func reads(row: Int) throws {
        let row = Self.read[row]
        let list = try TypedList(parsing: row.text)
        let people = list.candidates.map { candidate in
            [
                candidate.name.before ?? "", candidate.name.name, candidate.name.after ?? "",
                candidate.sex?.letter ?? "",
            ]
            .joined(separator: "|")
        }
        #expect(people == row.people, "\(row.reason)")
        #expect(list.candidates.map(\.number) == people.indices.map { $0 + 1 })
        let again = try TypedList(parsing: list.candidates.map(\.typed).joined(separator: "\n"))
        #expect(again == list, "what is shown to be typed again is the same list")
    }

    static let refused: [(reason: String, text: String, faults: [(Int, Kind)])] = [
        ("nobody's sex", "Ani", [(1, .noSex)]),
        ("an empty one", "Ani;", [(1, .noSex)]),
        ("one that nobody knows", "Ani; X", [(1, .sex("X"))]),
        ("no name", "; P", [(1, .noName)]),
        ("titles alone", "Dr. H., S.E.; L", [(1, .noName)]),
        ("a number alone", "1.; L", [(1, .noName)]),
        ("a column too many", "Ani; S.H.; P", [(1, .columns)]),
        ("a number that is left out", "1. Ani; P\n3. Budi; L", [(2, .number("3", due: 2))]),
        (
            "a number that fits nowhere", "9223372036854775808. Ani; P",
            [(1, .number("9223372036854775808", due: 1))]
        ),
        ("a number of other digits", "١. Ani; P", [(1, .number("١", due: 1))]),
        ("a line that nobody would type", String(repeating: "a", count: 500) + "; P", [(1, .tooLong)]),
        (
            "everything at once, and each behind the right number", "Ani; P\n\nBudi\n4. Cici; P\nDodi; K",
            [(3, .noSex), (4, .number("4", due: 3)), (5, .sex("K"))]
        ),
        ("more lines than a list could have", String(repeating: "\n", count: 250), [(201, .tooMany)]),
    ]

    @Test("is refused with its lines", arguments: refused.indices)
    func refuses(row: Int) throws {
        let row = Self.refused[row]
        #expect(throws: TypedList.Faults(all: row.faults.map { TypedList.Fault(line: $0.0, kind: $0.1) })) {
            _ = try TypedList(parsing: row.text)
        }
    }

    @Test("names five lines, and says how many more there are")
    func words() throws {
        let text = Array(repeating: "Ani", count: 7).joined(separator: "\n")
        do {
            _ = try TypedList(parsing: text)
            Issue.record("not refused")
        } catch {
            #expect(error.words[.english].hasPrefix("line 1: write ; L"))
            #expect(error.words[.english].hasSuffix("and 2 more lines"))
            #expect(error.words[.indonesian].hasPrefix("baris 1: tulis ; L"))
        }
    }
}
