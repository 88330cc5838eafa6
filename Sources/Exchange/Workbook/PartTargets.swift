/// What a part of a workbook refers to.
struct PartTargets {
    private let list: [RelationshipsXML.Relationship]
    private let folder: String

    /// The targets a part in `folder` lists; what lies outside the workbook is none.
    init(_ xml: RelationshipsXML, folder: String) {
        list = xml.list.filter { $0.mode != "External" }
        self.folder = folder
    }

    /// The first part of a kind, such as `styles`; the address before the kind has two spellings.
    func first(_ kind: String) -> String? {
        list.first { $0.type.hasSuffix("/\(kind)") }.map(path)
    }

    /// The part of that id, and whether it is of that kind; `nil` when there is none.
    func part(_ id: String, is kind: String) -> (path: String, isKind: Bool)? {
        list.first { $0.id == id }.map { (path($0), $0.type.hasSuffix("/\(kind)")) }
    }

    /// The name of a part in the zip file, for a target that may be relative.
    private func path(_ relationship: RelationshipsXML.Relationship) -> String {
        let target = relationship.target
        var steps: [Substring] = []
        for step in (target.hasPrefix("/") ? target : folder + target).split(separator: "/") {
            switch step {
            case ".": break
            case "..": _ = steps.popLast()
            default: steps.append(step)
            }
        }
        return steps.joined(separator: "/")
    }
}
