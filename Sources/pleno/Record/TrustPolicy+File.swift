import ArgumentParser
import Elections
import Foundation
import Office
import TransparencyLog

extension TrustPolicy {
    /// The policy in a file.
    ///
    /// - Throws: An exit code, after the reason.
    static func read(_ path: String) throws -> TrustPolicy {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw OfficePlace.refuse(path, .store(.missing(path)))
        }
        do throws(PolicyError) {
            return try TrustPolicy(parsing: Array(bytes))
        } catch {
            Terminal.warn("\(path):\(error.line): \(error.words[Terminal.language])".visible)
            throw ExitCode(2)
        }
    }
}
