/// Names for the tabs of sheets: a spreadsheet refuses a file that breaks its rules on them.
enum SheetName {
    /// The longest name, in UTF-16 units.
    static let longest = 31

    /// `wanted` made a name that none of `taken` is, without regard to case.
    static func name(_ wanted: String, besides taken: [String]) -> String {
        let plain = allowed(wanted)
        let others = Set(taken.map { $0.lowercased() })
        var name = plain
        var number = 2
        while others.contains(name.lowercased()) {
            let end = " \(number)"
            name = cut(plain, to: longest - end.utf16.count) + end
            number += 1
        }
        return name
    }

    /// The name without forbidden characters, cut to the longest there may be.
    private static func allowed(_ wanted: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in wanted.unicodeScalars {
            let isForbidden = "[]:*?/\\".unicodeScalars.contains(scalar)
            scalars.append(isForbidden || scalar.properties.generalCategory == .control ? "-" : scalar)
        }
        var name = cut(String(scalars), to: longest)
        // An apostrophe at either end would end the name where a formula quotes it.
        if name.hasPrefix("'") { name = "-" + name.dropFirst() }
        if name.hasSuffix("'") { name = name.dropLast() + "-" }
        if name.allSatisfy({ $0 == " " }) { return "Sheet" }
        // The program keeps this name for itself.
        return name.lowercased() == "history" ? name + "-" : name
    }

    private static func cut(_ text: String, to length: Int) -> String {
        var text = text
        while text.utf16.count > length { text.removeLast() }
        return text
    }
}
