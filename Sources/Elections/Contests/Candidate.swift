/// A name with the titles that stand before and after it, kept apart: titles are spelt in many ways.
public struct PersonName: Hashable, Sendable {
    /// Titles before the name: `H.`, `Dr.`; `nil` for none.
    public let before: String?
    /// The name itself.
    public let name: String
    /// Titles after the name: `S.Sos, M.Si`; `nil` for none.
    public let after: String?

    /// A name with its titles.
    public init(before: String? = nil, name: String, after: String? = nil) {
        self.before = before
        self.name = name
        self.after = after
    }

    /// The name as it is written on a ballot.
    public var full: String {
        let start = [before, name].compactMap(\.self).joined(separator: " ")
        return [start, after].compactMap(\.self).joined(separator: ", ")
    }
}

/// Somebody on a party's list in one district.
public struct Candidate: Hashable, Sendable {
    /// The number on the list, from 1.
    public let number: Int
    /// The name, its titles apart.
    public let name: PersonName
    /// The sex; `nil` when it is not known.
    public let sex: Field.Sex?

    /// A candidate on a list.
    public init(number: Int, name: PersonName, sex: Field.Sex?) {
        self.number = number
        self.name = name
        self.sex = sex
    }
}

/// A party's list in one district; it may be empty, and the party still be voted for.
public struct CandidateList: Hashable, Sendable {
    /// The district by number; `nil` on a ballot without districts here.
    public let district: Int?
    /// The party by number.
    public let contestant: Int
    /// Its candidates in the order of the list.
    public let candidates: [Candidate]

    /// A list of a district.
    public init(district: Int?, contestant: Int, candidates: [Candidate]) {
        self.district = district
        self.contestant = contestant
        self.candidates = candidates
    }
}
