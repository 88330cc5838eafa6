import Elections

/// Minutes write themselves, but never alone: their words are proposed from the acts, and people give them others.
///
/// Legal source: PKPU 4/2019 and 5/2024 (minutes of recapitulation), PKPU 8/2019 (plenary meetings).
extension DocumentRoom {
    /// The words of a plenary's minutes as the acts propose them, a paragraph each; a heading begins with `# `.
    ///
    /// - Returns: `nil` of a plenary that was not opened, or was given up.
    public func proposedMinutes(_ number: Int) -> [String]? {
        plenary(number).flatMap { $0.stage == .called ? nil : proposed($0) }
    }

    /// The words of a plenary's minutes as they stand on the paper.
    public func wordedMinutes(_ number: Int) -> [String]? {
        state.papers.minutes[number] ?? proposedMinutes(number)
    }

    /// Where the words that people gave a plenary's minutes differ from the record, in the order of reading.
    public func minutesDifferences(_ number: Int) -> [MinutesDifference] {
        guard let worded = state.papers.minutes[number], let proposed = proposedMinutes(number) else {
            return []
        }
        return MinutesDifference.all(in: worded, from: proposed)
    }

    private func proposed(_ plenary: Plenary) -> [String] {
        let call = plenary.call
        var lines = [
            "Pada hari ini \(NumberWords.text(call.date)), bertempat di \(call.venue), \(body(of: plenary.region)) "
                + "menyelenggarakan rapat pleno dengan agenda: \(call.agenda). Undangan: \(call.invitation)."
        ]
        if let ground = call.ground { lines.append("Rapat ini diadakan karena: \(ground).") }
        let members = plenary.membersPresent
        let quorum = Quorum.attending(call.members)
        lines += [
            "# Kehadiran",
            "Hadir \(members) (\(NumberWords.text(members) ?? "")) dari \(call.members) anggota; kuorum \(quorum).",
        ]
        if call.subject == .recapitulation {
            lines.append("# Yang direkapitulasi")
            lines += call.ballots.map { ballot in
                let read = plenary.read[ballot]?.count ?? 0
                let units = state.units(of: plenary.region, ballot).count
                return "\(ballot.name.indonesian): \(read) dari \(units) bagian dibacakan."
            }
        }
        func section(_ heading: String, _ points: [String]) {
            guard !points.isEmpty else { return }
            lines.append("# \(heading)")
            lines += points.enumerated().map { "\($0.offset + 1). \($0.element)" }
        }
        section("Keberatan", plenary.objections.map { words($0, plenary) })
        section("Kejadian khusus", plenary.events.map(\.text))
        section("Keputusan", plenary.decisions.map { words($0, plenary) })
        lines.append(
            plenary.stage == .opened
                ? "Rapat masih berlangsung ketika berita acara ini dibuat."
                : "Demikian berita acara ini dibuat untuk dipergunakan sebagaimana mestinya."
        )
        return lines
    }

    /// The minutes: their words, the corrections as the record has them, places for hands.
    func minutes(_ plenary: Plenary) -> Document {
        let words = state.papers.minutes[plenary.number] ?? proposed(plenary)
        var blocks: [Document.Block] = words.map { line in
            line.hasPrefix("# ") ? .heading(String(line.dropFirst(2))) : .text(line)
        }
        if !plenary.corrections.isEmpty {
            blocks.append(.heading("Angka yang dibetulkan dalam rapat ini"))
            blocks.append(.table(corrections(plenary)))
        }
        blocks.append(.heading(body(of: plenary.region)))
        blocks.append(.signatures(signatories(plenary)))
        return document(
            .minutes(plenary: plenary.number),
            form: plenary.call.subject == .recapitulation ? forms(of: plenary).minutes : "",
            title: [
                "BERITA ACARA RAPAT PLENO", plenary.call.agenda.uppercased(),
                name(plenary.region).uppercased(),
            ],
            of: plenary.call.date,
            blocks
        )
    }
}

/// Something in the words of minutes that the record does not say, or that it says and they do not.
public enum MinutesDifference: Hashable, Sendable {
    /// A figure that the record has nowhere in these minutes; the paragraph counts from 1.
    case figure(String, paragraph: Int)
    /// A figure and the words beside it say different numbers.
    case spelling(figure: String, words: String, paragraph: Int)
    /// Something on record that no paragraph tells.
    case leftOut(String)

