import Documents
import Elections
import Logging
import Office

extension Desk {
    private static let plenaryNumber = PathParameter<Int>.number("plenary")
    /// The most bytes of a form with a scan.
    private static let scanBounds = Multipart.Bounds(bytes: Evidence.largest + 64 * 1_024, parts: 6)

    /// Official papers: drafts, what was issued, signed copies, and the words of minutes.
    var paperEndpoints: [DeskEndpoint] {
        guard let papers else { return minutesEndpoints }
        let path: PathPattern = "desk/papers"
        let need = DeskNeed.permission(.issuePapers)
        return minutesEndpoints + [
            DeskEndpoint(.get, path, need, LocalizedText(id: "Dokumen resmi", en: "Official papers")) {
                call async throws(Refusal) in try await list(call, papers)
            },
            DeskEndpoint(.get, path / "paper", need, LocalizedText(id: "Satu dokumen", en: "A paper")) {
                call async throws(Refusal) in
                try call.caller.check(.issuePapers, at: nil)
                let context = DeskContext(call)
                let shelf = PaperShelf(context.state)
                return .page(
                    try paper(try call.incoming.query.required("name"), shelf, context).page,
                    context
                )
            },
            DeskEndpoint(
                .post,
                path / "issue",
                need,
                LocalizedText(id: "Terbitkan dokumen", en: "Issue papers"),
                takes: .form
            ) { call async throws(Refusal) in try await issue(call, papers) },
            DeskEndpoint(
                .post,
                path / "scan",
                need,
                LocalizedText(id: "Terima salinan bertanda tangan", en: "Take in a signed copy"),
                takes: .files(Self.scanBounds)
            ) { call async throws(Refusal) in try await takeScan(call, papers) },
            DeskEndpoint(
                .get,
                path / "plenaries" / Self.plenaryNumber,
                need,
                LocalizedText(id: "Dokumen satu pleno (zip)", en: "The papers of a plenary (zip)")
            ) { call async throws(Refusal) in try await archive(call, papers) },
        ]
    }

    private func list(
        _ call: Call<DeskCaller>,
        _ papers: any PaperMaker,
        note: String? = nil,
        isWrong: Bool = false
    ) async throws(Refusal) -> Answer {
        try call.caller.check(.issuePapers, at: nil)
        let context = DeskContext(call)
        let shelf = PaperShelf(context.state)
        if let kind = try call.incoming.query.value("kind", { DocumentKind(rawValue: $0) }) {
            return .page(PaperKindPage(kind: kind, shelf: shelf, context: context).page, context)
        }
        let list = PaperList(
            shelf: shelf,
            work: await papers.work(),
            context: context,
            note: note,
            isWrong: isWrong
        )
        return .page(list.page, context)
    }

    private func paper(
        _ name: String,
        _ shelf: PaperShelf,
        _ context: DeskContext,
        note: String? = nil
    ) throws(Refusal) -> PaperDeskPage {
        guard let name = PaperName(name), let document = shelf.document(name) else {
            throw Refusal(.notFound)
        }
        return PaperDeskPage(name: name, document: document, shelf: shelf, context: context, note: note)
    }

    private func issue(_ call: Call<DeskCaller>, _ papers: any PaperMaker) async throws(Refusal) -> Answer {
        try call.caller.check(.issuePapers, at: nil)
        let sent = try await call.form()
        let context = DeskContext(call)
        let shelf = PaperShelf(context.state)
        let kind = try sent.value("kind") { DocumentKind(rawValue: $0) }
        let plenary = try sent.value("plenary") { Int($0) }
        let name = try sent.text("name")
        guard kind != nil || plenary != nil || name != nil else {
            throw Refusal(.fieldMissing, field: "kind")
        }
        let keys = (shelf.room?.keys ?? []).filter { key in
            (kind == nil || key.kind == kind) && (plenary == nil || key.plenary == plenary)
                && (name == nil || key.name == name)
        }
        guard !keys.isEmpty else { throw Refusal(.notFound) }
        // Minutes whose words differ from the record are issued by themselves, by who looked at each difference.
        let differing = keys.filter { key in
            guard case .minutes(let plenary) = key else { return false }
            return shelf.room?.minutesDifferences(plenary).isEmpty == false
        }
        if let first = differing.first {
            let paper = try paper(first.name, shelf, context)
            let seen = try sent.text("as-worded")
            let isSeen = name != nil && seen == paper.digest
            guard isSeen else {
                let note = context.say(
                    "Berita acara ini berbeda dari catatan; lihat perbedaannya dulu.",
                    "These minutes differ from the record; look at the differences first."
                )
                return .page(try self.paper(first.name, shelf, context, note: note).page, context)
            }
        }
        let names = keys.compactMap { PaperName($0.name) }
        guard await papers.begin(names, as: call.caller.officer, request: try sent.required("request")) else {
            let note = context.say(
                "Dokumen lain sedang disusun; coba lagi setelah selesai.",
                "Other papers are being set; try again when they are done."
            )
            return try await list(call, papers, note: note, isWrong: true)
        }
        return .seeOther(context.path("papers"))
    }

