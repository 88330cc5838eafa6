import Accounts
import Elections
import Exchange

extension Desk {
    /// Who may what: accounts and mandates.
    var apiPeople: [DeskEndpoint] {
        let account = PathParameter<AccountName>("account") { try? AccountName(parsing: $0) }
        let accounts: PathPattern = "people"
        let mandates: PathPattern = "mandates"
        let person = accounts / account
        let need = DeskNeed.permission(.manageAccounts)
        let refusals: [Refusal.Code] = [.notFound, .conflict, .fieldMissing, .fieldInvalid, .unprocessable]
        let reason = Schema.object([.member("request", .text), .member("reason", .text)])
        let password = Schema.object([.member("account", .text), .member("password", .orNull(.text))])
        let named = Schema.object([.member("account", .text)])
        return [
            operation(
                .get,
                "people",
                .permission(.audit),
                "Akun dan mandat",
                "Accounts and mandates",
                Contract(
                    answer: .object([.member("people", .list(.named("person")))]),
                    refusals: [.forbidden]
                )
            ) { call async throws(Refusal) in try await people(call) },
            operation(
                .post,
                "people",
                need,
                "Buat akun; kata sandi sementara hanya ditampilkan sekali",
                "Make an account; its temporary password is shown this once",
                Contract(
                    body: .object([.member("request", .text), .member("account", .text)]),
                    status: 201,
                    answer: password,
                    refusals: refusals
                )
            ) { call async throws(Refusal) in
                let name = try call.body.value("account") { try? AccountName(parsing: $0) }
                let request = try call.body.request()
                do throws(DeskRefusal) {
                    return Self.written(name, try await open(name, call.caller, request: request))
                } catch { throw error.explained(call) }
            },
            operation(
                .post,
                person / "mandates",
                need,
                "Beri mandat",
                "Give a mandate",
                Contract(
                    body: .object([
                        .member("request", .text), .member("role", .words(Role.allCases.map(\.rawValue))),
                        .member("basis", .text), .optional("place", .text), .optional("division", .text),
                        .optional("contestant", .whole(from: 0)), .optional("from", .whole(from: 0)),
                        .optional("until", .whole(from: 0)),
                    ]),
                    status: 201,
                    answer: named,
                    refusals: refusals
                )
            ) { call async throws(Refusal) in
                let name = try call.call.value(account)
                try await ask(.mandateGiven(try mandate(of: name, call)), call)
                return JSONWriter.object { $0.member("account", name.text) }
            },
            operation(
                .post,
                mandates / PathParameter<Int>.number("mandate") / "end",
                need,
                "Akhiri mandat",
                "End a mandate",
                Contract(
                    body: reason,
                    status: 201,
                    answer: .object([.member("mandate", .whole(from: 0))]),
                    refusals: refusals
                )
            ) { call async throws(Refusal) in
                let number = try call.call.value(PathParameter<Int>.number("mandate"))
                let (reason, request) = (try call.body.text("reason"), try call.body.request())
                do throws(DeskRefusal) {
                    try await end(number, reason, call.caller, request: request)
                } catch { throw error.explained(call) }
                return JSONWriter.object { $0.member("mandate", number) }
            },
            operation(
                .post,
                person / "close",
                need,
                "Tutup akun",
                "Close an account for good",
                Contract(body: reason, status: 201, answer: named, refusals: refusals)
            ) { call async throws(Refusal) in
                let name = try call.call.value(account)
                let (reason, request) = (try call.body.text("reason"), try call.body.request())
                do throws(DeskRefusal) {
                    try await close(name, reason, call.caller, request: request)
                } catch { throw error.explained(call) }
                return JSONWriter.object { $0.member("account", name.text) }
            },
            operation(
                .post,
                person / "reset",
                need,
                "Beri kata sandi sementara yang baru",
                "Give another temporary password",
                Contract(
                    body: .object([
                        .member("request", .text), .member("reason", .text), .optional("withApp", .truth),
                    ]),
                    status: 201,
                    answer: password,
                    refusals: refusals
                )
            ) { call async throws(Refusal) in
                let name = try call.call.value(account)
                let (reason, request) = (try call.body.text("reason"), try call.body.request())
                let withApp = try call.body.flag("withApp")
                do throws(DeskRefusal) {
                    let handed = try await reset(
                        name,
                        withFactor: withApp,
                        reason,
                        call.caller,
                        request: request
                    )
                    return Self.written(name, handed)
                } catch { throw error.explained(call) }
            },
        ]
    }

    private func people(_ call: APICall) async throws(Refusal) -> [UInt8] {
        let known = Dictionary(try await signIns().map { ($0.name.text, $0) }) { first, _ in first }
        let organisation = call.state.organisation
        let mandates = Dictionary(grouping: organisation.mandates, by: \.account)
        return JSONWriter.object { writer in
            writer.array("people", organisation.accounts.sorted { $0.key < $1.key }) { account, writer in
                writer.object { writer in
                    let stored = known[account.key]
                    writer.member("account", account.key)
                    writer.member("open", account.value)
                    writer.member("canSignIn", stored.map { !$0.isClosed } ?? false)
                    writer.member("hasApp", stored?.factor != nil)
                    writer.array("mandates", mandates[account.key] ?? []) { $0.write(call.caller, &$1) }
                }
            }
        }
    }

    private func mandate(of account: AccountName, _ call: APICall) throws(Refusal) -> Mandate {
        let body = call.body
        return Mandate(
            number: call.state.organisation.mandates.count + 1,
            account: account.text,
            role: try body.value("role") { Role(rawValue: $0) },
            place: try body.optional("place") { text in
                (try? RegionCode(parsing: text)).flatMap { $0.description == text ? $0 : nil }
            },
            division: try body.optionalText("division"),
            contestant: try body.optionalWhole("contestant"),
            from: try body.optionalWhole("from"),
            until: try body.optionalWhole("until"),
            basis: try body.text("basis")
        )
    }

    /// The password; none where a request came again: it was shown once.
    private static func written(_ name: AccountName, _ handed: Handed) -> [UInt8] {
        JSONWriter.object { writer in
            writer.member("account", name.text)
            switch handed {
            case .password(let password): writer.member("password", password.text)
            case .before: writer.nullable("password", nil)
            }
        }
    }
}
