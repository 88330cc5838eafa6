import Accounts
import ArgumentParser
import Elections
import Office
import SQLiteStorage
import Web

/// What a reverse proxy speaks with readers.
enum ProxyScheme: String, ExpressibleByArgument, CaseIterable {
    case https
    case http
}

/// The desk of an office while it is served; or why there is none.
struct ServedDesk {
    /// The desk.
    let desk: Desk?
    private let proxy: ProxyScheme?
    /// Why there is none.
    private let reason: LocalizedText?
    /// The token of the link to the first account, as long as nobody can sign in.
    private let link: Secret?

    /// Opens the desk of an office.
    ///
    /// - Parameters:
    ///   - office: The office.
    ///   - store: Where drafts lie; `nil` on a PostgreSQL.
    ///   - evidence: Where evidence is handed in; `nil` on a PostgreSQL.
    ///   - place: Where the office lies.
    ///   - keys: The directory of its keys.
    ///   - record: Its public record.
    ///   - proxy: What stands before the server.
    /// - Returns: The desk, or why there is none.
    /// - Throws: An exit code, after the reason.
    static func open(
        _ office: any RunningOffice,
        _ store: SQLiteStore?,
        _ evidence: EvidenceRoom?,
        at place: OfficePlace,
        _ keys: String?,
        _ record: ServedRecord?,
        _ proxy: ProxyScheme?
    ) async throws -> ServedDesk {
        guard let store, let evidence else {
            return ServedDesk(
                because: LocalizedText(
                    id: "tidak dilayani: kantor di PostgreSQL belum menyimpan akun",
                    en: "not served: an office on a PostgreSQL keeps no accounts yet"
                )
            )
        }
        guard let keys else {
            return ServedDesk(
                because: LocalizedText(
                    id: "tidak dilayani tanpa --keys",
                    en: "not served without --keys"
                )
            )
        }
        let signIn = try await OfficeAccounts.open(office, at: place, KeyFolder(path: keys))
        let link: Secret?
        do throws(SignInFault) { link = try await signIn.makeFirstLink() } catch {
            guard error == .link else {
                Terminal.warn("\(place.path): \(error.words[Terminal.language])".visible)
                throw ExitCode(1)
            }
            link = nil
        }
        let desk = Desk(
            office: office,
            signIn: signIn,
            particulars: store,
            evidence: evidence,
            papers: try await paperMaker(of: office, evidence, keys, record),
            front: proxy.map { .proxy(secure: $0 == .https) } ?? .direct,
            logger: Terminal.logger,
            now: { OfficeAccounts.now }
        )
        return ServedDesk(desk: desk, proxy: proxy, reason: nil, link: link)
    }

    /// What makes papers; `nil` where there is no record that they could name.
    private static func paperMaker(
        of office: any RunningOffice,
        _ evidence: EvidenceRoom,
        _ keys: String,
        _ record: ServedRecord?
    ) async throws -> DeskPapers? {
        guard let record else { return nil }
        return DeskPapers(
            PaperRoom(
                office: office,
                evidence: evidence,
                keys: Array(try await KeyFolder(path: keys).keys().values),
                record: { () async throws(RecorderFault) in try await record.signed() },
                helper: .ofThisMachine
            )
        )
    }

    private init(desk: Desk, proxy: ProxyScheme?, reason: LocalizedText?, link: Secret?) {
        (self.desk, self.proxy, self.reason, self.link) = (desk, proxy, reason, link)
    }

    private init(because reason: LocalizedText) {
        (desk, proxy, link) = (nil, nil, nil)
        self.reason = reason
    }

    /// What the console says about it; the link to the first account is said nowhere else.
    func lines(port: Int) -> String {
        let name = Terminal.say("meja kerja", "desk")
        if let reason { return "\(name): \(reason[Terminal.language])\n" }
        let start = Terminal.language == .indonesian ? "" : "/en"
        let site = proxy.map { "\($0.rawValue)://…" } ?? "http://127.0.0.1:\(port)"
        var lines = "\(name): \(site)\(start)/desk\n"
        if let link {
            let label = Terminal.say(
                "administrator pertama (sekali, dalam satu jam)",
                "first administrator (once, within an hour)"
            )
            lines += "\(label): \(site)\(start)/desk/first?link=\(link.text)\n"
        }
        return lines
    }
}
