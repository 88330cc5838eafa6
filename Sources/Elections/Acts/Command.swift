/// What somebody asks the office to do.
public enum Command: Sendable {
    /// Take over facts that were established elsewhere, with the files they come from.
    case takeOver([Act])
    /// Open a reading that never counts, name its file, and take its forms in.
    case compare([Act])
    /// Do something, and what follows from it.
    case perform(Act)

    /// The acts that are asked for; the office adds what follows from them.
    public var acts: [Act] {
        switch self {
        case .takeOver(let acts), .compare(let acts): acts
        case .perform(let act): [act]
        }
    }

    /// What it takes to ask for it; `nil` where nobody can.
    public var permission: Permission? {
        switch self {
        case .takeOver: .takeOver
        case .compare: .compareReadings
        case .perform(let act): act.kind.permission
        }
    }
}

/// What whoever asks may do.
public enum Rights: Hashable, Sendable {
    /// This, wherever: of the machine's own command line.
    case granted(Set<Permission>)
    /// What the account's mandates give, and of that no more than this.
    case mandated(within: Set<Permission>)
}

extension ElectionState {
    /// Whether an account may ask for a command at a moment, in milliseconds since 1970.
    public func permits(_ command: Command, to account: String, _ rights: Rights, at time: Int) -> Bool {
        guard let permission = command.permission else { return false }
        return permits(permission, at: command.acts.map { place(of: $0) }, to: account, rights, at: time)
    }

    /// Whether an account may do something at all of some places at a moment, in milliseconds since 1970; `nil`
    /// asks for the whole election.
    public func permits(
        _ permission: Permission,
        at places: [RegionCode?],
        to account: String,
        _ rights: Rights,
        at time: Int
    ) -> Bool {
        switch rights {
        case .granted(let permissions): permissions.contains(permission)
        case .mandated(let permissions):
            // What has no place is asked for the whole election.
            permissions.contains(permission)
                && (places.isEmpty ? [nil] : places).allSatisfy {
                    organisation.may(account, permission, at: $0, time)
                }
        }
    }

    /// Decides a command: folds the acts it leads to into the state, all of them or none.
    ///
    /// - Returns: The acts that are asked for, and those that follow from them.
    /// - Throws: ``ActFault`` with the first reason why not; the state is as it was then.
    /// - Complexity: O(size of the command); O(stations × ballots) for the first form after a rule, ballot or
    ///   reading was added.
    public mutating func decide(_ command: Command, by author: Author) throws(ActFault) -> [Act] {
        let acts = command.acts
        for act in acts {
            if case .takeOver = command, !act.kind.isTakenOver { throw .notACommand(act.kind) }
            if case .perform = command, act.kind.permission == nil { throw .notACommand(act.kind) }
            if !act.isPublishable { throw .tooLong(act.kind) }
        }
        if case .compare = command { try checkComparison(acts) }
        if case .perform(let act) = command { return try perform(act, by: author) }
        guard acts.count > 1 else {
            // An act is folded in whole or not at all, so that no page need be copied.
            for act in acts { try apply(act, by: author) }
            return acts
        }
        var state = self
        for act in acts { try state.apply(act, by: author) }
        self = state
        return acts
    }

    /// Does what is asked for, and what follows from it.
    private mutating func perform(_ act: Act, by author: Author) throws(ActFault) -> [Act] {
        if case .formEntered(let entry) = act {
            try checkHeld(entry.form)
            try checkConfirmed(entry)
        }
        try checkWhole(act)
        var acts: [Act] = []
        var state = self
        if case .deskOpened(let desk) = act {
            try checkListsSettled(desk.ballot)
            acts = try preparation(for: desk)
            for act in acts {
                guard act.isPublishable else { throw .tooLong(act.kind) }
                try state.apply(act, by: author)
            }
        }
        var next = [act]
        while !next.isEmpty {
            for act in next { try state.apply(act, by: author) }
            acts += next
            next = try state.consequences(of: next[next.count - 1])
        }
        self = state
        return acts
    }
}
