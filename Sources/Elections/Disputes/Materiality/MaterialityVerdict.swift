/// Whether contested votes can change who is elected.
public enum MaterialityVerdict: String, CaseIterable, Hashable, Sendable {
    /// Some votes within the bounds do.
    case can
    /// None do.
    case cannot
    /// It hangs on an order of equals for which something is missing.
    case unknown

    /// Of several questions: it can where one can, else it is unknown where one is.
    init(_ verdicts: some Sequence<MaterialityVerdict>) {
        self = verdicts.contains(.can) ? .can : verdicts.contains(.unknown) ? .unknown : .cannot
    }
}
