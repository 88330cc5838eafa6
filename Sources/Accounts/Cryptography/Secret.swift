/// A text that only its owner may read: printing it, also in a debugger, shows nothing of it.
public struct Secret: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
    /// The text itself, for the owner's eyes.
    public let text: String

    /// Takes a text in.
    public init(_ text: String) {
        self.text = text
    }

    /// Always the same word.
    public var description: String { "(hidden)" }

    /// Shows nothing.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
