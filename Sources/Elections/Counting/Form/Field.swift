/// A figure that a station's result form has room for.
///
/// Numbers are those printed on the ballot, so a field means the same in every file and on every page.
///
/// - Legal source: forms C1 (PKPU 3/2019, 9/2019) and C.Hasil (PKPU 25/2023), parts I to V.
public enum Field: Hashable, Sendable {
    /// I.A: those on a list.
    case electorate(Roll, Sex)
    /// I.B: those of a list who voted.
    case voters(Roll, Sex)
    /// II.1: voters with a disability on any list.
    case disabled(Sex)
    /// II.2: voters with a disability who voted.
    case disabledVoters(Sex)
    /// III: what became of the ballot papers.
    case papers(Papers)
    /// IV: all votes of a contestant; of a party, its own and its candidates' together.
    case votes(Int)
    /// IV.A.1: votes for a party without naming a candidate.
    case partyVotes(Int)
    /// IV.A.2: votes for a candidate, by the number of the party and the place on its list.
    case candidateVotes(Int, Int)
    /// V.A: valid votes.
    case valid
    /// V.B: invalid votes.
    case invalid
    /// V.C: valid and invalid votes together.
    case total
    /// How many of those who must sign have signed.
    case signatures(Signer)

    /// The sexes a form counts apart, and both together.
    public enum Sex: String, CaseIterable, Hashable, Sendable {
        case male, female
        case both = "total"
    }

    /// The lists of voters; a law says which of them its forms have and what they are called.
    public enum Roll: String, CaseIterable, Hashable, Sendable {
        /// DPT.
        case permanent = "dpt"
        /// DPTb (general elections), DPPh (regional elections): voters from elsewhere.
        case movedIn = "dptb"
        /// DPK; DPTb in regional elections: voters on no list who showed their identity card.
        case special = "dpk"
        /// A further list some laws had: DPKTb in 2014, DPTb-2 in 2015.
        case added
        /// All lists together.
        case all
    }

    /// The ballot papers a form accounts for.
    public enum Papers: String, CaseIterable, Hashable, Sendable {
        /// Received, the reserve included.
        case received
        /// Used to vote.
        case used
        /// Given back because they were damaged or wrongly marked, and replaced.
        case spoiled
        /// Not used, what is left of the reserve included.
        case unused
    }

    /// Who signs a form.
    public enum Signer: String, CaseIterable, Hashable, Sendable {
        /// Members of the station's committee (KPPS), seven of them.
        case members
        /// Witnesses of the contestants.
        case witnesses
    }
}

extension Field {
    /// The parts of a form, in its order.
    public enum Part: Int, CaseIterable, Hashable, Sendable {
        case electorate, voters, disability, papers, votes, validity, signatures
    }

    /// The part of the form the field stands in.
    public var part: Part {
        switch self {
        case .electorate: .electorate
        case .voters: .voters
        case .disabled, .disabledVoters: .disability
        case .papers: .papers
        case .votes, .partyVotes, .candidateVotes: .votes
        case .valid, .invalid, .total: .validity
        case .signatures: .signatures
        }
    }

    /// The contestant a figure is votes for, by number; `nil` for every other figure.
    public var contestant: Int? {
        switch self {
        case .votes(let number), .partyVotes(let number), .candidateVotes(let number, _): number
        default: nil
        }
    }

    /// The same figure for the other sex; `nil` where the form has none.
    public var otherSex: Field? {
        switch self {
        case .electorate(let roll, .male): .electorate(roll, .female)
        case .voters(let roll, .male): .voters(roll, .female)
        case .disabled(.male): .disabled(.female)
        case .disabledVoters(.male): .disabledVoters(.female)
        default: nil
        }
    }
}

extension Field {
    /// The name of the column that holds the figure in files: `voters_dpt_male`, `candidate_4_1`.
    public var column: String {
        switch self {
        case .electorate(let roll, let sex): "electorate_\(roll.rawValue)_\(sex.rawValue)"
        case .voters(let roll, let sex): "voters_\(roll.rawValue)_\(sex.rawValue)"
        case .disabled(let sex): "disabled_\(sex.rawValue)"
        case .disabledVoters(let sex): "disabled_voters_\(sex.rawValue)"
        case .papers(let papers): "papers_\(papers.rawValue)"
        case .votes(let number): "votes_\(number)"
        case .partyVotes(let number): "party_\(number)"
        case .candidateVotes(let number, let place): "candidate_\(number)_\(place)"
        case .valid: "valid"
        case .invalid: "invalid"
        case .total: "total"
        case .signatures(let signer): "signed_\(signer.rawValue)"
        }
    }

    /// The field a column of a file of forms holds; `nil` when its name is no field's.
    public init?(column: String) {
        guard let field = Field.numbered(column.utf8[...]) ?? Field.fixed[column] else { return nil }
        self = field
    }

    /// The field of a contestant or candidate; a form has hundreds, so their names are not taken apart as texts.
    private static func numbered(_ column: Substring.UTF8View) -> Field? {
        guard let line = column.firstIndex(of: UInt8(ascii: "_")) else { return nil }
        var rest = column[line...].dropFirst()
        guard let first = number(&rest) else { return nil }
        let name = column[..<line]
        if rest.isEmpty {
            if name.elementsEqual("votes".utf8) { return .votes(first) }
            return name.elementsEqual("party".utf8) ? .partyVotes(first) : nil
        }
        guard rest.removeFirst() == UInt8(ascii: "_"), let second = number(&rest), rest.isEmpty, second > 0,
            name.elementsEqual("candidate".utf8)
        else { return nil }
        return .candidateVotes(first, second)
    }

    /// Takes a number of one to four digits; `votes_01` would be a second name of `votes_1`.
    private static func number(_ rest: inout Substring.UTF8View) -> Int? {
        let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard (1...4).contains(digits.count), digits.first != UInt8(ascii: "0") || digits.count == 1 else {
            return nil
        }
        rest = rest[digits.endIndex...]
        return digits.reduce(0) { 10 * $0 + Int($1 - UInt8(ascii: "0")) }
    }

    /// Every field of a form that is there whoever stands, in the order of the form.
    public static let everyForm: [Field] =
        Roll.allCases.flatMap { roll in Sex.allCases.map { .electorate(roll, $0) } }
        + Roll.allCases.flatMap { roll in Sex.allCases.map { .voters(roll, $0) } }
        + Sex.allCases.map { .disabled($0) } + Sex.allCases.map { .disabledVoters($0) }
        + Papers.allCases.map { .papers($0) } + [.valid, .invalid, .total]
        + Signer.allCases.map { .signatures($0) }

    private static let fixed = Dictionary(uniqueKeysWithValues: everyForm.map { ($0.column, $0) })
}
