/// Who did an act, and when: what an entry of the journal says around its acts.
public struct Author: Hashable, Sendable {
    /// The account.
    public let account: String
    /// When it was decided, in milliseconds since 1970.
    public let time: Int
    /// The place of the entry in the journal.
    public let entry: Int

    /// An author.
    public init(account: String, time: Int, entry: Int) {
        self.account = account
        self.time = time
        self.entry = entry
    }

    /// Nobody knows: of acts that are read outside a journal.
    public static let unknown = Author(account: "", time: 0, entry: 0)
}
