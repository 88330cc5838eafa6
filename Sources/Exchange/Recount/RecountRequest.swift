/// What to recount: the files, the counted columns, and what to hold them against.
public struct RecountRequest: Hashable, Sendable {
    /// The path of the units file.
    public let units: String
    /// The path of the stations file.
    public let stations: String
    /// The counted columns of the stations file.
    public let counters: [String]
    /// What to compare with, if anything.
    public let certified: Certified?

    /// A file of certified figures and which counted column each of its columns is held against.
    public struct Certified: Hashable, Sendable {
        /// The path of the file.
        public let file: String
        /// The pairs, in the order they were asked for.
        public let matches: [Match]
    }

    /// A counted column and the certified one beside it.
    public struct Match: Hashable, Sendable {
        /// The column of the stations file.
        public let counted: String
        /// The column of the certified file.
        public let certified: String
    }

    /// Takes the options of the command line.
    ///
    /// - Parameters:
    ///   - units: The path of the units file.
    ///   - stations: The path of the stations file.
    ///   - counts: Column names separated by commas.
    ///   - certified: The path of the file of certified figures.
    ///   - match: `COUNTED=CERTIFIED` pairs separated by commas.
    /// - Throws: ``Problems`` in which the option stands for the file.
    public init(
        units: String,
        stations: String,
        counts: String,
        certified: String? = nil,
        match: String? = nil
    ) throws(Problems) {
        var log = ProblemLog()
        let counters = Self.list(counts)
        Self.noteRepeated(counters, "--counts", &log)
        if counters.contains("") { log.add(.emptyCell, file: "--counts") }
        let matches = Self.matches(match, counters, &log)
        if match != nil, certified == nil { log.add(.needs(option: "--certified"), file: "--match") }
        if match == nil, certified != nil { log.add(.needs(option: "--match"), file: "--certified") }
        try log.check()
        self.units = units
        self.stations = stations
        self.counters = counters
        self.certified = certified.map { Certified(file: $0, matches: matches) }
    }

    private static func matches(_ text: String?, _ counters: [String], _ log: inout ProblemLog) -> [Match] {
        guard let text else { return [] }
        let matches = list(text).compactMap { pair -> Match? in
            let names = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map {
                String($0).trimmed
            }
            guard names.count == 2, !names.contains("") else {
                log.add(.notAPair(pair.shortened), file: "--match")
                return nil
            }
            return Match(counted: names[0], certified: names[1])
        }
        for match in matches where !counters.contains(match.counted) {
            log.add(.unknown(match.counted.shortened, of: .column), file: "--match")
        }
        noteRepeated(matches.map(\.counted), "--match", &log)
        return matches
    }

    private static func list(_ text: String) -> [String] {
        text.split(separator: ",", omittingEmptySubsequences: false).map { String($0).trimmed }
    }

    private static func noteRepeated(_ names: [String], _ option: String, _ log: inout ProblemLog) {
        var seen: Set<String> = []
        for name in names where !seen.insert(name).inserted && !name.isEmpty {
            log.add(.columnTwice, file: option, column: name)
        }
    }
}
