import Accounts
import Elections

/// A form that waits for somebody's decision.
struct WaitingForm {
    let key: FormKey
    let work: FormWork
}

extension DeskCaller {
    /// The forms at some stages that this account may decide about: those that could change a seat first, among others
    /// the one that waits longest.
    ///
    /// Nobody decides about what they typed.
    ///
    /// - Complexity: O(stations × ballots).
    func waiting(
        _ stages: Set<FormWork.Stage>,
        _ permission: Permission,
        of wanted: Ballot? = nil,
        by stakes: Stakes?
    ) -> [WaitingForm] {
        guard let account = account?.text else { return [] }
        var waiting: [WaitingForm] = []
        for ballot in state.desks where wanted == nil || wanted == ballot {
            guard let desk = state.desk(of: ballot) else { continue }
            for (place, station) in state.stations.enumerated() {
                for work in desk.work(ofStation: place)
                where stages.contains(work.stage) && !work.isTyped(by: account) {
                    guard may(permission, at: station.village) else { continue }
                    waiting.append(WaitingForm(key: FormKey(ballot, station, work.version), work: work))
                }
            }
        }
        waiting.sort { ($0.work.changed, $0.key.station) < ($1.work.changed, $1.key.station) }
        guard let stakes else { return waiting }
        let forms = Dictionary(uniqueKeysWithValues: waiting.map { ($0.key, $0) })
        return stakes.sorted(waiting.map(\.key)).compactMap { forms[$0] }
    }
}

extension FormWork {
    /// Whether an account typed any of it.
    func isTyped(by account: String) -> Bool { entries.contains { $0.account == account } }
}
