import TestSupport
import Testing

@testable import Elections

@Suite("The organisation")
struct OrganisationTests {
    private static func region(_ text: String) -> RegionCode? { try? RegionCode(parsing: text) }

    private static func state(_ acts: [Act]) throws(ActFault) -> ElectionState {
        var state = ElectionState()
        for act in acts { _ = try state.decide(.perform(act), by: .unknown) }
        return state
    }

    private static let opened: [Act] = [
        .divisionsNamed([Division(id: "teknis", name: .same("Teknis"), aliases: ["tehnis logistik"])]),
        .accountOpened(AccountOpened(account: "desk-1")), .accountOpened(AccountOpened(account: "desk-2")),
    ]

    private static func mandate(
        _ number: Int = 1,
        _ account: String = "desk-1",
        _ role: Role = .typist,
        place: String? = nil,
        division: String? = nil,
        from: Int? = nil,
        until: Int? = nil,
        basis: String = "SK 1"
    ) -> Act {
        .mandateGiven(
            Mandate(
                number: number,
                account: account,
                role: role,
                place: place.flatMap(region),
                division: division,
                from: from,
                until: until,
                basis: basis
            )
        )
    }

    @Test(
        "refuses what does not fit",
        arguments: [
            ("a name with capitals", [.accountOpened(AccountOpened(account: "Desk"))], .accountName("Desk")),
            (
                "a name that ends in a hyphen", [.accountOpened(AccountOpened(account: "a-"))],
                .accountName("a-")
            ),
            (
                "a name that is too long",
                [.accountOpened(AccountOpened(account: String(repeating: "a", count: 41)))],
                .accountName(String(repeating: "a", count: 41))
            ),
            (
                "an account twice", opened + [.accountOpened(AccountOpened(account: "desk-1"))],
                .accountTwice("desk-1")
            ),
            (
                "a division twice",
                [
                    .divisionsNamed([
                        Division(id: "a", name: .same("A")), Division(id: "a", name: .same("B")),
                    ])
                ],
                .divisionTwice("a")
            ),
            ("a mandate for nobody", opened + [mandate(1, "desk-9")], .noAccount("desk-9")),
            ("a mandate out of its turn", opened + [mandate(2)], .mandateNumber(next: 1)),
            ("a mandate without a basis", opened + [mandate(basis: "")], .reason),
            ("a mandate that ends before it begins", opened + [mandate(from: 9, until: 9)], .mandatePeriod),
            ("a mandate of an unknown division", opened + [mandate(division: "x")], .noDivision("x")),
            (
                "the end of no mandate", opened + [.mandateEnded(MandateEnded(mandate: 1, reason: "r"))],
                .noMandate(1)
            ),
            (
                "the end of a mandate twice",
                opened + [
                    mandate(), .mandateEnded(MandateEnded(mandate: 1, reason: "r")),
                    .mandateEnded(MandateEnded(mandate: 1, reason: "r")),
                ], .noMandate(1)
            ),
            (
                "a closed account closed",
                opened + [
                    .accountClosed(AccountChanged(account: "desk-1", reason: "r")),
                    .accountClosed(AccountChanged(account: "desk-1", reason: "r")),
                ], .noAccount("desk-1")
            ),
            (
                "a mandate for a closed account",
                opened + [
                    .accountClosed(AccountChanged(account: "desk-1", reason: "r")),
                    mandate(),
                ], .noAccount("desk-1")
            ),
            (
                "an account reopened",
                opened + [
                    .accountClosed(AccountChanged(account: "desk-1", reason: "r")),
                    .accountOpened(AccountOpened(account: "desk-1")),
                ], .accountTwice("desk-1")
            ),
            (
                "a reset without a reason",
                opened + [.signInReset(AccountChanged(account: "desk-1", reason: ""))], .reason
            ),
        ] as [(String, [Act], ActFault)]
    )
    func refused(reason: String, acts: [Act], fault: ActFault) {
        #expect(throws: fault, "\(reason)") { try Self.state(acts) }
    }

