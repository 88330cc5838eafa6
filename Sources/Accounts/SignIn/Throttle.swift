/// Makes whoever tries and tries wait, twice as long each time.
///
/// An attempt counts when it begins, so that a thousand at once are not a thousand free ones. It knows names, not
/// accounts: names that nobody has are held up as others are. Seconds since 1970.
struct Throttle {
    /// What is counted by itself.
    enum Key: Hashable {
        /// A machine, or all behind one address.
        case address(String)
        /// A name that was typed.
        case name(String)
        /// A name from an address where it signed in before: strangers cannot hold it up.
        case known(String, from: String)
        /// The codes of an account.
        case code(AccountName)
    }

    private struct Entry {
        var attempts = 0
        var until = 0
        var used = 0
        /// Whether somebody was told to wait until then.
        var isTold = false
    }

    /// How long to wait, and whether it is the first refusal of this wait.
    struct Wait: Equatable {
        let seconds: Int
        let isFirst: Bool
    }

    let limits: SignInLimits
    private var entries: [Key: Entry] = [:]

    init(_ limits: SignInLimits) {
        self.limits = limits
    }

    /// What counts for a name that was typed at an address.
    func keys(_ name: String, from address: String) -> [Key] {
        let known = Key.known(name, from: address)
        return [entries[known] == nil ? .name(name) : known, .address(address)]
    }

    /// Begins an attempt, which counts as failed until it is taken back; `nil` when it may go on.
    mutating func begin(_ keys: [Key], at time: Int) -> Wait? {
        for key in keys { forget(key, at: time) }
        let waits = keys.map { (entries[$0]?.until ?? 0) - time }
        if let longest = waits.max(), longest > 0 {
            let isFirst = zip(keys, waits).contains { $1 > 0 && entries[$0]?.isTold == false }
            for (key, wait) in zip(keys, waits) where wait > 0 { entries[key]?.isTold = true }
            return Wait(seconds: longest, isFirst: isFirst)
        }
        for key in keys {
            makeRoom(for: key)
            var entry = entries[key] ?? Entry()
            entry.attempts += 1
            entry.used = time
            entry.isTold = false
            entry.until = time + delay(entry.attempts, key)
            entries[key] = entry
        }
        return nil
    }

    /// Takes attempts back that were none: they were right, or nobody looked at them.
    mutating func takeBack(_ keys: [Key]) {
        for key in keys {
            guard var entry = entries[key], entry.attempts > 0 else { continue }
            entry.attempts -= 1
            entry.until = min(entry.until, entry.used + delay(entry.attempts, key))
            entries[key] = entry
        }
    }

    /// Counts anew, after somebody proved who they are.
    mutating func clear(_ key: Key, at time: Int) {
        makeRoom(for: key)
        var entry = Entry()
        entry.used = time
        entries[key] = entry
    }

    /// The number of things counted.
    var count: Int { entries.count }

    private func delay(_ attempts: Int, _ key: Key) -> Int {
        let free = if case .address = key { limits.freePerAddress } else { limits.freePerName }
        guard attempts >= free else { return 0 }
        return min(limits.longestWait, 1 << min(attempts - free, 30))
    }

    private mutating func forget(_ key: Key, at time: Int) {
        guard let entry = entries[key] else { return }
        let quiet = if case .known = key { limits.knownFor } else { 4 * limits.longestWait }
        if time - max(entry.used, entry.until) > quiet { entries[key] = nil }
    }

    /// The quarter that was not used for longest goes when there is no room; a wait that is not over is use.
    private mutating func makeRoom(for key: Key) {
        guard entries[key] == nil, entries.count >= limits.counted else { return }
        let oldest = entries.sorted {
            max($0.value.used, $0.value.until) < max($1.value.used, $1.value.until)
        }
        .prefix(max(1, limits.counted / 4))
        for (key, _) in oldest { entries[key] = nil }
    }
}
