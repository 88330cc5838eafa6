import HummingbirdCore
import NIOCore
import TestSupport
import Testing

@testable import Web

@Suite("Forms with files")
struct MultipartTests {
    /// A part as it was read.
    struct Read: Hashable {
        var name: String
        var file: String?
        var type: String?
        var content: [UInt8]

        init(name: String, file: String? = nil, type: String? = nil, content: String) {
            (self.name, self.file, self.type, self.content) = (name, file, type, Array(content.utf8))
        }
    }

    static let bounds = Multipart.Bounds(bytes: 100_000)

    /// The parts of a body, its bytes cut before each of `cuts`.
    private static func read(
        _ bytes: [UInt8],
        cuts: [Int] = [],
        boundary: String = "xyz",
        _ bounds: Multipart.Bounds = bounds
    ) throws -> [Read] {
        var parser = try #require(MultipartParser(boundary: boundary, bounds))
        var events: [MultipartParser.Event] = []
        var start = 0
        for cut in cuts + [bytes.count] {
            events += try parser.take(bytes[start..<cut])
            start = cut
        }
        try parser.finish()
        var parts: [Read] = []
        for event in events {
            switch event {
            case .part(let head):
                parts.append(
                    Read(name: head.name, file: head.fileName?.shown, type: head.type?.name, content: "")
                )
            case .bytes(let bytes): parts[parts.count - 1].content += bytes
            case .partEnds: break
            }
        }
        return parts
    }

    private static func part(_ header: String, _ content: String) -> String {
        "--xyz\r\nContent-Disposition: form-data; \(header)\r\n\r\n\(content)\r\n"
    }

    private static let end = "--xyz--\r\n"

    @Test(
        "a form is read to its parts",
        arguments: [
            (part("name=\"a\"", "1") + end, [Read(name: "a", content: "1")], "a field"),
            (part("name=a", "1") + end, [Read(name: "a", content: "1")], "a name without quotation marks"),
            (end, [], "none"), ("--xyz--", [], "none, and no line's end"),
            (
                "for nobody\r\n" + part("name=\"a\"", "") + end + "for nobody",
                [Read(name: "a", content: "")], "around"
            ),
            (
                part("name=\"a\"", "1")
                    + part("name=\"b\"; filename=\"f.txt\"\r\nContent-Type: text/plain", "2") + end,
                [
                    Read(name: "a", content: "1"),
                    Read(name: "b", file: "f.txt", type: "text/plain", content: "2"),
                ],
                "a field and a file"
            ),
            (
                "--xyz\r\nContent-Disposition: form-data; name=a\r\n\r\n--xyz--",
                [Read(name: "a", content: "")], "no content"
            ),
            (
                "--xyz  \t\r\ncontent-disposition:FORM-DATA;name=a\r\n\r\n1\r\n--xyz--",
                [Read(name: "a", content: "1")], "spelt otherwise"
            ),
            (part("name=a", "\r\n") + end, [Read(name: "a", content: "\r\n")], "a line's end"),
            (
                part("name=a", "\r\n\r\n--xy") + end, [Read(name: "a", content: "\r\n\r\n--xy")],
                "almost a boundary"
            ),
            (
                part("name=a", "\r\r\n-\r\n--xy\r") + end, [Read(name: "a", content: "\r\r\n-\r\n--xy\r")],
                "almost"
            ),
            (
                part("name=a", "x--xyz--") + end, [Read(name: "a", content: "x--xyz--")],
                "in the middle of a line"
            ),
            (
                part("name=a", "x\n--xyz--\n") + end, [Read(name: "a", content: "x\n--xyz--\n")],
                "after no line's end"
            ),
            (
                part("name=\"a%22%0D%0A%25\"", "") + end, [Read(name: "a\"\r\n%25", content: "")],
                "as browsers escape"
            ),
            (
                part("name=\"a\"; filename=\"\"", "") + end, [Read(name: "a", file: "", content: "")],
                "no file chosen"
            ),
            (
                part("name=a\r\nX-Other: 1", "1") + end, [Read(name: "a", content: "1")],
                "a header nobody knows"
            ),
        ] as [(String, [Read], String)]
    )
    func parts(text: String, expected: [Read], why: String) throws {
        let bytes = Array(text.utf8)
        #expect(try Self.read(bytes) == expected, "\(why)")
        for cut in 0...bytes.count {
            #expect(try Self.read(bytes, cuts: [cut]) == expected, "\(why), cut at \(cut)")
        }
        #expect(try Self.read(bytes, cuts: Array(0..<bytes.count)) == expected, "\(why), byte by byte")
    }

