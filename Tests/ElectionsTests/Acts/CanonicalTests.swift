import TestSupport
import Testing

@testable import Elections

@Suite("Canonical JSON")
struct CanonicalTests {
    /// A value with every shape: a number, a text, a truth value, a list, something missing.
    struct Sample: Canonical, Equatable {
        var flag = true
        var list: [Int?] = [1, nil]
        var number = 0
        var text: String? = "a"

        func write(to writer: inout CanonicalWriter) {
            writer.object { writer in
                writer.field("flag", flag)
                writer.field("list", list)
                writer.field("number", number)
                writer.field("text", text)
            }
        }

        init() {}

        init(from reader: inout CanonicalReader) throws(CanonicalFault) {
            self.init()
            (flag, list, number, text) = try reader.object { (reader) throws(CanonicalFault) in
                (
                    try reader.field("flag", Bool.self), try reader.field("list", [Int?].self),
                    try reader.field("number", Int.self), try reader.optionalField("text", String.self)
                )
            }
        }
    }

    @Test(
        "has one text for a value (RFC 8785, section 3.2)",
        arguments: [
            (Sample(), #"{"flag":true,"list":[1,null],"number":0,"text":"a"}"#, "all fields"),
            (with { $0.text = nil }, #"{"flag":true,"list":[1,null],"number":0}"#, "a field that is missing"),
            (with { $0.list = [] }, #"{"flag":true,"list":[],"number":0,"text":"a"}"#, "an empty list"),
            (
                with { $0.number = -9_007_199_254_740_991 },
                #"{"flag":true,"list":[1,null],"number":-9007199254740991,"text":"a"}"#, "the smallest number"
            ),
            (
                with { $0.text = "\"\\\u{8}\t\n\u{c}\r\u{1}\u{1f}\u{7f}/é€😀" },
                "{\"flag\":true,\"list\":[1,null],\"number\":0,\"text\":"
                    + #""\"\\\b\t\n\f\r\u0001\u001f"# + "\u{7f}/é€😀\"}",
                "every kind of escape, and what is not escaped"
            ),
        ]
    )
    func texts(sample: Sample, text: String, reason: String) throws {
        #expect(sample.canonicalText == Array(text.utf8), "\(reason)")
        #expect(try Sample(canonicalText: Array(text.utf8)) == sample, "\(reason)")
    }

    @Test(
        "is refused at the first byte that is not as it would be written",
        arguments: [
            (#"{"flag":true, "list":[],"number":0}"#, 12, "a space"),
            (#"{"list":[],"flag":true,"number":0}"#, 1, "fields out of order"),
            (#"{"flag":true,"flag":true,"list":[],"number":0}"#, 12, "a field twice"),
            (#"{"flag":true,"list":[],"number":00}"#, 32, "a leading zero"),
            (#"{"flag":true,"list":[],"number":-0}"#, 32, "a negative zero"),
            (#"{"flag":true,"list":[],"number":1.0}"#, 33, "a fraction"),
            (#"{"flag":true,"list":[],"number":1e3}"#, 33, "an exponent"),
            (#"{"flag":true,"list":[],"number":9007199254740992}"#, 32, "a number others would round"),
            (#"{"flag":true,"list":[1,],"number":0}"#, 23, "a comma too many"),
            (#"{"flag":true,"list":[1 2],"number":0}"#, 22, "a comma too few"),
            (#"{"flag":True,"list":[],"number":0}"#, 8, "another spelling of true"),
            (#"{"flag":true,"list":[],"number":0,"text":"\u0041"}"#, 42, "an escape that is not needed"),
            (#"{"flag":true,"list":[],"number":0,"text":"\u000A"}"#, 42, "a long escape with a short form"),
            (#"{"flag":true,"list":[],"number":0,"text":"\u001F"}"#, 42, "an escape in capitals"),
            (#"{"flag":true,"list":[],"number":0,"text":"\/"}"#, 42, "an escaped slash"),
            ("{\"flag\":true,\"list\":[],\"number\":0,\"text\":\"\n\"}", 42, "a bare line break"),
            (#"{"flag":true,"list":[],"number":0,"more":1}"#, 33, "a field nobody knows"),
            (#"{"flag":true,"list":[],"number":0} "#, 34, "something behind the end"),
        ]
    )
    func refusals(text: String, offset: Int, reason: String) {
        #expect(throws: CanonicalFault.self, "\(reason)") { try Sample(canonicalText: Array(text.utf8)) }
        do throws(CanonicalFault) {
            _ = try Sample(canonicalText: Array(text.utf8))
        } catch {
            #expect(error.offset == offset, "\(reason): \(error)")
        }
    }

    @Test("that is cut anywhere, or is no UTF-8, is refused")
    func damage() {
        let text = Self.with { $0.text = "é\n" }.canonicalText
        for end in text.indices {
            #expect(throws: CanonicalFault.self) { try Sample(canonicalText: Array(text[..<end])) }
        }
        var bytes = text
        bytes[bytes.count - 5] = 0xFF
        #expect(throws: CanonicalFault.self) { try Sample(canonicalText: bytes) }
    }

    @Test("of a changed text, where it is still one, is the changed text")
    func unique() throws {
        let text = Self.with { $0.text = "a\"\u{1}é" }.canonicalText
        for place in text.indices {
            for byte in UInt8.min...UInt8.max {
                var changed = text
                changed[place] = byte
                guard let sample = try? Sample(canonicalText: changed) else { continue }
                #expect(sample.canonicalText == changed)
            }
        }
    }

    @Test("writes numbers of every length")
    func numbers() throws {
        for digits in 1...15 {
            let power = (0..<digits).reduce(1) { power, _ in power * 10 }
            for number in [power - 1, power, power + 1, 1 - power, -power] {
                #expect(number.canonicalText == Array(String(number).utf8))
                #expect(try Int(canonicalText: number.canonicalText) == number)
            }
        }
    }

    @Test("holds any text and number")
    func anything() throws {
        var dice = Dice(salt: "canonical")
        for _ in Dice.rounds(500) {
            var sample = Sample()
            let scalars = (0..<Int.random(in: 0...20, using: &dice)).compactMap { _ in
                Unicode.Scalar(
                    UInt32.random(in: 0...(Bool.random(using: &dice) ? 0x7F : 0x10FFFF), using: &dice)
                )
            }
            sample.text = String(String.UnicodeScalarView(scalars))
            sample.number = Int.random(in: -(1 << 53) + 1..<(1 << 53), using: &dice)
            sample.list = (0..<3).map { _ in
                Bool.random(using: &dice) ? Int.random(in: 0...999, using: &dice) : nil
            }
            #expect(try Sample(canonicalText: sample.canonicalText) == sample)
        }
    }

    private static func with(_ change: (inout Sample) -> Void) -> Sample {
        var sample = Sample()
        change(&sample)
        return sample
    }
}
