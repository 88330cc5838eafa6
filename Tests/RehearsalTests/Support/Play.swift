import Elections
import TestSupport
import TransparencyLog

@testable import Rehearsal

/// A rehearsal played on an office's state alone: without a journal, a clock or a disk.
struct Play {
    private(set) var state = ElectionState()
    private(set) var count: any Rehearsed
    /// What was done, in its order: who, and the act's own text.
    private(set) var done: [String] = []
    private(set) var tally = RehearsalTally()
    /// What was tried and rightly refused.
    private(set) var refused: [Forbidden.Kind: Int] = [:]
    /// What was not refused, or otherwise than it had to be.
    private(set) var wrong: [String] = []
    let election: Election

    /// What the rehearsal asked for and did not get.
    struct Stuck: Error {
        let turn: Turn
        let answer: Forbidden.Answer
    }

    /// The small election, whose first subdistrict has three stations with two ballots each.
    static func election() throws -> Election {
        try SmallElection().election().rehearsed([.president, .regencyCouncil])
    }

    /// The digest by which forms are drawn.
    static let sha256: @Sendable ([UInt8]) -> String = { Hash.digest($0).hex }

    /// The chair could not open a desk.
    struct NoDesk: Error {}

    init(seed: Int, errors: Int, isWhole: Bool = false, _ election: Election? = nil) throws {
        self.election = try election ?? Self.election()
        let place = try RegionCode(parsing: "73.12.01")
        let plan = try RehearsalPlan(
            self.election,
            subdistrict: isWhole ? nil : place,
            isWhole: isWhole,
            seed: seed,
            errors: errors
        )
        count = plan.play(of: self.election, sha256: Self.sha256)
        for acts in Act.takingOver(self.election) { _ = try state.decide(.takeOver(acts), by: .unknown) }
        let key = KeyNamed(purpose: .rehearsal, key: "example.org/rehearsal+key")
        _ = try state.decide(.perform(.keyNamed(key)), by: .unknown)
        for act in People.opened(for: plan, of: self.election) {
            _ = try state.decide(.perform(act), by: .unknown)
        }
        for act in People.desks(for: plan) where perform(.perform(act), as: People.chair) != nil {
            throw NoDesk()
        }
    }

    /// Plays to the end; `isForgetful` begins anew with the plan at every turn, as after a loss of power.
    mutating func play(isForgetful: Bool = false) throws {
        while let turn = count.next(in: state) {
            for forbidden in turn.forbidden { attempt(forbidden) }
            try take(turn)
            if isForgetful { count = count.plan.play(of: election, sha256: Self.sha256) }
        }
    }

    private mutating func take(_ turn: Turn) throws {
        var turn = turn
        while let answer = perform(.perform(turn.act), as: turn.account) {
            guard case .fault(.unconfirmed(_, let codes)) = answer,
                let again = count.again(turn, unconfirmed: codes, in: state)
            else { throw Stuck(turn: turn, answer: answer) }
            turn = again
        }
        done.append(
            "\(turn.account) \(turn.request) \(String(decoding: turn.act.canonicalText, as: UTF8.self))"
        )
    }

    private mutating func attempt(_ forbidden: Forbidden) {
        let answer = perform(forbidden.command, as: forbidden.account)
        if answer == forbidden.answer {
            refused[forbidden.kind, default: 0] += 1
        } else {
            wrong.append("\(forbidden.kind): \(answer.map { "\($0)" } ?? "done")")
        }
    }

    /// Does what is asked for by mandate.
    ///
    /// - Returns: Why not; `nil` when it is done.
    private mutating func perform(_ command: Command, as account: String) -> Forbidden.Answer? {
        let rights = Rights.mandated(within: Set(Permission.allCases))
        guard state.permits(command, to: account, rights, at: 0) else { return .notPermitted }
        do throws(ActFault) {
            for act in try state.decide(command, by: Author(account: account, time: 0, entry: 0)) {
                tally.count(act)
            }
            return nil
        } catch {
            return .fault(error)
        }
    }
}
