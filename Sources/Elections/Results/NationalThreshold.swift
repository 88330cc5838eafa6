public import Apportionment

/// Which parties take part where the law asks for a share of the nation's valid votes.
///
/// - Legal source: UU 7/2017 art. 414(1); UU 8/2012 art. 208.
public struct NationalThreshold: Hashable, Sendable {
    /// How a party stands to the threshold.
    public enum Standing: String, CaseIterable, Hashable, Sendable {
        case reached
        case below
        /// Votes of the nation are missing that could decide it.
        case unknown
    }

    /// The share that must be reached.
    public let threshold: Threshold
    /// The nation's valid votes per party, in ballot order; `nil` where they are not known.
    public let votes: [Int?]
    /// How each party stands, in ballot order.
    public let standings: [Standing]
    /// The nation's valid votes; `nil` while any party's are missing.
    public let total: Int?

    /// Holds the nation's votes against the threshold.
    ///
    /// A party is below it for sure as soon as it is so by the votes that are known, as others only add to the total.
    ///
    /// - Parameters:
    ///   - threshold: The share.
    ///   - votes: The nation's valid votes per party, in ballot order.
    /// - Throws: ``Apportionment/InputError/votesOutOfRange(party:votes:)`` or
    ///   ``Apportionment/InputError/totalOutOfRange``.
    public init(_ threshold: Threshold, votes: [Int?]) throws(InputError) {
        var known = 0
        for (party, figure) in votes.enumerated() {
            guard let figure else { continue }
            guard Distribution.voteRange.contains(figure) else {
                throw .votesOutOfRange(party: party, votes: figure)
            }
            let (sum, overflow) = known.addingReportingOverflow(figure)
            guard !overflow else { throw .totalOutOfRange }
            known = sum
        }
        let isComplete = !votes.contains(nil)
        self.threshold = threshold
        self.votes = votes
        total = isComplete ? known : nil
        standings = votes.map { figure in
            guard let figure else { return .unknown }
            guard threshold.admits(figure, of: known) else { return .below }
            return isComplete ? .reached : .unknown
        }
    }

    /// The votes that reach it, exactly: 5,598,832.40 in 2019; `nil` while the total is not known.
    public var needed: Ratio? {
        total.map { Ratio(Int128($0) * Int128(threshold.numerator), of: Int128(threshold.denominator)) }
    }
}

extension Law.SeatRule {
    /// Why a district's seats cannot be divided.
    public enum Refusal: Error, Hashable, Sendable {
        /// The law asks for a share of the nation's votes, and those of these parties are missing, by their place.
        case nationMissing(parties: [Int])
        /// The nation's votes name another number of parties than the district's.
        case partiesDiffer(district: Int, nation: Int)
        /// The figures are no distribution.
        case figures(InputError)
    }

    /// The distribution of a district's seats among the parties that take part.
    ///
    /// - Parameters:
    ///   - seats: The seats of the district.
    ///   - votes: The votes per party in the district, in ballot order.
    ///   - nation: The votes per party in the nation, in ballot order; asked for only where there is a threshold.
    /// - Returns: The question, whose answer is its allocation.
    /// - Throws: ``Refusal``; a party that may or may not take part is never left out or let in.
    public func distribution(
        seats: Int,
        votes: [Int],
        nation: [Int?]?
    ) throws(Refusal) -> Distribution {
        let participation = try participation(of: votes.count, nation)
        do throws(InputError) {
            return try Distribution(method, seats: seats, votes: votes, participates: participation)
        } catch {
            throw .figures(error)
        }
    }

    private func participation(of parties: Int, _ nation: [Int?]?) throws(Refusal) -> [Bool]? {
        guard let threshold else { return nil }
        guard let nation else { throw .nationMissing(parties: Array(0..<parties)) }
        guard nation.count == parties else {
            throw .partiesDiffer(district: parties, nation: nation.count)
        }
        let standings: [NationalThreshold.Standing]
        do throws(InputError) {
            standings = try NationalThreshold(threshold, votes: nation).standings
        } catch {
            throw .figures(error)
        }
        guard !standings.contains(.unknown) else {
            throw .nationMissing(parties: nation.indices.filter { nation[$0] == nil })
        }
        return standings.map { $0 == .reached }
    }
}
