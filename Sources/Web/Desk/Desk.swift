public import Accounts
import Elections
import Hummingbird
public import Logging
public import Office

/// The desk of an office: what people do there who sign in, as pages, and as operations for programs.
public struct Desk: Sendable {
    /// The cookie of a session.
    static let session = CookieName("pleno-session")

    let office: any RunningOffice
    let signIn: SignInDesk
    let particulars: any ParticularsStore
    let evidence: EvidenceRoom
    /// What makes the files of papers; `nil` where none can be made.
    let papers: (any PaperMaker)?
    let logger: Logger
    let front: Front
    /// Says that the office knows more than before.
    let changes = EventSource()
    let streams = OpenStreams()
    let board = BoardMemory()
    private let now: @Sendable () -> Int

    /// A desk.
    ///
    /// - Parameters:
    ///   - office: The office that is worked in.
    ///   - signIn: Where people sign in.
    ///   - particulars: Where drafts lie, which never enter the journal.
    ///   - evidence: Where photos and scans are handed in; the office's only one.
    ///   - papers: What makes the files of papers; `nil` where none can be made.
    ///   - front: What stands between it and its readers.
    ///   - logger: The log of the server.
    ///   - now: The time in milliseconds since 1970.
    public init(
        office: any RunningOffice,
        signIn: SignInDesk,
        particulars: any ParticularsStore,
        evidence: EvidenceRoom,
        papers: (any PaperMaker)? = nil,
        front: Front,
        logger: Logger,
        now: @escaping @Sendable () -> Int
    ) {
        (self.office, self.signIn, self.particulars, self.logger) = (office, signIn, particulars, logger)
        (self.evidence, self.papers) = (evidence, papers)
        (self.front, self.now) = (front, now)
    }

    /// The time in milliseconds since 1970.
    var time: Int { now() }

    /// Tells those who follow whenever the office knows more, at most twice a second; ends with it.
    public func follow() async {
        for await view in await office.views() {
            await board.publish(view)
            changes.send(ServerEvent(number: UInt64(view.count)))
            // The newest waits meanwhile; those between it and this one nobody need see.
            try? await Task.sleep(for: .milliseconds(500))
        }
        changes.end()
    }
}
