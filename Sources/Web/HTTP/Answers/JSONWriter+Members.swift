import Exchange

extension JSONWriter {
    /// The bytes of an object with the members that `body` writes.
    static func object(_ body: (inout JSONWriter) -> Void) -> [UInt8] {
        var writer = JSONWriter()
        writer.object(body)
        return writer.bytes
    }

    /// An object with the members that `body` writes.
    mutating func object(_ body: (inout JSONWriter) -> Void) {
        beginObject()
        body(&self)
        endObject()
    }

    /// A member that is an object.
    mutating func object(_ name: String, _ body: (inout JSONWriter) -> Void) {
        self.name(name)
        object(body)
    }

    /// A member that is an array, with what `write` writes of each element.
    mutating func array<Element>(
        _ name: String,
        _ elements: some Sequence<Element>,
        _ write: (Element, inout JSONWriter) -> Void
    ) {
        self.name(name)
        beginArray()
        for element in elements { write(element, &self) }
        endArray()
    }

    /// A member that is a text.
    mutating func member(_ name: String, _ text: String) {
        self.name(name)
        value(text)
    }

    /// A member that is a whole number, or null for none.
    mutating func member(_ name: String, _ number: Int?) {
        self.name(name)
        value(number)
    }

    /// A member that is a truth value.
    mutating func member(_ name: String, _ isTrue: Bool) {
        self.name(name)
        value(isTrue)
    }

    /// A member that is a text, left out where there is none.
    mutating func optional(_ name: String, _ text: String?) {
        if let text { member(name, text) }
    }
}
