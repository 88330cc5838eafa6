/// One reading of the result forms of a ballot by one reader.
///
/// Forms lie in the order of the stations; those of one station one after the other, a later version behind
/// the one it supersedes.
public struct Reading: Hashable, Sendable {
    /// The name by which the election folder calls it.
    public let id: String
    /// Who read the forms.
    public let name: LocalizedText
    /// The path of the file the reading stands in.
    public let file: String
    /// The figures, a row per form.
    public let forms: FormTable
    /// Whose it is where it is only held beside those that count; `nil` for one that may count.
    public let comparison: ComparisonSource?

    /// The station of each row, as its place among the stations.
    private let places: [Int32]
    /// The version of each row; empty when all are of the first vote.
    private let versions: [FormVersion]
    /// The first row of each station; one more at the end.
    private let firsts: [Int32]

    /// A reading of forms that may come in any order.
    ///
    /// - Parameters:
    ///   - id: The name by which the election folder calls it.
    ///   - name: Who read the forms.
    ///   - file: The path of its file in the folder.
    ///   - forms: The figures, a row per form.
    ///   - places: The station of each row, as its place in ``Regions/stations``.
    ///   - versions: The version of each row; empty when all are of the first vote. Of several forms of one
    ///     station and version the first is kept.
    ///   - stations: The number of stations.
    ///   - comparison: Whose it is where it never counts.
    /// - Complexity: O(*n* log *n*) in the forms; O(*n*) when they come in order.
    public init(
        id: String,
        name: LocalizedText,
        file: String,
        forms: FormTable,
        places: [Int],
        versions: [FormVersion] = [],
        stations: Int,
        comparison: ComparisonSource? = nil
    ) {
        precondition(places.count == forms.count, "a station for every form")
        precondition(versions.isEmpty || versions.count == forms.count, "a version for every form")
        self.id = id
        self.name = name
        self.file = file
        self.comparison = comparison
        let rows = Self.order(places, versions)
        if rows.count == forms.count, rows.elementsEqual(forms.count == 0 ? 0..<0 : 0..<forms.count) {
            self.forms = forms
        } else {
            self.forms = forms.arranged(rows)
        }
        self.places = rows.map { Int32(places[$0]) }
        self.versions = versions.allSatisfy { $0 == .regular } ? [] : rows.map { versions[$0] }
        var firsts = [Int32](repeating: 0, count: stations + 1)
        for place in self.places { firsts[Int(place) + 1] += 1 }
        for station in 0..<stations { firsts[station + 1] += firsts[station] }
        self.firsts = firsts
    }

    private static func order(_ places: [Int], _ versions: [FormVersion]) -> [Int] {
        func precedes(_ left: Int, _ right: Int) -> Bool {
            if places[left] != places[right] || versions.isEmpty { return places[left] < places[right] }
            return versions[left] < versions[right]
        }
        var rows = Array(places.indices)
        let isSorted = zip(rows, rows.dropFirst()).allSatisfy { precedes($0, $1) }
        guard !isSorted else { return rows }
        rows.sort { precedes($0, $1) || (!precedes($1, $0) && $0 < $1) }
        return rows.enumerated().filter { $0 == 0 || precedes(rows[$0 - 1], $1) }.map(\.element)
    }

    /// The rows of the forms of a station, an earlier version first.
    public func rows(ofStation place: Int) -> Range<Int> {
        Int(firsts[place])..<Int(firsts[place + 1])
    }

    /// The row of the latest version of a station's form; `nil` where none was read.
    public func latest(ofStation place: Int) -> Int? {
        rows(ofStation: place).last
    }

    /// The station of a form, as its place among the stations.
    public func station(ofRow row: Int) -> Int {
        Int(places[row])
    }

    /// Which vote or count a form is the result of.
    public func version(ofRow row: Int) -> FormVersion {
        versions.isEmpty ? .regular : versions[row]
    }

    /// Whether all forms are of the first vote.
    public var isRegular: Bool { versions.isEmpty }
}