    /// Compares the words people gave minutes with the proposed ones.
    ///
    /// A paragraph of the record is told where one of theirs has its figures in their order and half of its longer words.
    ///
    /// - Complexity: O(paragraphs² × words).
    static func all(in worded: [String], from proposed: [String]) -> [MinutesDifference] {
        let known = Set(proposed.flatMap(figures))
        let spelled = Set(proposed.flatMap(numberWords))
        var found: [MinutesDifference] = []
        for (place, text) in worded.enumerated() {
            found += figures(text).filter { !known.contains($0) }.map { .figure($0, paragraph: place + 1) }
            let own = Set(figures(text).compactMap { Int($0).flatMap(NumberWords.text) })
            found += numberWords(text).filter { !spelled.contains($0) && !own.contains($0) }.map {
                .figure($0, paragraph: place + 1)
            }
            found += spellings(text).map { .spelling(figure: $0, words: $1, paragraph: place + 1) }
        }
        let told = worded.map { (figures($0), Set(longWords($0))) }
        for text in proposed where !text.hasPrefix("# ") && !worded.contains(text) {
            let (numbers, words) = (figures(text), Set(longWords(text)))
            let isTold = told.contains { theirs in
                contains(theirs.0, numbers) && 2 * words.intersection(theirs.1).count >= words.count
            }
            if !isTold { found.append(.leftOut(text)) }
        }
        return found
    }

    /// Whether figures stand among others in their order: attendance and quorum exchanged are not the same.
    private static func contains(_ all: [String], _ wanted: [String]) -> Bool {
        var rest = wanted[...]
        for figure in all where figure == rest.first { rest.removeFirst() }
        return rest.isEmpty
    }

    /// The figures in a text, without the points between thousands; not the number that a paragraph begins with.
    private static func figures(_ text: String) -> [String] {
        var (figures, current) = ([String](), "")
        var isBehindDigit = false
        let body = withoutOrdinal(text)
        for (place, letter) in zip(body.indices, body) {
            if letter.isNumber {
                // In whatever script, or raised: a figure is a figure.
                current += letter.wholeNumberValue.map(String.init) ?? String(letter)
                isBehindDigit = true
            } else if letter == ".", isBehindDigit, isGroup(body[body.index(after: place)...]) {
                continue
            } else {
                if !current.isEmpty { figures.append(current) }
                (current, isBehindDigit) = ("", false)
            }
        }
        return current.isEmpty ? figures : figures + [current]
    }

    /// Whether three digits follow, and no fourth: a point before them parts thousands.
    private static func isGroup(_ rest: Substring) -> Bool {
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        return digits.count == 3
    }

    private static func withoutOrdinal(_ text: String) -> Substring {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let rest = text.dropFirst(digits.count)
        return (1...3).contains(digits.count) && rest.hasPrefix(". ") ? rest.dropFirst(2) : text[...]
    }

    /// Figures followed by words in brackets that are another number's.
    private static func spellings(_ text: String) -> [(figure: String, words: String)] {
        var found: [(figure: String, words: String)] = []
        let parts = text.split(separator: "(", omittingEmptySubsequences: false)
        for (before, part) in zip(parts, parts.dropFirst()) {
            guard let close = part.firstIndex(of: ")"), let figure = figures(String(before)).last,
                before.trimmingSpaces.last.map({ $0.isASCII && $0.isNumber }) == true
            else { continue }
            let words = String(part[..<close])
            guard NumberWords.areNumberWords(words) else { continue }
            if Int(figure).flatMap(NumberWords.text) != words { found.append((figure, words)) }
        }
        return found
    }

    /// Numbers that are written in words: two or more in a row, or one that is a number by itself.
    private static func numberWords(_ text: String) -> [String] {
        var (runs, current) = ([String](), [String]())
        for word in text.lowercased().split(whereSeparator: { !$0.isLetter }).map(String.init) + [""] {
            if NumberWords.areNumberWords(word) {
                current.append(word)
            } else {
                let isNumber =
                    current.count > 1 || current.first.map { $0.hasPrefix("se") && $0 != "sembilan" } == true
                if isNumber { runs.append(current.joined(separator: " ")) }
                current = []
            }
        }
        return runs
    }

    private static func longWords(_ text: String) -> [String] {
        text.lowercased().split { !$0.isLetter }.filter { $0.count > 3 }.map(String.init)
    }
}

extension Substring {
    fileprivate var trimmingSpaces: Substring {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
