import Dispatch
import Documents
import Elections
import Exchange
import Foundation
import Office
import TransparencyLog
import Web

/// Where the papers of an office are issued, and their signed copies taken in: a helper sets and reads them, the office
/// keeps them.
struct PaperRoom: Sendable {
    let office: any RunningOffice
    let evidence: EvidenceRoom
    /// The private keys of the office.
    let keys: [SigningKey]
    /// Signs the record as far as the journal goes.
    let record: @Sendable () async throws(RecorderFault) -> Recorder.Standing
    let helper: PaperHelper

    /// Why nothing was issued, or taken in.
    enum Fault: Error {
        /// The helper cannot work.
        case helper(PaperHelper.Failure)
        /// The record cannot be signed.
        case record(RecorderFault)
        /// The key that signs papers is not there, or none was made known.
        case noKey
        /// The journal grows so fast that no record is of one moment.
        case busy
        /// The office refuses.
        case refused(EvidenceRefusal)
        /// A scan shows no paper of this office, or more than one.
        case scan(ScanFault)
    }

    /// Why a scan is not taken in.
    enum ScanFault: Error, Hashable {
        /// It cannot be read.
        case unreadable(String)
        /// No page has a code of a paper.
        case noCode
        /// A page has none, among others that have.
        case noCodeOn(page: Int)
        /// A page of the paper comes twice.
        case twice(page: Int)
        /// A code is none that this office signed.
        case note(PaperNoteFault)
        /// Its pages are of more than one paper.
        case mixed(PaperName, PaperName)
        /// What the code says was never issued.
        case notIssued(PaperName, edition: Int)
    }

    /// What was issued.
    struct Issued {
        /// The papers, in their order.
        var papers: [IssuedPaper] = []
        /// How many say what was issued already.
        var unchanged = 0
        /// Those that could not be made, and why.
        var failed: [(name: String, reason: String)] = []
    }

    /// The key that papers are signed with.
    private func key(_ state: ElectionState) throws(Fault) -> SigningKey {
        guard let verifier = state.paperKeys.first,
            let key = keys.first(where: { $0.verifier.publicKey == verifier.publicKey })
        else { throw .noKey }
        return key.named(verifier.name)
    }

    /// Issues papers: those that say something else than when they were last issued.
    ///
    /// - Parameters:
    ///   - isWanted: Which of the papers there are.
    ///   - officer: Who asks.
    ///   - request: The officer's own name for it.
    /// - Returns: What was issued.
    /// - Throws: ``Fault``; what was issued before stays.
    func issue(
        _ isWanted: (DocumentKey) -> Bool,
        as officer: Officer,
        request: String
    ) async throws(Fault) -> Issued {
        let (view, standing) = try await moment()
        let key = try key(view.state)
        guard let room = DocumentRoom(view.state, sha256: FileDigest.sha256),
            let root = EvidenceDigest(standing.checkpoint.root.hex)
        else { throw .noKey }
        let basis = PaperBasis(entries: view.count, size: standing.checkpoint.size, root: root)
        let wanted = room.keys.filter(isWanted)
        var issued = Issued()
        for (number, start) in stride(from: 0, to: wanted.count, by: PaperHelper.batch).enumerated() {
            var drafts: [Draft] = []
            for name in wanted[start..<min(start + PaperHelper.batch, wanted.count)] {
                guard let draft = draft(name, room, view.state, standing, key) else {
                    issued.failed.append((name.name, "nothing stands on it"))
                    continue
                }
                if view.state.papers[draft.name].last?.paper.content == draft.content {
                    issued.unchanged += 1
                } else {
                    drafts.append(draft)
                }
            }
            guard !drafts.isEmpty else { continue }
            try await issue(drafts, basis, as: officer, request: "\(request)-\(number)", &issued)
        }
        return issued
    }

    /// What the office knows, and the record of just that.
    private func moment() async throws(Fault) -> (ElectionOffice.View, Recorder.Standing) {
        for _ in 0..<20 {
            let standing: Recorder.Standing
            do throws(RecorderFault) { standing = try await record() } catch { throw .record(error) }
            let view = await office.view
            if view.count == standing.entries { return (view, standing) }
        }
        throw .busy
    }

    /// A paper before it is set.
    private struct Draft {
        let name: PaperName
        let edition: Int
        let content: EvidenceDigest
        let job: PaperHelper.Job
    }

