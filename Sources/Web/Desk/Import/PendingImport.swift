import Elections
import Exchange
import Logging
import Office

/// A file that was handed in and is not taken in yet.
struct PendingImport: Hashable, Sendable {
    /// How long it waits, in milliseconds.
    static let longest = 3_600_000

    /// What it is to become.
    let kind: ImportKind
    /// The ballot.
    let ballot: Ballot
    /// How it says what is on forms.
    let shape: HandedForms.Shape
    /// Whose reading it is; `nil` for entries.
    let source: ComparisonSource?
    /// Its name as its sender has it.
    let file: String
    /// Its SHA-256 digest, in lower-case hexadecimal digits.
    let digest: String
    /// The groups of the digest that were blanked.
    let blanks: [Int]
    /// When it was handed in, in milliseconds since 1970.
    let time: Int
    /// How often the blanks were filled wrongly.
    var attempts = 0
    /// Whether the digest is the one of the letter.
    var isVerified = false

    /// What a page that was looked at says of it, so that nothing else is taken in by that page's button.
    var mark: String {
        [kind.rawValue, ballot.slug, shape.rawValue, source?.word ?? "-", digest].joined(separator: "/")
    }

    /// The digest with its blanks.
    var blanked: BlankedDigest? { BlankedDigest(digest, blanks: blanks) }
}

extension PendingImport {
    /// As it is kept.
    var text: String {
        let fields: KeyValuePairs = [
            "kind": kind.rawValue, "ballot": ballot.slug, "shape": shape.rawValue,
            "source": source?.word ?? "", "file": file, "digest": digest,
            "blanks": blanks.map(String.init).joined(separator: "-"), "time": "\(time)",
            "attempts": "\(attempts)", "verified": isVerified ? "1" : "0",
        ]
        return fields.map { "\($0)=\(PercentCoding.encoded($1))" }.joined(separator: "&")
    }

    /// Reads what was kept; `nil` when it is none.
    init?(text: String) {
        guard let fields = try? Fields(encoded: text.utf8, most: 20) else { return nil }
        func value<Value>(_ name: String, _ read: (String) -> Value?) -> Value? {
            (try? fields.text(name)).flatMap { $0 }.flatMap(read)
        }
        guard let kind = value("kind", { ImportKind(rawValue: $0) }),
            let ballot = value("ballot", { Ballot(slug: $0[...]) }),
            let shape = value("shape", { HandedForms.Shape(rawValue: $0) }),
            let file = value("file", { $0 }), let digest = value("digest", { $0 }),
            let blanks = value("blanks", { $0.split(separator: "-").compactMap { Int($0) } }),
            let time = value("time", { Int($0) }), let attempts = value("attempts", { Int($0) }),
            let verified = value("verified", { $0 })
        else { return nil }
        (self.kind, self.ballot, self.shape, self.file) = (kind, ballot, shape, file)
        (self.digest, self.blanks, self.time, self.attempts) = (digest, blanks, time, attempts)
        source = value("source") { ComparisonSource(word: $0) }
        isVerified = verified == "1"
    }
}

// MARK: - Where it waits

extension Desk {
    private static let pendingPlace = "import/"

    private static func pendingName(_ account: String) -> String { pendingPlace + account }
    private static func fileName(_ account: String) -> String { pendingPlace + account + "/file" }

    /// Keeps a file until whoever handed it in goes on, in place of an earlier one of theirs.
    func keep(_ pending: PendingImport, _ bytes: [UInt8], of account: String) async throws(Refusal) {
        await eraseStaleImports()
        do throws(StoreFault) {
            // What it is of comes last: nobody finds the one with the file of the other.
            try await particulars.erase(particulars: Self.pendingName(account))
            try await particulars.keep(
                String(decoding: bytes, as: UTF8.self),
                as: Self.fileName(account)
            )
            try await particulars.keep(pending.text, as: Self.pendingName(account))
        } catch { throw notKept(error) }
    }

    /// Keeps what became of one that waits.
    func update(_ pending: PendingImport, of account: String) async throws(Refusal) {
        do throws(StoreFault) {
            try await particulars.keep(pending.text, as: Self.pendingName(account))
        } catch { throw notKept(error) }
    }

    /// What somebody handed in; `nil` for nothing, or something that has waited too long.
    func pendingImport(of account: String) async throws(Refusal) -> PendingImport? {
        let text: String?
        do throws(StoreFault) { text = try await particulars.particulars(Self.pendingName(account)) } catch {
            throw notKept(error)
        }
        guard let pending = text.flatMap({ PendingImport(text: $0) }) else { return nil }
        guard time - pending.time < PendingImport.longest else {
            await erasePending(of: account)
            return nil
        }
        return pending
    }

    /// The bytes of the file that waits; `nil` when it is gone.
    func pendingFile(of account: String) async throws(Refusal) -> [UInt8]? {
        do throws(StoreFault) {
            return try await particulars.particulars(Self.fileName(account)).map { Array($0.utf8) }
        } catch { throw notKept(error) }
    }

    /// Erases what somebody handed in, and its file.
    func erasePending(of account: String) async {
        do throws(StoreFault) {
            try await particulars.erase(particulars: Self.pendingName(account))
            try await particulars.erase(particulars: Self.fileName(account))
        } catch {
            logger.warning("an import was not erased", metadata: ["fault": "\(error)"])
        }
    }

    /// Erases what has waited too long, whosever it is.
    private func eraseStaleImports() async {
        let names = (try? await particulars.particularsNames()) ?? []
        for name in names where name.hasPrefix(Self.pendingPlace) && !name.hasSuffix("/file") {
            let pending = (try? await particulars.particulars(name)).flatMap { $0 }.flatMap {
                PendingImport(text: $0)
            }
            if let pending, time - pending.time < PendingImport.longest { continue }
            await erasePending(of: String(name.dropFirst(Self.pendingPlace.count)))
        }
    }

    private func notKept(_ fault: StoreFault) -> Refusal {
        logger.error("an import was not kept", metadata: ["fault": "\(fault)"])
        return Refusal(.busy, retryAfter: .seconds(5))
    }
}
