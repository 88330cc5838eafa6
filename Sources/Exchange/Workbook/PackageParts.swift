import Foundation
import XMLCoder

/// The parts of a workbook: what there is and what refers to what (ECMA-376, part 2).
struct PackageParts: ~Copyable {
    private let archive: ZipArchive
    private let limits: WorkbookLimits

    /// The parts of a package of any kind.
    ///
    /// - Throws: ``WorkbookRefusal`` when the bytes are no zip file that is read.
    init(_ bytes: [UInt8], _ limits: WorkbookLimits) throws(WorkbookRefusal) {
        self.limits = limits
        archive = try ZipArchive(bytes, limits)
    }

    /// Holds the list of contents against what a workbook has.
    ///
    /// - Throws: ``WorkbookRefusal`` when the package is no workbook, or one with programs.
    func checkContents() throws(WorkbookRefusal) {
        let contents = "[Content_Types].xml"
        guard archive.has(contents) else { throw WorkbookRefusal(.notWorkbook) }
        let types = try tree(ContentTypesXML.self, contents)
        let all = types.overrides.map(\.contentType) + types.defaults.map(\.contentType)
        let hasMacros = all.contains { $0.contains("macroEnabled") || $0.contains("vbaProject") }
        guard !hasMacros, !archive.hasMacros else { throw WorkbookRefusal(.macros) }
        let isWorkbook = all.contains(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
        )
        guard isWorkbook else { throw WorkbookRefusal(.notWorkbook) }
    }

    /// A small part as a value.
    ///
    /// - Throws: ``WorkbookRefusal`` when it is not there, not XML, or not what it should be.
    func tree<Value: Decodable>(_ type: Value.Type, _ part: String) throws(WorkbookRefusal) -> Value {
        let bytes = try checked(part, most: limits.tree)
        // The decoder descends by calling itself: how deep it will go is known before.
        _ = try read(bytes, of: part, into: NoSink(), limit: limits.treeElements)
        let decoder = XMLDecoder()
        decoder.keyDecodingStrategy = .custom { path in LocalName(path.last?.stringValue ?? "") }
        do {
            return try decoder.decode(type, from: Data(bytes))
        } catch {
            throw WorkbookRefusal(.malformed, part: part)
        }
    }

    /// A part of any size, read into a sink.
    ///
    /// - Throws: ``WorkbookRefusal`` of the sink, or because the part is not there or not XML.
    func stream<Sink: XMLSink>(_ part: String, into sink: Sink) throws(WorkbookRefusal) -> Sink {
        try read(checked(part, most: limits.part), of: part, into: sink, limit: limits.elements)
    }

    /// What a part refers to, by id; `""` is the package itself.
    ///
    /// - Throws: ``WorkbookRefusal`` when its list cannot be read.
    func targets(of part: String) throws(WorkbookRefusal) -> PartTargets {
        let name = part.split(separator: "/").last ?? ""
        let folder = part.dropLast(name.count)
        let list = try tree(RelationshipsXML.self, "\(folder)_rels/\(name).rels")
        return PartTargets(list, folder: String(folder))
    }

    private func checked(_ part: String, most: Int) throws(WorkbookRefusal) -> [UInt8] {
        let bytes = try archive.bytes(of: part, most: most)
        do throws(WorkbookRefusal.Fault) { try XMLBytes.check(bytes) } catch {
            throw WorkbookRefusal(error, part: part)
        }
        return bytes
    }

    private func read<Sink: XMLSink>(
        _ bytes: [UInt8],
        of part: String,
        into sink: Sink,
        limit: Int
    ) throws(WorkbookRefusal) -> Sink {
        do throws(WorkbookRefusal) { return try XMLEvents.read(bytes, into: sink, limit: limit) } catch {
            throw error.located(in: part)
        }
    }

    private struct NoSink: XMLSink {
        mutating func open(_ name: String, _ attributes: [String: String]) {}
        mutating func close(_ name: String) {}
        mutating func text(_ text: String) {}
    }
}

/// A name without the prefix of its namespace, which each program chooses as it likes.
private struct LocalName: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ name: String) {
        stringValue = name.withoutPrefix
    }

    init?(stringValue: String) {
        self.init(stringValue)
    }

    init?(intValue: Int) {
        nil
    }
}
