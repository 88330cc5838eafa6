import ArgumentParser
import Elections
import Exchange
import Office
import Rehearsal

/// Plays a rehearsal through the office's own commands, each by the mandate of whoever asks.
struct RehearsalRun {
    let place: OfficePlace
    let plan: RehearsalPlan
    /// How long to wait between two steps.
    let pace: Duration

    /// Plays to the end, and says what came of it; ends early when it is cancelled.
    ///
    /// - Throws: An exit code, 4, after the reason, when the office did what it must not, or not what it must.
    func play(in office: any RunningOffice) async throws {
        let refused: Int?
        do throws(RehearsalAlarm) {
            refused = try await steps(in: office)
        } catch {
            Terminal.warn("\(place.path): \(error.words[Terminal.language])".visible)
            throw ExitCode(4)
        }
        guard let refused else {
            return Terminal.warn(
                Terminal.say(
                    "\(place.path): terputus; perintah yang sama melanjutkannya",
                    "\(place.path): broken off; the same command goes on"
                )
            )
        }
        // As it is on disk, not as this process remembers it.
        var tally = RehearsalTally()
        let state = try await place.read { entry in
            for act in entry.acts { tally.count(act) }
        }.state
        guard let election = state.election else { return }
        let count = plan.play(of: election, sha256: FileDigest.sha256)
        let (unequal, uncertified) = (count.unequal(in: state), count.uncertified(in: state))
        let isUnfinished = uncertified.isEmpty && count.isUnfinished(in: state)
        guard unequal.isEmpty, uncertified.isEmpty, !isUnfinished else {
            let alarm: RehearsalAlarm =
                !unequal.isEmpty ? .unequal(unequal) : isUnfinished ? .unfinished : .uncertified(uncertified)
            Terminal.warn("\(place.path): \(alarm.words[Terminal.language])".visible)
            throw ExitCode(4)
        }
        let region = election.regions[plan.place]?.name ?? ""
        try Terminal.write(
            tally.lines(forms: count.papers.count, in: region, refused: refused).map { $0[Terminal.language] }
        )
    }

    /// Everything that is done.
    ///
    /// - Returns: How much was tried and refused; `nil` when it was broken off.
    private func steps(in office: any RunningOffice) async throws(RehearsalAlarm) -> Int? {
        guard let election = await office.view.state.election else { return nil }
        var count = plan.play(of: election, sha256: FileDigest.sha256)
        var refused = 0
        while let turn = count.next(in: await office.view.state) {
            guard !Task.isCancelled else { return nil }
            for forbidden in turn.forbidden {
                try await check(forbidden, in: office)
                refused += 1
            }
            guard try await take(turn, of: count, in: office) else { return nil }
            if pace > .zero { try? await Task.sleep(for: pace) }
        }
        return refused
    }

    /// Takes a turn; a typist who is told what does not add up looks at the paper again.
    ///
    /// - Returns: Whether it was done; not when the office closed meanwhile.
    private func take(
        _ turn: Turn,
        of count: any Rehearsed,
        in office: any RunningOffice
    ) async throws(RehearsalAlarm) -> Bool {
        var turn = turn
        while true {
            let officer = Officer(signedIn: turn.account)
            switch await office.outcome(of: .perform(turn.act), as: officer, request: turn.request) {
            case .success: return true
            case .failure(.closed): return false
            case .failure(.busy): try? await Task.sleep(for: .milliseconds(100))
            case .failure(.misfit(.unconfirmed(let form, let codes))):
                let state = await office.view.state
                guard let again = count.again(turn, unconfirmed: codes, in: state) else {
                    throw .notDone(turn.account, .misfit(.unconfirmed(form, codes)))
                }
                turn = again
            case .failure(let refusal): throw .notDone(turn.account, refusal)
            }
        }
    }

    private func check(_ forbidden: Forbidden, in office: any RunningOffice) async throws(RehearsalAlarm) {
        let officer = Officer(signedIn: forbidden.account)
        // Never written, so that the name need not be another one each time.
        let request = "forbidden-\(forbidden.kind.rawValue)"
        let answer: Forbidden.Answer?
        switch await office.outcome(of: forbidden.command, as: officer, request: request) {
        case .failure(.notPermitted): answer = .notPermitted
        case .failure(.misfit(let fault)): answer = .fault(fault)
        case .failure, .success: answer = nil
        }
        guard answer == forbidden.answer else { throw .notRefused(forbidden.kind, by: forbidden.account) }
    }
}

/// What must not happen in a rehearsal: the office, or the rehearsal, is broken.
enum RehearsalAlarm: Error {
    /// Somebody may not do what is theirs to do.
    case notDone(String, Refusal)
    /// Somebody could do what they must not, or was refused for another reason.
    case notRefused(Forbidden.Kind, by: String)
    /// Forms do not say what their papers say.
    case unequal([FormKey])
    /// Certificates are not the sum of papers and corrections.
    case uncertified([Certificate])
    /// Not everybody who is elected took the oath.
    case unfinished
}
