import Images

/// One input of the fuzzer: any bytes are a picture that can be looked into, or refused; a copy is a picture again, of
/// which the copy is the same, and nothing is unpacked that is larger than the limits.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    // The fuzzer owns the memory; the array is a copy of it.
    let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
    guard let picture = try? Picture(bytes) else { return 0 }
    // Large ones are slow, and no different.
    guard picture.header.width * picture.header.height <= 1 << 18 else { return 0 }
    if let copy = try? picture.publishableCopy() {
        precondition(copy.header.orientation == .upright, "a copy lies")
        guard let again = try? Picture(copy.bytes), again.header == copy.header,
            let second = try? again.publishableCopy()
        else { preconditionFailure("a copy is no picture") }
        precondition(!second.isFaulty && second.header == copy.header, "a copy has faults")
        if copy.header.kind == .jpeg, copy.isLossless {
            precondition(second.bytes == copy.bytes, "a copy changes")
        }
    }
    if let miniature = try? picture.miniature() {
        precondition(max(miniature.width, miniature.height) <= Picture.miniatureSide, "a miniature is large")
    }
    let region = PictureRegion(
        x: picture.header.width / 3,
        y: picture.header.height / 3,
        width: (picture.header.width + 1) / 2,
        height: (picture.header.height + 1) / 2
    )
    _ = try? picture.part(region, width: 16)
    return 0
}
