/// What somebody asks the office to do.
public enum Command: Sendable {
    /// Take over facts that were established elsewhere, with the files they come from.
    case takeOver([Act])
    /// Make a key known, or replace the one in use.
    case nameKey(KeyNamed)
    /// Begin the logs anew, because entries or a key were lost.
    case succeed(LogSucceeded)

    /// What it takes to ask for it.
    public var permission: Permission {
        switch self {
        case .takeOver: .takeOver
        case .nameKey, .succeed: .manageLogs
        }
    }
}

extension Command {
    /// The acts that it leads to, if they fit.
    var acts: [Act] {
        switch self {
        case .takeOver(let acts): acts
        case .nameKey(let act): [.keyNamed(act)]
        case .succeed(let act): [.logSucceeded(act)]
        }
    }

    /// The canonical text of the acts it leads to, one after the other with commas between them.
    ///
    /// - Complexity: O(size of the command).
    public var actsText: [UInt8] {
        var writer = CanonicalWriter()
        for act in acts { writer.write(act) }
        return writer.bytes
    }
}

/// What an officer may do.
public enum Permission: String, CaseIterable, Hashable, Sendable {
    /// Take over facts from files.
    case takeOver = "take-over"
    /// Name the office's keys and begin its logs anew.
    case manageLogs = "manage-logs"
}

extension ElectionState {
    /// Decides a command: folds the acts it leads to into the state, all of them or none.
    ///
    /// - Returns: The acts.
    /// - Throws: ``ActFault`` with the first reason why not; the state is as it was then.
    /// - Complexity: O(size of the command).
    public mutating func decide(_ command: Command) throws(ActFault) -> [Act] {
        let acts = command.acts
        for act in acts where !act.isPublishable { throw .tooLong(act.kind) }
        guard acts.count > 1 else {
            // An act is folded in whole or not at all, so that no page need be copied.
            for act in acts { try apply(act) }
            return acts
        }
        var state = self
        for act in acts { try state.apply(act) }
        self = state
        return acts
    }
}
