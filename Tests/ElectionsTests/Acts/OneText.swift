import Elections
import Testing

/// Expects that an act is read from its text as it was written, and that a text which lacks a byte of it or has
/// another one is another act or none.
func expectOneText(of act: Act, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let text = act.canonicalText
    #expect(try Act(canonicalText: text).canonicalText == text, sourceLocation: sourceLocation)
    for place in text.indices {
        var (other, shorter) = (text, text)
        other[place] ^= 1
        shorter.remove(at: place)
        for changed in [other, shorter] {
            guard let read = try? Act(canonicalText: changed) else { continue }
            #expect(read.canonicalText == changed, sourceLocation: sourceLocation)
        }
    }
}