    private func draft(
        _ key: DocumentKey,
        _ room: DocumentRoom,
        _ state: ElectionState,
        _ standing: Recorder.Standing,
        _ signer: SigningKey
    ) -> Draft? {
        guard let document = room.document(key), let name = PaperName(key.name) else { return nil }
        let content = document.content
        let digest = Hash.digest(content)
        let edition = state.papers[name].count + 1
        let (size, root) = (standing.checkpoint.size, standing.checkpoint.root)
        let note = PaperNote(name, edition: edition, content: digest, size: size, root: root)
        guard let signed = note.signed(by: signer), let named = EvidenceDigest(digest.hex) else { return nil }
        let stamp = DocumentStamp(
            note: String(decoding: signed.bytes, as: UTF8.self),
            signer: "\(signer.verifier.name)",
            edition: edition,
            size: size,
            root: root.hex
        )
        let text = String(decoding: content, as: UTF8.self)
        return Draft(
            name: name,
            edition: edition,
            content: named,
            job: PaperHelper.Job(name: key.name, document: text, stamp: stamp)
        )
    }

    private func issue(
        _ drafts: [Draft],
        _ basis: PaperBasis,
        as officer: Officer,
        request: String,
        _ issued: inout Issued
    ) async throws(Fault) {
        let folder = FileManager.default.temporaryDirectory.appending(path: "pleno-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let outcome = try await apart { [helper] () throws(PaperHelper.Failure) in
            try helper.set(drafts.map(\.job), to: folder.path)
        }
        issued.failed += outcome.failed
        guard let engine = outcome.made.first?.engine else { return }
        let made = Dictionary(outcome.made.map { ($0.name, $0) }) { first, _ in first }
        var (contents, papers): ([[UInt8]], [(Draft, Int)]) = ([], [])
        for draft in drafts {
            guard let file = made[draft.job.name] else { continue }
            let path = folder.appending(path: "\(file.name).pdf").path
            guard let bytes = FileManager.default.contents(atPath: path),
                FileDigest.sha256(of: Array(bytes)) == file.digest
            else { throw .helper(.files(file.name)) }
            contents.append(Array(bytes))
            papers.append((draft, file.pages))
        }
        let named = papers
        @Sendable func act(_ files: [EvidenceFile]) -> PapersIssued {
            PapersIssued(
                zip(named, files).map { paper, file in
                    IssuedPaper(
                        paper.0.name,
                        edition: paper.0.edition,
                        content: paper.0.content,
                        file: file,
                        pages: paper.1
                    )
                },
                basis: basis,
                engine: "\(DocumentRoom.version), \(engine)"
            )
        }
        do throws(EvidenceRefusal) {
            _ = try await evidence.keep(contents, for: .issuePapers, as: officer, request: request) {
                .paper(.issued(act($0)))
            }
        } catch {
            throw .refused(error)
        }
        let known = await office.view.state.papers
        issued.papers += papers.compactMap { known[$0.0.name, $0.0.edition]?.paper }
    }

    /// Takes in a scan of a signed copy: it is matched by the codes on its pages.
    ///
    /// - Parameters:
    ///   - content: The bytes of a PDF or a picture.
    ///   - officer: Who asks.
    ///   - request: The officer's own name for it.
    /// - Returns: The edition it is of, as the office knows it now.
    /// - Throws: ``Fault``; nothing of it stays.
    func take(
        scan content: [UInt8],
        as officer: Officer,
        request: String
    ) async throws(Fault) -> PaperRegister.Edition {
        let found = try await apart { [helper] () throws(PaperHelper.Failure) in
            try helper.codes(in: content)
        }
        let state = await office.view.state
        let seen: SeenPaper
        do throws(ScanFault) {
            seen = try SeenPaper(found, by: state.paperKeys)
        } catch {
            throw .scan(error)
        }
        guard let edition = state.papers[seen.note.name, seen.note.edition],
            edition.paper.content.description == seen.note.content.hex
        else { throw .scan(.notIssued(seen.note.name, edition: seen.note.edition)) }
        do throws(EvidenceRefusal) {
            let (note, pages) = (seen.note, seen.pages)
            _ = try await evidence.keep([content], for: .issuePapers, as: officer, request: request) {
                .paper(.returned(PaperReturned(note.name, edition: note.edition, file: $0[0], pages: pages)))
            }
        } catch {
            throw .refused(error)
        }
        return await office.view.state.papers[seen.note.name, seen.note.edition] ?? edition
    }

