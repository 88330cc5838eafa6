public import Elections

/// A file of result forms, read by itself: the stations in the order of its rows, and their figures.
public struct FormFile: Sendable {
    /// The figures, a row per form.
    public let forms: FormTable
    /// The station of each row.
    public let stations: [StationCode]
    /// The version of each row; empty when the file does not say.
    public let versions: [FormVersion]

    /// Reads the file at `path`, plain or packed by gzip, as the forms of `ballot`.
    ///
    /// - Throws: ``Problems`` with everything that is wrong with it.
    /// - Complexity: O(bytes).
    public static func read(
        _ path: String,
        ballot: Ballot,
        contestants: [Contestant]
    ) async throws(Problems) -> FormFile {
        let sink = FigureSink(.stations, file: path, ballot: ballot, contestants: contestants)
        var stream = CSVStream(path, into: sink, needsRows: true)
        await stream.readAll(from: path)
        try stream.log.check()
        let stations = stream.sink.places.compactMap { place -> StationCode? in
            if case .station(let station) = place { station } else { nil }
        }
        return FormFile(forms: stream.sink.forms, stations: stations, versions: stream.sink.versions)
    }
}
