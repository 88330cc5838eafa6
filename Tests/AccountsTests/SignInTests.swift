@testable import Accounts
import Foundation
import TestSupport
import Testing

@Suite("Signing in")
struct SignInTests {
    @Test("the first account is set up by its link, once")
    func first() async throws {
        let desk = try await TestDesk("first")
        let early = try await desk.desk.makeFirstLink()
        let link = try await desk.desk.makeFirstLink()
        for (token, name, password, fault) in [
            (early.text, "admin-1", TestDesk.password, .link), ("", "admin-1", TestDesk.password, .link),
            (link.text, "Admin 1", TestDesk.password, .name(.character("A"))),
            (link.text, "admin-1", "short", .password(.tooShort(characters: 5))),
        ] as [(String, String, String, SignInFault)] {
            await #expect(throws: fault) {
                try await desk.desk.setUpFirst(token, name: name, password: password, from: TestDesk.address)
            }
        }
        #expect(try await desk.desk.isFirstLink(link.text))
        let session = try await desk.desk.setUpFirst(
            link.text,
            name: "admin-1",
            password: TestDesk.password,
            from: TestDesk.address
        )
        #expect(session.stage == .full && session.account == TestDesk.admin)
        #expect(try await desk.desk.visitor(session.token.text).account == TestDesk.admin)
        for token in [link.text, early.text] {
            #expect(try await !desk.desk.isFirstLink(token))
            await #expect(throws: SignInFault.link) {
                try await desk.desk.setUpFirst(
                    token,
                    name: "admin-2",
                    password: TestDesk.password,
                    from: TestDesk.address
                )
            }
        }
        await #expect(throws: SignInFault.link) { try await desk.desk.makeFirstLink() }
        #expect(try await desk.store.accounts().map(\.name.text) == ["admin-1"])
    }

    @Test("the link ends, and of many who use it at once one is first")
    func firstRace() async throws {
        let desk = try await TestDesk("race")
        let old = try await desk.desk.makeFirstLink()
        desk.wait(desk.limits.firstLink)
        #expect(try await !desk.desk.isFirstLink(old.text))
        let link = try await desk.desk.makeFirstLink()
        let count = await withTaskGroup(of: Int.self) { group in
            for place in 0..<8 {
                group.addTask {
                    let session = try? await desk.desk.setUpFirst(
                        link.text,
                        name: "admin-\(place)",
                        password: TestDesk.password,
                        from: TestDesk.address
                    )
                    return session == nil ? 0 : 1
                }
            }
            return await group.reduce(0, +)
        }
        #expect(count == 1)
        #expect(try await desk.store.accounts().count == 1)
    }

    @Test("a temporary password leads to one's own and nowhere else, and ends")
    func temporary() async throws {
        let desk = try await TestDesk("temporary")
        let temporary = try await desk.desk.makeAccount(name("desk-3"), by: TestDesk.admin)
        await #expect(throws: SignInFault.taken(name("desk-3"))) {
            try await desk.desk.makeAccount(name("desk-3"), by: TestDesk.admin)
        }
        let session = try await desk.signIn("Desk-3 ", temporary.text)
        #expect(session.stage == .newPassword)
        await #expect(throws: SignInFault.stage(.newPassword)) {
            try await desk.desk.makeAPIToken(
                session.token.text,
                name: "a",
                permissions: ["read"],
                expires: desk.now + 60
            )
        }
        await #expect(throws: SignInFault.stage(.newPassword)) {
            try await desk.desk.beginEnrolment(
                session.token.text,
                password: temporary.text,
                office: "KPU",
                from: TestDesk.address
            )
        }
        for (old, new, fault) in [
            (temporary.text, temporary.text, .password(.unchanged)),
            ("wrong", TestDesk.password, .refused),
            (temporary.text, "passwordpassword", .password(.common)),
        ] as [(String, String, SignInFault)] {
            await #expect(throws: fault) {
                try await desk.desk.changePassword(
                    session.token.text,
                    from: old,
                    to: new,
                    at: TestDesk.address
                )
            }
        }
        let changed = try await desk.desk.changePassword(
            session.token.text,
            from: temporary.text,
            to: TestDesk.password,
            at: TestDesk.address
        )
        #expect(changed.stage == .full)
        await #expect(throws: SignInFault.refused) { try await desk.signIn("desk-3", temporary.text) }
        #expect(try await desk.signIn("desk-3").stage == .full)

        let late = try await desk.desk.makeAccount(name("desk-4"), by: TestDesk.admin)
        desk.wait(desk.limits.temporary)
        await #expect(throws: SignInFault.refused) { try await desk.signIn("desk-4", late.text) }
    }

    @Test("whether there is an account, nobody learns: not by the answer, the wait or the work")
    func enumeration() async throws {
        let desk = try await TestDesk("enumeration")
        _ = try await desk.person("desk-3")
        _ = try await desk.person("closed-1")
        try await desk.desk.set(name("closed-1"), isClosed: true, by: TestDesk.admin)
        var answers: [String: [SignInFault]] = [:]
        for name in ["desk-3", "closed-1", "desk-4", "no name at all"] {
            desk.wait(100_000)
            for attempt in 0..<8 {
                do throws(SignInFault) {
                    _ = try await desk.desk.signIn(name, password: "wrong", from: "198.51.100.\(attempt)")
                } catch { answers[name, default: []].append(error) }
            }
        }
        #expect(Set(answers.values).count == 1)
        #expect(
            answers["desk-4"] == [.refused, .refused, .refused, .refused, .refused] + [.wait(seconds: 1)]
                + [.wait(seconds: 1), .wait(seconds: 1)]
        )
        // Whoever it is, a password is derived: where that cannot be, all get the same answer.
        let crowded = desk.another { ($0.hashesAtOnce, $0.hashesWaiting) = (0, 0) }
        for name in ["desk-3", "closed-1", "desk-4", "no name at all"] {
            await #expect(throws: SignInFault.busy) {
                try await crowded.signIn(name, password: TestDesk.password, from: TestDesk.address)
            }
        }
    }

    @Test("a password is not guessed: a thousand attempts at once come to five")
    func guessing() async throws {
        let desk = try await TestDesk("guessing")
        _ = try await desk.person("desk-3")
        let refused = await withTaskGroup(of: SignInFault?.self) { group in
            for attempt in 0..<200 {
                group.addTask {
                    do throws(SignInFault) {
                        _ = try await desk.desk.signIn("desk-3", password: "wrong", from: "10.0.0.\(attempt)")
                        return nil
                    } catch { return error }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(refused.count { $0 == .refused } == 5)
        #expect(refused.count { $0 == .wait(seconds: 1) } == 195)
        #expect(try await desk.events().count { $0 == "throttled" } == 1, "the log is not flooded")
        // The owner is not held up where they signed in before; elsewhere they are.
        #expect(try await desk.signIn("desk-3").stage == .full)
        await #expect(throws: SignInFault.wait(seconds: 1)) {
            try await desk.desk.signIn("desk-3", password: TestDesk.password, from: "203.0.113.9")
        }
    }

    @Test("the cost is raised at the next sign-in, and the session stays")
    func raisedCost() async throws {
        let desk = try await TestDesk("cost")
        let session = try await desk.person("desk-3")
        let dearer = try #require(ScryptCost(logN: 5, r: 2, p: 1))
        let next = desk.another { $0.cost = dearer }
        _ = try await next.signIn("desk-3", password: TestDesk.password, from: TestDesk.address)
        let account = try #require(try await desk.store.account(name("desk-3")))
        #expect(account.password.hash.cost == dearer)
        #expect(try await next.visitor(session.token.text).stage == .full)
        #expect(try await desk.signIn("desk-3").stage == .full, "either desk can check it")
    }

    @Test("a password counts however its accents were typed")
    func accents() async throws {
        let desk = try await TestDesk("accents")
        let link = try await desk.desk.makeFirstLink()
        _ = try await desk.desk.setUpFirst(
            link.text,
            name: "admin-1",
            password: "café di tepi telaga",
            from: TestDesk.address
        )
        #expect(try await desk.signIn("admin-1", "cafe\u{301} di\u{A0}tepi telaga").stage == .full)
    }

    @Test("nothing secret is in any file, and names that nobody has are not written down")
    func secrets() async throws {
        let desk = try await TestDesk("secrets")
        let first = try await desk.first()
        var secrets = [TestDesk.password, first.token.text, first.form.text]
        let (secret, enrolled, recovery) = try await desk.enrol(first)
        secrets += recovery.flatMap { [$0.text, $0.text.replacing("-", with: "")] }
        secrets += [Base32.text(secret), Hex.text(secret), enrolled.token.text]
        let token = try await desk.desk.makeAPIToken(
            enrolled.token.text,
            name: "dashboard",
            permissions: ["read"],
            expires: desk.now + 60
        )
        secrets += [token.text, String(token.text.dropFirst(6))]
        let temporary = try await desk.desk.makeAccount(name("desk-3"), by: TestDesk.admin)
        let session = try await desk.signIn("desk-3", temporary.text)
        secrets += [temporary.text, session.token.text]
        for typed in ["my-secret-in-the-wrong-field", "desk-3"] {
            _ = try? await desk.desk.signIn(typed, password: "typed-by-mistake-1", from: TestDesk.address)
        }
        for _ in 0..<8 {
            _ = try? await desk.desk.signIn(
                "my-secret-in-the-wrong-field",
                password: "x",
                from: TestDesk.address
            )
        }
        secrets += ["my-secret-in-the-wrong-field", "typed-by-mistake-1"]
        desk.wait(30)
        let again = try await desk.signIn("admin-1")
        let code = desk.code(secret)
        let full = try await desk.desk.giveCode(again.token.text, code, from: TestDesk.address)
        secrets += [again.token.text, full.token.text]
        let bytes = try desk.bytes()
        #expect(bytes.count > 10_000)
        for text in secrets { #expect(bytes.range(of: Data(text.utf8)) == nil, "\(text)") }
        #expect(bytes.range(of: Data(secret)) == nil)
        // Printing what the desk answers shows nothing of it either.
        let printed = "\(first) \(enrolled) \(recovery) \(token) \(full)" + String(reflecting: full)
        for text in secrets { #expect(!printed.contains(text), "\(text)") }
        let mode = try FileManager.default.attributesOfItem(atPath: desk.path + "/accounts.sqlite")
        #expect(mode[.posixPermissions] as? Int == 0o600)
    }
}
