import Apportionment
import Elections

/// The story of a seat: from its votes to the oath.
struct MemberPage {
    private let member: ElectedMember
    /// The district of a list; `nil` of a pair.
    private let district: OfficialDistrict?
    /// The votes by the certificates, contestants in ballot order.
    private let official: [Int]
    private let words: MemberWords
    private let context: PageContext

    /// The page of a seat; `nil` where nobody was determined for it.
    static func page(_ ballot: Ballot, _ key: MemberKey, _ context: PageContext) -> Page? {
        let election = context.election
        guard let member = election.results.member(key, of: ballot),
            let contest = election.contests.first(where: { $0.ballot == ballot })
        else { return nil }
        let district = contest.districts.first { $0.number == key.district }.flatMap {
            try? OfficialDistrict($0, of: contest, in: election)
        }
        let votes =
            ballot.choice == .list
            ? district?.votes : (try? OfficialWinners(of: contest, in: election))?.votes
        guard let votes else { return nil }
        return MemberPage(
            member: member,
            district: district,
            official: votes,
            words: MemberWords(contest: contest, context: context),
            context: context
        ).page
    }

    private var ballot: Ballot { words.contest.ballot }
    private var key: MemberKey { member.key }
    private func say(_ indonesian: String, _ english: String) -> String { context.say(indonesian, english) }
    private func number(_ number: Int) -> String { context.numbers.whole(number) }

    private var page: Page {
        let title = words.name(member)
        return Page(
            title: title,
            body: .tag("div") {
                HTML.tag("h1", text: title)
                HTML.tag("p", .class("lead")) {
                    if let district {
                        words.party(key.contestant)
                        " · \(district.district.name) · "
                        say("kursi ke-\(key.seat) partai", "seat \(key.seat) of the party")
                        " · "
                    }
                    HTML.tag("strong", text: member.stage.name[context.language])
                }
                HTML.tag("section", .class("block")) {
                    HTML.tag("h2", text: say("Dari suara sampai sumpah", "From votes to the oath"))
                    HTML.tag("ol", .class("story")) {
                        for step in steps {
                            HTML.tag("li") {
                                HTML.tag("strong", text: step.title)
                                " "
                                step.text
                            }
                        }
                    }
                }
            },
            crumbs: MemberWords.crumbs(ballot, context) + [
                (say("Yang terpilih", "The elected"), .members(ballot))
            ]
        )
    }

    private typealias Step = (title: String, text: HTML)

    private var steps: [Step] {
        [votes] + (district.map { [quotient($0), candidate($0)] } ?? []) + determinations + papers + former
    }

    private var party: Int? { words.contest.contestants.firstIndex { $0.number == key.contestant } }

    private var votes: Step {
        let votes = party.map { official[$0] } ?? 0
        guard district != nil else {
            let all = context.numbers.percent(votes, of: official.reduce(0, +))
            return (
                say("Suara.", "Votes."),
                .tag("span") {
                    say(
                        "\(number(votes)) suara menurut sertifikat, \(all) suara sah. ",
                        "\(number(votes)) votes by the certificates, \(all) of the valid ones. "
                    )
                    context.link(say("Siapa yang terpilih", "Who is elected"), .elected(ballot))
                }
            )
        }
        return (
            say("Suara.", "Votes."),
            .tag("span") {
                say(
                    "\(words.party(key.contestant)) mendapat \(number(votes)) suara di dapil ini menurut sertifikat. ",
                    "\(words.party(key.contestant)) has \(number(votes)) votes in the district by its certificates. "
                )
                context.link(say("Angka dapil", "Figures of the district"), .district(ballot, key.district))
            }
        )
    }

    private func quotient(_ district: OfficialDistrict) -> Step {
        let title = say("Hasil bagi.", "Quotient.")
        guard let rule = context.election.law.ballots[ballot]?.seats,
            let distribution = try? Distribution(
                rule.method,
                seats: district.district.seats,
                votes: district.votes
            ), let party
        else { return (title, .text("–")) }
        let won = distribution.steps().filter { $0.winner.party == party }.map(\.seat)
        let quotient = QuotientWords(context.numbers).text(
            distribution.quotient(of: party, holding: key.seat - 1)
        )
        let divisor = distribution.divisor(after: key.seat - 1).description
        let seats = number(district.district.seats)
        guard won.indices.contains(key.seat - 1) else {
            return (title, .text(say("Kursi ini diputuskan dalam pleno.", "A plenary decided on this seat.")))
        }
        let place = number(won[key.seat - 1])
        return (
            title,
            .text(
                say(
                    "Dibagi \(divisor) menjadi \(quotient): kursi ke-\(place) dari \(seats) kursi dapil.",
                    "Divided by \(divisor) it is \(quotient): seat \(place) of the district's \(seats)."
                )
            )
        )
    }

    private func candidate(_ district: OfficialDistrict) -> Step {
        let ranking = district.lists.first { $0.contestant == key.contestant }.flatMap {
            try? $0.ranking.get()
        }
        let isOwn = member.candidate.list == key.list
        let ground =
            isOwn ? ranking?.elected.first { $0.candidate.number == member.candidate.number }?.ground : nil
        guard isOwn else {
            let other = words.contest.districts.first { $0.number == member.candidate.list.district }
            let name = other?.name ?? ""
            return (
                say("Calon.", "Candidate."),
                .text(
                    say(
                        "Nomor urut \(member.candidate.number) di dapil \(name), \(number(member.votes)) suara di sana: "
                            + "daftar dapil ini habis.",
                        "Number \(member.candidate.number) on the list of \(name), \(number(member.votes)) votes there: "
                            + "nobody was left on the list of this district."
                    )
                )
            )
        }
        let own = ground.map { " (\($0.words[context.language]))" } ?? ""
        return (
            say("Calon.", "Candidate."),
            .text(
                say(
                    "Nomor urut \(member.candidate.number), \(number(member.votes)) suara\(own).",
                    "Number \(member.candidate.number) on the list, \(number(member.votes)) votes\(own)."
                )
            )
        )
    }

    private var determinations: [Step] {
        Determination.Step.all(of: ballot).compactMap { step in
            context.election.results.last(step, of: ballot, district: key.district).map { made in
                let plenary = made.determination.decision.plenary
                let name = step.name[context.language]
                return (
                    say("Penetapan \(name).", "Determined: \(name)."),
                    .tag("span") {
                        "\(context.numbers.date(made.date)), \(made.basis). "
                        context.link(say("Pleno \(plenary)", "Plenary \(plenary)"), .plenary(plenary))
                        if let notice = made.determination.notice {
                            say(" Surat MK: ", " Court's notice: ") + notice.reference
                        }
                        if let ground = made.determination.ground { " \(ground)" }
                    }
                )
            }
        }
    }

    private var papers: [Step] {
        ElectedMember.Stage.allCases.compactMap { stage in
            guard let paper = member.papers[stage] else { return nil }
            let isReplacement = stage == .determined
            let title =
                isReplacement
                ? say("Pengganti.", "Successor.")
                : stage.name[context.language].prefix(1).uppercased()
                    + stage.name[context.language].dropFirst()
                    + "."
            let why = stage == .postponed ? member.postponement.map { ": \($0)" } ?? "" : ""
            return (title, .text("\(context.numbers.date(paper.date)), \(paper.reference)\(why)"))
        }
    }

    private var former: [Step] {
        member.former.map { former in
            (
                say("Sebelumnya.", "Before."),
                .text(
                    "\(words.name(former.candidate)): \(former.status.name[context.language]), "
                        + say("diganti ", "replaced on ") + context.numbers.date(former.date)
                )
            )
        }
    }
}
