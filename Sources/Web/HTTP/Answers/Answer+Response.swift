import HTTPTypes
import HummingbirdCore
import NIOCore

extension Answer {
    /// What a request says about how its answer is to be sent.
    struct Sending: Sendable {
        let isHead: Bool
        let knownTag: String?
        let front: Front
        let body: RequestBody
    }

    /// The response, as the server sends it.
    ///
    /// - Throws: ``Refusal/Code/busy`` when no further stream may be opened.
    func response(_ sending: Sending, _ streams: OpenStreams) throws(Refusal) -> Response {
        var headers = policy.headers
        headers[.cacheControl] = caching.text
        headers[.location] = location?.text
        headers[.retryAfter] = retryAfter.map { String($0.wholeSeconds) }
        headers[.contentDisposition] = download.map(Self.disposition)
        if !allow.isEmpty { headers[.allow] = allow.map(\.rawValue).joined(separator: ", ") }
        if asksToSignIn { headers[.wwwAuthenticate] = "Session" }
        for cookie in cookies {
            headers.append(HTTPField(name: .setCookie, value: cookie.text(over: sending.front)))
        }
        if status == 200, caching == .revalidated, let tag = tag ?? tagOfBytes {
            headers[.eTag] = tag.text
            if tag.matches(sending.knownTag) { return Response(status: .notModified, headers: headers) }
        }
        switch content {
        case .none: return response(headers, ResponseBody(), isHead: sending.isHead, length: 0)
        case .bytes(let bytes, let type):
            headers[.contentType] = type.text
            let body = ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
            return response(headers, body, isHead: sending.isHead, length: bytes.count)
        case .stream(let chunks, let type, let length):
            headers[.contentType] = type.text
            let body = ResponseBody(contentLength: length) { writer in
                for try await chunk in chunks { try await writer.write(ByteBuffer(bytes: chunk)) }
                try await writer.finish(nil)
            }
            return response(headers, body, isHead: sending.isHead, length: length)
        case .events(let source, let last):
            headers[.contentType] = ContentType.events.text
            // Tells nginx to pass each event on at once.
            headers["X-Accel-Buffering"] = "no"
            guard !sending.isHead else { return response(headers, ResponseBody(), isHead: true, length: nil) }
            let stream = try EventStream(source, after: last, streams)
            return Response(status: .ok, headers: headers, body: stream.body(while: sending.body))
        }
    }

    private var tagOfBytes: ETag? {
        if case .bytes(let bytes, _) = content { ETag(of: bytes) } else { nil }
    }

    private func response(
        _ headers: HTTPFields,
        _ body: ResponseBody,
        isHead: Bool,
        length: Int?
    ) -> Response {
        var headers = headers
        // 204 has no content, and says so by having no length either (RFC 9110 section 8.6).
        if status != 204 { headers[.contentLength] = length.map(String.init) }
        return Response(status: .init(code: status), headers: headers, body: isHead ? ResponseBody() : body)
    }

    /// The header that has content saved under a name.
    ///
    /// - Source: RFC 6266 section 4; RFC 8187 section 3.2.
    private static func disposition(_ name: FileName) -> String {
        let plain = String(
            decoding: name.shown.utf8.map { byte in
                HeaderScanner.isToken(byte) && byte != UInt8(ascii: "%") ? byte : UInt8(ascii: "_")
            },
            as: UTF8.self
        )
        return "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(PercentCoding.encoded(name.shown))"
    }
}