    @Test(
        "a mandate gives its role's permissions at its place, in its time",
        arguments: [
            ("everywhere", mandate(), .enterForms, "73.12.01", 5, true),
            ("for the whole election", mandate(), .enterForms, nil, 5, true),
            ("not of another role", mandate(), .resolveForms, "73.12.01", 5, false),
            ("at its own place", mandate(place: "73.12.01"), .enterForms, "73.12.01", 5, true),
            ("below its place", mandate(place: "73.12.01"), .enterForms, "73.12.01.2001", 5, true),
            ("not beside its place", mandate(place: "73.12.01"), .enterForms, "73.12.02.2001", 5, false),
            ("not above its place", mandate(place: "73.12.01"), .enterForms, "73.12", 5, false),
            ("not for the whole election", mandate(place: "73.12.01"), .enterForms, nil, 5, false),
            ("not before it begins", mandate(from: 6), .enterForms, nil, 5, false),
            ("from when it begins", mandate(from: 5), .enterForms, nil, 5, true),
            ("not when it has ended", mandate(until: 5), .enterForms, nil, 5, false),
            ("until it ends", mandate(until: 6), .enterForms, nil, 5, true),
        ] as [(String, Act, Permission, String?, Int, Bool)]
    )
    func given(reason: String, act: Act, permission: Permission, place: String?, time: Int, isGiven: Bool)
        throws
    {
        var state = try Self.state(Self.opened + [act])
        let region = place.flatMap(Self.region)
        #expect(state.organisation.may("desk-1", permission, at: region, time) == isGiven, "\(reason)")
        #expect(!state.organisation.may("desk-2", permission, at: region, time))
        try state.apply(.accountClosed(AccountChanged(account: "desk-1", reason: "r")))
        #expect(!state.organisation.may("desk-1", permission, at: region, time))
    }

    @Test("a command needs its permission at its place, by mandate or by grant")
    func permitted() throws {
        let form = FormStep(try SmallDesk.form())
        let state = try Self.state(
            Self.opened + [
                Self.mandate(1, "desk-1", .resolver, place: "73.12.02"), Self.mandate(2, "desk-2", .resolver),
            ]
        )
        let command = Command.perform(.formSentBack(form))
        let all = Set(Permission.allCases)
        for (reason, account, rights, isPermitted) in [
            ("of another subdistrict", "desk-1", .mandated(within: all), false),
            ("of the whole election", "desk-2", .mandated(within: all), true),
            ("of a token that may only type", "desk-2", .mandated(within: [.enterForms]), false),
            ("granted, without any mandate", "console", .granted(all), true),
            ("granted something else", "console", .granted([.takeOver]), false),
        ] as [(String, String, Rights, Bool)] {
            #expect(state.permits(command, to: account, rights, at: 5) == isPermitted, "\(reason)")
        }
        #expect(!state.permits(.takeOver([]), to: "desk-2", .mandated(within: all), at: 5))
        #expect(!state.permits(.perform(.formHeld(form)), to: "console", .granted(all), at: 5))
    }

    @Test("every role that decides, approves or gives rights needs a second factor")
    func secondFactor() {
        let weighty: Set<Permission> = [
            .takeOver, .manageLogs, .manageAccounts, .openDesk, .resolveForms, .approveForms,
            .withdrawEvidence,
        ]
        for role in Role.allCases where !role.permissions.isDisjoint(with: weighty) {
            #expect(role.needsSecondFactor, "\(role)")
        }
    }

    @Test("its acts are read as they were written")
    func texts() throws {
        let acts =
            Self.opened + [
                Self.mandate(
                    1,
                    "desk-1",
                    .commissioner,
                    place: "73.12",
                    division: "teknis",
                    from: 1,
                    until: 2
                ),
                .mandateEnded(MandateEnded(mandate: 1, reason: "r")),
                .signInReset(AccountChanged(account: "desk-1", reason: "r")),
                .accountClosed(AccountChanged(account: "desk-1", reason: "r")),
            ]
        for act in acts {
            let text = act.canonicalText
            #expect(try Act(canonicalText: text).canonicalText == text)
            #expect(!act.kind.isPublic)
        }
    }
}
