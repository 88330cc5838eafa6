import Elections
import Yams

/// Reads `election.yaml` and collects everything wrong with it, each at its line.
struct DescriptionReader {
    private let file: String
    private(set) var problems: [Problem] = []
    private var digests: [String: String] = [:]

    init(file: String) {
        self.file = file
    }

    /// The description in `text`, or `nil` when there are problems.
    mutating func read(_ text: String) -> FolderDescription? {
        guard let root = root(of: text) else { return nil }
        check(
            root,
            knows: [
                "format", "name", "date", "law", "place", "regions", "stations", "revotes", "ballots",
                "decisions", "files",
            ]
        )
        if let version = string("format", of: root), version != "1" {
            problem(.malformed(version, expected: .formatVersion), at: root["format"], key: "format")
        }
        let name = localized("name", of: root)
        let date = parsed("date", of: root, .date) { CalendarDate(parsing: $0) }
        let laws = Law.all.map(\.id)
        let law = parsed("law", of: root, .oneOf(laws)) { Law.named($0) }
        let place = parsed("place", of: root, .regionCode) { try? RegionCode(parsing: $0) }
        let regions = path("regions", of: root)
        let stations = path("stations", of: root)
        let revotes = path("revotes", of: root, required: false)
        let ballots = ballots(of: root)
        let decisions = decisions(of: root, law)
        let files = sourceFiles(of: root)
        guard let name, let date, let law, let place, let regions, let stations, problems.isEmpty else {
            return nil
        }
        return FolderDescription(
            name: name,
            date: date,
            law: law,
            place: place,
            regions: regions,
            stations: stations,
            revotes: revotes,
            ballots: ballots.compactMap(\.self),
            decisions: decisions,
            files: files,
            digests: digests
        )
    }
}

extension DescriptionReader {
    /// The most anchors' aliases a description may have: a handful is a convenience, a tower of them makes
    /// a few lines unfold without end.
    private static let mostAliases = 16

    private static func aliases(in text: String) -> Int {
        let bytes = Array(text.utf8)
        return bytes.indices.count { index in
            bytes[index] == UInt8(ascii: "*") && index + 1 < bytes.count && bytes[index + 1] > 0x20
        }
    }

    private mutating func root(of text: String) -> Node.Mapping? {
        guard Self.aliases(in: text) <= Self.mostAliases else {
            problems.append(Problem(.notYAML(detail: "too many aliases (*)"), file: file))
            return nil
        }
        do {
            guard let node = try Yams.compose(yaml: text) else {
                problem(.empty, at: nil, key: nil)
                return nil
            }
            guard let mapping = node.mapping else {
                problem(.malformed("", expected: .mapping), at: node, key: nil)
                return nil
            }
            return mapping
        } catch {
            let (line, detail) = Self.place(of: error)
            problems.append(Problem(.notYAML(detail: detail), file: file, row: line))
            return nil
        }
    }

    private static func place(of error: any Error) -> (line: Int?, detail: String) {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            (mark.line, problem)
        case .duplicatedKeysInMapping(let duplicates, let context):
            (
                context.mark.line,
                "duplicate key \(duplicates.map { "\($0)" }.sorted().joined(separator: ", "))"
            )
        case .reader(let problem, _, _, _): (nil, problem)
        default: (nil, "\(error)")
        }
    }

    private mutating func ballots(of root: Node.Mapping) -> [FolderDescription.BallotFiles?] {
        let nodes = sequence("ballots", of: root)
        if root["ballots"]?.sequence != nil, nodes.isEmpty {
            problem(.malformed("", expected: .list), at: root["ballots"], key: "ballots")
        }
        checkOnce("ballot", in: nodes)
        return nodes.map { ballot($0) }
    }

    private mutating func ballot(_ node: Node) -> FolderDescription.BallotFiles? {
        guard let mapping = node.mapping else {
            problem(.malformed("", expected: .mapping), at: node, key: "ballots")
            return nil
        }
        check(
            mapping,
            knows: [
                "ballot", "contestants", "candidates", "districts", "ties", "readings", "reported",
                "certified",
                "determined", "nation",
            ]
        )
        let codes = Ballot.allCases.map(\.rawValue)
        let ballot = parsed("ballot", of: mapping, .oneOf(codes)) { Ballot(rawValue: $0) }
        let readingNodes = sequence("readings", of: mapping, required: false)
        checkOnce("id", in: readingNodes)
        let readings = readingNodes.map { reading($0) }
        let contestants = path("contestants", of: mapping)
        let districts = path("districts", of: mapping, required: false)
        let candidates = path("candidates", of: mapping, required: false)
        let ties = path("ties", of: mapping, required: false)
        let reported = path("reported", of: mapping, required: false)
        let certified = path("certified", of: mapping, required: false)
        let determined = path("determined", of: mapping, required: false)
        let nation = path("nation", of: mapping, required: false)
        guard let ballot, let contestants else { return nil }
        return FolderDescription.BallotFiles(
            ballot: ballot,
            row: mapping["ballot"]?.mark?.line,
            contestants: contestants,
            districts: districts,
            candidates: candidates,
            ties: ties,
            readings: readings.compactMap(\.self),
            reported: reported,
            certified: certified,
            determined: determined,
            nation: nation
        )
    }

    private mutating func reading(_ node: Node) -> FolderDescription.BallotFiles.ReadingFile? {
        guard let mapping = node.mapping else {
            problem(.malformed("", expected: .mapping), at: node, key: "readings")
            return nil
        }
        check(mapping, knows: ["id", "name", "file"])
        guard let id = string("id", of: mapping), let name = localized("name", of: mapping),
            let file = path("file", of: mapping)
        else { return nil }
        return FolderDescription.BallotFiles.ReadingFile(id: id, name: name, file: file)
    }

    /// What was decided on rules the law leaves open; each names one of them and one of its readings.
    private mutating func decisions(of root: Node.Mapping, _ law: Law?) -> [Decision] {
        let nodes = sequence("decisions", of: root, required: false)
        checkOnce("rule", in: nodes)
        return nodes.compactMap { decision($0, law) }
    }

    private mutating func decision(_ node: Node, _ law: Law?) -> Decision? {
        guard let mapping = node.mapping else {
            problem(.malformed("", expected: .mapping), at: node, key: "decisions")
            return nil
        }
        check(mapping, knows: ["rule", "reading", "basis"])
        let basis = localized("basis", of: mapping)
        guard let law else { return nil }
        let open = law.rules.filter(\.provision.isOpen)
        let rule = parsed("rule", of: mapping, .oneOf(open.map { law.name(of: $0.id) })) { name in
            open.first { law.name(of: $0.id) == name }
        }
        guard let rule else { return nil }
        let readings = rule.provision.readings.map(\.id)
        let reading = parsed("reading", of: mapping, .oneOf(readings)) { readings.contains($0) ? $0 : nil }
        guard let reading, let basis else { return nil }
        return Decision(rule: rule.id, reading: reading, basis: basis)
    }

    private static func isDigest(_ text: String) -> Bool {
        text.utf8.count == 64 && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    }

    private mutating func sourceFiles(of root: Node.Mapping) -> [SourceFile] {
        guard let files = root["files"]?.mapping else {
            if let node = root["files"] {
                problem(.malformed("", expected: .mapping), at: node, key: "files")
            } else {
                missing("files", in: root)
            }
            return []
        }
        let natures = SourceFile.Nature.allCases.map(\.rawValue)
        return files.compactMap { key, value in
            guard let path = key.string, let mapping = value.mapping else {
                problem(.malformed("", expected: .mapping), at: value, key: "files")
                return nil
            }
            check(mapping, knows: ["nature", "source", "sha256"])
            if mapping["sha256"] != nil {
                digests[path] = parsed("sha256", of: mapping, .digest) { Self.isDigest($0) ? $0 : nil }
            }
            let nature = parsed("nature", of: mapping, .oneOf(natures)) { SourceFile.Nature(rawValue: $0) }
            guard let source = localized("source", of: mapping), let nature else { return nil }
            return SourceFile(path: path, nature: nature, source: source)
        }
    }
}

