/// The name of a file as its sender has it: to be shown, and to name a download; no path.
struct FileName: Hashable, Sendable {
    /// The name: without folders and control characters, at most 150 characters, perhaps empty.
    let shown: String

    /// What is left of a name when nothing in it can lead anywhere.
    init(_ text: String) {
        // By scalars: a slash with an accent is a character of its own, and still a slash to a file system.
        var harmless = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case _ where scalar == "/" || scalar == "\\": harmless.removeAll()
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: break
            default: harmless.append(scalar)
            }
        }
        let name = String(String(harmless).prefix(150))
        shown = name.unicodeScalars.allSatisfy { $0 == "." } ? "" : name
    }
}
