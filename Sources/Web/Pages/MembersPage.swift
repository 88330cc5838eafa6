import Elections

/// Who was determined for the seats of a council, and how far each has come to the oath.
enum MembersPage {
    static func page(_ ballot: Ballot, _ context: PageContext) -> Page? {
        let results = context.election.results
        let members = results.members(of: ballot)
        guard let contest = context.election.contests.first(where: { $0.ballot == ballot }),
            // Of pairs nobody is elected where the single one is not.
            !members.isEmpty || Self.isDetermined(ballot, results)
        else { return nil }
        let title =
            (ballot.choice == .list
                ? context.say("Anggota terpilih: ", "Elected members: ")
                : context.say("Pasangan terpilih: ", "The elected pair: ")) + ballot.name[context.language]
        let words = MemberWords(contest: contest, context: context)
        let table = table(members, contest, words, context)
        return Page(
            title: title,
            body: .tag("div") {
                HTML.tag("h1", text: title)
                HTML.tag("p", .class("lead"), text: summary(members, contest, context))
                for (number, name) in groups(contest) {
                    let own = members.filter { $0.key.district == number }
                    let vacant = results.vacancies(of: ballot, [number])
                    if !own.isEmpty || !vacant.isEmpty {
                        HTML.tag("section", .class("block")) {
                            if let name { HTML.tag("h2", text: name) }
                            HTML.tag("ul", .class("members")) {
                                for member in own { card(member, words, context) }
                            }
                            for key in vacant { HTML.tag("p", text: self.vacant(key, words, context)) }
                        }
                    }
                }
                HTML.tag("section", .class("block")) {
                    HTML.tag("h2", text: context.say("Penetapan", "Determinations"))
                    determinations(ballot, context).html
                }
                HTML.tag("section", .class("block")) {
                    HTML.tag("h2", text: context.say("Daftar", "List"))
                    table.html
                    Forms.links(context)
                }
            },
            table: table,
            crumbs: MemberWords.crumbs(ballot, context)
        )
    }

    /// Whether it was determined of pairs who is elected, be it nobody.
    static func isDetermined(_ ballot: Ballot, _ results: ResultRegister) -> Bool {
        ballot.choice != .list
            && results.last(.elected, of: ballot, district: Determination.undivided) != nil
    }

    /// The districts with their names, or the ballot as a whole.
    private static func groups(_ contest: Contest) -> [(number: Int, name: String?)] {
        contest.ballot.choice == .list
            ? contest.districts.map { ($0.number, $0.name) } : [(Determination.undivided, nil)]
    }

    private static func vacant(_ key: MemberKey, _ words: MemberWords, _ context: PageContext) -> String {
        context.say(
            "Kursi ke-\(key.seat) \(words.party(key.contestant)) kosong: daftar calonnya habis.",
            "Seat \(key.seat) of \(words.party(key.contestant)) is vacant: nobody is left on its list."
        )
    }

    private static func summary(
        _ members: [ElectedMember],
        _ contest: Contest,
        _ context: PageContext
    ) -> String {
        if members.isEmpty {
            return context.say("Tidak ada yang terpilih.", "Nobody is elected.")
        }
        let seats = contest.districts.reduce(0) { $0 + $1.seats }
        let counts = ElectedMember.Stage.allCases.compactMap { stage -> String? in
            let count = members.count { $0.stage == stage }
            return count == 0 ? nil : "\(context.numbers.whole(count)) \(stage.name[context.language])"
        }
        guard contest.ballot.choice == .list else { return counts.joined(separator: ", ") + "." }
        return context.say(
            "\(members.count) dari \(seats) kursi ditetapkan: ",
            "\(members.count) of \(seats) seats are determined: "
        ) + counts.joined(separator: ", ") + "."
    }

    /// A member with the place of a photo, party, votes and stage.
    private static func card(
        _ member: ElectedMember,
        _ words: MemberWords,
        _ context: PageContext
    ) -> HTML {
        .tag("li") {
            HTML.tag(
                "span",
                .class("portrait"),
                Attribute("aria-hidden", "true"),
                text: words.initials(member)
            )
            HTML.tag("span", .class("member")) {
                context.link(words.name(member), .member(words.contest.ballot, member.key))
                HTML.tag("small") {
                    if words.hasLists {
                        words.party(member.key.contestant)
                        " · "
                    }
                    context.numbers.whole(member.votes)
                    context.say(" suara · ", " votes · ")
                    member.stage.name[context.language]
                }
            }
        }
    }

