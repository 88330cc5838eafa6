/// The list of content types of a package.
struct ContentTypesXML: Decodable {
    let overrides: [Override]
    let defaults: [Default]

    struct Override: Decodable {
        let partName: String
        let contentType: String

        enum CodingKeys: String, CodingKey {
            case partName = "PartName"
            case contentType = "ContentType"
        }
    }

    struct Default: Decodable {
        let contentType: String

        enum CodingKeys: String, CodingKey {
            case contentType = "ContentType"
        }
    }

    enum CodingKeys: String, CodingKey {
        case overrides = "Override"
        case defaults = "Default"
    }
}

/// What a part of a package refers to.
struct RelationshipsXML: Decodable {
    let list: [Relationship]

    struct Relationship: Decodable {
        let id: String
        let type: String
        let target: String
        let mode: String?

        enum CodingKeys: String, CodingKey {
            case id = "Id"
            case type = "Type"
            case target = "Target"
            case mode = "TargetMode"
        }
    }

    enum CodingKeys: String, CodingKey {
        case list = "Relationship"
    }
}

/// The part that lists the sheets.
struct WorkbookXML: Decodable {
    let workbookPr: Properties?
    let sheets: Sheets?

    struct Properties: Decodable {
        let date1904: String?
    }

    struct Sheets: Decodable {
        let sheet: [Sheet]
    }

    struct Sheet: Decodable {
        let name: String
        let state: String?
        let id: String
    }
}

/// The part that says how cells look.
struct StylesXML: Decodable {
    let numFmts: Formats?
    let cellXfs: Styles?

    struct Formats: Decodable {
        let numFmt: [Format]
    }

    struct Format: Decodable {
        let numFmtId: Int
        let formatCode: String
    }

    struct Styles: Decodable {
        let xf: [Style]
    }

    struct Style: Decodable {
        let numFmtId: Int?
    }
}
