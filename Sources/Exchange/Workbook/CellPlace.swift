/// Where a cell is: row and column, both from 0.
struct CellPlace: Hashable {
    let row: Int
    let column: Int

    init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }

    /// Reads a place such as `C7`; `nil` when it is none of a spreadsheet's.
    init?(_ text: String) {
        var column = 0
        var row = 0
        var hasDigits = false
        for byte in text.utf8 {
            switch byte {
            case 0x41...0x5A where !hasDigits: column = column * 26 + Int(byte - 0x40)
            case 0x30...0x39:
                hasDigits = true
                row = row * 10 + Int(byte - 0x30)
            default: return nil
            }
            guard column <= WorkbookLimits.columns, row <= WorkbookLimits.rows else { return nil }
        }
        guard column > 0, row > 0 else { return nil }
        self.init(row: row - 1, column: column - 1)
    }
}

extension CellPlace: CustomStringConvertible {
    /// The place as a spreadsheet shows it: `C7`.
    var description: String { "\(letters)\(row + 1)" }

    /// The column as a spreadsheet shows it: `C`.
    var letters: String {
        var letters = ""
        var rest = column + 1
        while rest > 0 {
            rest -= 1
            letters.unicodeScalars.insert(
                Unicode.Scalar(UInt8(0x41 + rest % 26)),
                at: letters.startIndex
            )
            rest /= 26
        }
        return letters
    }
}
