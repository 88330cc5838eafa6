import Elections

/// What somebody must be to do something at the desk; every operation says which.
enum DeskNeed: Hashable, Sendable {
    /// Anybody may: signing in, and nothing else.
    case nothing
    /// Somebody whose sign-in still lacks a step.
    case begun
    /// Somebody who signed in.
    case signedIn
    /// Somebody who signed in and has a permission somewhere; where it must reach says the operation.
    case permission(Permission)

    /// Its word in the description of the operations.
    var name: String {
        switch self {
        case .nothing: "nothing"
        case .begun: "begun"
        case .signedIn: "signed-in"
        case .permission(let permission): permission.rawValue
        }
    }
}