    @Test(
        "what is no such form is refused, however it is cut",
        arguments: [
            ("", .malformed, "nothing"), ("--xyz", .malformed, "cut"), ("--xyz\r\n", .malformed, "cut"),
            (part("name=a", "1"), .malformed, "no end"),
            (part("name=a", "1") + "--xyz-", .malformed, "half an end"),
            ("--xyzz\r\n" + end, .malformed, "a boundary with more behind it: readers differ"),
            (part("name=a", "1") + "--xyz x\r\n", .malformed, "text behind a boundary"),
            ("--xyz\r\n\r\n1\r\n--xyz--", .malformed, "no header"),
            ("--xyz\r\nContent-Type: a/b\r\n\r\n1\r\n--xyz--", .malformed, "no name"),
            (part("name=\"\"", "1") + end, .malformed, "an empty name"),
            (part("filename=\"f\"", "1") + end, .malformed, "a file without a field"),
            (part("name=a; name=b", "1") + end, .malformed, "two names"),
            (part("name=\"a", "1") + end, .malformed, "an open quotation"),
            (part("name=\"a\\\"b\"", "1") + end, .malformed, "a backslash before the mark: readers differ"),
            (part("name=a\r\nContent-Disposition: form-data; name=b", "1") + end, .malformed, "two headers"),
            (part("name=a\r\nContent-Transfer-Encoding: base64", "MQ==") + end, .malformed, "encoded"),
            (part("name=a\nX: 1", "1") + end, .malformed, "a bare line's end"),
            (part("name=a\r\n folded", "1") + end, .malformed, "a folded line"),
            ("--xyz\r\nContent-Disposition: attachment; name=a\r\n\r\n1\r\n--xyz--", .malformed, "no form"),
            (part("name=\(String(repeating: "n", count: 201))", "1") + end, .malformed, "a long name"),
            (
                part("name=a\r\nX: " + String(repeating: "x", count: 5_000), "1") + end, .tooLarge,
                "a long header"
            ),
            ("--xyz\r\n" + String(repeating: "x", count: 5_000), .tooLarge, "a header without an end"),
            (
                "--xyz" + String(repeating: " ", count: 99) + "\r\n", .malformed,
                "a long line behind a boundary"
            ),
            (String(repeating: "x", count: 2_000), .malformed, "a long beginning"),
            (String(repeating: part("name=a", "1"), count: 101) + end, .tooLarge, "too many parts"),
            (part("name=a", String(repeating: "x", count: 100_001)) + end, .tooLarge, "too much"),
        ] as [(String, Refusal.Code, String)]
    )
    func refusals(text: String, code: Refusal.Code, why: String) {
        let bytes = Array(text.utf8)
        #expect(throws: Refusal(code), "\(why)") { try Self.read(bytes) }
        let steps = Array(stride(from: 0, to: bytes.count, by: bytes.count > 6_000 ? 997 : 1))
        #expect(throws: Refusal(code), "\(why), cut") { try Self.read(bytes, cuts: steps) }
    }

    @Test(
        "a boundary",
        arguments: [
            ("a", true), ("----WebKitFormBoundary7MA4YWxkTrZu0gW", true), ("a b", true), ("", false),
            ("a ", false),
            ("a\r\n", false), ("\"", false), ("é", false), (String(repeating: "a", count: 71), false),
        ]
    )
    func boundary(text: String, isOne: Bool) {
        #expect((MultipartParser(boundary: text, Self.bounds) != nil) == isOne)
    }

    @Test("random forms come back, cut anywhere")
    func property() throws {
        var dice = Dice(salt: "multipart")
        let pieces = ["\r", "\n", "-", "--", "\r\n--xy", "--xyz", "\r\n", "x", "\r\n-", "é"]
        for _ in Dice.rounds(150) {
            let parts = (0..<Int.random(in: 0...5, using: &dice)).map { number in
                let content = (0..<Int.random(in: 0...12, using: &dice)).map { _ in
                    pieces[Int.random(in: 0..<pieces.count, using: &dice)]
                }.joined()
                // A content that has the boundary is no content: who sends it must choose another.
                let isClean = !("\r\n" + content + "\r\n").utf8Contains("\r\n--xyz")
                return Read(name: "f\(number)", content: isClean ? content : "")
            }
            let text =
                parts.map { Self.part("name=\"\($0.name)\"", String(decoding: $0.content, as: UTF8.self)) }
                .joined() + Self.end
            let bytes = Array(text.utf8)
            let cuts = (0..<Int.random(in: 0...9, using: &dice)).map { _ in
                Int.random(in: 0...bytes.count, using: &dice)
            }
            #expect(try Self.read(bytes, cuts: cuts.sorted()) == parts)
        }
    }

