import Elections
import Exchange

extension EndpointTable {
    /// The description of the operations for programs.
    ///
    /// - Parameters:
    ///   - title: What the operations are of.
    ///   - version: The version of their description.
    ///   - language: The language of summaries.
    ///   - schemas: What operations name in their contracts; `problem`, that of refusals, is among them.
    ///   - name: The word for a permission, shown as `x-permission`; `nil` where nobody need sign in.
    /// - Returns: A JSON document.
    /// - Complexity: O(endpoints²) in the few that there are.
    /// - Source: OpenAPI 3.1.1.
    func openAPI(
        title: String,
        version: String,
        _ language: Language,
        schemas: [(name: String, schema: Schema)] = [],
        permission name: (Permission) -> String?
    ) -> [UInt8] {
        JSONWriter.object { writer in
            writer.member("openapi", "3.1.1")
            writer.object("info") { writer in
                writer.member("title", title)
                writer.member("version", version)
            }
            writer.object("paths") { writer in
                var written: Set<String> = []
                for endpoint in endpoints where written.insert(endpoint.path.template).inserted {
                    writer.object(endpoint.path.template) { writer in
                        parameters(endpoint.path, &writer)
                        for operation in endpoints where operation.path.template == endpoint.path.template {
                            writer.name(operation.method.rawValue.lowercased())
                            write(operation, language, name(operation.permission), &writer)
                        }
                    }
                }
            }
            guard !schemas.isEmpty else { return }
            writer.object("components") { writer in
                writer.object("schemas") { writer in
                    for (name, schema) in schemas {
                        writer.name(name)
                        schema.write(to: &writer)
                    }
                }
                writer.object("securitySchemes") { writer in
                    writer.object("token") { writer in
                        writer.member("type", "http")
                        writer.member("scheme", "bearer")
                    }
                }
            }
        }
    }

    private func parameters(_ path: PathPattern, _ writer: inout JSONWriter) {
        guard !path.parameters.isEmpty else { return }
        writer.array("parameters", path.parameters) { parameter, writer in
            writer.object { writer in
                writer.member("name", parameter.name)
                writer.member("in", "path")
                writer.member("required", true)
                writer.object("schema") { schema(parameter.kind, &$0) }
            }
        }
    }

    private func schema(_ kind: AnyPathParameter.Kind, _ writer: inout JSONWriter) {
        switch kind {
        case .text:
            writer.member("type", "string")
            writer.member("maxLength", PathPattern.mostBytes)
        case .number:
            writer.member("type", "integer")
            writer.member("minimum", 0)
        }
    }

    private func write(
        _ endpoint: Endpoint<Permission, Caller>,
        _ language: Language,
        _ permission: String?,
        _ writer: inout JSONWriter
    ) {
        writer.object { writer in
            writer.member("summary", endpoint.summary[language])
            if let permission { writer.member("x-permission", permission) }
            if endpoint.contract != nil, permission != nil {
                writer.array("security", ["token"]) { name, writer in
                    writer.object { writer in
                        writer.array(name, [String]()) { $1.value($0) }
                    }
                }
            }
            let query = endpoint.contract?.query ?? []
            if !query.isEmpty {
                writer.array("parameters", query) { parameter, writer in
                    writer.object { writer in
                        writer.member("name", parameter.name)
                        writer.member("in", "query")
                        writer.name("schema")
                        parameter.schema.write(to: &writer)
                    }
                }
            }
            if let type = endpoint.takes.type {
                writer.object("requestBody") { writer in
                    writer.member("required", true)
                    writer.object("content") { content(type, endpoint.contract?.body, &$0) }
                }
            }
            writer.object("responses") { responses(endpoint.contract, &$0) }
        }
    }

    private func content(_ type: String, _ schema: Schema?, _ writer: inout JSONWriter) {
        writer.object(type) { writer in
            guard let schema else { return }
            writer.name("schema")
            schema.write(to: &writer)
        }
    }

    private func responses(_ contract: Contract?, _ writer: inout JSONWriter) {
        if let contract {
            writer.object(String(contract.status)) { writer in
                writer.member("description", contract.status == 201 ? "Done" : "OK")
                writer.object("content") { content("application/json", contract.answer, &$0) }
            }
            let statuses = Set(contract.refusals.map(\.status)).sorted()
            for status in statuses {
                let codes = contract.refusals.filter { $0.status == status }.map(\.rawValue)
                refusal(String(status), codes.joined(separator: ", "), &writer)
            }
            return refusal("default", "RFC 9457", &writer)
        }
        writer.object("default") { $0.member("description", "RFC 9457") }
    }

    private func refusal(_ status: String, _ text: String, _ writer: inout JSONWriter) {
        writer.object(status) { writer in
            writer.member("description", text)
            writer.object("content") { content("application/problem+json", .named("problem"), &$0) }
        }
    }
}
