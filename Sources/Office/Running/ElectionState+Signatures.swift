import Elections

extension ElectionState {
    /// Checks what no act alone shows: who signed a command, and that acts of the logs come as what they are.
    func checkSignatures(of command: Command) throws(ActFault) {
        switch command {
        case .nameKey(let named) where !accepts(signaturesOf: .keyNamed(named)):
            throw .keyProof(named.purpose)
        case .succeed(let act) where !accepts(signaturesOf: .logSucceeded(act)): throw .unsignedLog
        case .takeOver(let acts) where acts.contains(where: \.isOfLogs): throw .unsignedLog
        default: break
        }
    }
}
