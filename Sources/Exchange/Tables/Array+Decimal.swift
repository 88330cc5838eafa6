extension [UInt8] {
    /// Appends a number in decimal digits.
    mutating func append(decimal number: Int) {
        var digits = InlineArray<20, UInt8>(repeating: 0)
        var start = 20
        var rest = number.magnitude
        repeat {
            start -= 1
            digits[start] = UInt8(truncatingIfNeeded: rest % 10) + UInt8(ascii: "0")
            rest /= 10
        } while rest > 0
        append(addingCapacity: 21) { output in
            if number < 0 { output.append(UInt8(ascii: "-")) }
            for index in start..<20 { output.append(digits[index]) }
        }
    }
}
