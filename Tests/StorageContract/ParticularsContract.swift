public import Office
import Testing

/// What every ``ParticularsStore`` must do, sentence by sentence; called as ``JournalContract`` is.
public struct ParticularsContract: Sendable {
    /// A sentence of the contract.
    public enum Sentence: String, CaseIterable, Sendable {
        case nothingIsKeptAtFirst
        case aTextIsKeptUnderItsName
        case aLaterTextTakesThePlaceOfAnEarlierOne
        case anErasedTextIsGone
        case erasingNothingIsNoFault
        case theNamesOfAllAreKnown
        case whatWasKeptIsThereAfterReopening
    }

    /// A store, and what ends the work with it.
    public typealias Opened = (store: any ParticularsStore, close: @Sendable () async -> Void)

    private let open: @Sendable (String) async throws -> Opened

    /// A contract for one kind of store.
    ///
    /// - Parameter open: Opens the particulars of a name: none the first time, later, when the store before it was
    ///   closed, what is there.
    public init(open: @escaping @Sendable (String) async throws -> Opened) {
        self.open = open
    }

    /// Holds a new store to a sentence.
    ///
    /// - Parameter sentence: Which.
    /// - Throws: What the store threw and should not have.
    public func hold(_ sentence: Sentence) async throws {
        let (store, close) = try await open(sentence.rawValue)
        switch sentence {
        case .nothingIsKeptAtFirst:
            #expect(try await store.particulars("a") == nil)
        case .aTextIsKeptUnderItsName:
            let texts = [
                "", "'; DROP TABLE journal; --", "Ibu Siti, 📞 +62", .init(repeating: "é", count: 500_000),
                "A\n",
            ]
            for (place, text) in texts.enumerated() { try await store.keep(text, as: "name \(place)") }
            for (place, text) in texts.enumerated() {
                #expect(
                    try await store.particulars("name \(place)").map { Array($0.utf8) } == Array(text.utf8)
                )
            }
            #expect(try await store.particulars("NAME 0") == nil)
        case .aLaterTextTakesThePlaceOfAnEarlierOne:
            try await store.keep("first", as: "a")
            try await store.keep("other", as: "b")
            try await store.keep("second", as: "a")
            #expect(try await store.particulars("a") == "second")
            #expect(try await store.particulars("b") == "other")
        case .anErasedTextIsGone:
            try await store.keep("first", as: "a")
            try await store.keep("other", as: "b")
            try await store.erase(particulars: "a")
            #expect(try await store.particulars("a") == nil)
            #expect(try await store.particulars("b") == "other")
            try await store.keep("again", as: "a")
            #expect(try await store.particulars("a") == "again")
        case .erasingNothingIsNoFault:
            try await store.erase(particulars: "a")
        case .theNamesOfAllAreKnown:
            #expect(try await store.particularsNames() == [])
            for name in ["b", "é", "a", "Z", "a b", "erased", "a"] { try await store.keep("x", as: name) }
            try await store.erase(particulars: "erased")
            #expect(try await store.particularsNames() == ["Z", "a", "a b", "b", "é"])
        case .whatWasKeptIsThereAfterReopening:
            try await store.keep("kept", as: "a")
            try await store.keep("erased", as: "b")
            try await store.erase(particulars: "b")
            await close()
            let (second, close) = try await open(sentence.rawValue)
            #expect(try await second.particulars("a") == "kept")
            #expect(try await second.particulars("b") == nil)
            return await close()
        }
        await close()
    }
}
