import Accounts
import Elections

extension Desk {
    /// Who signed in, and who tried.
    var securityLogEndpoints: [DeskEndpoint] {
        [
            DeskEndpoint(
                .get,
                "desk/people/log",
                .permission(.audit),
                LocalizedText(id: "Catatan keamanan", en: "The security log")
            ) { call async throws(Refusal) in
                let context = DeskContext(call)
                do throws(SignInFault) {
                    let (entries, report) = try await signIn.securityLog(last: 200)
                    return .page(SecurityLogPage.page(context, entries, report), context)
                } catch { throw refusal(error, otherwise: .failed) }
            }
        ]
    }
}

/// The page of the security log.
enum SecurityLogPage {
    static func page(
        _ context: DeskContext,
        _ entries: [SecurityEntry],
        _ report: SecurityLogReport
    ) -> DeskPage {
        let title = context.say("Catatan keamanan", "Security log")
        return DeskPage(
            title: title,
            body: .tag("div") {
                HTML.tag("p", .class("crumbs")) { context.link(context.say("Orang", "People"), "people") }
                HTML.tag("h1", text: title)
                standing(context, report)
                HTML.gridCard(
                    title,
                    [
                        context.say("Nomor", "Number"), context.say("Waktu (UTC)", "Time (UTC)"),
                        context.say("Kejadian", "Event"), context.say("Akun", "Account"),
                        context.say("Oleh", "By"), context.say("Dari", "From"),
                    ],
                    entries.map { entry in
                        [
                            .text(String(entry.number)), .text(entry.time),
                            .text(
                                SecurityEvent(rawValue: entry.event)?.words[context.language] ?? entry.event
                            ),
                            .text(entry.account ?? ""), .text(entry.by ?? ""), .text(entry.address ?? ""),
                        ]
                    }
                )
            }
        )
    }

    private static func standing(_ context: DeskContext, _ report: SecurityLogReport) -> HTML {
        if let broken = report.firstBroken {
            return SignInPages.alert(
                context.say(
                    "Rantai segel putus: \(broken.file), baris \(broken.line) (\(broken.reason.rawValue)). Berkas "
                        + "diubah dari luar; simpan salinannya dan selidiki.",
                    "The chain of seals is broken: \(broken.file), line \(broken.line) (\(broken.reason.rawValue)). "
                        + "The file was changed from outside; keep a copy and find out."
                )
            )
        }
        return .tag("p", .class("good")) {
            context.say(
                "\(report.lines) baris, rantai segel utuh. Segel terakhir: ",
                "\(report.lines) lines, the chain of seals holds. The last seal: "
            )
            HTML.tag("code", text: String(report.seal.prefix(16)))
        }
    }
}