extension DescriptionReader {
    private mutating func problem(_ kind: Problem.Kind, at node: Node?, key: String?) {
        problems.append(Problem(kind, file: file, row: node?.mark?.line, column: key))
    }

    /// A key nobody asks for is a slip of the pen; ignored, it would leave figures out in silence.
    private mutating func check(_ mapping: Node.Mapping, knows keys: Set<String>) {
        for (key, _) in mapping {
            let text = key.string ?? ""
            if !keys.contains(text) { problem(.unknown(text, of: .key), at: key, key: nil) }
        }
    }

    /// What tells the entries of a list apart may stand in one of them only.
    private mutating func checkOnce(_ key: String, in nodes: [Node]) {
        var lines: [String: Int] = [:]
        for node in nodes {
            guard let value = node.mapping?[key], let text = value.scalar?.string, let mark = value.mark
            else { continue }
            if let first = lines[text] { problem(.duplicate(text, firstRow: first), at: value, key: key) }
            lines[text] = lines[text] ?? mark.line
        }
    }

    private mutating func missing(_ key: String, in mapping: Node.Mapping) {
        problems.append(Problem(.keyMissing, file: file, row: mapping.mark?.line, column: key))
    }

    private mutating func string(_ key: String, of mapping: Node.Mapping, required: Bool = true) -> String? {
        guard let node = mapping[key] else {
            if required { missing(key, in: mapping) }
            return nil
        }
        guard let text = node.scalar?.string, !text.isEmpty else {
            problem(.malformed("", expected: .text), at: node, key: key)
            return nil
        }
        return text
    }

    private mutating func parsed<Value>(
        _ key: String,
        of mapping: Node.Mapping,
        _ form: Problem.Form,
        parse: (String) -> Value?
    ) -> Value? {
        guard let text = string(key, of: mapping) else { return nil }
        if let value = parse(text) { return value }
        problem(.malformed(text, expected: form), at: mapping[key], key: key)
        return nil
    }

    /// A path inside the folder: relative, and never up.
    private mutating func path(_ key: String, of mapping: Node.Mapping, required: Bool = true) -> String? {
        guard let text = string(key, of: mapping, required: required) else { return nil }
        let steps = text.split(separator: "/", omittingEmptySubsequences: false)
        guard !steps.contains(where: { ["", ".", ".."].contains($0) }) else {
            problem(.malformed(text, expected: .relativePath), at: mapping[key], key: key)
            return nil
        }
        return text
    }

    private mutating func localized(_ key: String, of mapping: Node.Mapping) -> LocalizedText? {
        guard let node = mapping[key] else {
            missing(key, in: mapping)
            return nil
        }
        guard let texts = node.mapping else {
            problem(.malformed("", expected: .mapping), at: node, key: key)
            return nil
        }
        let indonesian = string("id", of: texts)
        let english = string("en", of: texts)
        guard let indonesian, let english else { return nil }
        return LocalizedText(id: indonesian, en: english)
    }

    private mutating func sequence(
        _ key: String,
        of mapping: Node.Mapping,
        required: Bool = true
    ) -> [Node] {
        guard let node = mapping[key] else {
            if required { missing(key, in: mapping) }
            return []
        }
        guard let sequence = node.sequence else {
            problem(.malformed("", expected: .list), at: node, key: key)
            return []
        }
        return Array(sequence)
    }
}
