/// A recount as a JSON array with one object per unit and line, its names those of the CSV columns.
///
/// What is missing is `null`.
struct JSONRecountPage: RecountPage {
    private let recount: Recount

    init(_ recount: Recount) {
        self.recount = recount
    }

    var opening: [UInt8] { Array("[".utf8) }

    func words(for units: ArraySlice<Int>) -> [UInt8] {
        let names = recount.columnNames
        var bytes: [UInt8] = []
        for place in units.indices {
            // The slice keeps the places of the whole: only the very first has no comma before it.
            bytes += (place == 0 ? "\n" : ",\n").utf8
            bytes += object(units[place], names)
        }
        return bytes
    }

    var closing: [UInt8] { Array("\n]\n".utf8) }

    private func object(_ unit: Int, _ names: [String]) -> [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        let texts = [recount.units.id(unit), recount.units.level(unit), recount.units.name(unit)]
        for (name, text) in zip(names, texts) {
            writer.name(name)
            writer.value(text)
        }
        for (name, figure) in zip(names.dropFirst(texts.count), recount.figures(of: unit)) {
            writer.name(name)
            writer.value(figure)
        }
        writer.endObject()
        return writer.bytes
    }
}
