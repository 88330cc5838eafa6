import Accounts
import Elections
import Exchange

extension Desk {
    /// The office's divisions, and the log of who signed in.
    var apiOffice: [DeskEndpoint] {
        let division = Schema.object([
            .member("id", .text), .member("name", .text), .member("nameInEnglish", .text),
            .member("aliases", .list(.text)),
        ])
        let divisions = Schema.object([.member("divisions", .list(division))])
        let entry = Schema.object([
            .member("number", .whole(from: 0)), .member("time", .text), .member("event", .text),
            .member("account", .orNull(.text)), .member("by", .orNull(.text)),
            .member("address", .orNull(.text)),
        ])
        return [
            operation(
                .get,
                "divisions",
                .permission(.audit),
                "Divisi yang disebut mandat",
                "The divisions that mandates name",
                Contract(answer: divisions)
            ) { call async throws(Refusal) in Self.divisions(call.state.organisation.divisions) },
            operation(
                .post,
                "divisions",
                .permission(.manageAccounts),
                "Sebut divisi, semuanya sekaligus",
                "Name the divisions, all of them at once",
                Contract(
                    body: .object([
                        .member("request", .text),
                        .member("divisions", .list(division)),
                    ]),
                    status: 201,
                    answer: divisions,
                    refusals: [.fieldMissing, .fieldInvalid, .unprocessable]
                )
            ) { call async throws(Refusal) in
                let divisions = try call.body.list("divisions") { Division(sent: $0) }
                try await ask(.divisionsNamed(divisions), call)
                return Self.divisions(divisions)
            },
            operation(
                .get,
                "security-log",
                .permission(.audit),
                "Catatan keamanan: siapa masuk, dan siapa mencoba",
                "The security log: who signed in, and who tried",
                Contract(
                    query: [("limit", .whole(from: 1))],
                    answer: .object([
                        .member("entries", .list(entry)), .member("lines", .whole(from: 0)),
                        .member("holds", .truth), .member("seal", .text),
                    ]),
                    refusals: [.fieldInvalid]
                )
            ) { call async throws(Refusal) in try await securityLog(call) },
        ]
    }

    private static func divisions(_ divisions: [Division]) -> [UInt8] {
        JSONWriter.object { writer in
            writer.array("divisions", divisions) { division, writer in
                writer.object { writer in
                    writer.member("id", division.id)
                    writer.member("name", division.name.indonesian)
                    writer.member("nameInEnglish", division.name.english)
                    writer.array("aliases", division.aliases) { $1.value($0) }
                }
            }
        }
    }

    private func securityLog(_ call: APICall) async throws(Refusal) -> [UInt8] {
        let limit = try call.query("limit") { Int($0).flatMap { (1...1_000).contains($0) ? $0 : nil } } ?? 200
        do throws(SignInFault) {
            let (entries, report) = try await signIn.securityLog(last: limit)
            return JSONWriter.object { writer in
                writer.array("entries", entries) { entry, writer in
                    writer.object { writer in
                        writer.member("number", entry.number)
                        writer.member("time", entry.time)
                        writer.member("event", entry.event)
                        writer.nullable("account", entry.account)
                        writer.nullable("by", entry.by)
                        writer.nullable("address", entry.address)
                    }
                }
                writer.member("lines", report.lines)
                writer.member("holds", report.firstBroken == nil)
                writer.member("seal", report.seal)
            }
        } catch { throw refusal(error, otherwise: .failed) }
    }
}

extension Division {
    /// Reads a division as programs send it; `nil` when it is none.
    fileprivate init?(sent value: JSONValue) {
        guard let members = value.members, members.count == 4, let id = members["id"]?.text,
            let name = members["name"]?.text, let english = members["nameInEnglish"]?.text,
            let sent = members["aliases"]?.values,
            [id, name, english].allSatisfy({ (1...200).contains($0.utf8.count) })
        else { return nil }
        let aliases = sent.compactMap(\.text)
        guard aliases.count == sent.count, aliases.allSatisfy({ (1...200).contains($0.utf8.count) }) else {
            return nil
        }
        self.init(id: id, name: LocalizedText(id: name, en: english), aliases: aliases)
    }
}