    private static func determinations(_ ballot: Ballot, _ context: PageContext) -> DataTable {
        let made = context.election.results.determinations.filter { $0.determination.ballot == ballot }
        return DataTable(
            caption: context.say(
                "Apa yang ditetapkan, kapan, dan dengan apa",
                "What was determined, when, and by what"
            ),
            columns: [
                .text("step", context.say("Yang ditetapkan", "What")),
                .text("date", context.say("Tanggal", "Day")),
            ]
                + (ballot.choice == .list ? [.text("districts", context.say("Dapil", "Districts"))] : []) + [
                    .text("basis", context.say("Keputusan; berita acara", "Decree; minutes")),
                    .text("plenary", context.say("Rapat pleno", "Plenary")),
                    .text("announced", context.say("Diumumkan", "Announced")),
                ],
            rows: made.map { made in
                let plenary = made.determination.decision.plenary
                let districts = made.determination.districts.map(String.init).joined(separator: ", ")
                return [
                    .text(made.determination.step.name[context.language]),
                    .text(context.numbers.date(made.date)),
                ]
                    + (ballot.choice == .list ? [.text(districts)] : []) + [
                        .text(made.basis), .link("\(plenary)", context.path(.plenary(plenary))),
                        .text(made.announcement.map { context.numbers.date($0.date) } ?? "–"),
                    ]
            }
        )
    }

    private static func table(
        _ members: [ElectedMember],
        _ contest: Contest,
        _ words: MemberWords,
        _ context: PageContext
    ) -> DataTable {
        DataTable(
            caption: context.say("Setiap kursi dan pemegangnya", "Each seat and who has it"),
            columns: [
                .text(
                    "seat",
                    words.hasLists ? context.say("Kursi", "Seat") : context.say("Nomor", "Number")
                ), .machine("district"), .machine("contestant"),
            ]
                + (words.hasLists
                    ? [
                        .text("party", context.say("Partai", "Party")),
                        .number("number", context.say("Nomor urut", "Number on the list")),
                    ] : []) + [
                    .text("name", context.say("Nama", "Name")),
                    .number("votes", context.say("Suara", "Votes")),
                    .text("stage", context.say("Tahap", "Stage")),
                ],
            rows: members.map { member in
                [
                    .link(
                        words.hasLists ? member.key.words : "\(member.key.contestant)",
                        context.path(.member(contest.ballot, member.key))
                    ),
                    .number(member.key.district, context.numbers),
                    .number(member.key.contestant, context.numbers),
                ]
                    + (words.hasLists
                        ? [
                            .text(words.party(member.key.contestant)),
                            .number(member.candidate.number, context.numbers),
                        ] : []) + [
                        .text(words.name(member)), .number(member.votes, context.numbers),
                        .text(member.stage.name[context.language]),
                    ]
            }
        )
    }
}

/// What members and their parties are called.
struct MemberWords {
    let contest: Contest
    let context: PageContext

    func party(_ number: Int) -> String {
        contest.contestants.first { $0.number == number }?.shortName ?? "\(number)"
    }

    /// Whether candidates of lists are elected, not a pair.
    var hasLists: Bool { contest.ballot.choice == .list }

    func name(_ key: CandidateKey) -> String { contest.lists.candidate(key)?.name.full ?? "\(key.number)" }

    /// Who has a seat: a candidate, or a pair.
    func name(_ member: ElectedMember) -> String {
        guard !hasLists else { return name(member.candidate) }
        return contest.contestants.first { $0.number == member.key.contestant }?.name
            ?? party(member.key.contestant)
    }

    /// What stands where a photo will: the first letters of the name without its titles.
    func initials(_ member: ElectedMember) -> String {
        let name = hasLists ? contest.lists.candidate(member.candidate)?.name.name ?? "" : name(member)
        return name.split(separator: " ").prefix(2).compactMap(\.first).map(String.init).joined()
    }

    /// The page above those of members: the seats, or who is elected.
    static func crumbs(_ ballot: Ballot, _ context: PageContext) -> [(String, Route)] {
        ballot.choice == .list
            ? [(context.say("Kursi", "Seats"), .seats(ballot))]
            : context.snapshot.result(of: ballot) == nil
                ? [] : [(context.say("Siapa yang terpilih", "Who is elected"), .elected(ballot))]
    }
}
