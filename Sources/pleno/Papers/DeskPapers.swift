import Documents
import Elections
import Foundation
import Logging
import Office
import Web

/// The papers of an office while it is served: one order after the other, beside everything else.
actor DeskPapers: PaperMaker {
    private let room: PaperRoom
    private var state = PaperWork()
    /// A strange file may keep a reader busy: one at a time.
    private var isReading = false

    init(_ room: PaperRoom) {
        self.room = room
    }

    func work() -> PaperWork { state }

    func begin(_ names: [PaperName], as officer: Officer, request: String) -> Bool {
        guard state.underWay == nil else { return false }
        state.underWay = names.count
        Task { await self.issue(Set(names.map(\.description)), as: officer, request) }
        return true
    }

    private func issue(_ names: Set<String>, as officer: Officer, _ request: String) async {
        var outcome = PaperWork.Outcome()
        do throws(PaperRoom.Fault) {
            let issued = try await room.issue({ names.contains($0.name) }, as: officer, request: request)
            outcome.issued = issued.papers.count
            outcome.unchanged = issued.unchanged
            outcome.failed = issued.failed
        } catch {
            Terminal.logger.error("papers were not issued", metadata: ["reason": "\(error.words[.english])"])
            outcome.refusal = error.refusal
        }
        state = PaperWork()
        state.last = outcome
    }

    func take(
        scan content: [UInt8],
        as officer: Officer,
        request: String
    ) async throws(PaperRefusal) -> PaperRegister.Edition {
        guard !isReading else {
            throw PaperRefusal(
                LocalizedText(
                    id: "pindaian lain sedang dibaca; kirim lagi sebentar lagi",
                    en: "another scan is being read; send it again in a moment"
                )
            )
        }
        isReading = true
        defer { isReading = false }
        do throws(PaperRoom.Fault) {
            return try await room.take(scan: content, as: officer, request: request)
        } catch {
            throw error.refusal
        }
    }

    func archive(_ papers: [IssuedPaper]) async throws(PaperRefusal) -> [UInt8] {
        do throws(PaperRoom.Fault) { return try await room.archive(papers) } catch { throw error.refusal }
    }
}

extension PaperRoom.Fault {
    fileprivate var refusal: PaperRefusal { PaperRefusal(words) }
}
