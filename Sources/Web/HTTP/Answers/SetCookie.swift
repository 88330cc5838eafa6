/// A cookie that an answer sets: never readable by scripts, never sent from other sites, for every path.
struct SetCookie: Hashable, Sendable {
    private let name: CookieName
    private let value: String
    private let lifetime: Duration?

    /// A cookie that the browser keeps for `lifetime`, or while it runs; nil when `value` has a byte that no
    /// cookie may have, or more than 2,000.
    init?(_ name: CookieName, _ value: String, lifetime: Duration?) {
        guard value.utf8.count <= 2_000, value.utf8.allSatisfy(Cookies.isValue) else { return nil }
        self.init(name: name, value: value, lifetime: lifetime)
    }

    /// A cookie's end.
    static func removing(_ name: CookieName) -> SetCookie {
        SetCookie(name: name, value: "", lifetime: .zero)
    }

    private init(name: CookieName, value: String, lifetime: Duration?) {
        self.name = name
        self.value = value
        self.lifetime = lifetime
    }

    /// The header.
    func text(over front: Front) -> String {
        "\(name.sent(over: front))=\(value); Path=/; HttpOnly; SameSite=Strict"
            + (front.isSecure ? "; Secure" : "")
            + (lifetime.map { "; Max-Age=\(max(0, $0.components.seconds))" } ?? "")
    }
}
