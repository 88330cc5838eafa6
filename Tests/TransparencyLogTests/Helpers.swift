/// What a throwing expression throws; nil when it does not throw.
func failure<Failure: Error, Value>(_ body: () throws(Failure) -> Value) -> Failure? {
    do {
        _ = try body()
        return nil
    } catch {
        return error
    }
}

/// Every version of `bytes` in which one byte has another value: each bit flipped alone, and all of them.
func changes(of bytes: [UInt8]) -> [(place: Int, bytes: [UInt8])] {
    bytes.indices.flatMap { place in
        ((0..<8).map { UInt8(1) << $0 } + [0xFF]).map { mask in
            var changed = bytes
            changed[place] ^= mask
            return (place, changed)
        }
    }
}
