@testable import Accounts
import TestSupport
import Testing

/// Random work at one desk, beside a list of what must not count any more.
@Suite("What was revoked or used never counts again")
struct RevocationTests {
    private struct Person {
        var name: AccountName
        var password: String
        var secret: [UInt8]?
        var recovery: [String] = []
        var open: [String] = []
        var tokens: [String] = []
    }

    private struct Dead {
        var sessions: [String] = []
        var tokens: [String] = []
        var codes: [(account: String, code: String)] = []
        var passwords: [(account: String, password: String)] = []

        mutating func bury(_ person: inout Person, tokensToo: Bool = false) {
            sessions += person.open
            person.open = []
            guard tokensToo else { return }
            tokens += person.tokens
            person.tokens = []
        }
    }

    @Test("whatever is done in whatever order", arguments: 0..<4)
    func property(run: Int) async throws {
        // Who tries what is over so often would have to wait.
        let desk = try await TestDesk("property \(run)") {
            ($0.freePerName, $0.freePerAddress) = (.max, .max)
        }
        var (dice, dead) = (Dice(salt: "revocation \(run)"), Dead())
        var people: [Person] = []
        for place in 0..<3 {
            let account = name("person-\(place)")
            let session = try await desk.person(account.text)
            people.append(Person(name: account, password: TestDesk.password, open: [session.token.text]))
        }
        for round in Dice.rounds(20) {
            // A code of the app is a new one.
            desk.wait(1_000)
            var person = people.remove(at: Int.random(in: people.indices, using: &dice))
            try await step(round, &person, &dead, desk, &dice)
            people.append(person)
            try await check(people, dead, desk, &dice)
        }
        #expect(try await SecurityLog.verify(desk.files).firstBroken == nil)
    }

    private func step(
        _ round: Int,
        _ person: inout Person,
        _ dead: inout Dead,
        _ desk: TestDesk,
        _ dice: inout Dice
    ) async throws {
        switch Int.random(in: 0..<9, using: &dice) {
        case 0:
            guard let token = person.open.randomElement(using: &dice) else { return }
            try await desk.desk.signOut(token)
            person.open.removeAll { $0 == token }
            dead.sessions.append(token)
        case 1:
            let all = try await desk.desk.sessions(of: person.name)
            #expect(Set(all.map(\.id)) == Set(person.open.map { TokenDigest(of: $0) }))
            try await desk.desk.end(of: person.name, by: TestDesk.admin)
            dead.bury(&person)
        case 2:
            let session = try await signIn(&person, &dead, desk)
            let new = "tujuh gajah dan \(round) ember"
            let changed = try await desk.desk.changePassword(
                session,
                from: person.password,
                to: new,
                at: TestDesk.address
            )
            dead.bury(&person)
            dead.passwords.append((person.name.text, person.password))
            person.password = new
            person.open = [changed.token.text]
        case 3:
            let temporary = try await desk.desk.resetPassword(
                of: person.name,
                withFactor: true,
                by: TestDesk.admin
            )
            dead.bury(&person, tokensToo: true)
            dead.passwords.append((person.name.text, person.password))
            let session = try await desk.signIn(person.name.text, temporary.text)
            let new = "sembilan perahu \(round) di muara"
            let changed = try await desk.desk.changePassword(
                session.token.text,
                from: temporary.text,
                to: new,
                at: TestDesk.address
            )
            dead.sessions.append(session.token.text)
            person = Person(name: person.name, password: new, open: [changed.token.text])
        case 4:
            let session = try await signIn(&person, &dead, desk)
            let enrolment = try await desk.desk.beginEnrolment(
                session,
                password: person.password,
                office: "KPU",
                from: TestDesk.address
            )
            let secret = base32(enrolment.secret.text)
            let code = desk.code(secret)
            let (full, recovery) = try await desk.desk.confirmEnrolment(
                session,
                code: code,
                from: TestDesk.address
            )
            dead.bury(&person)
            dead.codes += person.recovery.map { (person.name.text, $0) } + [(person.name.text, code)]
            (person.secret, person.recovery) = (secret, recovery.map(\.text))
            person.open = [full.token.text]
        case 5:
            let session = try await signIn(&person, &dead, desk)
            let token = try await desk.desk.makeAPIToken(
                session,
                name: "token \(round)",
                permissions: ["read"],
                expires: desk.now + 9_999_999
            )
            person.tokens.append(token.text)
        case 6:
            guard let token = person.tokens.popLast() else { return }
            try await desk.desk.revoke(TokenDigest(of: token), of: person.name, by: person.name)
            dead.tokens.append(token)
        case 7:
            try await desk.desk.set(person.name, isClosed: true, by: TestDesk.admin)
            try await desk.desk.set(person.name, isClosed: false, by: TestDesk.admin)
            dead.bury(&person, tokensToo: true)
        default: _ = try await signIn(&person, &dead, desk)
        }
        // What was not used for half an hour is over.
        for token in person.open where (try? await desk.desk.visitor(token)) == nil {
            dead.sessions.append(token)
            person.open.removeAll { $0 == token }
        }
    }

    /// A full session, with an app's code or one of paper.
    private func signIn(
        _ person: inout Person,
        _ dead: inout Dead,
        _ desk: TestDesk
    ) async throws -> String {
        var session = try await desk.signIn(person.name.text, person.password)
        if let secret = person.secret {
            let code = person.recovery.count > 5 ? person.recovery.removeLast() : desk.code(secret)
            dead.sessions.append(session.token.text)
            session = try await desk.desk.giveCode(session.token.text, code, from: TestDesk.address)
            dead.codes.append((person.name.text, code))
        }
        person.open.append(session.token.text)
        return session.token.text
    }

    private func check(
        _ people: [Person],
        _ dead: Dead,
        _ desk: TestDesk,
        _ dice: inout Dice
    ) async throws {
        for person in people {
            for token in person.open {
                #expect((try? await desk.desk.visitor(token))?.account == person.name)
            }
            for token in person.tokens { #expect((try? await desk.desk.apiToken(token)) != nil) }
        }
        for token in dead.sessions { #expect((try? await desk.desk.visitor(token)) == nil) }
        for token in dead.tokens { #expect((try? await desk.desk.apiToken(token)) == nil) }
        if let (account, password) = dead.passwords.randomElement(using: &dice) {
            #expect((try? await desk.signIn(account, password)) == nil)
        }
        guard let (account, code) = dead.codes.randomElement(using: &dice),
            let person = people.first(where: { $0.name.text == account }), person.secret != nil
        else { return }
        let session = try await desk.signIn(account, person.password)
        #expect((try? await desk.desk.giveCode(session.token.text, code, from: "192.0.2.99")) == nil)
        try await desk.desk.signOut(session.token.text)
    }
}
