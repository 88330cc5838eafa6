import Elections
import Exchange

extension FormKey {
    /// Writes which form it is.
    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("ballot", ballot.slug)
            writer.member("village", station.village.description)
            writer.member("station", station.number)
            writer.member("version", version.rawValue)
        }
    }

    /// The answer that something was done about it, the same whatever follows from it.
    var done: [UInt8] {
        JSONWriter.object { writer in
            writer.name("form")
            write(to: &writer)
        }
    }
}

extension JSONWriter {
    /// A member `fields`: each with its column, its name and its part of the form.
    mutating func fields(_ fields: [Field], _ ballot: Ballot, _ call: APICall) {
        let words = call.fieldWords(ballot)
        array("fields", fields) { field, writer in
            writer.object { writer in
                writer.member("field", field.column)
                writer.member("name", words?.name(field) ?? field.column)
                writer.member("part", words?.name(field.part) ?? "")
            }
        }
    }
}

extension APICall {
    /// What the fields of a ballot's form are called.
    func fieldWords(_ ballot: Ballot) -> FieldWords? {
        guard let law = state.law, let contest = state.contestWithoutForms(of: ballot) else { return nil }
        return FieldWords(language, law, contest)
    }
}

extension Mandate {
    /// Writes the mandate, and whether it counts now.
    func write(_ caller: DeskCaller, _ writer: inout JSONWriter) {
        let isEnded = caller.state.organisation.ended.contains(number)
        writer.object { writer in
            writer.member("mandate", number)
            writer.member("role", role.rawValue)
            writer.nullable("place", place?.description)
            writer.nullable("division", division)
            writer.member("contestant", contestant)
            writer.member("from", from)
            writer.member("until", until)
            writer.member("basis", basis)
            writer.member("ended", isEnded)
            writer.member("holds", !isEnded && holds(at: caller.time))
        }
    }
}

extension JSONWriter {
    /// A member that is a text, or null.
    mutating func nullable(_ name: String, _ text: String?) {
        guard let text else { return member(name, Int?.none) }
        member(name, text)
    }
}
