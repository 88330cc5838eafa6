/// A request that is not carried out: why, as a code, and what the answer names besides.
struct Refusal: Error, Hashable, Sendable {
    /// Why; the raw value is what programs read, and never changes its meaning.
    enum Code: String, CaseIterable, Hashable, Sendable {
        /// It is no request that anybody could read.
        case malformed
        /// A field was sent more than once that may be there once.
        case fieldTwice = "field-twice"
        /// Nobody is signed in.
        case signIn = "sign-in"
        /// Whoever is signed in may not.
        case forbidden
        /// It came from another site's page.
        case otherSite = "other-site"
        /// The page it came from is too old, or not ours.
        case staleForm = "stale-form"
        /// Nothing is at the address.
        case notFound = "not-found"
        /// The address knows other methods only.
        case method
        /// It took too long to arrive.
        case slow
        /// Somebody was faster.
        case conflict
        /// It is larger than what is taken here.
        case tooLarge = "too-large"
        /// It is of a kind that is not taken here.
        case mediaType = "media-type"
        /// A field is missing.
        case fieldMissing = "field-missing"
        /// A field has a value it cannot have.
        case fieldInvalid = "field-invalid"
        /// It can be read, and cannot be done.
        case unprocessable
        /// The same came too often.
        case tooMany = "too-many"
        /// The office failed; its log says how.
        case failed
        /// The office cannot now.
        case busy
    }

    /// Why.
    let code: Code
    /// The field or parameter that is wrong.
    let field: String?
    /// When to try again.
    let retryAfter: Duration?
    /// What the address knows instead.
    let allow: [Method]
    /// What is wrong with the matter itself; `nil` when the code says it.
    let detail: RefusalDetail?

    /// A refusal.
    init(
        _ code: Code,
        field: String? = nil,
        retryAfter: Duration? = nil,
        allow: [Method] = [],
        detail: RefusalDetail? = nil
    ) {
        self.code = code
        self.field = field
        self.retryAfter = retryAfter
        self.allow = allow
        self.detail = detail
    }
}

extension Refusal.Code {
    /// The HTTP status.
    ///
    /// - Source: RFC 9110 section 15; 429: RFC 6585 section 4.
    var status: Int {
        switch self {
        case .malformed, .fieldTwice: 400
        case .signIn: 401
        case .forbidden, .otherSite, .staleForm: 403
        case .notFound: 404
        case .method: 405
        case .slow: 408
        case .conflict: 409
        case .tooLarge: 413
        case .mediaType: 415
        case .fieldMissing, .fieldInvalid, .unprocessable: 422
        case .tooMany: 429
        case .failed: 500
        case .busy: 503
        }
    }
}
