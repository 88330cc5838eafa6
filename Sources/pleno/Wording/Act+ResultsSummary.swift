import Elections
import Web

extension ResultAct {
    /// What was done about a result, in a few words.
    var words: LocalizedText {
        switch self {
        case .listTieDecided(let act):
            let order = act.order.map(String.init).joined(separator: ", ")
            return .same("\(act.ballot.rawValue), \(act.district)·\(act.contestant): \(order) (\(act.seats))")
        case .seatTieDecided(let act):
            let seats = act.seats.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }.joined(separator: " ")
            return .same("\(act.ballot.rawValue), \(act.district): \(seats)")
        case .determined(let act):
            let districts = act.districts.map(String.init).joined(separator: ", ")
            return LocalizedText(
                id: "\(act.ballot.rawValue), \(act.step.name.indonesian), dapil \(districts)",
                en: "\(act.ballot.rawValue), \(act.step.name.english), districts \(districts)"
            )
        case .announced(let act): return .same("\(act.ballot.rawValue), \(act.determination): \(act.date)")
        case .proposed(let act): return act.step.words
        case .decreed(let act), .sworn(let act): return act.words
        case .postponed(let act):
            return .same("\(act.ballot.rawValue), \(act.member.text): \(act.reason)")
        case .replaced(let act):
            let successor = act.successor
            return .same(
                "\(act.ballot.rawValue), \(act.member.text) → \(successor.number), \(act.paper.reference)"
            )
        }
    }
}

extension MembersStep {
    fileprivate var words: LocalizedText {
        LocalizedText(
            id: "\(ballot.rawValue), \(members.count) orang: \(paper.reference), \(paper.date)",
            en: "\(ballot.rawValue), \(members.count) people: \(paper.reference), \(paper.date)"
        )
    }
}

extension MemberKey {
    fileprivate var text: String { "\(district)·\(contestant)·\(seat)" }
}
