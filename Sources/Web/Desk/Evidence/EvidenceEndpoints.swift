import Elections
import Office

extension Desk {
    /// Photos and scans: handing in, looking at, withdrawing.
    var evidenceEndpoints: [DeskEndpoint] {
        let path: PathPattern = "desk/evidence"
        let station = path / DeskParameters.village / DeskParameters.station
        let withdrawal = path / "pieces" / DeskParameters.piece / "withdrawal"
        return [
            DeskEndpoint(
                .get,
                path,
                .permission(.seeEvidence),
                LocalizedText(id: "Foto dan pindaian", en: "Photos and scans")
            ) { call async throws(Refusal) in
                let context = DeskContext(call)
                let search = try call.incoming.query.text("q") ?? ""
                if let found = context.station(lookedFor: search) {
                    return .seeOther(EvidencePages.place(of: found, context))
                }
                return .page(EvidencePages.start(context, search: search), context)
            },
            DeskEndpoint(
                .get,
                station,
                .permission(.seeEvidence),
                LocalizedText(id: "Foto dan pindaian satu TPS", en: "Photos and scans of a station")
            ) { call async throws(Refusal) in
                let context = DeskContext(call)
                let page = StationEvidencePage(
                    station: try self.station(call, .seeEvidence),
                    request: newRequest(),
                    done: try call.incoming.query.value("done") { Int($0) }
                )
                return .page(page.page(context), context)
            },
            DeskEndpoint(
                .post,
                station,
                .permission(.addEvidence),
                LocalizedText(id: "Serahkan foto atau pindaian", en: "Hand in a photo or scan"),
                takes: .files(Self.evidenceBounds)
            ) { call async throws(Refusal) in try await handIn(call) },
            DeskEndpoint(
                .get,
                path / "files" / DeskParameters.piece / DeskParameters.file,
                .permission(.seeEvidence),
                LocalizedText(id: "Satu berkas bukti", en: "A file of a piece of evidence")
            ) { call async throws(Refusal) in
                let piece = try self.piece(call, .seeEvidence)
                guard let file = piece.file(try call.value(DeskParameters.file)) else {
                    throw Refusal(.notFound)
                }
                return .file(evidence.chunks(of: file), file)
            },
            DeskEndpoint(
                .get,
                withdrawal,
                .permission(.withdrawEvidence),
                LocalizedText(id: "Halaman penarikan bukti", en: "The page of a withdrawal")
            ) { call async throws(Refusal) in
                let (context, piece) = (DeskContext(call), try self.piece(call, .withdrawEvidence))
                guard piece.withdrawal == nil else { throw Refusal(.conflict) }
                return .page(EvidencePages.withdrawal(context, piece, request: newRequest()), context)
            },
            DeskEndpoint(
                .post,
                withdrawal,
                .permission(.withdrawEvidence),
                LocalizedText(id: "Tarik bukti yang keliru", en: "Withdraw a mistaken piece"),
                takes: .form
            ) { call async throws(Refusal) in
                let (context, fields) = (DeskContext(call), try await call.form())
                let piece = try self.piece(call, .withdrawEvidence)
                let (reason, request) = (try fields.required("reason"), try fields.required("request"))
                do throws(DeskRefusal) {
                    _ = try await withdraw(piece, reason, call.caller, request: request)
                    return .seeOther(EvidencePages.place(of: piece.label.place.station, context))
                } catch {
                    return try again(error, context) {
                        EvidencePages.withdrawal(context, piece, request: request, reason, fault: $0)
                    }
                }
            },
        ]
    }

    private func handIn(_ call: Call<DeskCaller>) async throws(Refusal) -> Answer {
        let (context, station) = (DeskContext(call), try station(call, .addEvidence))
        let form = try await call.form(Self.evidenceBounds, file: "photo")
        let request = try form.fields.required("request")
        let label = try EvidenceLabel(station, form.fields)
        do throws(DeskRefusal) {
            let receipt = try await handIn(form, label, call.caller, request: request)
            let number = receipt.piece.map { String($0.number) } ?? "0"
            return .seeOther(EvidencePages.place(of: station, context, done: number))
        } catch {
            return try again(error, context) { fault in
                StationEvidencePage(station: station, request: request, label: label, fault: fault)
                    .page(context)
            }
        }
    }
}

extension Answer {
    /// A picture or document, shown in our pages alone.
    static func file(_ chunks: EvidenceChunks, _ file: EvidenceFile) -> Answer {
        let type: ContentType =
            switch file.kind {
            case .jpeg: .jpeg
            case .png: .png
            case .pdf: .pdf
            }
        return Answer(status: 200, .stream(chunks, type, length: file.size), policy: .shown)
    }
}
