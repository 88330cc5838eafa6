import ArgumentParser
import Documents
import Elections
import Exchange
import Office
import SQLiteStorage
import TransparencyLog
import Web

/// Whether the papers an office issued still follow from its journal, and their files are what they were.
struct IssuedPapersCheck {
    let place: OfficePlace
    let register: PaperRegister

    /// What was found, when all of it holds.
    struct Report {
        /// The editions that were made again from the entries they name.
        var derived = 0
        /// The editions whose sentences another version of the program wrote: only their files are looked at.
        var otherVersion = 0
        /// The files that were read.
        var files = 0
    }

    /// The first paper with which something is wrong.
    enum Fault: Error {
        /// The entries come to something else.
        case content(PaperName, edition: Int)
        /// The file is not what was issued, or not there.
        case file(PaperName, edition: Int)
    }

    /// - Throws: ``Fault``; ``ReplayFault`` or ``StoreFault`` where journal or files cannot be read.
    /// - Complexity: O(size of the journal + papers + files).
    func run() async throws -> Report {
        var report = Report()
        var due: [Int: [PaperRegister.Edition]] = [:]
        for edition in register.names.flatMap({ register[$0] }) {
            if edition.engine.hasPrefix("\(DocumentRoom.version), ") {
                due[edition.basis.entries, default: []].append(edition)
            } else {
                report.otherVersion += 1
            }
        }
        let wanted = due.values.reduce(0) { $0 + $1.count }
        let journal = try await place.reading()
        do {
            report.derived = try await derive(due, from: journal)
        } catch {
            await journal.close()
            throw error
        }
        await journal.close()
        if report.derived < wanted, let first = due[due.keys.max() ?? 0]?.first {
            throw Fault.content(first.paper.name, edition: first.paper.edition)
        }
        guard let store = try await place.readingEvidence() else { return report }
        do {
            report.files = try await readFiles(store.evidence)
        } catch {
            await store.close()
            throw error
        }
        await store.close()
        return report
    }

    private func derive(_ due: [Int: [PaperRegister.Edition]], from journal: any JournalStore) async throws
        -> Int
    {
        var (replay, derived) = (JournalReplay(), 0)
        let hasher = TreeHasher()
        let last = due.keys.max() ?? 0
        while replay.count < last {
            let part = try await journal.entries(from: replay.count, bytes: 4 << 20)
            guard !part.isEmpty else { return derived }
            for stored in part where replay.count < last {
                _ = try replay.fold(stored, with: hasher)
                guard let editions = due[replay.count] else { continue }
                let room = DocumentRoom(replay.state, sha256: FileDigest.sha256)
                let keys = Dictionary(
                    (room?.keys ?? []).map { ($0.name, $0) }
                ) { first, _ in first }
                for edition in editions {
                    let name = edition.paper.name
                    let document = keys[name.description].flatMap { room?.document($0) }
                    let content = document.map { Hash.digest($0.content).hex }
                    guard content == edition.paper.content.description else {
                        throw Fault.content(name, edition: edition.paper.edition)
                    }
                    derived += 1
                }
            }
        }
        return derived
    }

    private func readFiles(_ evidence: any EvidenceStore) async throws -> Int {
        var files = 0
        for edition in register.names.flatMap({ register[$0] }) {
            for file in [edition.paper.file] + edition.copies.map(\.file) {
                let bytes = try await evidence.bytes(of: file.digest.description, from: 0, count: file.size)
                guard bytes.count == file.size, FileDigest.sha256(of: bytes) == file.digest.description else {
                    throw Fault.file(edition.paper.name, edition: edition.paper.edition)
                }
                files += 1
            }
        }
        return files
    }
}

extension IssuedPapersCheck.Fault {
    /// What is wrong, in words.
    var words: LocalizedText {
        switch self {
        case .content(let name, let edition):
            LocalizedText(
                id: "\(name), terbitan \(edition): isinya tidak mengikuti jurnal",
                en: "\(name), edition \(edition): what stands on it does not follow from the journal"
            )
        case .file(let name, let edition):
            LocalizedText(
                id: "\(name), terbitan \(edition): berkasnya hilang atau berubah",
                en: "\(name), edition \(edition): a file of it is gone or changed"
            )
        }
    }
}

extension Verify {
    /// Checks the papers that an office issued, and says so.
    func verifyPapers(_ register: PaperRegister, of place: OfficePlace) async throws {
        guard !register.names.isEmpty else { return }
        let report: IssuedPapersCheck.Report
        do {
            report = try await IssuedPapersCheck(place: place, register: register).run()
        } catch let fault as IssuedPapersCheck.Fault {
            Terminal.warn("\(path): \(fault.words[Terminal.language])".visible)
            throw ExitCode(2)
        } catch let fault as StoreFault {
            throw place.refuse(.store(fault))
        } catch let fault as JournalFault {
            throw place.refuse(.journal(fault))
        }
        var lines = [
            Terminal.say(
                "\(report.derived) dokumen yang diterbitkan mengikuti jurnal, \(report.files) berkas utuh",
                "\(report.derived) issued papers follow from the journal, \(report.files) files are whole"
            )
        ]
        if report.otherVersion > 0 {
            lines.append(
                Terminal.say(
                    "\(report.otherVersion) disusun versi program lain: hanya berkasnya yang diperiksa",
                    "\(report.otherVersion) were worded by another version of the program: only their files were looked at"
                )
            )
        }
        try Terminal.write(lines)
    }
}
