/// The texts of a workbook that cells refer to by number.
struct SharedStrings: XMLSink {
    /// The texts, runs of different looks joined.
    private(set) var texts: [String] = []
    private var text = TextRuns()

    mutating func open(_ name: String, _ attributes: [String: String]) {
        if name == "si" { text = TextRuns() } else { text.open(name) }
    }

    mutating func close(_ name: String) {
        if name == "si" { texts.append(EscapedText.decode(text.joined)) } else { text.close(name) }
    }

    mutating func text(_ text: String) {
        self.text.add(text)
    }
}

/// Text in runs of different looks, without the reading aids that may stand above it.
struct TextRuns {
    private(set) var joined = ""
    private var isInText = false
    private var isInReading = false

    mutating func open(_ name: String) {
        switch name {
        case "t": isInText = !isInReading
        case "rPh": isInReading = true
        default: break
        }
    }

    mutating func close(_ name: String) {
        switch name {
        case "t": isInText = false
        case "rPh": isInReading = false
        default: break
        }
    }

    mutating func add(_ text: String) {
        if isInText { joined += text }
    }
}
