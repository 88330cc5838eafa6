import Elections
import Exchange
import TestSupport
import Testing

@Suite("A sampled audit")
struct AuditTests {
    @Test("draws among the forms that count, and names the stations without one")
    func manifest() throws {
        var small = SmallElection()
        small.votes[1] = nil
        small.later = [.init(station: 4, .revote, votes: [91, 100], total: 193)]
        let manifest = AuditManifest(try Snapshot(try small.election()), ballots: [.president])
        #expect(
            manifest.text == """
                PPWP 73.12.01.1001-001 reguler
                PPWP 73.12.01.2002-001 reguler
                PPWP 73.12.02.2001-001 reguler
                PPWP 73.12.02.2001-002 psu

                """
        )
        #expect(manifest.stationsWithoutForm == 1)
    }

    @Test("gives every form the ticket that anybody finds, and begins a larger sample with the smaller")
    func sample() throws {
        let manifest = AuditManifest(try Snapshot(try SmallElection().election()), ballots: [.president])
        let seed = try AuditSeed(parsing: "12345 67890 12345 67890")
        let all = AuditSample(manifest, seed: seed, size: 9, sha256: FileDigest.sha256)
        // printf '%s' '12345678901234567890,PPWP 73.12.01.1001-001 reguler' | sha256sum
        #expect(
            all.drawn.first { $0.line.form.station.description == "73.12.01.1001-001" }?.ticket
                == "db56063e5463d431a10a9f8f3465b077aba828668d4d1d8052c38ea31d50524f"
        )
        #expect(Set(all.drawn.map(\.line)) == Set(manifest.lines))
        #expect(all.drawn.map(\.ticket) == all.drawn.map(\.ticket).sorted())
        for size in 0...5 {
            let sample = AuditSample(manifest, seed: seed, size: size, sha256: FileDigest.sha256)
            #expect(sample.drawn == Array(all.drawn.prefix(size)))
        }
    }

    @Test(
        "takes a seed that was thrown, and no other",
        arguments: [
            ("60210427859134726508", nil, "twenty digits"),
            ("60210 42785 91347 26508", nil, "as it is read aloud"),
            (String(repeating: "0123456789", count: 20), nil, "the longest"),
            ("6021042785913472650", .short(19), "one digit too few"),
            ("", .short(0), "nothing"),
            (String(repeating: "0123456789", count: 20) + "1", .long(201), "one digit too many"),
            ("6021042785913472650x", .noDigit("x", place: 20), "a letter"),
            (
                "٦٠٢١٠٤٢٧٨٥٩١٣٤٧٢٦٥٠٨",
                .noDigit(
                    "٦",
                    place: 1
                ), "digits of another script: other bytes, other tickets"
            ),
            ("00000000000000000000", .notThrown, "always the same digit"),
            ("01010101010101010101", .notThrown, "two digits: a coin"),
        ] as [(String, AuditSeed.Fault?, Comment)]
    )
    func seed(text: String, fault: AuditSeed.Fault?, reason: Comment) {
        var found: AuditSeed.Fault?
        do throws(AuditSeed.Fault) {
            let seed = try AuditSeed(parsing: text)
            #expect(seed.description == text.filter { $0 != " " }, reason)
        } catch { found = error }
        #expect(found == fault, reason)
    }

    @Test(
        "bounds what may be wrong as exact fractions do",
        arguments: [
            (783, 20, 0, 107, "a small sample of Soppeng"), (783, 20, 1, 167, "one of them wrong"),
            (783, 60, 0, 36, "a larger sample"), (783, 60, 3, 95, "three of it wrong"),
            (56, 10, 0, 13, "a subdistrict"), (3_915, 100, 0, 114, "five ballots"),
            (100, 59, 0, 3, "more than half"),
            (20, 19, 0, 1, "all but one: 1 in 20 is not less than 1 in 20"),
            (20, 19, 1, 2, "all but one, one wrong"), (10, 10, 0, 0, "all of them: nothing is left to guess"),
            (10, 10, 3, 3, "all of them, three wrong"), (10, 0, 0, 10, "none: anything may be"),
            (5, 1, 1, 5, "one, and it is wrong"), (0, 0, 0, 0, "no forms"),
        ] as [(Int, Int, Int, Int, Comment)]
    )
    func bound(forms: Int, drawn: Int, wrong: Int, most: Int, reason: Comment) {
        #expect(AuditBound(forms: forms, drawn: drawn, wrong: wrong).mostWrong == most, reason)
    }

    @Test("bounds less the more is drawn, and more the more is wrong", arguments: Dice.rounds(20))
    func order(round: Int) {
        var dice = Dice(salt: "audit \(round)")
        let forms = Int.random(in: 1...5_000, using: &dice)
        let drawn = Int.random(in: 0..<min(forms, 200), using: &dice)
        let wrong = Int.random(in: 0...min(drawn, 5), using: &dice)
        let bound = AuditBound(forms: forms, drawn: drawn, wrong: wrong).mostWrong
        #expect(bound >= wrong && bound <= forms - drawn + wrong)
        #expect(AuditBound(forms: forms, drawn: drawn + 1, wrong: wrong).mostWrong <= bound)
        #expect(AuditBound(forms: forms, drawn: drawn + 1, wrong: wrong + 1).mostWrong >= bound)
    }
}
