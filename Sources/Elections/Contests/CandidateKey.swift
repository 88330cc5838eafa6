/// A party's list by its place: whose, and where.
public struct ListKey: Hashable, Sendable {
    /// The party by number.
    public let contestant: Int
    /// The district by number; `nil` on a ballot without districts here.
    public let district: Int?

    /// A list's place.
    public init(contestant: Int, district: Int?) {
        self.contestant = contestant
        self.district = district
    }
}

/// A candidate by place: the list, and the number on it.
public struct CandidateKey: Hashable, Sendable {
    /// The list.
    public let list: ListKey
    /// The number on it.
    public let number: Int

    /// A candidate's place.
    public init(_ list: ListKey, _ number: Int) {
        self.list = list
        self.number = number
    }
}

extension CandidateList {
    /// Its place.
    public var key: ListKey { ListKey(contestant: contestant, district: district) }
}

extension Sequence<CandidateList> {
    /// Somebody on one of the lists; `nil` where nobody has that place.
    ///
    /// - Complexity: O(lists + candidates).
    public func candidate(_ key: CandidateKey) -> Candidate? {
        lazy.filter { $0.key == key.list }.flatMap(\.candidates).first { $0.number == key.number }
    }
}
