public import Elections

/// Who works in a rehearsal: accounts called by role and number, and never by a person's name.
public enum People: Sendable {
    /// Those who type.
    public static let typists = (1...6).map { "typist-\($0)" }
    /// Who decides where typists differ.
    public static let resolver = "resolver-1"
    /// Who decides about forms that do not add up, and looks everything through in the end.
    public static let supervisor = "supervisor-1"
    /// The second team, who read forms again that the dice draw.
    static let rereaders = (1...2).map { "rereader-\($0)" }
    /// Who opens the counting desks.
    public static let chair = "chair"

    /// The accounts and what each is.
    static let roles: [(account: String, role: Role)] =
        typists.map { ($0, .typist) } + [
            (resolver, .resolver), (supervisor, .supervisor), (chair, .chair),
        ]

    /// The acts that open the accounts and give each its mandate: the chair everywhere, those who count where the
    /// forms are typed, and of a whole rehearsal those who hold the plenaries and attend them.
    public static func opened(for plan: RehearsalPlan, of election: Election) -> [Act] {
        let counting = roles.map { account, role in
            Member(account, role, role == .chair ? nil : plan.place)
        }
        let meeting = plan.isWhole ? members(for: plan, of: election) : []
        return (counting + meeting).enumerated().flatMap { place, member -> [Act] in
            [
                .accountOpened(AccountOpened(account: member.account)),
                .mandateGiven(
                    Mandate(
                        number: place + 1,
                        account: member.account,
                        role: member.role,
                        place: member.place,
                        contestant: member.contestant,
                        basis: plan.basis
                    )
                ),
            ]
        }
    }

    /// The acts by which the chair opens the desks.
    public static func desks(for plan: RehearsalPlan) -> [Act] {
        plan.ballots.map { .deskOpened(DeskOpened(ballot: $0, isSimulated: true)) }
    }
}
