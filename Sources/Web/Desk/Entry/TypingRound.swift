import Elections

/// The forms that an account may type, in an order of its own, so that typists seldom meet.
///
/// Which come, and in which order, says nothing of what others typed: a form is among them as long as it takes this
/// account's typing.
struct TypingRound {
    private let account: String
    private let caller: DeskCaller

    init(_ account: String, _ caller: DeskCaller) {
        (self.account, self.caller) = (account, caller)
    }

    /// So many forms at most: first what is typed again in part, then votes held again, then first votes.
    ///
    /// - Complexity: O(stations × ballots) where nearly everything is typed.
    func forms(of wanted: Ballot?, most: Int) -> [FormKey] {
        let state = caller.state
        let ballots = state.desks.filter { wanted == nil || wanted == $0 }
        var (again, fresh): ([FormKey], [FormKey]) = ([], [])
        let later = laterForms.filter { ballots.contains($0.ballot) }
        for place in places {
            let station = state.stations[place]
            var isMine: Bool?
            for ballot in ballots where state.hasBallot(ballot, atStation: place) {
                guard let desk = state.desk(of: ballot) else { continue }
                let work = desk.work(ofStation: place)
                let typed = work.filter { $0.stage == .sentBack && $0.accepts(typist: account) }
                let first = work.first { $0.version == .regular }
                let isOpen = first.map { $0.stage == .typing && $0.accepts(typist: account) } ?? true
                guard !typed.isEmpty || (isOpen && fresh.count < most) else { continue }
                // Asked last, and once: it walks through mandates.
                if isMine == nil { isMine = caller.may(.enterForms, at: station.village) }
                guard isMine == true else { break }
                again += typed.map { FormKey(ballot, station, $0.version) }
                if isOpen, fresh.count < most { fresh.append(FormKey(ballot, station)) }
            }
        }
        return Array((again + later.filter { !again.contains($0) } + fresh).prefix(most))
    }

    /// The forms of votes and counts held again that the account may type, in the order of the register.
    private var laterForms: [FormKey] {
        let state = caller.state
        return state.revotes.onRecord.flatMap { revote in
            revote.ballots.map { FormKey($0, revote.station, revote.version) }
        }.filter { form in
            state.desk(of: form.ballot) != nil && isOpen(form)
                && caller.may(.enterForms, at: form.station.village)
        }
    }

    /// Whether a form takes this account's typing, whatever others typed of it.
    private func isOpen(_ form: FormKey) -> Bool {
        caller.state.work(on: form)?.accepts(typist: account) ?? true
    }

    /// The forms of a station that the account may type: of each ballot the first vote, then what was held again.
    func forms(at station: StationCode) -> [FormKey] {
        guard let place = caller.state.position(of: station), caller.may(.enterForms, at: station.village)
        else { return [] }
        return caller.state.desks.filter { caller.state.hasBallot($0, atStation: place) }
            .map { FormKey($0, station) }.filter(isOpen) + laterForms.filter { $0.station == station }
    }

    /// The places of all stations, each once: with a stride that has no divisor in common with their number.
    private var places: some Sequence<Int> {
        let count = caller.state.stations.count
        // FNV-1a: spreads, protects nothing.
        let hash = account.utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        var stride = count > 1 ? 1 + Int(hash >> 32) % (count - 1) : 1
        while Self.divisor(stride, count) > 1 { stride = stride % count + 1 }
        let start = count == 0 ? 0 : Int(hash & 0xFFFF_FFFF) % count
        return (0..<count).lazy.map { (start + $0 * stride) % count }
    }

    private static func divisor(_ one: Int, _ other: Int) -> Int {
        other == 0 ? one : divisor(other, one % other)
    }
}
