public import Accounts
import Testing

/// What every ``AccountStore`` must do, sentence by sentence; called as ``JournalContract`` is.
public struct AccountsContract: Sendable {
    /// A sentence of the contract.
    public enum Sentence: String, CaseIterable, Sendable {
        case nothingIsThereAtFirst
        case anAccountIsKeptAsItIs
        case aNameIsTakenOnce
        case onlyOneAccountIsTheFirst
        case aVersionIsReplacedOnce
        case aLaterLinkTakesThePlaceOfAnEarlierOne
        case aSessionNeedsItsAccountAsItWas
        case aSessionTakesThePlaceOfOneThatIsThere
        case sessionsAreEndedByTheirAccountOnly
        case oldSessionsGo
        case aTokenIsKeptAsItIs
        case aTokenNeedsItsAccountAsItWas
        case whatWasKeptIsThereAfterReopening
        case whatIsClosedSaysSo
    }

    private let open: @Sendable (String) async throws -> any AccountStore

    /// A contract for one kind of store.
    ///
    /// - Parameter open: Opens the accounts of a name: none the first time, later, when the store before it was
    ///   closed, what is there.
    public init(open: @escaping @Sendable (String) async throws -> any AccountStore) {
        self.open = open
    }

    /// Holds a new store to a sentence.
    ///
    /// - Parameter sentence: Which.
    /// - Throws: What the store threw and should not have.
    public func hold(_ sentence: Sentence) async throws {
        let store = try await open(sentence.rawValue)
        switch sentence {
        case .nothingIsThereAtFirst: try await nothing(store)
        case .anAccountIsKeptAsItIs: try await kept(store)
        case .aNameIsTakenOnce:
            #expect(try await store.add(ani, isFirst: false))
            var other = ani
            other.generation = 9
            #expect(try await !store.add(other, isFirst: false))
            #expect(try await store.account(ani.name) == ani)
        case .onlyOneAccountIsTheFirst: try await first(store)
        case .aVersionIsReplacedOnce: try await replaced(store)
        case .aLaterLinkTakesThePlaceOfAnEarlierOne:
            for (token, expires) in [("a", 5), ("b", 3)] {
                let link = FirstLink(id: TokenDigest(of: token), expires: expires)
                try await store.keep(link)
                #expect(try await store.firstLink() == link)
            }
        case .aSessionNeedsItsAccountAsItWas: try await sessionNeeds(store)
        case .aSessionTakesThePlaceOfOneThatIsThere: try await sessionReplaces(store)
        case .sessionsAreEndedByTheirAccountOnly: try await sessionEnds(store)
        case .oldSessionsGo: try await oldSessions(store)
        case .aTokenIsKeptAsItIs: try await tokens(store)
        case .aTokenNeedsItsAccountAsItWas: try await tokenNeeds(store)
        case .whatWasKeptIsThereAfterReopening:
            #expect(try await store.add(ani, isFirst: true))
            #expect(try await store.add(session("a"), insteadOf: nil))
            #expect(try await store.add(token("t")))
            await store.close()
            let again = try await open(sentence.rawValue)
            #expect(try await again.accounts() == [ani])
            #expect(try await again.sessions(of: ani.name) == [session("a")])
            #expect(try await again.tokens(of: ani.name) == [token("t")])
            return await again.close()
        case .whatIsClosedSaysSo:
            await store.close()
            await #expect(throws: AccountStoreFault.closed) { try await store.accounts() }
            await #expect(throws: AccountStoreFault.closed) { try await store.add(ani, isFirst: false) }
        }
        await store.close()
    }
}

extension AccountsContract {
    private var ani: Account { account("ani", .own(hash)) }

    private var hash: PasswordHash {
        let text = "scrypt:15:8:1:\(String(repeating: "0a", count: 16)):\(String(repeating: "f1", count: 32))"
        guard let hash = PasswordHash(parsing: text) else { preconditionFailure("\(text) is a hash") }
        return hash
    }

