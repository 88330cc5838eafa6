import Accounts
import Elections
import Exchange
import Office

extension Desk {
    /// Reads a file that was handed in.
    ///
    /// - Throws: ``Problems`` with everything that is wrong with it.
    func forms(
        _ bytes: [UInt8],
        _ file: String,
        _ shape: HandedForms.Shape,
        _ ballot: Ballot,
        _ kind: ImportKind,
        _ state: ElectionState
    ) throws(Problems) -> HandedForms {
        try HandedForms.read(bytes, as: file, shape, of: ballot, isEntry: kind == .entries, in: state)
    }

    /// Reads an upload, and keeps it for whoever goes on with it.
    ///
    /// - Throws: ``ImportFault``.
    func handIn(
        _ upload: ImportUpload,
        _ kind: ImportKind,
        _ caller: DeskCaller
    ) async throws(ImportFault) -> (PendingImport, HandedForms) {
        guard let account = caller.account else { throw .http(Refusal(.signIn)) }
        let forms: HandedForms
        do throws(Problems) {
            forms = try self.forms(
                upload.bytes,
                upload.file,
                upload.shape,
                upload.ballot,
                kind,
                caller.state
            )
        } catch { throw .file(error) }
        if let digest = upload.digest, digest != forms.digest { throw .http(.otherDigest) }
        var generator = SystemRandomNumberGenerator()
        let pending = PendingImport(
            kind: kind,
            ballot: upload.ballot,
            shape: upload.shape,
            source: upload.source,
            file: upload.file,
            digest: forms.digest,
            blanks: BlankedDigest.blanks(using: &generator),
            time: caller.time,
            isVerified: upload.digest != nil
        )
        do throws(Refusal) { try await keep(pending, upload.bytes, of: account.text) } catch {
            throw .http(error)
        }
        return (pending, forms)
    }

    /// The forms of what somebody handed in, read again.
    ///
    /// - Throws: ``Refusal/noImport`` when nothing waits, or what was kept is not it.
    func pendingForms(
        _ kind: ImportKind,
        _ caller: DeskCaller
    ) async throws(Refusal) -> (PendingImport, HandedForms) {
        guard let account = caller.account else { throw Refusal(.signIn) }
        guard let pending = try await pendingImport(of: account.text), pending.kind == kind,
            let bytes = try await pendingFile(of: account.text)
        else { throw .noImport }
        let forms = try? self.forms(
            bytes,
            pending.file,
            pending.shape,
            pending.ballot,
            kind,
            caller.state
        )
        guard let forms, forms.digest == pending.digest else { throw .noImport }
        return (pending, forms)
    }

    /// Takes in what somebody handed in: the forms that need no word more, and those of which they said that the
    /// file says so.
    ///
    /// - Throws: ``Refusal/openDigest`` before the digest is the letter's.
    func takeIn(
        _ kind: ImportKind,
        confirming codes: Set<String>,
        _ caller: DeskCaller
    ) async throws(Refusal) -> (ImportPreview, ImportResult) {
        guard let account = caller.account else { throw Refusal(.signIn) }
        let (pending, forms) = try await pendingForms(kind, caller)
        guard pending.isVerified else { throw .openDigest }
        let preview = try ImportPreview(pending, forms, caller)
        var result: ImportResult
        switch kind {
        case .entries: result = await type(preview, confirming: codes, caller)
        case .readings:
            guard let source = pending.source else { throw .noImport }
            result = try await compare(preview, source, caller)
        }
        let skipped = preview.skipped.map { place, reason in
            ImportResult.Left(place: place, code: reason.code, words: reason.words(\.column))
        }
        result.left = (result.left + skipped).sorted { $0.place < $1.place }
        if !result.isBusy { await erasePending(of: account.text) }
        return (preview, result)
    }

    /// Opens a reading that never counts, and takes its forms in.
    private func compare(
        _ preview: ImportPreview,
        _ source: ComparisonSource,
        _ caller: DeskCaller
    ) async throws(Refusal) -> ImportResult {
        let reading = preview.forms.reading(by: source, preview.fates)
        guard !reading.forms.isEmpty else { return ImportResult() }
        let isSimulated = caller.state.key(for: .rehearsal) != nil
        let isOpen = caller.state.hasReading(reading.id, of: reading.ballot)
        for step in reading.steps(isSimulated: isSimulated, isOpen: isOpen) {
            do throws(DeskRefusal) {
                try await perform(.compare(step.acts), as: caller.officer, request: step.request)
            } catch {
                if case .misfit(.readingTwice) = error { throw .readBefore }
                throw error.refusal
            }
        }
        return ImportResult(taken: reading.forms.count, reading: reading.id)
    }
}

/// Why a file was not taken.
enum ImportFault: Error, Sendable {
    /// What is wrong with it.
    case file(Problems)
    /// Anything else.
    case http(Refusal)
}

extension Refusal {
    private static func detailed(
        _ code: Code,
        _ name: String,
        _ indonesian: String,
        _ english: String
    ) -> Refusal {
        Refusal(code, detail: RefusalDetail(code: name, words: LocalizedText(id: indonesian, en: english)))
    }

    /// Nothing waits to be taken in.
    static let noImport = detailed(
        .conflict,
        "no-import",
        "Tidak ada berkas yang menunggu: sudah diambil, dibuang, atau lewat satu jam. Unggah lagi.",
        "No file waits: it was taken, discarded, or is over an hour old. Hand it in again."
    )
    /// The digest was not yet found to be the letter's.
    static let openDigest = detailed(
        .conflict,
        "digest-open",
        "Cocokkan dahulu sidik berkas dengan surat pengantarnya.",
        "First hold the file's digest against the letter that came with it."
    )
    /// The file has another digest than its sender says.
    static let otherDigest = detailed(
        .unprocessable,
        "other-digest",
        "Sidik berkas bukan yang dikirim di sha256: ini berkas lain, atau rusak di jalan. Tidak ada yang diambil.",
        "The file's digest is not the one in sha256: another file, or damaged on its way. Nothing was taken."
    )
    /// The file is a reading already.
    static let readBefore = detailed(
        .conflict,
        "read-before",
        "Berkas ini sudah diambil sebagai pembacaan dari sumber itu.",
        "This file has been taken as a reading of that source before."
    )
}
