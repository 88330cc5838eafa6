import Accounts
import Elections
import Office

extension Desk {
    /// The most bytes of a table of people.
    private static let mostTable = 64 * 1_024

    /// Inviting many at once, and the divisions mandates name.
    var inviteEndpoints: [DeskEndpoint] {
        let bounds = Multipart.Bounds(bytes: 2 * Self.mostTable, parts: 4)
        return [
            DeskEndpoint(
                .get,
                "desk/people/invite",
                .permission(.manageAccounts),
                LocalizedText(id: "Halaman undangan", en: "The page of an invitation")
            ) { call async throws(Refusal) in
                let context = DeskContext(call)
                return .page(InvitePages.start(context), context)
            },
            DeskEndpoint(
                .post,
                "desk/people/invite",
                .permission(.manageAccounts),
                LocalizedText(id: "Periksa tabel undangan", en: "Look at a table of people"),
                takes: .files(bounds)
            ) { call async throws(Refusal) in
                let context = DeskContext(call)
                let form = try await call.form(bounds, file: "table")
                return look(at: try await form.bytes(upTo: Self.mostTable), context)
            },
            DeskEndpoint(
                .get,
                "desk/people/invite/accept",
                .permission(.manageAccounts),
                LocalizedText(id: "Kembali ke undangan", en: "Back to the invitation")
            ) { call async throws(Refusal) in .seeOther(DeskContext(call).path("people", "invite")) },
            DeskEndpoint(
                .post,
                "desk/people/invite/accept",
                .permission(.manageAccounts),
                LocalizedText(id: "Undang orang dalam tabel", en: "Invite the people of a table"),
                takes: .form
            ) { call async throws(Refusal) in try await invite(call) },
            DeskEndpoint(
                .get,
                "desk/people/divisions",
                .permission(.manageAccounts),
                LocalizedText(id: "Halaman divisi", en: "The page of the divisions")
            ) { call async throws(Refusal) in
                let context = DeskContext(call)
                return .page(InvitePages.divisions(context), context)
            },
            DeskEndpoint(
                .post,
                "desk/people/divisions",
                .permission(.manageAccounts),
                LocalizedText(id: "Sebut divisi", en: "Name the divisions"),
                takes: .form
            ) { call async throws(Refusal) in try await nameDivisions(call) },
        ]
    }

    private func look(at bytes: [UInt8], _ context: DeskContext) -> Answer {
        let invitation = Invitation(bytes, context.state, at: context.caller.time)
        guard invitation.faults.isEmpty else {
            var page = InvitePages.wrong(context, invitation)
            page.status = 422
            return .page(page, context)
        }
        return .page(
            InvitePages.preview(context, invitation, String(decoding: bytes, as: UTF8.self)),
            context
        )
    }

    private func invite(_ call: Call<DeskCaller>) async throws(Refusal) -> Answer {
        let (context, fields) = (DeskContext(call), try await call.form())
        let (text, request) = (try fields.required("table"), try fields.required("request"))
        // Browsers write the ends of lines in their own way, which CSV takes too.
        let invitation = Invitation(Array(text.utf8), call.caller.state, at: call.caller.time)
        guard invitation.faults.isEmpty else {
            // Sent twice, the accounts are there: what was handed out is not shown again.
            return look(at: Array(text.utf8), context)
        }
        var letters: [Letter] = []
        var undone: [(account: AccountName, words: String)] = []
        var accounts: [AccountName] = []
        for row in invitation.rows where !accounts.contains(row.account) { accounts.append(row.account) }
        for account in accounts {
            let rows = invitation.rows.filter { $0.account == account }
            do throws(DeskRefusal) {
                var handed: Handed?
                if rows.contains(where: \.isNew) {
                    handed = try await open(account, call.caller, request: "\(request)-\(account)")
                }
                for row in rows {
                    try await give(as: call.caller.officer, request: "\(request)-row-\(row.number)") {
                        row.draft.mandate($0, for: account.text)
                    }
                }
                letters.append(Letter(account, handed, rows.map(\.draft)))
            } catch {
                switch error {
                case .misfit(let fault): undone.append((account, fault.words[context.language]))
                case .http(let refusal): undone.append((account, refusal.code.words.title[context.language]))
                }
            }
        }
        return .page(LetterPages.page(context, letters, undone: undone), context)
    }

    private func nameDivisions(_ call: Call<DeskCaller>) async throws(Refusal) -> Answer {
        let (context, fields) = (DeskContext(call), try await call.form())
        let (text, request) = (try fields.required("divisions"), try fields.required("request"))
        func wrong(_ words: String) -> Answer {
            var page = InvitePages.divisions(context, text: text, fault: words)
            page.status = 422
            return .page(page, context)
        }
        var divisions: [Division] = []
        for (number, line) in text.split(whereSeparator: \.isNewline).enumerated() {
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).map {
                String($0.trimmingSpace)
            }
            guard (3...4).contains(cells.count),
                cells.prefix(3).allSatisfy({ (1...200).contains($0.utf8.count) })
            else {
                return wrong(
                    context.say(
                        "Baris \(number + 1): diharapkan kode | nama | nama Inggris | nama lain",
                        "Line \(number + 1): expected code | name | English name | other names"
                    )
                )
            }
            let aliases = (cells.count > 3 ? cells[3] : "").split(separator: ",").map {
                String($0.trimmingSpace)
            }
            divisions.append(
                Division(
                    id: cells[0],
                    name: LocalizedText(id: cells[1], en: cells[2]),
                    aliases: aliases.filter { !$0.isEmpty }
                )
            )
        }
        do throws(DeskRefusal) {
            try await perform(.divisionsNamed(divisions), by: call.caller, request: request)
            return .seeOther(context.path("people"))
        } catch {
            guard case .misfit(let fault) = error else { throw error.refusal }
            return wrong(fault.words[context.language])
        }
    }
}
