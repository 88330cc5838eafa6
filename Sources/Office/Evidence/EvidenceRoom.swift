public import Elections

/// Where evidence is handed in and withdrawn: the bytes go to the store, the act to the journal, and nothing stays in
/// one that is not in the other.
///
/// An office has one; it holds what is on its way, so that nobody erases what is about to be named.
public struct EvidenceRoom: Sendable {
    let office: any RunningOffice
    let store: any EvidenceStore
    let reader: any PictureReader
    let now: @Sendable () -> Int
    let holds = EvidenceHolds()

    /// How long what no act names may lie in the store before a sweep erases it, in milliseconds.
    public static let patience = 3_600_000

    /// The room of an office.
    ///
    /// - Parameters:
    ///   - office: The office; it is not closed here.
    ///   - store: Where its evidence lies.
    ///   - reader: What looks into pictures.
    ///   - now: The time in milliseconds since 1970.
    public init(
        _ office: any RunningOffice,
        store: any EvidenceStore,
        reader: any PictureReader,
        now: @escaping @Sendable () -> Int
    ) {
        self.office = office
        self.store = store
        self.reader = reader
        self.now = now
    }

    /// Withdraws what was handed in by mistake: its bytes are erased, unless something that stands is the same file.
    ///
    /// - Parameters:
    ///   - number: The number of the piece.
    ///   - reason: Why, 1…500 bytes; everybody can read it where a copy was published.
    ///   - officer: Who asks.
    ///   - request: The officer's own name for it.
    /// - Returns: Where it stands, and whether the bytes are gone.
    /// - Throws: ``Refusal``; nothing was done, but after ``Refusal/unknown``.
    /// - Complexity: O(bytes).
    public func withdraw(
        _ number: Int,
        reason: String,
        as officer: Officer,
        request: String
    ) async throws(Refusal) -> WithdrawalReceipt {
        guard let piece = await office.view.state.evidence[number] else { throw .misfit(.noEvidence) }
        let receipt = try await office.perform(
            .perform(.evidenceWithdrawn(EvidenceWithdrawn(piece, reason: reason))),
            as: officer,
            request: request
        )
        let isErased = await erase(piece.digests.map(\.description), knownAt: receipt)
        return WithdrawalReceipt(receipt: receipt, isErased: isErased)
    }

    /// The bytes of a file, as they are read; they break off with ``StoreFault`` when it is erased meanwhile.
    ///
    /// - Complexity: constant memory.
    public func chunks(of file: EvidenceFile) -> EvidenceChunks { EvidenceChunks(store: store, file: file) }

    /// A file that anybody may see, by its digest; `nil` when nothing that stands is published as it.
    public func published(_ digest: EvidenceDigest) async -> EvidenceFile? {
        await office.view.state.evidence.published(digest)
    }

    /// The file of a paper by its digest; `nil` when none was issued as it.
    public func issued(_ digest: EvidenceDigest) async -> EvidenceFile? {
        await office.view.state.papers.edition(issuedAs: digest)?.paper.file
    }

    /// Erases what was withdrawn and is still there, and what no act names and has lain there for an hour: an office
    /// that was interrupted left it.
    ///
    /// - Returns: The number of files that were erased.
    /// - Throws: ``StoreFault``.
    /// - Complexity: O(files).
    public func sweep() async throws(StoreFault) -> Int {
        let withdrawn = await office.view.state.evidence.erased
        var digests = try await store.digests(takenBefore: now() - Self.patience)
        for digest in withdrawn.map(\.description).sorted()
        where try await store.evidence(digest) != nil && !digests.contains(digest) {
            digests.append(digest)
        }
        var erased = 0
        for digest in digests where try await isErased(digest) == true { erased += 1 }
        return erased
    }

    /// Erases files that nothing needs, once this server knows what a receipt is of.
    ///
    /// - Returns: Whether they are gone.
    func erase(_ digests: [String], knownAt receipt: Receipt?) async -> Bool {
        if let receipt, await office.view.count <= receipt.sequence { return false }
        var isGone = true
        for digest in digests {
            do throws(StoreFault) {
                if try await isErased(digest) == false { isGone = false }
            } catch {
                isGone = false
            }
        }
        return isGone
    }

    /// Erases a file, unless it is needed; `nil` when it is, `false` when it may be soon.
    private func isErased(_ digest: String) async throws(StoreFault) -> Bool? {
        guard await holds.beginErasing(digest) else { return false }
        // Only now: what was held before this was named by an act that is known here.
        if let named = EvidenceDigest(digest), await office.view.state.needs(named) {
            await holds.endErasing(digest)
            return nil
        }
        do throws(StoreFault) {
            try await store.erase(digest)
        } catch {
            await holds.endErasing(digest)
            throw error
        }
        await holds.endErasing(digest)
        return true
    }
}
