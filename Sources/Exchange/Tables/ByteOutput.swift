import Glibc

/// Where finished blocks of bytes go: a file descriptor, usually standard output.
public struct ByteOutput: Sendable {
    private let descriptor: CInt

    /// Standard output.
    public static let standard = ByteOutput(descriptor: STDOUT_FILENO)

    /// An open file descriptor, which stays the caller's.
    public init(descriptor: CInt) {
        self.descriptor = descriptor
    }

    /// Writes all of `bytes`.
    ///
    /// - Throws: ``Failure/closed`` when the reader at the other end has gone, as `head` does;
    ///   ``Failure/refused(detail:)`` when the system cannot write.
    public func write(_ bytes: [UInt8]) throws(Failure) {
        var start = 0
        while start < bytes.count {
            // The system call reads through a pointer, valid during the call.
            let written = unsafe bytes[start...].withUnsafeBytes { rest in
                unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
            }
            if written >= 0 {
                start += written
            } else if errno != EINTR {
                // The text of strerror is valid until the next call; String copies it.
                throw errno == EPIPE ? .closed : .refused(detail: unsafe String(cString: strerror(errno)))
            }
        }
    }

    /// Why nothing more can be written.
    public enum Failure: Error, Hashable {
        case closed
        case refused(detail: String)
    }
}
