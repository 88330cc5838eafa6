import Foundation

/// As much of JSON Schema as the description of the interface uses, written for the tests alone.
struct JSONSchema {
    /// The whole document, in which names are looked up.
    let document: [String: Any]

    /// What is wrong with a value, each with its place; nothing when it is as the schema says.
    func faults(_ value: Any, _ schema: [String: Any], at place: String = "$") -> [String] {
        if let name = schema["$ref"] as? String {
            let steps = name.split(separator: "/").dropFirst().map(String.init)
            var found: Any = document
            for step in steps {
                guard let next = (found as? [String: Any])?[step] else { return ["\(place): no \(name)"] }
                found = next
            }
            return faults(value, found as? [String: Any] ?? [:], at: place)
        }
        if let choices = schema["anyOf"] as? [[String: Any]] {
            let all = choices.map { faults(value, $0, at: place) }
            return all.contains { $0.isEmpty } ? [] : all.flatMap(\.self)
        }
        switch schema["type"] as? String {
        case "null": return value is NSNull ? [] : ["\(place): not null"]
        case "boolean": return Self.isTruth(value) ? [] : ["\(place): no truth value"]
        case "string":
            guard let text = value as? String else { return ["\(place): no text"] }
            guard let words = schema["enum"] as? [String] else { return [] }
            return words.contains(text) ? [] : ["\(place): \(text) is none of \(words)"]
        case "integer":
            guard let number = value as? NSNumber, !Self.isTruth(value),
                number.doubleValue == number.doubleValue.rounded()
            else { return ["\(place): no whole number"] }
            return number.intValue >= schema["minimum"] as? Int ?? .min ? [] : ["\(place): too small"]
        case "array":
            guard let values = value as? [Any] else { return ["\(place): no list"] }
            let items = schema["items"] as? [String: Any] ?? [:]
            return values.enumerated().flatMap { faults($1, items, at: "\(place)[\($0)]") }
        case "object": return faults(ofObject: value, schema, at: place)
        default: return ["\(place): a schema without a type"]
        }
    }

    private func faults(ofObject value: Any, _ schema: [String: Any], at place: String) -> [String] {
        guard let members = value as? [String: Any] else { return ["\(place): no object"] }
        let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
        var faults = (schema["required"] as? [String] ?? []).filter { members[$0] == nil }.map {
            "\(place): \($0) is missing"
        }
        for (name, member) in members {
            if let known = properties[name] {
                faults += self.faults(member, known, at: "\(place).\(name)")
            } else if let others = schema["additionalProperties"] as? [String: Any] {
                faults += self.faults(member, others, at: "\(place).\(name)")
            } else if schema["additionalProperties"] as? Bool != true {
                faults.append("\(place): nobody described \(name)")
            }
        }
        return faults
    }

    private static func isTruth(_ value: Any) -> Bool {
        guard let number = value as? NSNumber else { return false }
        return unsafe number.objCType.pointee == NSNumber(value: true).objCType.pointee
    }
}
