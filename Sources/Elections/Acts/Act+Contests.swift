/// A ballot of the election: who stands, where, on which lists.
public struct ContestOpened: Sendable {
    /// The ballot.
    public let ballot: Ballot
    /// Who stands, in ballot order.
    public let contestants: [Contestant]
    /// The electoral districts; empty where their seats are not divided here.
    public let districts: [ElectoralDistrict]
    /// The lists of candidates; empty where they are not known or there are none.
    public let lists: [CandidateList]
    /// The nation's valid votes by contestant number; empty where nobody knows them.
    public let nation: [Int: Int]
}

extension ContestOpened: ActContent {
    func writeFields(to writer: inout CanonicalWriter) {
        writer.field("ballot", ballot)
        writer.field("contestants", contestants)
        writer.field("districts", districts)
        writer.field("lists", lists)
        writer.field("nation", nation.isEmpty ? nil : NumberedVotes(nation))
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        ballot = try reader.field("ballot")
        contestants = try reader.field("contestants")
        districts = try reader.field("districts")
        lists = try reader.field("lists")
        let nation = try reader.optionalField("nation", NumberedVotes.self)
        let isWhole = nation.map {
            !$0.counts.isEmpty && $0.counts.values.allSatisfy { $0 <= FormTable.largest }
        }
        guard isWhole ?? true else { throw reader.expected("the nation's votes") }
        self.nation = nation?.counts ?? [:]
    }
}

extension Contestant: Canonical {
    /// Writes the contestant.
    public func write(to writer: inout CanonicalWriter) {
        writer.object { writer in
            writer.field("colour", colour)
            writer.field("kind", kind)
            writer.field("name", name)
            writer.field("number", number)
            writer.field("shortName", shortName)
        }
    }

    /// Reads a contestant.
    public init(from reader: inout CanonicalReader) throws(CanonicalFault) {
        self = try reader.object { (reader) throws(CanonicalFault) in
            let colour = try reader.field("colour", String.self)
            let kind = try reader.field("kind", Kind.self)
            let name = try reader.field("name", String.self)
            let number = try reader.field("number", Int.self)
            let short = try reader.field("shortName", String.self)
            return Contestant(number: number, name: name, shortName: short, colour: colour, kind: kind)
        }
    }
}

extension ElectoralDistrict: Canonical {
    /// Writes the district.
    public func write(to writer: inout CanonicalWriter) {
        writer.object { writer in
            writer.field("name", name)
            writer.field("number", number)
            writer.field("regions", regions)
            writer.field("seats", seats)
        }
    }

    /// Reads a district.
    public init(from reader: inout CanonicalReader) throws(CanonicalFault) {
        self = try reader.object { (reader) throws(CanonicalFault) in
            let name = try reader.field("name", String.self)
            let number = try reader.field("number", Int.self)
            let regions = try reader.field("regions", [RegionCode].self)
            let seats = try reader.field("seats", Int.self)
            guard (0...9_999).contains(seats) else { throw reader.expected("0 to 9999 seats") }
            return ElectoralDistrict(number: number, name: name, seats: seats, regions: regions)
        }
    }
}

extension CandidateList: Canonical {
    /// Writes the list.
    public func write(to writer: inout CanonicalWriter) {
        writer.object { writer in
            writer.field("candidates", candidates)
            writer.field("contestant", contestant)
            writer.field("district", district)
        }
    }

    /// Reads a list.
    public init(from reader: inout CanonicalReader) throws(CanonicalFault) {
        self = try reader.object { (reader) throws(CanonicalFault) in
            let candidates = try reader.field("candidates", [Candidate].self)
            let contestant = try reader.field("contestant", Int.self)
            let district = try reader.optionalField("district", Int.self)
            return CandidateList(district: district, contestant: contestant, candidates: candidates)
        }
    }
}

extension Candidate: Canonical {
    /// Writes the candidate, titles apart from the name.
    public func write(to writer: inout CanonicalWriter) {
        writer.object { writer in
            writer.field("after", name.after)
            writer.field("before", name.before)
            writer.field("name", name.name)
            writer.field("number", number)
            writer.field("sex", sex)
        }
    }

    /// Reads a candidate.
    public init(from reader: inout CanonicalReader) throws(CanonicalFault) {
        self = try reader.object { (reader) throws(CanonicalFault) in
            let after = try reader.optionalField("after", String.self)
            let before = try reader.optionalField("before", String.self)
            let name = try reader.field("name", String.self)
            let number = try reader.field("number", Int.self)
            let sex = try reader.optionalField("sex", Field.Sex.self)
            return Candidate(
                number: number,
                name: PersonName(before: before, name: name, after: after),
                sex: sex
            )
        }
    }
}

/// A decision on the tied seats of a district.
public struct TieDecided: Hashable, Sendable {
    /// The ballot.
    public let ballot: Ballot
    /// What was decided.
    public let decision: TieDecision
}

extension TieDecided: ActContent {
    func writeFields(to writer: inout CanonicalWriter) {
        writer.field("ballot", ballot)
        writer.field("basis", decision.basis)
        writer.field("district", decision.district)
        writer.field("seats", NumberedCounts(decision.seats))
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        ballot = try reader.field("ballot")
        let basis = try reader.field("basis", String.self)
        let district = try reader.field("district", Int.self)
        let seats = try reader.field("seats", NumberedCounts.self)
        decision = TieDecision(district: district, seats: seats.counts, basis: basis)
    }
}

/// The seats of a ballot by contestant, as the office determined them.
public struct SeatsDetermined: Hashable, Sendable {
    /// The ballot.
    public let ballot: Ballot
    /// Seats by contestant number.
    public let seats: [Int: Int]
}

extension SeatsDetermined: ActContent {
    func writeFields(to writer: inout CanonicalWriter) {
        writer.field("ballot", ballot)
        writer.field("seats", NumberedCounts(seats))
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        ballot = try reader.field("ballot")
        seats = try reader.field("seats", NumberedCounts.self).counts
    }
}

/// Counts by number, written as pairs in the order of the numbers.
struct NumberedCounts: Canonical {
    let counts: [Int: Int]

    init(_ counts: [Int: Int]) {
        self.counts = counts
    }

    func write(to writer: inout CanonicalWriter) { writer.write(pairs: counts) }

    init(from reader: inout CanonicalReader) throws(CanonicalFault) {
        counts = try reader.pairs(0...9_999)
    }
}

/// Votes by number, as pairs in the order of the numbers.
struct NumberedVotes: Canonical {
    let counts: [Int: Int]

    init(_ counts: [Int: Int]) {
        self.counts = counts
    }

    func write(to writer: inout CanonicalWriter) { writer.write(pairs: counts) }

    init(from reader: inout CanonicalReader) throws(CanonicalFault) {
        counts = try reader.pairs(0...Int.max)
    }
}

extension CanonicalWriter {
    fileprivate mutating func write(pairs counts: [Int: Int]) {
        write(counts.sorted { $0.key < $1.key }.map { [$0.key, $0.value] })
    }
}

extension CanonicalReader {
    fileprivate mutating func pairs(_ range: ClosedRange<Int>) throws(CanonicalFault) -> [Int: Int] {
        let fault = expected("pairs of numbers in their order")
        let pairs = try [[Int]](from: &self)
        let isOrdered = zip(pairs, pairs.dropFirst()).allSatisfy { ($0.first ?? 0) < ($1.first ?? 0) }
        guard isOrdered, pairs.allSatisfy({ $0.count == 2 && range.contains($0[1]) }) else { throw fault }
        return Dictionary(uniqueKeysWithValues: pairs.map { ($0[0], $0[1]) })
    }
}
