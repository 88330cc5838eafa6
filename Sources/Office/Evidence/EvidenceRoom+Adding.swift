public import Elections

extension EvidenceRoom {
    /// Hands in a photo, scan or document as it comes.
    ///
    /// Who may not, and what no page of this kind can be, is refused before a byte is stored. The file is streamed
    /// to the store and looked at there, one at a time; what may be published of it and its miniature are stored
    /// beside it. Where the act is refused, the bytes are erased again, unless another act names them.
    ///
    /// - Parameters:
    ///   - chunks: Its bytes, ``Evidence/largest`` at most.
    ///   - label: What it is said to be.
    ///   - said: What the sender says of its kind; `nil` when nothing was said.
    ///   - officer: Who asks.
    ///   - request: The officer's own name for it: asked again under the same name, it is not done again.
    /// - Returns: Where it stands, and what it is like.
    /// - Throws: ``EvidenceRefusal``.
    /// - Complexity: O(bytes + pixels), and O(pieces) to find what is like it.
    public func add(
        _ chunks: some AsyncSequence<[UInt8], any Error> & Sendable,
        _ label: EvidenceLabel,
        said: Evidence.Kind? = nil,
        as officer: Officer,
        request: String
    ) async throws(EvidenceRefusal) -> EvidenceReceipt {
        try await check(label, officer, request)
        let original: Evidence
        do throws(EvidenceFault) {
            original = try await store.add(chunks, said: said)
        } catch {
            throw .notTaken(error)
        }
        await holds.hold(original.digest)
        var held = [original.digest]
        let answer: Result<EvidenceReceipt, EvidenceRefusal>
        do throws(EvidenceRefusal) {
            let act = try await act(of: original, label, holding: &held)
            answer = .success(try await perform(act, officer, request))
        } catch {
            answer = .failure(error)
        }
        await letGo(held, answer.map(\.receipt))
        return try answer.get()
    }

    /// Refuses what can be refused before anything is sent.
    private func check(_ label: EvidenceLabel, _ officer: Officer, _ request: String)
        async throws(EvidenceRefusal)
    {
        do throws(Refusal) { try officer.check(request) } catch { throw .refused(error) }
        let view = await office.view
        let isPermitted = view.state.permits(
            .addEvidence,
            at: [label.place.station.village],
            to: officer.account,
            officer.rights,
            at: max(now(), view.time)
        )
        guard isPermitted else { throw .refused(.notPermitted(.addEvidence)) }
        do throws(ActFault) { try view.state.check(label) } catch { throw .refused(.misfit(error)) }
    }

    /// The act that names a file, what may be published of it, and its miniature.
    private func act(
        of original: Evidence,
        _ label: EvidenceLabel,
        holding held: inout [String]
    ) async throws(EvidenceRefusal) -> EvidenceAdded {
        guard let findings = try await findings(in: original, label) else {
            return EvidenceAdded(label, copy: nil, kept: .init(original: try original.file))
        }
        let miniature = try await keep(findings.miniature, holding: &held)
        var copy: EvidenceFile?
        if let bytes = findings.copy { copy = try await keep(bytes, holding: &held) }
        return EvidenceAdded(
            label,
            copy: copy,
            isFaulty: findings.isFaulty,
            kept: .init(
                original: try original.file,
                miniature: miniature,
                fingerprint: EvidenceFingerprint(words: findings.fingerprint)
            )
        )
    }

    /// What is found in a file, when it is its turn; `nil` of a document.
    private func findings(
        in original: Evidence,
        _ label: EvidenceLabel
    ) async throws(EvidenceRefusal) -> PictureFindings? {
        await holds.takeTurn()
        let answer: Result<PictureFindings?, EvidenceRefusal>
        do throws(EvidenceRefusal) {
            let bytes = try await bytes(of: original)
            answer = await Self.look(into: bytes, reader, isPublished: label.page.standing == .published)
        } catch {
            answer = .failure(error)
        }
        await holds.giveTurn()
        let findings = try answer.get()
        // A file that is a document to one reader and a picture to the other is neither.
        guard (findings == nil) == (original.type == .pdf) else { throw .unreadable(.unreadable) }
        return findings
    }

