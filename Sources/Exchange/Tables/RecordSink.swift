/// What takes the rows of a table as they are read.
protocol RecordSink {
    /// Receives the header, notes what it lacks, and says whether the rows can be taken.
    mutating func begin(_ header: CSVHeader, row: Int, _ log: inout ProblemLog) -> Bool
    /// Receives a row with as many cells as the header.
    mutating func take(_ record: borrowing CSVRecord, _ log: inout ProblemLog)
}
