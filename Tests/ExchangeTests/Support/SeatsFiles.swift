import Apportionment
import Foundation

@testable import Exchange

/// A question to `pleno seats` with the texts of its files.
struct SeatsFiles: Sendable {
    var votes: String
    var method = Method.sainteLague
    var seats: Int?
    var threshold: Threshold?
    var totals: String?
    var decision: String?

    /// The answer; problems name files as `votes`, `totals` and `decision`.
    func answer() async throws -> SeatsResult {
        let folder = try Samples.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        func write(_ text: String?, _ name: String) throws -> String? {
            guard let text else { return nil }
            let file = folder.appending(path: name)
            try Data(text.utf8).write(to: file)
            return file.path
        }
        let request = SeatsRequest(
            file: try write(votes, "votes") ?? "",
            method: method,
            seats: seats,
            threshold: threshold,
            totals: try write(totals, "totals"),
            decision: try write(decision, "decision")
        )
        do throws(Problems) {
            return try await request.answer()
        } catch {
            throw error.named { $0.replacingOccurrences(of: folder.path + "/", with: "") }
        }
    }

    /// The seats in the order of the file.
    func seatsOfRows() async throws -> [Int] {
        try await answer().rows.map(\.seats)
    }

    /// Everything wrong with the files.
    func problems() async throws -> [Problem] {
        do {
            _ = try await answer()
            return []
        } catch let problems as Problems {
            return problems.list
        }
    }
}