    /// Away from whoever waits for it: a large picture takes a second.
    @concurrent private static func look(
        into bytes: [UInt8],
        _ reader: any PictureReader,
        isPublished: Bool
    ) async -> Result<PictureFindings?, EvidenceRefusal> {
        do throws(PictureRefusal) {
            return .success(try reader.look(into: bytes, isPublished: isPublished))
        } catch {
            return .failure(.unreadable(error))
        }
    }

    /// All bytes of a file that was just taken.
    private func bytes(of file: Evidence) async throws(EvidenceRefusal) -> [UInt8] {
        do throws(StoreFault) {
            let bytes = try await store.bytes(of: file.digest, from: 0, count: file.size)
            guard bytes.count == file.size else { throw .damaged("evidence \(file.digest)") }
            return bytes
        } catch {
            throw .notTaken(.store(error))
        }
    }

    /// Stores a file that was made here, and holds it.
    func keep(
        _ bytes: [UInt8],
        holding held: inout [String]
    ) async throws(EvidenceRefusal) -> EvidenceFile {
        let chunks = AsyncThrowingStream<[UInt8], any Error> { stream in
            stream.yield(bytes)
            stream.finish()
        }
        let evidence: Evidence
        let isThere: Bool
        do throws(EvidenceFault) {
            evidence = try await store.add(chunks, said: nil)
            await holds.hold(evidence.digest)
            held.append(evidence.digest)
            do throws(StoreFault) { isThere = try await store.evidence(evidence.digest) != nil } catch {
                throw .store(error)
            }
        } catch {
            throw .notTaken(error)
        }
        // Somebody withdrew the same file and erased it before it was held.
        guard isThere else { throw .notTaken(.store(.missing(evidence.digest))) }
        return try evidence.file
    }

    private func perform(
        _ act: EvidenceAdded,
        _ officer: Officer,
        _ request: String
    ) async throws(EvidenceRefusal) -> EvidenceReceipt {
        let receipt: Receipt
        do throws(Refusal) {
            receipt = try await office.perform(.perform(.evidenceAdded(act)), as: officer, request: request)
        } catch {
            throw .refused(error)
        }
        let register = await office.view.state.evidence
        let piece = (act.kept?.original.digest).flatMap { digest in
            register.pieces(naming: digest).first { $0.label == act.label && $0.original?.digest == digest }
        }
        return EvidenceReceipt(
            receipt: receipt,
            piece: piece,
            likenesses: piece.map { register.likenesses(of: $0.number) } ?? []
        )
    }

    /// Lets go of the files of something that was done or refused; what nothing names is erased.
    func letGo(_ held: [String], _ answer: Result<Receipt, EvidenceRefusal>) async {
        for digest in held { await holds.letGo(digest) }
        switch answer {
        case .success(let receipt): _ = await erase(held, knownAt: receipt)
        case .failure(.refused(let refusal)) where refusal.mayBeDone: break
        case .failure: _ = await erase(held, knownAt: nil)
        }
    }
}

extension Refusal {
    /// Whether the command may be in the journal, or come into it yet: a sweep finds out.
    fileprivate var mayBeDone: Bool {
        switch self {
        case .unknown, .notStored, .closed: true
        case .notPermitted, .namelessRequest, .misfit, .tooLarge, .busy: false
        }
    }
}

extension Evidence {
    /// The file as acts name it.
    fileprivate var file: EvidenceFile {
        get throws(EvidenceRefusal) {
            guard let digest = EvidenceDigest(digest),
                let file = EvidenceFile(digest: digest, size: size, kind: type.kind)
            else { throw .notTaken(.store(.damaged("evidence \(digest)"))) }
            return file
        }
    }
}

extension Evidence.Kind {
    /// The kind as acts name it.
    fileprivate var kind: EvidenceFile.Kind {
        switch self {
        case .jpeg: .jpeg
        case .png: .png
        case .pdf: .pdf
        }
    }
}
