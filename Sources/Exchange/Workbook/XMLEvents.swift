import Foundation
import FoundationXML

/// What takes a document's elements and texts as they are read; names come without a prefix.
protocol XMLSink {
    /// An element begins.
    mutating func open(_ name: String, _ attributes: [String: String]) throws(WorkbookRefusal)
    /// An element ends.
    mutating func close(_ name: String) throws(WorkbookRefusal)
    /// More text of the element that was opened last and is not closed.
    mutating func text(_ text: String)
}

/// Reads a document into a sink; a class because the parser calls back to an object.
final class XMLEvents<Sink: XMLSink>: NSObject, XMLParserDelegate {
    private var sink: Sink
    private var refusal: WorkbookRefusal?
    private var depth = 0
    private var elementsLeft: Int
    private let limit: Int
    /// Whether an element was read, and every element to its end.
    private var isClosed: Bool { depth == 0 && elementsLeft < limit }

    private init(_ sink: Sink, limit: Int) {
        self.sink = sink
        self.limit = limit
        elementsLeft = limit
    }

    /// Reads a document of up to `limit` elements, which must have passed ``XMLBytes/check(_:)``.
    ///
    /// - Throws: ``WorkbookRefusal`` of the sink, or because the document is no XML.
    /// - Complexity: O(bytes).
    static func read(_ bytes: [UInt8], into sink: Sink, limit: Int) throws(WorkbookRefusal) -> Sink {
        let events = XMLEvents(sink, limit: limit)
        // From a stream: one piece of more than ten million bytes is too much for the parser.
        let parser = XMLParser(stream: InputStream(data: Data(bytes)))
        parser.delegate = events
        let isWhole = parser.parse()
        if let refusal = events.refusal { throw refusal }
        // The parser does not mind a document that ends early.
        guard isWhole, parser.parserError == nil, events.isClosed else { throw WorkbookRefusal(.notXML) }
        return events.sink
    }

    /// An element begins.
    func parser(
        _ parser: XMLParser,
        didStartElement name: String,
        namespaceURI: String?,
        qualifiedName: String?,
        attributes: [String: String]
    ) {
        attempt(parser) { events throws(WorkbookRefusal) in
            events.depth += 1
            events.elementsLeft -= 1
            guard events.elementsLeft >= 0 else {
                throw WorkbookRefusal(.tooMuch(.elements, limit: events.limit))
            }
            guard events.depth <= WorkbookLimits.depth else {
                throw WorkbookRefusal(.tooMuch(.depth, limit: WorkbookLimits.depth))
            }
            try events.sink.open(name.withoutPrefix, attributes)
        }
    }

    /// An element ends.
    func parser(
        _ parser: XMLParser,
        didEndElement name: String,
        namespaceURI: String?,
        qualifiedName: String?
    ) {
        attempt(parser) { events throws(WorkbookRefusal) in
            events.depth -= 1
            try events.sink.close(name.withoutPrefix)
        }
    }

    /// Text was read.
    func parser(_ parser: XMLParser, foundCharacters string: String) {
        if refusal == nil { sink.text(string) }
    }

    /// Text in a section of its own was read.
    func parser(_ parser: XMLParser, foundCDATA block: Data) {
        if refusal == nil { sink.text(String(decoding: block, as: UTF8.self)) }
    }

    /// Goes on unless something was wrong; the parser may still report what it has already read.
    private func attempt(
        _ parser: XMLParser,
        _ step: (XMLEvents) throws(WorkbookRefusal) -> Void
    ) {
        guard refusal == nil else { return }
        do throws(WorkbookRefusal) { try step(self) } catch {
            refusal = error
            parser.abortParsing()
        }
    }
}

extension String {
    /// An element's name without the prefix of its namespace.
    var withoutPrefix: String {
        guard let colon = utf8.lastIndex(of: UInt8(ascii: ":")) else { return self }
        return String(self[utf8.index(after: colon)...])
    }
}
