public import Elections

/// Who works in a rehearsal: accounts called by role and number, and never by a person's name.
public enum People: Sendable {
    /// Those who type.
    public static let typists = (1...6).map { "typist-\($0)" }
    /// Who decides where typists differ.
    public static let resolver = "resolver-1"
    /// Who decides about forms that do not add up, and looks everything through in the end.
    public static let supervisor = "supervisor-1"
    /// Who opens the counting desks.
    public static let chair = "chair"

    /// The accounts and what each is.
    static let roles: [(account: String, role: Role)] =
        typists.map { ($0, .typist) } + [
            (resolver, .resolver), (supervisor, .supervisor), (chair, .chair),
        ]

    /// The acts that open the accounts and give each its mandate: the chair everywhere, the others in the
    /// subdistrict.
    public static func opened(for plan: RehearsalPlan) -> [Act] {
        roles.enumerated().flatMap { place, person -> [Act] in
            [
                .accountOpened(AccountOpened(account: person.account)),
                .mandateGiven(
                    Mandate(
                        number: place + 1,
                        account: person.account,
                        role: person.role,
                        place: person.role == .chair ? nil : plan.subdistrict,
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
