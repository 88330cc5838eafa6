@testable import Accounts
import TestSupport
import Testing

@Suite("A session")
struct SessionTests {
    @Test("has another token behind each stage, and the one before counts no more")
    func fixation() async throws {
        let desk = try await TestDesk("fixation")
        desk.needFactor(name("chair"))
        let temporary = try await desk.desk.makeAccount(name("chair"), by: TestDesk.admin)
        var sessions = [try await desk.signIn("chair", temporary.text)]
        sessions.append(
            try await desk.desk.changePassword(
                sessions[0].token.text,
                from: temporary.text,
                to: TestDesk.password,
                at: TestDesk.address
            )
        )
        #expect(sessions[1].stage == .enrolment)
        let (secret, enrolled, _) = try await desk.enrol(sessions[1])
        sessions.append(enrolled)
        #expect(enrolled.stage == .full)
        desk.wait(30)
        sessions.append(try await desk.signIn("chair"))
        #expect(sessions[3].stage == .code)
        sessions.append(
            try await desk.desk.giveCode(sessions[3].token.text, desk.code(secret), from: TestDesk.address)
        )
        #expect(Set(sessions.map(\.token)).count == 5 && Set(sessions.map(\.form)).count == 5)
        for (place, stage) in [nil, nil, Stage.full, nil, .full].enumerated() {
            let visitor = try? await desk.desk.visitor(sessions[place].token.text)
            #expect(visitor?.stage == stage, "session \(place)")
        }
        #expect(try await desk.desk.sessions(of: name("chair")).count == 2)
    }

