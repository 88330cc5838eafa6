/// What is sent back: every header comes from a typed value, so that no text of anybody's can begin another.
struct Answer: Sendable {
    /// The content.
    enum Content: Sendable {
        case none
        case bytes([UInt8], ContentType)
        /// Bytes as they come; `length` when it is known before.
        case stream(any AsyncSequence<[UInt8], any Error> & Sendable, ContentType, length: Int?)
        /// Events as they happen; `after` is the last one the reader knows.
        case events(EventSource, after: UInt64?)
    }

    /// How long anybody may keep it.
    enum Caching: Hashable, Sendable {
        /// Nobody: it is private, or old at once.
        case never
        /// As long as asking again says that it has not changed.
        case revalidated
        /// For ever: another content has another address.
        case forever

        /// The header.
        var text: String {
            switch self {
            case .never: "no-store"
            case .revalidated: "no-cache"
            case .forever: "public, max-age=31536000, immutable"
            }
        }
    }

    /// The HTTP status, 200 to 599.
    let status: Int
    /// The content.
    let content: Content
    /// What a browser may do with it.
    var policy: PagePolicy
    /// How long it may be kept.
    var caching = Caching.never
    /// The mark by which it is asked for again; of bytes their own where there is none.
    var tag: ETag?
    /// The cookies it sets.
    var cookies: [SetCookie] = []
    /// Where to go on.
    var location: LocalPath?
    /// When to ask again.
    var retryAfter: Duration?
    /// What may be done at the address.
    var allow: [Method] = []
    /// The name under which it is to be saved; nil to show it.
    var download: FileName?
    /// Whether somebody must sign in first.
    var asksToSignIn = false

    init(status: Int, _ content: Content = .none, policy: PagePolicy) {
        precondition((200..<600).contains(status), "an answer is final")
        self.status = status
        self.content = content
        self.policy = policy
    }

    /// A page of the desk.
    static func page(_ html: HTML, status: Int = 200) -> Answer {
        Answer(status: status, .bytes(html.bytes, .html), policy: .desk)
    }

    /// Content for programs, or to be saved.
    static func bytes(_ bytes: [UInt8], _ type: ContentType, status: Int = 200) -> Answer {
        Answer(status: status, .bytes(bytes, type), policy: .data)
    }

    /// After something was done: the page to look at now, which may be loaded anew without doing it again.
    static func seeOther(_ place: LocalPath) -> Answer {
        var answer = Answer(status: 303, policy: .data)
        answer.location = place
        return answer
    }

    /// Events as they happen.
    ///
    /// - Parameters:
    ///   - source: Where they come from.
    ///   - incoming: The request, which says what the reader knows already.
    /// - Returns: An answer that goes on until the source or the server ends.
    static func events(_ source: EventSource, for incoming: Incoming) -> Answer {
        let last = incoming.header("Last-Event-ID").flatMap(UInt64.init)
        return Answer(status: 200, .events(source, after: last), policy: .data)
    }
}
