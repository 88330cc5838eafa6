public import Elections

/// What leads to votes that were held again: a commission, its decision, and a proposal, an order and a holding each.
public enum HeldRevotes: Sendable {
    /// Who asks for what, in order: the commission's members are `kpu-1` … `kpu-5`, and `kpu-2` proposes.
    ///
    /// - Parameters:
    ///   - votes: The stations with the version of their forms.
    ///   - ballots: What is voted on again.
    ///   - day: When.
    ///   - state: What the office knows.
    /// - Returns: The acts, each with the account that asks for it.
    public static func acts(
        _ votes: [(station: StationCode, version: FormVersion)],
        _ ballots: [Ballot],
        on day: CalendarDate,
        _ state: ElectionState
    ) -> [(act: Act, account: String)] {
        let plenary = state.plenaries.all.count + 1
        var acts = decision(.revote, "Pemungutan suara ulang", on: day, state)
        for (place, vote) in votes.enumerated() {
            let number = state.revotes.all.count + place + 1
            acts += held(number, vote, ballots, day, plenary)
        }
        return acts
    }

    /// A commission of five, and a plenary of the whole office that carries as many decisions, each with a decree.
    public static func decision(
        _ matter: OfficeDecision.Matter,
        _ motion: String,
        times count: Int = 1,
        on day: CalendarDate,
        _ state: ElectionState
    ) -> [(act: Act, account: String)] {
        guard let place = state.place else { return [] }
        let known = state.organisation.mandates.count
        let plenary = state.plenaries.all.count + 1
        var acts: [(act: Act, account: String)] = []
        for member in 1...5 {
            acts.append((.accountOpened(AccountOpened(account: "kpu-\(member)")), "kpu-1"))
            let mandate = Mandate(
                number: known + member,
                account: "kpu-\(member)",
                role: member == 1 ? .chair : .commissioner,
                basis: "SK KPU"
            )
            acts.append((.mandateGiven(mandate), "kpu-1"))
        }
        let call = PlenaryCalled(
            number: plenary,
            .decision,
            of: place,
            invitation: "1/UND",
            agenda: motion,
            venue: "Kantor",
            date: day
        )
        var steps: [PlenaryAct] = [.called(call)]
        steps += (1...5).map { member in
            .attended(
                PlenaryAttended(
                    plenary: plenary,
                    attendee: Attendee(
                        number: member,
                        member == 1 ? .chair : .member,
                        mandate: known + member
                    )
                )
            )
        }
        steps.append(.opened(PlenaryStep(plenary)))
        for number in 0..<count {
            let decision = OfficeDecision(
                number: number + 1,
                matter,
                motion: motion,
                votes: (1...5).map { OfficeDecision.Ballot($0, .inFavour) },
                decree: "\(number + 12)/HK.03.1-Kpt",
                minutes: "BA \(number + 12)"
            )
            steps.append(.decided(DecisionTaken(plenary: plenary, decision)))
        }
        steps.append(.closed(PlenaryStep(plenary)))
        for step in steps { acts.append((.plenary(step), "kpu-1")) }
        return acts
    }

    private static func held(
        _ number: Int,
        _ vote: (station: StationCode, version: FormVersion),
        _ ballots: [Ballot],
        _ day: CalendarDate,
        _ plenary: Int
    ) -> [(act: Act, account: String)] {
        let isRecount = vote.version.isCount
        let revote = Revote(
            number: number,
            vote.version,
            at: vote.station,
            ballots,
            isRecount ? .unequalTotals : .strangers,
            by: .overseer,
            cause: "pemilih tanpa KTP-el"
        )
        let outcome = Revote.Outcome(
            DecisionKey(plenary: plenary, decision: 1),
            on: day,
            reason: "rekomendasi Panwascam"
        )
        let papers = isRecount ? [:] : Dictionary(uniqueKeysWithValues: ballots.map { ($0, 300) })
        return [
            (.revote(.proposed(RevoteProposed(revote))), "kpu-2"),
            (.revote(.decided(RevoteDecided(revote: number, outcome))), "kpu-1"),
            (
                .revote(.held(RevoteHeld(revote: number, Revote.Holding(date: day, papers: papers)))),
                "kpu-1"
            ),
        ]
    }
}