    private func takeScan(_ call: Call<DeskCaller>, _ papers: any PaperMaker) async throws(Refusal) -> Answer
    {
        try call.caller.check(.issuePapers, at: nil)
        let context = DeskContext(call)
        let form = try await call.form(Self.scanBounds, file: "file")
        let request = try form.fields.required("request")
        let bytes = try await form.bytes(upTo: Evidence.largest)
        let edition: PaperRegister.Edition
        do throws(PaperRefusal) {
            edition = try await papers.take(scan: bytes, as: call.caller.officer, request: request)
        } catch {
            return try await list(call, papers, note: error.words[context.language], isWrong: true)
        }
        let signed = edition.copiesWords[context.language]
        let note = context.say(
            "\(edition.paper.name), terbitan \(edition.paper.edition): salinan bertanda tangan \(signed).",
            "\(edition.paper.name), edition \(edition.paper.edition): signed copy \(signed)."
        )
        return try await list(call, papers, note: note)
    }

    private func archive(_ call: Call<DeskCaller>, _ papers: any PaperMaker) async throws(Refusal) -> Answer {
        try call.caller.check(.issuePapers, at: nil)
        let number = try call.value(Self.plenaryNumber)
        let register = call.caller.state.papers
        let issued = register.names.filter { $0.plenary == number }.compactMap { register[$0].last?.paper }
        guard !issued.isEmpty else { throw Refusal(.notFound) }
        do throws(PaperRefusal) {
            var answer = Answer.bytes(try await papers.archive(issued), .zip)
            answer.download = FileName("pleno-\(number).zip")
            return answer
        } catch {
            logger.error("no archive of papers", metadata: ["reason": "\(error.words[.english])"])
            throw Refusal(.busy, retryAfter: .seconds(5))
        }
    }

    /// The words of minutes are whoever's who holds the plenary.
    private var minutesEndpoints: [DeskEndpoint] {
        let path = "desk/plenaries" / Self.plenaryNumber / "minutes"
        let need = DeskNeed.permission(.holdPlenaries)
        return [
            DeskEndpoint(
                .get,
                path,
                need,
                LocalizedText(id: "Kata-kata berita acara", en: "The words of minutes")
            ) { call async throws(Refusal) in
                let context = DeskContext(call)
                return .page(try minutes(call, context).page, context)
            },
            DeskEndpoint(
                .post,
                path,
                need,
                LocalizedText(id: "Simpan kata-kata berita acara", en: "Save the words of minutes"),
                takes: .form
            ) { call async throws(Refusal) in
                let context = DeskContext(call)
                let plenary = try minutes(call, context).plenary
                let sent = try await call.form()
                let isProposed = try sent.text("proposed") != nil
                let words = isProposed ? "" : try sent.text("words") ?? ""
                let act = MinutesWorded(
                    plenary: plenary,
                    paragraphs: MinutesWorded.paragraphs(of: words.replacing("\r\n", with: "\n"))
                )
                let next = context.path("plenaries", "\(plenary)", "minutes")
                return try await perform(.paper(.worded(act)), asked: sent, by: call.caller, then: next) {
                    (fault) throws(Refusal) in
                    let note = fault.words[context.language]
                    return .page(try minutes(call, context, sent: sent, note: note).page, context)
                }
            },
        ]
    }

    private func minutes(
        _ call: Call<DeskCaller>,
        _ context: DeskContext,
        sent: Fields? = nil,
        note: String? = nil
    ) throws(Refusal) -> MinutesPage {
        let number = try call.value(Self.plenaryNumber)
        guard let plenary = context.state.plenaries[number] else { throw Refusal(.notFound) }
        try call.caller.check(.holdPlenaries, at: plenary.region)
        guard let room = PaperShelf(context.state).room, room.proposedMinutes(number) != nil else {
            throw Refusal(.notFound)
        }
        return MinutesPage(plenary: number, room: room, context: context, sent: sent, note: note)
    }
}
