import Exchange

/// One input of the fuzzer: any bytes must come out as a table or as problems, never as a crash.
///
/// What was read and written again must read the same.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    // The fuzzer owns the memory; the array is a copy of it.
    let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
    guard let table = try? CSVTable.parse(bytes, as: "fuzz.csv", required: [], mayBeEmpty: true) else {
        return 0
    }
    var writer = CSVWriter()
    writer.row(table.header)
    for row in table.rows { writer.row(table.header.map { row[$0] ?? "" }) }
    guard Set(table.header).count == table.header.count,
        let again = try? CSVTable.parse(writer.bytes, as: "again.csv", required: [], mayBeEmpty: true)
    else { return 0 }
    precondition(again.rows.count == table.rows.count, "rows were lost")
    for (row, other) in zip(table.rows, again.rows) {
        precondition(table.header.allSatisfy { row[$0] == other[$0] }, "a cell changed")
    }
    return 0
}