    /// The issued files of papers in one zip.
    ///
    /// - Throws: ``Fault``.
    func archive(_ papers: [IssuedPaper]) async throws(Fault) -> [UInt8] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "pleno-\(UUID().uuidString)")
        let target = folder.path + ".zip"
        defer {
            try? FileManager.default.removeItem(at: folder)
            try? FileManager.default.removeItem(atPath: target)
        }
        try await archive(papers, to: target, by: folder)
        guard let content = FileManager.default.contents(atPath: target) else {
            throw .helper(.files(target))
        }
        return Array(content)
    }

    /// Writes the issued files of papers, with a list of them, as a zip.
    ///
    /// - Parameters:
    ///   - papers: The papers.
    ///   - target: The path of the zip.
    ///   - folder: Where the files lie meanwhile; whoever asks removes it.
    /// - Throws: ``Fault``.
    func archive(_ papers: [IssuedPaper], to target: String, by folder: URL) async throws(Fault) {
        do {
            for paper in papers {
                var content: [UInt8] = []
                for try await chunk in evidence.chunks(of: paper.file) { content += chunk }
                guard FileDigest.sha256(of: content) == paper.file.digest.description else {
                    throw StoreFault.damaged("\(paper.name)")
                }
                try Self.write(content, to: folder.appending(path: "\(paper.name).pdf"))
            }
            try Self.write(Array(Self.list(papers).utf8), to: folder.appending(path: Self.listName))
        } catch {
            throw .helper(.files("\((error as? StoreFault).map { "\($0)" } ?? error.localizedDescription)"))
        }
        _ = try await apart { [helper] () throws(PaperHelper.Failure) in
            try helper.zip(folder.path, to: target)
        }
    }

    /// The file of an archive that lists the others.
    static let listName = "daftar-dokumen.csv"

    /// Papers as rows of CSV: what each is called, its kind, edition, pages and digest.
    static func list(_ papers: [IssuedPaper]) -> String {
        var lines = ["dokumen,jenis,terbitan,halaman,sha256"]
        for paper in papers {
            let name = paper.name.kind?.name.indonesian ?? ""
            lines.append("\(paper.name),\(name),\(paper.edition),\(paper.pages),\(paper.file.digest)")
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private static func write(_ content: [UInt8], to file: URL) throws {
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(content).write(to: file)
    }

    /// Runs the helper where it keeps nobody waiting: it blocks.
    private func apart<Value: Sendable>(
        _ work: @escaping @Sendable () throws(PaperHelper.Failure) -> Value
    ) async throws(Fault) -> Value {
        let answer: Result<Value, PaperHelper.Failure> = await withCheckedContinuation { continuation in
            DispatchQueue.global(qos: .utility).async {
                do throws(PaperHelper.Failure) {
                    continuation.resume(returning: .success(try work()))
                } catch {
                    continuation.resume(returning: .failure(error))
                }
            }
        }
        do throws(PaperHelper.Failure) { return try answer.get() } catch { throw .helper(error) }
    }
}

/// What the codes on the pages of a scan say: which paper it is, and which of its pages.
struct SeenPaper {
    let note: PaperNote
    /// The pages that are seen, in rising order.
    let pages: [Int]

    /// - Throws: ``PaperRoom/ScanFault``.
    init(
        _ read: Result<PaperHelper.Read, PaperHelper.Unreadable>,
        by keys: [VerifierKey]
    ) throws(PaperRoom.ScanFault) {
        let sheets: [PaperHelper.Read.Page]
        switch read {
        case .success(let file): sheets = file.pages
        case .failure(let wrong): throw .unreadable(wrong.reason)
        }
        var (first, pages): (PaperNote?, Set<Int>) = (nil, [])
        for (place, sheet) in sheets.enumerated() {
            let codes = sheet.codes.compactMap(PageCode.init(parsing:))
            guard !codes.isEmpty else { throw sheets.count == 1 ? .noCode : .noCodeOn(page: place + 1) }
            for code in codes {
                let note: PaperNote
                do throws(PaperNoteFault) {
                    note = try PaperNote.verified(code.note, by: keys).note
                } catch {
                    throw .note(error)
                }
                if let first, first != note { throw .mixed(first.name, note.name) }
                first = note
                guard pages.insert(code.page).inserted else { throw .twice(page: code.page) }
            }
        }
        guard let first else { throw .noCode }
        note = first
        self.pages = pages.sorted()
    }
}

/// The code of a page: the signed note of its paper, and which of how many pages it is.
struct PageCode: Hashable {
    let note: [UInt8]
    let page: Int
    let pages: Int

    /// - Returns: `nil` for any other code.
    init?(parsing text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard text.hasPrefix("pleno paper "), lines.count > 2, lines.last == "" else { return nil }
        let numbers = lines[lines.count - 2].split(separator: "/", omittingEmptySubsequences: false)
        guard numbers.count == 2, let page = Int(numbers[0]), let pages = Int(numbers[1]),
            page > 0, page <= pages, pages <= IssuedPaper.mostPages
        else { return nil }
        self.page = page
        self.pages = pages
        note = Array((lines.dropLast(2).joined(separator: "\n") + "\n").utf8)
    }
}
