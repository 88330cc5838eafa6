import Elections
import Logging
import Office

/// What is done at the desk, whoever asks: a page or a program.
extension Desk {
    /// Asks the office for an act.
    ///
    /// - Parameters:
    ///   - act: What is asked for.
    ///   - caller: Who asks.
    ///   - request: Their own name for it: asked again under the same, it is not done again.
    /// - Returns: Where it stands in the journal.
    /// - Throws: ``DeskRefusal``.
    @discardableResult
    func perform(_ act: Act, by caller: DeskCaller, request: String) async throws(DeskRefusal) -> Receipt {
        try await perform(act, as: caller.officer, request: request)
    }

    /// Asks the office for what a form says, and leads on.
    ///
    /// - Parameters:
    ///   - act: What is asked for.
    ///   - sent: The form.
    ///   - caller: Who sent it.
    ///   - next: The page that is shown where it was done.
    ///   - again: The form's page, where the act does not fit what the office knows.
    /// - Returns: The answer to whoever sent it.
    /// - Throws: ``Refusal`` where it was not done for another reason.
    func perform(
        _ act: Act,
        asked sent: Fields,
        by caller: DeskCaller,
        then next: LocalPath,
        orShow again: (ActFault) throws(Refusal) -> Answer
    ) async throws(Refusal) -> Answer {
        do throws(DeskRefusal) {
            try await perform(act, by: caller, request: try sent.request())
        } catch {
            guard case .misfit(let fault) = error else { throw error.refusal }
            return try again(fault)
        }
        return .seeOther(next)
    }

    /// Asks the office for an act as an officer.
    @discardableResult
    func perform(_ act: Act, as officer: Officer, request: String) async throws(DeskRefusal) -> Receipt {
        try await perform(.perform(act), as: officer, request: request)
    }

    /// Asks the office for something as an officer.
    @discardableResult
    func perform(_ command: Command, as officer: Officer, request: String) async throws(DeskRefusal)
        -> Receipt
    {
        do throws(Office.Refusal) {
            return try await office.perform(command, as: officer, request: request)
        } catch {
            throw desk(error)
        }
    }

    /// Why the office did not do something, as the desk says it.
    func desk(_ refusal: Office.Refusal) -> DeskRefusal {
        if case .misfit(let fault) = refusal { return .misfit(fault) }
        return .http(self.refusal(refusal))
    }

    /// What is answered where the office did not do something.
    private func refusal(_ refusal: Office.Refusal) -> Refusal {
        switch refusal {
        case .notPermitted: return Refusal(.forbidden)
        case .namelessRequest: return Refusal(.fieldInvalid, field: "request")
        case .misfit: return Refusal(.unprocessable)
        case .tooLarge: return Refusal(.tooLarge)
        case .busy: return Refusal(.busy, retryAfter: .seconds(1))
        case .closed: return Refusal(.busy, retryAfter: .seconds(5))
        case .unknown, .notStored:
            logger.error("the office did not write", metadata: ["refusal": "\(refusal)"])
            return Refusal(.busy, retryAfter: .seconds(5))
        }
    }
}

/// Why the desk did not do something.
enum DeskRefusal: Error, Sendable {
    /// It does not fit what the office knows.
    case misfit(ActFault)
    /// Anything else.
    case http(Refusal)

    /// As an answer for which nobody has better words.
    var refusal: Refusal {
        switch self {
        case .misfit(let fault): fault.refusal
        case .http(let refusal): refusal
        }
    }
}

extension ActFault {
    /// What it is to whoever asked over HTTP.
    var refusal: Refusal {
        switch self {
        case .formChanged, .accountTwice, .mandateNumber, .deskTwice, .evidenceTwice, .evidenceWithdrawn,
            .noEvidence:
            Refusal(.conflict)
        case .desk(_, .stage), .desk(_, .fields): Refusal(.conflict)
        case .desk(_, .samePerson): Refusal(.forbidden)
        case .unknownStation, .noDesk, .noAccount, .noMandate: Refusal(.notFound)
        case .reason, .longText: Refusal(.fieldInvalid, field: "reason")
        default: Refusal(.unprocessable)
        }
    }
}