    private func account(_ text: String, _ password: Account.Password) -> Account {
        guard let name = try? AccountName(parsing: text) else { preconditionFailure("\(text) is a name") }
        return Account(name: name, created: 1, password: password)
    }

    private func session(_ token: String, generation: Int = 0, created: Int = 5, seen: Int = 7) -> Session {
        Session(
            id: TokenDigest(of: token),
            account: ani.name,
            generation: generation,
            hasCode: false,
            created: created,
            seen: seen
        )
    }

    private func token(_ name: String, resets: Int = 0) -> APIToken {
        APIToken(
            id: TokenDigest(of: name),
            account: ani.name,
            name: name,
            permissions: ["read", "forms.enter"],
            created: 3,
            expires: 9,
            resets: resets
        )
    }

    private func nothing(_ store: any AccountStore) async throws {
        #expect(try await store.accounts() == [])
        #expect(try await store.account(ani.name) == nil)
        #expect(try await store.firstLink() == nil)
        #expect(try await store.session(TokenDigest(of: "a")) == nil)
        #expect(try await store.sessions(of: ani.name) == [])
        #expect(try await store.token(TokenDigest(of: "a")) == nil)
        #expect(try await store.tokens(of: ani.name) == [])
        #expect(try await !store.replace(ani))
        #expect(try await !store.end([TokenDigest(of: "a")], of: ani.name))
        #expect(try await !store.remove([TokenDigest(of: "a")], of: ani.name))
        try await store.touch(TokenDigest(of: "a"), at: 9)
    }

