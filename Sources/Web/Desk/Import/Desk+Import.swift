import Accounts
import Elections
import Exchange

extension Desk {
    /// Files of many forms at once.
    var importEndpoints: [DeskEndpoint] {
        [
            DeskEndpoint(
                .get,
                "desk/import",
                .signedIn,
                LocalizedText(id: "Impor banyak formulir", en: "Many forms at once")
            ) { call async throws(Refusal) in
                let context = DeskContext(call)
                return .page(ImportPages.start(context), context)
            }
        ] + ImportKind.allCases.flatMap(importEndpoints)
    }

    /// Handing in, holding against the letter, looking, taking in, discarding.
    private func importEndpoints(_ kind: ImportKind) -> [DeskEndpoint] {
        let path = "desk/import" / kind.path
        let need = DeskNeed.permission(kind.permission)
        return [
            DeskEndpoint(.get, path, need, kind.name) { call async throws(Refusal) in
                try await importPage(call, kind)
            },
            DeskEndpoint(
                .post,
                path,
                need,
                LocalizedText(id: "Periksa berkas formulir", en: "Look at a file of forms"),
                takes: .files(ImportUpload.bounds)
            ) { call async throws(Refusal) in try await handIn(call, kind) },
            DeskEndpoint(
                .post,
                path / "digest",
                need,
                LocalizedText(id: "Cocokkan sidik berkas", en: "Hold the digest against the letter"),
                takes: .form
            ) { call async throws(Refusal) in try await checkDigest(call, kind) },
            DeskEndpoint(
                .post,
                path / "confirm",
                need,
                LocalizedText(id: "Ambil formulir dari berkas", en: "Take the forms of a file in"),
                takes: .form
            ) { call async throws(Refusal) in try await confirm(call, kind) },
            DeskEndpoint(
                .post,
                path / "discard",
                need,
                LocalizedText(id: "Buang berkas", en: "Discard a file"),
                takes: .form
            ) { call async throws(Refusal) in
                _ = try await call.form()
                if let account = call.caller.account { await erasePending(of: account.text) }
                return .seeOther(DeskContext(call).path("import", kind.rawValue))
            },
        ]
    }

    /// What comes next: handing a file in, its digest, or what will become of its forms.
    private func importPage(_ call: Call<DeskCaller>, _ kind: ImportKind) async throws(Refusal) -> Answer {
        let context = DeskContext(call)
        try call.caller.checkWhole(kind)
        guard let account = call.caller.account else { throw Refusal(.signIn) }
        let kept = try await pendingImport(of: account.text)
        guard let pending = kept, pending.kind == kind else {
            return .page(ImportPages.upload(kind, replacing: kept, context), context)
        }
        guard pending.isVerified else {
            return .page(ImportPages.digest(pending, context), context)
        }
        let (waiting, forms) = try await pendingForms(kind, call.caller)
        let preview = try ImportPreview(waiting, forms, call.caller)
        return .page(ImportPreviewPage(preview: preview, context: context).page, context)
    }

    private func handIn(_ call: Call<DeskCaller>, _ kind: ImportKind) async throws(Refusal) -> Answer {
        let context = DeskContext(call)
        try call.caller.checkWhole(kind)
        let upload = try await ImportUpload(call, kind)
        do throws(ImportFault) {
            _ = try await handIn(upload, kind, call.caller)
        } catch {
            switch error {
            case .http(let refusal): throw refusal
            case .file(let problems): return .page(ImportPages.wrong(problems, kind, context), context)
            }
        }
        return .seeOther(context.path("import", kind.rawValue))
    }

    private func checkDigest(_ call: Call<DeskCaller>, _ kind: ImportKind) async throws(Refusal) -> Answer {
        let context = DeskContext(call)
        let sent = try await call.form()
        guard let account = call.caller.account else { throw Refusal(.signIn) }
        guard var pending = try await pendingImport(of: account.text), pending.kind == kind,
            let blanked = pending.blanked
        else { throw .noImport }
        let typed = [try sent.text("group-1") ?? "", try sent.text("group-2") ?? ""]
        if !pending.isVerified {
            if blanked.isFilled(by: typed) {
                pending.isVerified = true
            } else {
                pending.attempts += 1
                guard pending.attempts < BlankedDigest.mostAttempts else {
                    await erasePending(of: account.text)
                    return .page(ImportPages.tooOften(kind, context), context)
                }
            }
            try await update(pending, of: account.text)
        }
        guard pending.isVerified else {
            return .page(ImportPages.digest(pending, isWrong: true, context), context)
        }
        return .seeOther(context.path("import", kind.rawValue))
    }

    private func confirm(_ call: Call<DeskCaller>, _ kind: ImportKind) async throws(Refusal) -> Answer {
        let context = DeskContext(call)
        let sent = try await call.form()
        try call.caller.checkWhole(kind)
        guard let account = call.caller.account else { throw Refusal(.signIn) }
        // Another tab may have handed in something else meanwhile.
        let mark = try sent.required("mark")
        guard try await pendingImport(of: account.text)?.mark == mark else { throw .noImport }
        let codes = Set(sent.list("confirmed"))
        let (preview, result) = try await takeIn(kind, confirming: codes, call.caller)
        return .page(ImportResultPage(preview: preview, result: result, context: context).page, context)
    }
}

extension DeskCaller {
    /// Whether they may hand in files that become this.
    func may(_ kind: ImportKind) -> Bool {
        switch kind {
        case .entries: may(.enterForms)
        case .readings: may(.compareReadings, at: nil)
        }
    }

    /// Refuses who may hold readings beside the office's in a part of the election only: a reading is of all of it.
    func checkWhole(_ kind: ImportKind) throws(Refusal) {
        if kind == .readings { try check(.compareReadings, at: nil) }
    }
}