    @Test("with a code wanted can do nothing else")
    func stages() async throws {
        let desk = try await TestDesk("stages")
        let (_, _, _) = try await desk.enrol(try await desk.person("ani"))
        let token = try await desk.signIn("ani").token.text
        await #expect(throws: SignInFault.stage(.code)) {
            try await desk.desk.changePassword(
                token,
                from: TestDesk.password,
                to: "tujuh gajah dan dua ember",
                at: TestDesk.address
            )
        }
        await #expect(throws: SignInFault.stage(.code)) {
            try await desk.desk.beginEnrolment(
                token,
                password: TestDesk.password,
                office: "KPU",
                from: TestDesk.address
            )
        }
        await #expect(throws: SignInFault.stage(.code)) {
            try await desk.desk.confirmEnrolment(token, code: "000000", from: TestDesk.address)
        }
        await #expect(throws: SignInFault.stage(.code)) {
            try await desk.desk.renewRecoveryCodes(token, code: "000000", from: TestDesk.address)
        }
        await #expect(throws: SignInFault.stage(.code)) {
            try await desk.desk.makeAPIToken(token, name: "a", permissions: ["read"], expires: desk.now + 9)
        }
    }

    @Test("whose account may do more meanwhile must set up an app")
    func required() async throws {
        let desk = try await TestDesk("required")
        let session = try await desk.person("ani")
        desk.needFactor(name("ani"))
        #expect(try await desk.desk.visitor(session.token.text).stage == .enrolment)
        #expect(try await desk.enrol(session).session.stage == .full)
    }

    @Test(
        "ends: unused, after its time, unfinished",
        arguments: [
            (29 * 60, 1, true, "used in time"), (30 * 60, 1, false, "half an hour of nothing"),
            (29 * 60, 24, true, "used all the time"), (29 * 60, 25, false, "for more than twelve hours"),
        ] as [(Int, Int, Bool, Comment)]
    )
    func ends(step: Int, times: Int, isThere: Bool, reason: Comment) async throws {
        let desk = try await TestDesk("ends")
        let session = try await desk.person("ani")
        for _ in 0..<times {
            desk.wait(step)
            _ = try? await desk.desk.visitor(session.token.text)
        }
        #expect(((try? await desk.desk.visitor(session.token.text)) != nil) == isThere, reason)
        #expect(try await desk.desk.sessions(of: name("ani")).isEmpty != isThere)
    }

    @Test("in which a code is wanted ends after ten minutes")
    func unfinished() async throws {
        let desk = try await TestDesk("unfinished")
        let (secret, _, _) = try await desk.enrol(try await desk.person("ani"))
        desk.wait(30)
        let session = try await desk.signIn("ani")
        desk.wait(599)
        #expect(try await desk.desk.visitor(session.token.text).stage == .code)
        desk.wait(1)
        await #expect(throws: SignInFault.noSession) {
            try await desk.desk.giveCode(session.token.text, desk.code(secret), from: TestDesk.address)
        }
    }

    @Test("is one of twenty at most")
    func many() async throws {
        let desk = try await TestDesk("many")
        let first = try await desk.person("ani")
        for _ in 0..<25 {
            desk.wait(1)
            _ = try await desk.signIn("ani")
        }
        #expect(try await desk.desk.sessions(of: name("ani")).count == 20)
        await #expect(throws: SignInFault.noSession) { try await desk.desk.visitor(first.token.text) }
    }

    @Test("is not had with any other text")
    func others() async throws {
        let desk = try await TestDesk("others")
        let token = try await desk.person("ani").token.text
        for text in [
            "", "0", String(token.dropLast()), token + "0", token.uppercased() + "",
            TokenDigest(of: token).description,
            String(repeating: "0", count: 64),
        ] where text != token {
            await #expect(throws: SignInFault.noSession) { try await desk.desk.visitor(text) }
        }
    }

    @Test("a code counts once, also when many give it at once; so does a recovery code")
    func codesOnce() async throws {
        let desk = try await TestDesk("once")
        let (secret, _, recovery) = try await desk.enrol(try await desk.person("ani"))
        desk.wait(60)
        for code in [desk.code(secret), recovery[3].text] {
            desk.wait(20_000)
            let typed = code.count == 6 ? desk.code(secret) : code
            var sessions: [SignedIn] = []
            for _ in 0..<4 { sessions.append(try await desk.signIn("ani")) }
            let count = await withTaskGroup(of: Int.self) { group in
                for session in sessions {
                    group.addTask {
                        let full = try? await desk.desk.giveCode(
                            session.token.text,
                            typed,
                            from: TestDesk.address
                        )
                        return full == nil ? 0 : 1
                    }
                }
                return await group.reduce(0, +)
            }
            #expect(count == 1, "\(typed)")
        }
        #expect(try await desk.store.account(name("ani"))?.recovery.count == 9)
    }

    @Test("codes are not guessed, and a password that is known does not set the count back")
    func codeGuessing() async throws {
        let desk = try await TestDesk("codes")
        let (secret, _, _) = try await desk.enrol(try await desk.person("ani"))
        desk.wait(60)
        var faults: [SignInFault] = []
        for attempt in 0..<20 {
            let session = try await desk.signIn("ani")
            do throws(SignInFault) {
                _ = try await desk.desk.giveCode(
                    session.token.text,
                    "00000\(attempt % 10)",
                    from: "10.0.0.\(attempt)"
                )
            } catch { faults.append(error) }
        }
        #expect(faults.count { $0 == .code } == 5 && faults.count { $0 == .wait(seconds: 1) } == 15)
        let session = try await desk.signIn("ani")
        await #expect(throws: SignInFault.wait(seconds: 1)) {
            try await desk.desk.giveCode(session.token.text, desk.code(secret), from: TestDesk.address)
        }
        desk.wait(30)
        _ = try await desk.desk.giveCode(session.token.text, desk.code(secret), from: TestDesk.address)
    }

    @Test("an app is changed only with the password, and counts only with a code of it")
    func enrolment() async throws {
        let desk = try await TestDesk("enrolment")
        let session = try await desk.person("ani")
        await #expect(throws: SignInFault.noEnrolment) {
            try await desk.desk.confirmEnrolment(session.token.text, code: "000000", from: TestDesk.address)
        }
        for password in [nil, "", "wrong"] as [String?] {
            await #expect(throws: SignInFault.refused) {
                try await desk.desk.beginEnrolment(
                    session.token.text,
                    password: password,
                    office: "KPU",
                    from: TestDesk.address
                )
            }
        }
        let enrolment = try await desk.desk.beginEnrolment(
            session.token.text,
            password: TestDesk.password,
            office: "KPU",
            from: TestDesk.address
        )
        await #expect(throws: SignInFault.code) {
            try await desk.desk.confirmEnrolment(
                session.token.text,
                code: desk.code(base32(enrolment.secret.text), later: 90),
                from: TestDesk.address
            )
        }
        #expect(try await desk.signIn("ani").stage == .full, "an app that is not confirmed is not asked for")
        let (secret, full, old) = try await desk.enrol(session)
        desk.wait(30)
        let new = try await desk.desk.renewRecoveryCodes(
            full.token.text,
            code: desk.code(secret),
            from: TestDesk.address
        )
        let again = try await desk.signIn("ani")
        await #expect(throws: SignInFault.code) {
            try await desk.desk.giveCode(again.token.text, old[0].text, from: TestDesk.address)
        }
        _ = try await desk.desk.giveCode(again.token.text, new[0].text.uppercased(), from: TestDesk.address)
    }

    @Test("who resets an account takes its sessions, tokens and password away, and the app if it is to go")
    func reset() async throws {
        let desk = try await TestDesk("reset")
        let (_, session, _) = try await desk.enrol(try await desk.person("ani"))
        let token = try await desk.desk.makeAPIToken(
            session.token.text,
            name: "a",
            permissions: ["read"],
            expires: desk.now + 1_000
        )
        #expect(try await desk.desk.apiToken(token.text).permissions == ["read"])
        for (withFactor, stage) in [(false, Stage.code), (true, .newPassword)] {
            let temporary = try await desk.desk.resetPassword(
                of: name("ani"),
                withFactor: withFactor,
                by: TestDesk.admin
            )
            await #expect(throws: SignInFault.noSession) { try await desk.desk.visitor(session.token.text) }
            await #expect(throws: SignInFault.noToken) { try await desk.desk.apiToken(token.text) }
            await #expect(throws: SignInFault.refused) { try await desk.signIn("ani") }
            #expect(try await desk.signIn("ani", temporary.text).stage == stage)
        }
        await #expect(throws: SignInFault.unknown(name("budi"))) {
            try await desk.desk.resetPassword(of: name("budi"), by: TestDesk.admin)
        }
        #expect(try await desk.events().count { $0 == "factor-reset" } == 1)
    }

    @Test("an account that is closed has none; reopened it has its password")
    func closed() async throws {
        let desk = try await TestDesk("closed")
        let session = try await desk.person("ani")
        try await desk.desk.set(name("ani"), isClosed: true, by: TestDesk.admin)
        await #expect(throws: SignInFault.noSession) { try await desk.desk.visitor(session.token.text) }
        await #expect(throws: SignInFault.refused) { try await desk.signIn("ani") }
        try await desk.desk.set(name("ani"), isClosed: false, by: TestDesk.admin)
        await #expect(throws: SignInFault.noSession) { try await desk.desk.visitor(session.token.text) }
        #expect(try await desk.signIn("ani").stage == .full)
    }

    @Test("tokens of programs: limits and refusals")
    func tokens() async throws {
        let desk = try await TestDesk("tokens") { $0.tokens = 3 }
        let session = try await desk.person("ani").token.text
        let life = desk.limits.tokenLife
        for (called, permissions, expires, fault, reason) in [
            ("", ["read"], 60, .name, "no name"),
            (String(repeating: "a", count: 101), ["read"], 60, .name, "long"),
            ("a\nb", ["read"], 60, .name, "a line"), ("a", [], 60, .permissions, "nothing it may do"),
            ("a", ["read all"], 60, .permissions, "a space"), ("a", ["read"], 0, .expiry(most: life), "over"),
            ("a", ["read"], life + 1, .expiry(most: life), "too long"),
        ] as [(String, Set<String>, Int, SignInFault.TokenFault, Comment)] {
            await #expect(throws: SignInFault.token(fault), reason) {
                try await desk.desk.makeAPIToken(
                    session,
                    name: called,
                    permissions: permissions,
                    expires: desk.now + expires
                )
            }
        }
        let made = try await desk.desk.makeAPIToken(
            session,
            name: "a",
            permissions: ["read", "forms.enter"],
            expires: desk.now + 60
        )
        await #expect(throws: SignInFault.token(.taken)) {
            try await desk.desk.makeAPIToken(
                session,
                name: "a",
                permissions: ["read"],
                expires: desk.now + 60
            )
        }
        for other in ["b", "c"] {
            _ = try await desk.desk.makeAPIToken(
                session,
                name: other,
                permissions: ["read"],
                expires: desk.now + life
            )
        }
        await #expect(throws: SignInFault.token(.many(3))) {
            try await desk.desk.makeAPIToken(
                session,
                name: "d",
                permissions: ["read"],
                expires: desk.now + 60
            )
        }
        let token = try await desk.desk.apiToken(made.text)
        #expect(token.account == name("ani") && token.permissions == ["read", "forms.enter"])
        await #expect(throws: SignInFault.noSession) { try await desk.desk.visitor(made.text) }
        await #expect(throws: SignInFault.noToken) { try await desk.desk.apiToken(session) }
        await #expect(throws: SignInFault.noToken) {
            try await desk.desk.revoke(token.id, of: name("budi"), by: name("budi"))
        }
        desk.wait(60)
        await #expect(throws: SignInFault.noToken) { try await desk.desk.apiToken(made.text) }
        try await desk.desk.revoke(token.id, of: name("ani"), by: name("ani"))
        #expect(try await desk.desk.tokens(of: name("ani")).map(\.name) == ["b", "c"])
    }
}
