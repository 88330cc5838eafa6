/// What the office did last: how much of each kind on the last days, and the newest acts one by one.
public struct RecentActs: Sendable {
    /// An act that was done.
    public struct Entry: Hashable, Sendable {
        /// Its kind.
        public let kind: Act.Kind
        /// Where it took effect; `nil` for the whole election.
        public let place: RegionCode?
        /// Who asked for it.
        public let account: String
        /// When, in milliseconds since 1970.
        public let time: Int
    }

    /// The newest acts, the last one at the end.
    public private(set) var newest: [Entry] = []
    private var days: [Int: [Act.Kind: Int]] = [:]

    /// How many of the newest are kept.
    static let most = 100
    /// How many days are counted.
    static let dayCount = 3

    init() {}

    /// Notes an act on a day.
    mutating func note(_ entry: Entry, on day: CalendarDate) {
        if newest.count == Self.most { newest.removeFirst() }
        newest.append(entry)
        days[day.dayNumber, default: [:]][entry.kind, default: 0] += 1
        if days.count > Self.dayCount, let oldest = days.keys.min() { days[oldest] = nil }
    }

    /// How much of each kind was done since a day, it among them.
    public func counts(since day: CalendarDate) -> [Act.Kind: Int] {
        days.filter { $0.key >= day.dayNumber }.values.reduce(into: [:]) { sums, counts in
            sums.merge(counts, uniquingKeysWith: +)
        }
    }
}
