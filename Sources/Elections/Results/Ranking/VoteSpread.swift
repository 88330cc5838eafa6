/// How the votes of a candidate or party lie over the areas of a district, tier by tier (persebaran suara berjenjang).
///
/// Areas without votes may be left out. A tier that is not there is not known.
public struct VoteSpread: Hashable, Sendable {
    /// A tier of areas, the widest first.
    public enum Tier: String, CaseIterable, Hashable, Sendable {
        case regency, subdistrict, village, station

        /// The tiers that count on a ballot, the widest first.
        ///
        /// - Legal source: PKPU 6/2024 art. 29(1); PKPU 3/2025 art. 10(1) names the tiers for the DPR.
        public static func tiers(of ballot: Ballot) -> [Tier] {
            ballot == .regencyCouncil ? [.subdistrict, .village, .station] : allCases
        }
    }

    /// An area in which votes were cast.
    public enum Area: Hashable, Sendable {
        case region(RegionCode)
        case station(StationCode)
    }

    /// The votes in each area, for each tier that is known.
    public let tiers: [Tier: [Area: Int]]

    /// The votes as tiers report them.
    public init(_ tiers: [Tier: [Area: Int]]) {
        self.tiers = tiers
    }

    /// The votes at every station that has any, and what they come to in the tiers above.
    ///
    /// - Complexity: O(stations).
    public init(stations: [StationCode: Int]) {
        self.init(stations.map { ($0.key, $0.value) })
    }

    /// The same of stations in a row; soonest where those of a village, and villages of a subdistrict, follow each other.
    ///
    /// - Complexity: O(stations).
    init(_ stations: [(code: StationCode, votes: Int)]) {
        var own: [Area: Int] = [:]
        own.reserveCapacity(stations.count)
        var villages: [(code: RegionCode, votes: Int)] = []
        for (code, votes) in stations {
            own[.station(code), default: 0] += votes
            if villages.last?.code == code.village {
                villages[villages.count - 1].votes += votes
            } else {
                villages.append((code.village, votes))
            }
        }
        var tiers: [Tier: [Area: Int]] = [.station: own, .village: [:], .subdistrict: [:], .regency: [:]]
        for (village, votes) in villages {
            let subdistrict = village.parent ?? village
            tiers[.village]?[.region(village), default: 0] += votes
            tiers[.subdistrict]?[.region(subdistrict), default: 0] += votes
            tiers[.regency]?[.region(subdistrict.parent ?? village), default: 0] += votes
        }
        self.tiers = tiers
    }

    /// The number of areas with votes; `nil` where the tier is not known.
    ///
    /// - Complexity: O(areas).
    public func areas(_ tier: Tier) -> Int? {
        tiers[tier]?.values.count { $0 > 0 }
    }

    /// The same with other votes at a station, in every tier that is known.
    func replacing(_ recorded: Int, with votes: Int, at station: StationCode) -> VoteSpread {
        var tiers = tiers
        for tier in tiers.keys {
            tiers[tier]?[Area(of: tier, around: station), default: 0] += votes - recorded
        }
        return VoteSpread(tiers)
    }
}

extension VoteSpread.Area {
    /// The area of a tier in which a station lies.
    fileprivate init(of tier: VoteSpread.Tier, around station: StationCode) {
        let village = station.village
        switch tier {
        case .station: self = .station(station)
        case .village: self = .region(village)
        case .subdistrict: self = .region(village.parent ?? village)
        case .regency: self = .region(village.parent?.parent ?? village)
        }
    }
}

extension VoteSpread {
    /// How votes lie in a tier compared with others'.
    enum Comparison: Hashable {
        case wider, equal, narrower
        /// More even by one measure and less by another.
        case unclear
    }

    /// Compares two spreads in a tier that both know.
    ///
    /// The sources do not say how evenness is measured. Votes are more even by every measure when, for every number of
    /// areas, the largest areas hold no larger share of them (Lorenz); where that holds of neither, nothing is decided.
    ///
    /// - Complexity: O(*n* log *n*) in the areas.
    func compared(to other: VoteSpread, in tier: Tier, by measure: Law.SpreadMeasure) -> Comparison {
        switch measure {
        case .areas:
            let (own, others) = (areas(tier) ?? 0, other.areas(tier) ?? 0)
            return own == others ? .equal : own > others ? .wider : .narrower
        case .evenness:
            let (own, others) = (largestFirst(tier), other.largestFirst(tier))
            let (total, otherTotal) = (Int128(own.reduce(0, +)), Int128(others.reduce(0, +)))
            var (sum, otherSum) = (Int128(0), Int128(0))
            var (isMore, isLess) = (false, false)
            for place in 0..<max(own.count, others.count) {
                sum += Int128(place < own.count ? own[place] : 0)
                otherSum += Int128(place < others.count ? others[place] : 0)
                if sum * otherTotal > otherSum * total { isLess = true }
                if sum * otherTotal < otherSum * total { isMore = true }
            }
            return isMore ? (isLess ? .unclear : .wider) : isLess ? .narrower : .equal
        }
    }

    private func largestFirst(_ tier: Tier) -> [Int] {
        (tiers[tier] ?? [:]).values.sorted(by: >)
    }
}