    private func kept(_ store: any AccountStore) async throws {
        var full = account("budi", .temporary(hash, until: 99))
        full.factor = Account.SecondFactor(sealed: "0a0b", lastStep: 7)
        full.pending = "ff"
        full.recovery = ["a", "b"].map { TokenDigest(of: $0).description }
        full.isClosed = true
        (full.generation, full.resets) = (3, 2)
        for account in [full, ani] { #expect(try await store.add(account, isFirst: false)) }
        #expect(try await store.accounts() == [ani, full], "by their names")
        #expect(try await store.account(full.name) == full)
    }

    private func first(_ store: any AccountStore) async throws {
        try await store.keep(FirstLink(id: TokenDigest(of: "a"), expires: 5))
        let names = (0..<6).map { "admin-\($0)" }
        let added = try await withThrowingTaskGroup(of: Bool.self) { group in
            for name in names {
                group.addTask { try await store.add(account(name, .own(hash)), isFirst: true) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(added.count { $0 } == 1)
        #expect(try await store.accounts().count == 1)
        #expect(try await store.firstLink() == nil, "the link goes")
    }

    private func replaced(_ store: any AccountStore) async throws {
        #expect(try await store.add(ani, isFirst: false))
        let stored = try #require(try await store.account(ani.name))
        let done = try await withThrowingTaskGroup(of: Bool.self) { group in
            for place in 1...6 {
                group.addTask {
                    var changed = stored
                    changed.generation = place
                    return try await store.replace(changed)
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(done.count { $0 } == 1)
        let next = try #require(try await store.account(ani.name))
        #expect(next.version == stored.version + 1 && next.generation > 0)
        #expect(try await store.replace(next))
    }

    private func sessionNeeds(_ store: any AccountStore) async throws {
        #expect(try await !store.add(session("a"), insteadOf: nil), "there is no account")
        #expect(try await store.add(ani, isFirst: false))
        #expect(try await !store.add(session("a", generation: 1), insteadOf: nil), "of another generation")
        #expect(try await store.add(session("a"), insteadOf: nil))
        var changed = ani
        changed.isClosed = true
        #expect(try await store.replace(changed))
        #expect(try await !store.add(session("b"), insteadOf: nil), "it is closed")
        #expect(try await store.sessions(of: ani.name) == [session("a")])
    }

    private func sessionReplaces(_ store: any AccountStore) async throws {
        #expect(try await store.add(ani, isFirst: false))
        #expect(try await store.add(session("a"), insteadOf: nil))
        #expect(try await !store.add(session("b"), insteadOf: TokenDigest(of: "x")), "nothing to replace")
        #expect(try await !store.add(session("b", generation: 4), insteadOf: TokenDigest(of: "a")))
        #expect(
            try await store.session(TokenDigest(of: "a")) == session("a"),
            "what was refused changed nothing"
        )
        #expect(try await store.add(session("b"), insteadOf: TokenDigest(of: "a")))
        #expect(try await store.sessions(of: ani.name) == [session("b")])
        try await store.touch(TokenDigest(of: "b"), at: 20)
        try await store.touch(TokenDigest(of: "b"), at: 10)
        #expect(try await store.session(TokenDigest(of: "b")) == session("b", seen: 20))
    }

    private func sessionEnds(_ store: any AccountStore) async throws {
        let budi = account("budi", .own(hash))
        for account in [ani, budi] { #expect(try await store.add(account, isFirst: false)) }
        for (place, token) in ["a", "b", "c"].enumerated() {
            #expect(try await store.add(session(token, seen: 10 + place), insteadOf: nil))
        }
        #expect(try await !store.end([TokenDigest(of: "a")], of: budi.name))
        #expect(try await store.end([TokenDigest(of: "a"), TokenDigest(of: "x")], of: ani.name))
        #expect(try await !store.end([], of: ani.name))
        let left = try await store.sessions(of: ani.name).map(\.id)
        #expect(left == [TokenDigest(of: "c"), TokenDigest(of: "b")], "the last used first")
    }

    private func oldSessions(_ store: any AccountStore) async throws {
        #expect(try await store.add(ani, isFirst: false))
        for (token, created, seen) in [("a", 5, 50), ("b", 10, 19), ("c", 10, 20)] {
            #expect(try await store.add(session(token, created: created, seen: seen), insteadOf: nil))
        }
        try await store.endSessions(begunBefore: 10, seenBefore: 20)
        #expect(try await store.sessions(of: ani.name).map(\.id) == [TokenDigest(of: "c")])
    }

    private func tokens(_ store: any AccountStore) async throws {
        #expect(try await store.add(ani, isFirst: false))
        for name in ["b", "a"] { #expect(try await store.add(token(name))) }
        #expect(try await store.token(TokenDigest(of: "a")) == token("a"))
        #expect(try await store.tokens(of: ani.name) == [token("a"), token("b")])
        let budi = account("budi", .own(hash))
        #expect(try await !store.remove([TokenDigest(of: "a")], of: budi.name))
        #expect(try await store.remove([TokenDigest(of: "a")], of: ani.name))
        #expect(try await store.tokens(of: ani.name) == [token("b")])
        #expect(try await store.token(TokenDigest(of: "a")) == nil)
    }

    private func tokenNeeds(_ store: any AccountStore) async throws {
        #expect(try await !store.add(token("a")), "there is no account")
        #expect(try await store.add(ani, isFirst: false))
        #expect(try await !store.add(token("a", resets: 1)), "it was reset")
        #expect(try await store.add(token("a")))
        let twin = APIToken(
            id: TokenDigest(of: "x"),
            account: ani.name,
            name: "a",
            permissions: ["read"],
            created: 3,
            expires: 9,
            resets: 0
        )
        #expect(try await !store.add(twin), "its name is taken")
        #expect(try await store.tokens(of: ani.name) == [token("a")])
        // Each change of the account that takes the token's right away, and one that does not.
        for (resets, isClosed) in [(0, true), (1, false), (0, false)] {
            var changed = try #require(try await store.account(ani.name))
            (changed.resets, changed.isClosed) = (resets, isClosed)
            #expect(try await store.replace(changed))
            let found = try await store.token(TokenDigest(of: "a"))
            #expect(found == (resets == 0 && !isClosed ? token("a") : nil), "\(changed)")
        }
    }
}
