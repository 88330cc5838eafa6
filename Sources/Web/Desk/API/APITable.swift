import Accounts
import Elections
import Office

/// One request of a program, with its body.
struct APICall: Sendable {
    let call: Call<DeskCaller>
    /// Empty where the operation takes none, or files, which are read as they come.
    let body: APIBody

    var caller: DeskCaller { call.caller }
    var language: Language { call.incoming.language }
    var state: ElectionState { call.caller.state }

    /// The account that asks.
    ///
    /// - Throws: ``Refusal/Code/signIn``, which who comes here has passed.
    func account() throws(Refusal) -> String {
        guard let account = caller.account else { throw Refusal(.signIn) }
        return account.text
    }

    /// What is named in the query; `nil` when nothing is.
    func query<Value>(_ name: String, _ read: (String) -> Value?) throws(Refusal) -> Value? {
        try call.incoming.query.value(name, read)
    }
}

extension Desk {
    /// Everything the pages do, for programs.
    var apiEndpoints: [DeskEndpoint] {
        apiDescribed + [
            DeskEndpoint(
                .get,
                "api/v1/openapi.json",
                .nothing,
                LocalizedText(id: "Uraian antarmuka ini", en: "The description of this interface"),
                contract: Contract(answer: .object([]))
            ) { call async throws(Refusal) in
                var answer = Answer.bytes(try description(call.incoming.language), .json)
                answer.caching = .revalidated
                return answer
            }
        ]
    }

    /// The operations that the description describes.
    var apiDescribed: [DeskEndpoint] {
        apiOwn + apiTyping + apiDifferences + apiHeld + apiEvidence + apiProgress + apiPeople + apiOffice
            + apiImports + apiAgreement + apiPlenaries + apiCandidacies
    }

    /// The description of the interface.
    func description(_ language: Language) throws(Refusal) -> [UInt8] {
        let table: EndpointTable<DeskNeed, DeskCaller>
        do throws(EndpointClash) { table = try EndpointTable(apiDescribed) } catch { throw Refusal(.failed) }
        return table.openAPI(
            title: LocalizedText(id: "Pleno: meja kantor", en: "Pleno: an office's desk")[language],
            version: "1",
            language,
            schemas: APISchema.named
        ) { $0 == .nothing ? nil : $0.name }
    }

    /// An operation for programs, below `/api/v1`.
    ///
    /// Whoever comes with a session, and not with a token, shows that a page of ours asks.
    func operation(
        _ method: Method,
        _ path: PathPattern,
        _ need: DeskNeed,
        _ indonesian: String,
        _ english: String,
        _ contract: Contract,
        _ handler: @escaping @Sendable (APICall) async throws(Refusal) -> [UInt8]
    ) -> DeskEndpoint {
        DeskEndpoint(
            method,
            "api/v1" / path,
            need,
            LocalizedText(id: indonesian, en: english),
            takes: contract.files.map { .files($0) } ?? (contract.body == nil ? .nothing : .json),
            contract: contract
        ) { call async throws(Refusal) in
            if !method.isSafe, let token = call.caller.form {
                guard let sent = call.incoming.header("X-Form-Token"), token.isEqual(to: sent) else {
                    throw Refusal(.staleForm)
                }
            }
            let body =
                if contract.body == nil || contract.files != nil { APIBody.empty } else {
                    try APIBody(try await call.body.json(), contract.body)
                }
            return .bytes(
                try await handler(APICall(call: call, body: body)),
                .json,
                status: contract.status
            )
        }
    }

    /// Asks the office for an act, and says in full why it was not done.
    @discardableResult
    func ask(_ act: Act, _ call: APICall) async throws(Refusal) -> Bool {
        let request = try call.body.request()
        do throws(DeskRefusal) {
            return try await perform(act, by: call.caller, request: request).isRepeated
        } catch { throw error.explained(call, act) }
    }
}

extension DeskRefusal {
    /// As an answer to a program, which says in full why `act` was not done.
    func explained(_ call: APICall, _ act: Act? = nil) -> Refusal {
        switch self {
        case .http(let refusal): refusal
        case .misfit(let fault): fault.explained(act, call.state)
        }
    }
}
