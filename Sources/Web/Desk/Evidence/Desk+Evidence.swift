import Elections
import Logging
import Office

extension DeskParameters {
    /// A piece of evidence by its number.
    static let piece = PathParameter<Int>.number("piece")
    /// Which of its files.
    static let file = PathParameter<EvidencePiece.Part>("file") { EvidencePiece.Part(rawValue: $0) }
}

extension EvidencePiece {
    /// One of the files of a piece.
    enum Part: String, CaseIterable {
        /// What was handed in.
        case original
        /// What is published of it.
        case copy
        /// A small picture of it.
        case miniature
    }

    /// One of its files; `nil` where it has none, and once it was withdrawn.
    func file(_ part: Part) -> EvidenceFile? {
        guard withdrawal == nil else { return nil }
        return switch part {
        case .original: original
        case .copy: copy
        case .miniature: miniature
        }
    }
}

/// What is done about evidence, whoever asks: a page or a program.
extension Desk {
    /// The most bytes of a form with a photo.
    static let evidenceBounds = Multipart.Bounds(bytes: Evidence.largest + 64 * 1_024, parts: 12)

    /// The station that a path names, where whoever asks may do something.
    ///
    /// - Throws: ``Refusal/Code/notFound`` where there is none, or none of theirs.
    func station(_ call: Call<DeskCaller>, _ permission: Permission) throws(Refusal) -> StationCode {
        let station = StationCode(
            village: try call.value(DeskParameters.village),
            number: try call.value(DeskParameters.station)
        )
        try call.caller.check(permission, at: station.village)
        guard call.caller.state.position(of: station) != nil else { throw Refusal(.notFound) }
        return station
    }

    /// The piece that a path names, where whoever asks may do something.
    ///
    /// - Throws: ``Refusal/Code/notFound`` where there is none, or none of theirs.
    func piece(_ call: Call<DeskCaller>, _ permission: Permission) throws(Refusal) -> EvidencePiece {
        guard let piece = call.caller.state.evidence[try call.value(DeskParameters.piece)] else {
            throw Refusal(.notFound)
        }
        try call.caller.check(permission, at: piece.label.place.station.village)
        return piece
    }

    /// Hands in what a form with a photo brings: its fields say what it is, and come before it.
    func handIn(
        _ form: FileForm,
        _ label: EvidenceLabel,
        _ caller: DeskCaller,
        request: String
    ) async throws(DeskRefusal) -> EvidenceReceipt {
        let said = form.file.head.type.flatMap { Evidence.Kind(rawValue: $0.name) }
        do throws(EvidenceRefusal) {
            return try await evidence.add(
                form.file.chunks,
                label,
                said: said,
                as: caller.officer,
                request: request
            )
        } catch {
            // Where the form broke off, the store saw no more than that its bytes did.
            if case .notTaken(.store) = error {
                do throws(Refusal) { try await form.finish() } catch { throw .http(error) }
            }
            throw refusal(error)
        }
    }

    /// Withdraws a piece.
    func withdraw(
        _ piece: EvidencePiece,
        _ reason: String,
        _ caller: DeskCaller,
        request: String
    ) async throws(DeskRefusal) -> WithdrawalReceipt {
        do throws(Office.Refusal) {
            return try await evidence.withdraw(
                piece.number,
                reason: reason,
                as: caller.officer,
                request: request
            )
        } catch { throw desk(error) }
    }

    private func refusal(_ refusal: EvidenceRefusal) -> DeskRefusal {
        switch refusal {
        case .refused(let refusal): return desk(refusal)
        case .notTaken(.store(let fault)):
            logger.error("evidence was not stored", metadata: ["fault": "\(fault)"])
            return .http(Refusal(.busy, retryAfter: .seconds(5)))
        case .notTaken, .unreadable:
            let detail = RefusalDetail(code: refusal.code, words: refusal.words)
            return .http(Refusal(.unprocessable, field: "photo", detail: detail))
        }
    }
}

extension EvidenceRefusal {
    /// Its name for programs.
    fileprivate var code: String {
        switch self {
        case .notTaken(.empty): "empty"
        case .notTaken(.tooLarge), .unreadable(.tooLarge): "too-large"
        case .notTaken(.unknownType): "unknown-type"
        case .notTaken(.wrongType): "wrong-type"
        case .unreadable(.tooComplex): "too-complex"
        case .unreadable(.unsupported): "unsupported"
        case .unreadable(.truncated): "truncated"
        case .unreadable(.unreadable): "unreadable"
        case .refused, .notTaken(.store): "failed"
        }
    }
}

extension EvidenceLabel {
    /// What the fields of a form say that a page is.
    ///
    /// - Throws: ``Refusal/Code/fieldMissing``, ``Refusal/Code/fieldInvalid``; whether it fits says the office.
    init(_ station: StationCode, _ fields: Fields) throws(Refusal) {
        guard let page = try fields.value("page", { EvidencePage(rawValue: $0) }) else {
            throw Refusal(.fieldMissing, field: "page")
        }
        let version = try fields.value("version") { FormVersion(rawValue: $0) } ?? .regular
        let named = try fields.text("ballot") ?? ""
        let ballot = named.isEmpty ? nil : Ballot(slug: named[...])
        guard named.isEmpty || ballot != nil else { throw Refusal(.fieldInvalid, field: "ballot") }
        // Of a station's own pages the ballot that a form happens to show is not meant.
        let place =
            if let ballot, page.isOfBallot { EvidencePlace(FormKey(ballot, station, version)) } else {
                EvidencePlace(station, version)
            }
        self.init(place, page, number: try fields.value("number") { Int($0) } ?? 1)
    }
}

extension DeskCaller {
    /// The same pictures, or nearly, at two places, both of which this account may see: the newest first.
    ///
    /// - Complexity: O(likenesses).
    var likenesses: [EvidenceLikeness] { likenesses(state.evidence.openLikenesses).reversed() }

    /// Those of some likenesses of which this account may see both pieces.
    func likenesses(_ found: [EvidenceLikeness]) -> [EvidenceLikeness] {
        found.filter { likeness in
            [likeness.piece, likeness.other].allSatisfy { number in
                // A piece that is newer than what is seen here is the caller's own.
                state.evidence[number].map { may(.seeEvidence, at: $0.label.place.station.village) } ?? true
            }
        }
    }

    /// The pictures and documents that stand and belong to a form, or to its station.
    ///
    /// Those of the form come first, by page.
    func shown(beside form: FormKey) -> [EvidencePiece] {
        guard may(.seeEvidence, at: form.station.village) else { return [] }
        return state.evidence(of: form.station).filter { piece in
            let place = piece.label.place
            return piece.withdrawal == nil && place.version == form.version
                && (place.ballot == nil || place.ballot == form.ballot)
        }.sorted { $0.reading < $1.reading }
    }
}
