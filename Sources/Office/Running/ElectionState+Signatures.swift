import Elections

extension ElectionState {
    /// Decides a command by an officer who may ask for it, and whose signatures hold.
    ///
    /// - Returns: The acts it leads to.
    /// - Throws: ``Refusal``; the state is as it was then.
    mutating func decide(_ command: Command, as officer: Officer, at time: Int, entry: Int) throws(Refusal)
        -> [Act]
    {
        guard permits(command, to: officer.account, officer.rights, at: time) else {
            throw .notPermitted(command.permission)
        }
        do throws(ActFault) {
            try checkSignatures(of: command)
            return try decide(command, by: Author(account: officer.account, time: time, entry: entry))
        } catch {
            throw .misfit(error)
        }
    }

    /// Checks what no act alone shows: who signed it.
    private func checkSignatures(of command: Command) throws(ActFault) {
        guard case .perform(let act) = command, !accepts(signaturesOf: act) else { return }
        if case .keyNamed(let named) = act { throw .keyProof(named.purpose) }
        throw .unsignedLog
    }
}