    @Test("arbitrary bytes never come to more than was sent")
    func arbitrary() {
        var dice = Dice(salt: "multipart noise")
        let pieces = [
            "--xyz", "\r\n", "Content-Disposition: form-data; name=a", "--", " ", "x", "\r", ":", "\u{0}",
        ]
        for _ in Dice.rounds(400) {
            let text = (0..<Int.random(in: 0...14, using: &dice)).map { _ in
                pieces[Int.random(in: 0..<pieces.count, using: &dice)]
            }.joined()
            let bytes = Array(text.utf8)
            let whole = Result { try Self.read(bytes) }
            let cut = Result { try Self.read(bytes, cuts: Array(0..<bytes.count)) }
            #expect((try? whole.get()) == (try? cut.get()), "\(text.debugDescription)")
            #expect(((try? whole.get()) ?? []).reduce(0) { $0 + $1.content.count } <= bytes.count)
        }
    }

    @Test(
        "the name of a file leads nowhere",
        arguments: [
            ("a.txt", "a.txt"), ("../../etc/passwd", "passwd"), ("C:\\forms\\c1.jpg", "c1.jpg"), ("a/", ""),
            ("..", ""), (".", ""), ("a\u{0}b\r\nc", "abc"), ("\u{202E}gpj.exe", "gpj.exe"),
            ("/\u{301}x", "\u{301}x"),
            ("formulir é.pdf", "formulir é.pdf"),
            (String(repeating: "n", count: 999), String(repeating: "n", count: 150)),
        ]
    )
    func fileName(sent: String, shown: String) {
        #expect(FileName(sent).shown == shown)
    }

    /// A body that comes in the chunks given.
    private static func body(_ chunks: [String], length: Int? = nil) throws -> Body {
        let (stream, continuation) = AsyncStream.makeStream(of: ByteBuffer.self)
        for chunk in chunks { continuation.yield(ByteBuffer(string: chunk)) }
        continuation.finish()
        let type = MediaType(parsing: "multipart/form-data; boundary=\"xyz\"")
        return Body(type: type, length: length, RequestBody(asyncSequence: stream))
    }

    @Test("parts are read one after the other, and what is not read is passed over")
    func streaming() async throws {
        let text =
            Self.part("name=a; filename=a", "12345") + Self.part("name=b", "note") + Self.part("name=c", "6")
            + Self.end
        let parts = try Self.body(text.map(String.init)).parts(Self.bounds)
        let file = try #require(try await parts.next())
        #expect(file.head.fileName == FileName("a"))
        var chunks = file.chunks.makeAsyncIterator()
        #expect(try await chunks.next() == Array("1".utf8))
        let field = try #require(try await parts.next())
        #expect(try await chunks.next() == nil, "its turn is over")
        #expect(try await field.text() == "note")
        #expect(try await field.text().isEmpty, "it was read")
        #expect(try await parts.next()?.head.name == "c")
        #expect(try await parts.next() == nil)
        #expect(try await parts.next() == nil)
    }

    @Test("a form that is cut stays refused, and so does its file")
    func cut() async throws {
        let text = Self.part("name=a; filename=a", "12345")
        let parts = try Self.body([text]).parts(Self.bounds)
        let file = try #require(try await parts.next())
        await #expect(throws: Refusal(.malformed)) { for try await _ in file.chunks {} }
        await #expect(throws: Refusal(.malformed)) { try await parts.next() }
        let short = try Self.body([Self.part("name=a", "1") + Self.end], length: 999).parts(Self.bounds)
        _ = try await short.next()
        await #expect(throws: Refusal(.malformed)) { try await short.next() }
    }

    @Test("a form larger than its bounds is refused before it is read")
    func announced() throws {
        #expect(throws: Refusal(.tooLarge)) { try Self.body([], length: 100_001).parts(Self.bounds) }
        for text in [
            "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"é\"",
        ] {
            let body = Body(type: MediaType(parsing: text), length: nil, RequestBody(buffer: ByteBuffer()))
            #expect(throws: Refusal(text.hasSuffix("=") ? .mediaType : .malformed)) {
                try body.parts(Self.bounds)
            }
        }
    }

    @Test(
        "a field that is no text, or too long, is refused",
        arguments: ["\u{0}", String(repeating: "x", count: 70_000)]
    )
    func field(content: String) async throws {
        let parts = try Self.body([Self.part("name=a", content) + Self.end]).parts(Self.bounds)
        let part = try #require(try await parts.next())
        await #expect(throws: Refusal(content.count > 9 ? .tooLarge : .malformed)) { try await part.text() }
    }
}

extension String {
    /// Whether bytes stand in it; characters hide some, as a line's end hides its halves.
    func utf8Contains(_ other: String) -> Bool {
        let (bytes, part) = (Array(utf8), Array(other.utf8))
        guard part.count <= bytes.count else { return false }
        return (0...(bytes.count - part.count)).contains { bytes[$0..<($0 + part.count)].elementsEqual(part) }
    }
}
