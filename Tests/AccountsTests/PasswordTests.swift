@testable import Accounts
import Foundation
import TestSupport
import Testing

@Suite("A password")
struct PasswordTests {
    @Test(
        "that is guessed soon is none",
        arguments: [
            ("", .tooShort(characters: 0), "nothing"),
            ("kuda putih!", .tooShort(characters: 11), "eleven characters"),
            ("👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦", .tooShort(characters: 3), "three characters of many bytes"),
            (String(repeating: "kuda ", count: 52), .tooLong(bytes: 260), "more than 256 bytes"),
            (String(repeating: "é", count: 129), .tooLong(bytes: 258), "bytes count, not characters"),
            ("kuda putih\u{0} di telaga", .controlCharacter, "NUL"),
            ("kuda putih\ndi telaga", .controlCharacter, "a line"),
            ("passwordpassword", .common, "of the list"),
            ("PasswordPassword", .common, "capitals do not help"),
            ("P4ssw0rdP4ssw0rd", .common, "nor digits for letters"),
            ("password-password", .common, "nor signs between"),
            ("administrator", .common, "of thirteen letters"),
            ("indonesiamerdeka", .common, "in Indonesian"),
            ("bismillahirrahmanirrahim", .common, "long, and common"),
            ("komisipemilihanumum", .common, "the office's own"),
            ("correcthorsebatterystaple", .common, "known from a cartoon"),
            ("password2029", .simple(pieces: 2), "a word and a year"),
            ("Password2029!", .simple(pieces: 3), "a word, a year and a sign"),
            ("qwertyuiop12", .simple(pieces: 3), "a row of keys"),
            ("poiuytrewqlkjhgfdsa", .simple(pieces: 2), "rows backwards"),
            ("1qaz2wsx3edc", .simple(pieces: 1), "columns of keys"),
            ("!@#$%^&*()_+", .simple(pieces: 1), "the row with shift"),
            ("123456789012", .simple(pieces: 2), "digits in order"),
            ("112233445566", .simple(pieces: 2), "each twice"),
            ("aaaaaaaaaaaa", .simple(pieces: 1), "one letter"),
            ("xkqxkqxkqxkqx", .simple(pieces: 4), "three letters again and again"),
            ("abcdefghijklm", .simple(pieces: 1), "the alphabet"),
            (
                "kpu-soppeng-2029", .simple(pieces: 4),
                "office and year: a sign that comes again is nothing new"
            ),
            ("bupatiadminkota", .simple(pieces: 3), "three words"),
            ("merdeka 17081945", .simple(pieces: 3), "a word and a date"),
            ("telaga telaga", nil, "a word nobody counts among the common ones"),
            ("gunung gunung", .simple(pieces: 3), "a common one, twice"),
            ("herlina-desk-3", nil, "another's name is only letters"),
        ] as [(String, PasswordFault?, Comment)]
    )
    func simple(text: String, fault: PasswordFault?, reason: Comment) {
        #expect(Self.fault(of: text, for: "ani-1") == fault, reason)
    }

    @Test("with little but the account's own name is none")
    func ownName() {
        #expect(Self.fault(of: "herlina.wahyuni99", for: "herlina.wahyuni") == .ownName)
        #expect(Self.fault(of: "Wahyuni-Herlina", for: "herlina.wahyuni") == .ownName)
        #expect(Self.fault(of: "herlina.wahyuni99", for: "desk-3") == nil)
        #expect(Self.fault(of: "herlina.wahyuni di tepi", for: "herlina.wahyuni") == nil)
    }

    @Test(
        "that is not is one",
        arguments: [
            "kuda putih minum di tepi telaga", "xK7#pq9!mZ2w", "bcdf-ghjk-mnpq-rstv",
            "tujuh gajah dan dua ember",
            "密码很长而且没有人知道的", "Über den Wolken, 1974", String(repeating: "kuda putih 7 ", count: 1) + "ab",
        ]
    )
    func good(text: String) {
        #expect(Self.fault(of: text, for: "ani-1") == nil)
    }

    @Test("random letters and digits are never refused")
    func random() {
        var dice = Dice(salt: "passwords")
        let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789")
        for _ in Dice.rounds(200) {
            let text = String((0..<14).map { _ in letters.randomElement(using: &dice) ?? "x" })
            #expect(Self.fault(of: text, for: "ani-1") == nil, "\(text)")
        }
    }

    private static func fault(of text: String, for account: String) -> PasswordFault? {
        do throws(PasswordFault) {
            guard let password = PasswordText(typed: text) else { return .tooLong(bytes: text.utf8.count) }
            try password.check(for: name(account))
            return nil
        } catch { return error }
    }

    @Test(
        "is the same however it was typed",
        arguments: [
            ("café di kota", "cafe\u{301} di kota", true, "an accent of its own"),
            ("kuda putih", "kuda\u{A0}putih", true, "a space that does not break"),
            ("kuda putih", "kuda\u{3000}putih", true, "a wide space"),
            ("kuda putih", "Kuda putih", false, "a capital is another letter"),
            ("kuda putih", "kuda putih ", false, "a space at the end counts"),
            ("ﬁsh", "fish", false, "a ligature stays one"),
        ] as [(String, String, Bool, Comment)]
    )
    func normalised(one: String, other: String, areSame: Bool, reason: Comment) {
        #expect((PasswordText(typed: one)?.bytes == PasswordText(typed: other)?.bytes) == areSame, reason)
    }

    @Test("text without end is not looked at")
    func endless() {
        #expect(PasswordText(typed: String(repeating: "a", count: 1_025)) == nil)
        #expect(PasswordText(typed: String(repeating: "a", count: 1_024)) != nil)
    }

    @Test("the list is as long as it should be, and what is in it can be typed")
    func list() {
        let long = CommonPasswords.all.filter { $0.count >= PasswordFault.shortest }
        #expect(CommonPasswords.all.count > 700 && long.count > 200)
        for word in CommonPasswords.all {
            let isPlain = word.allSatisfy { ("a"..."z").contains($0) || ("0"..."9").contains($0) }
            #expect(isPlain && word.count >= 2, "\(String(String.UnicodeScalarView(word)))")
        }
        for word in long {
            let text = String(String.UnicodeScalarView(word))
            #expect(Self.fault(of: text, for: "ani-1") == .common, "\(text)")
        }
    }

    @Test("a temporary one is of letters that nobody confuses, passes, and is new each time")
    func temporary() {
        var dice = Dice(salt: "temporary")
        var seen: Set<String> = []
        for _ in 0..<100 {
            let text = TemporaryPassword.make { count in
                (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &dice) }
            }.text
            let groups = text.split(separator: "-")
            #expect(groups.map(\.count) == [4, 4, 4, 4])
            #expect(text.allSatisfy { "bcdfghjkmnpqrstvwxyz-".contains($0) })
            #expect(Self.fault(of: text, for: "ani-1") == nil, "\(text)")
            #expect(seen.insert(text).inserted)
        }
        // Bytes of which none can be used are asked for again.
        let rounds = Rounds()
        _ = TemporaryPassword.make { count in
            rounds.count += 1
            return [UInt8](repeating: rounds.count == 1 ? 255 : 3, count: count)
        }
        #expect(rounds.count == 2)
    }

    private final class Rounds { var count = 0 }
}
