import Elections

/// An operation of the desk: what is asked, what one must be permitted, what it takes, what it does.
///
/// `Permission` is a type of whoever knows rights; each endpoint has one, "everybody" being one of its values.
/// `Caller` is what the check of that permission finds out about who asks.
struct Endpoint<Permission: Sendable, Caller: Sendable>: Sendable {
    /// What happens when it is asked.
    typealias Handler = @Sendable (Call<Caller>) async throws(Refusal) -> Answer

    /// What is asked.
    let method: Method
    /// Where.
    let path: PathPattern
    /// What whoever asks must be permitted.
    let permission: Permission
    /// What it does, in one line.
    let summary: LocalizedText
    /// What it takes.
    let takes: Taken
    /// What goes in and comes out, for programs; `nil` for a page.
    let contract: Contract?
    /// What it does.
    let handler: Handler

    /// The body of a request.
    enum Taken: Hashable, Sendable {
        case nothing
        case form
        case json
        /// A form with files, so many bytes of all together at most.
        case files(Multipart.Bounds)

        /// The media type; nil for none.
        var type: String? {
            switch self {
            case .nothing: nil
            case .form: "application/x-www-form-urlencoded"
            case .json: "application/json"
            case .files: "multipart/form-data"
            }
        }

        /// The most bytes.
        var bytes: Int {
            switch self {
            case .nothing: 0
            case .form: Body.mostFormBytes
            case .json: Body.mostJSONBytes
            case .files(let bounds): bounds.bytes
            }
        }
    }

    init(
        _ method: Method,
        _ path: PathPattern,
        _ permission: Permission,
        _ summary: LocalizedText,
        takes: Taken = .nothing,
        contract: Contract? = nil,
        handler: @escaping Handler
    ) {
        self.method = method
        self.path = path
        self.permission = permission
        self.summary = summary
        self.takes = takes
        self.contract = contract
        self.handler = handler
    }

    /// Refuses a body of another kind or size before anything of it is read.
    func check(_ incoming: Incoming) throws(Refusal) {
        if let length = incoming.length, length > takes.bytes { throw Refusal(.tooLarge) }
        guard let type = takes.type else { return }
        guard incoming.type?.name == type else { throw Refusal(.mediaType) }
    }
}

/// One request to an endpoint, by somebody who may make it.
struct Call<Caller: Sendable>: Sendable {
    /// The request.
    let incoming: Incoming
    /// Who asks.
    let caller: Caller
    /// The body, not yet read.
    let body: Body
    fileprivate let values: [String: String]

    init(_ incoming: Incoming, _ caller: Caller, _ body: Body, values: [String: String]) {
        self.incoming = incoming
        self.caller = caller
        self.body = body
        self.values = values
    }

    /// The value of a parameter of the path.
    ///
    /// - Throws: ``Refusal/Code/notFound`` when the endpoint's path has no such parameter.
    func value<Value>(_ parameter: PathParameter<Value>) throws(Refusal) -> Value {
        guard let value = values[parameter.name].flatMap(parameter.read) else { throw Refusal(.notFound) }
        return value
    }
}
