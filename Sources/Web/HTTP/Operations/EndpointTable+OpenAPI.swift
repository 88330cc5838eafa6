import Elections
import Exchange

extension EndpointTable {
    /// The description of the operations for programs.
    ///
    /// - Parameters:
    ///   - title: What the operations are of.
    ///   - version: The version of their description.
    ///   - language: The language of summaries.
    ///   - name: The word for a permission, shown as `x-permission`.
    /// - Returns: A JSON document.
    /// - Complexity: O(endpoints²) in the few that there are.
    /// - Source: OpenAPI 3.1.1.
    func openAPI(
        title: String,
        version: String,
        _ language: Language,
        permission name: (Permission) -> String
    ) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("openapi", "3.1.1")
            writer.name("info")
            writer.object { writer in
                writer.member("title", title)
                writer.member("version", version)
            }
            writer.name("paths")
            writer.object { writer in
                var written: Set<String> = []
                for endpoint in endpoints where written.insert(endpoint.path.template).inserted {
                    writer.name(endpoint.path.template)
                    writer.object { writer in
                        parameters(endpoint.path, &writer)
                        for operation in endpoints where operation.path.template == endpoint.path.template {
                            writer.name(operation.method.rawValue.lowercased())
                            write(operation, language, name(operation.permission), &writer)
                        }
                    }
                }
            }
        }
        return writer.bytes
    }

    private func parameters(_ path: PathPattern, _ writer: inout JSONWriter) {
        guard !path.parameters.isEmpty else { return }
        writer.name("parameters")
        writer.beginArray()
        for parameter in path.parameters {
            writer.object { writer in
                writer.member("name", parameter.name)
                writer.member("in", "path")
                writer.name("required")
                writer.value(true)
                writer.name("schema")
                writer.object { schema(parameter.kind, &$0) }
            }
        }
        writer.endArray()
    }

    private func schema(_ kind: AnyPathParameter.Kind, _ writer: inout JSONWriter) {
        switch kind {
        case .text:
            writer.member("type", "string")
            writer.name("maxLength")
            writer.value(PathPattern.mostBytes)
        case .number:
            writer.member("type", "integer")
            writer.name("minimum")
            writer.value(0)
        }
    }

    private func write(
        _ endpoint: Endpoint<Permission, Caller>,
        _ language: Language,
        _ permission: String,
        _ writer: inout JSONWriter
    ) {
        writer.object { writer in
            writer.member("summary", endpoint.summary[language])
            writer.member("x-permission", permission)
            if let type = endpoint.takes.type {
                writer.name("requestBody")
                writer.object { writer in
                    writer.name("required")
                    writer.value(true)
                    writer.name("content")
                    writer.object { writer in
                        writer.name(type)
                        writer.object { _ in }
                    }
                }
            }
            writer.name("responses")
            writer.object { writer in
                writer.name("default")
                writer.object { writer in
                    writer.member("description", "RFC 9457")
                }
            }
        }
    }
}

extension JSONWriter {
    /// An object with the members that `body` writes.
    fileprivate mutating func object(_ body: (inout JSONWriter) -> Void) {
        beginObject()
        body(&self)
        endObject()
    }

    fileprivate mutating func member(_ name: String, _ text: String) {
        self.name(name)
        value(text)
    }
}
