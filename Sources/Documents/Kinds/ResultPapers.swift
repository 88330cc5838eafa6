import Apportionment
import Elections

/// Legal source: UU 7/2017 art. 411, 419–422; PKPU 5/2019; domain reference 7.
extension DocumentRoom {
    /// The decree of a determination, with what it determines as its annex.
    func decree(_ number: Int) -> Document? {
        guard state.results.determinations.indices.contains(number - 1) else { return nil }
        let made = state.results.determinations[number - 1]
        let determination = made.determination
        let ballot = determination.ballot
        let decision = state.plenaries.decision(determination.decision)
        let what =
            switch determination.step {
            case .figures: "HASIL"
            case .seats: "PEROLEHAN KURSI PARTAI POLITIK"
            case .elected: ballot.choice == .list ? "CALON TERPILIH" : "PASANGAN CALON TERPILIH"
            }
        let body = body(of: place)
        var facts = [
            "hasil rapat pleno \(body) tanggal \(numbers.date(made.date))"
                + (decision?.minutes.map { ", berita acara nomor \($0)" } ?? "")
        ]
        if let notice = determination.notice {
            facts.append(
                "surat Mahkamah Konstitusi nomor \(notice.reference) tanggal \(numbers.date(notice.date))"
            )
        }
        if let ground = determination.ground { facts.append(ground) }
        return document(
            .decree(number),
            title: [
                "KEPUTUSAN \(body.uppercased())", "TENTANG PENETAPAN \(what)",
                ballot.name.indonesian.uppercased(),
            ],
            number: decision?.decree ?? "",
            of: made.date,
            [
                .heading("Menimbang"), .points(facts),
                .heading("Mengingat"), .points([articles(ballot)]),
                .heading("Memutuskan"),
                .facts([
                    Document.Fact(
                        "Menetapkan",
                        "KEPUTUSAN \(body.uppercased()) TENTANG PENETAPAN \(what) \(ballot.name.indonesian.uppercased())."
                    ),
                    Document.Fact(
                        "KESATU",
                        "Menetapkan \(what.lowercased()) \(ballot.name.indonesian) sebagaimana tercantum dalam lampiran, "
                            + "yang merupakan bagian tidak terpisahkan dari keputusan ini."
                    ),
                    Document.Fact("KEDUA", "Keputusan ini mulai berlaku pada tanggal ditetapkan."),
                ]),
                .text("Ditetapkan di \(name(place)) pada tanggal \(numbers.date(made.date))."),
                .signatures([chair(of: place)]), .newPage, .heading("Lampiran"),
            ] + annex(determination)
        )
    }

    /// The articles that a ballot's rules stand in, as Indonesian papers name them.
    private func articles(_ ballot: Ballot) -> String {
        let words = (law.ballots[ballot]?.source ?? "").split(separator: " ")
        return words.isEmpty
            ? law.title.indonesian : words.map { $0 == "art." ? "pasal" : String($0) }.joined(separator: " ")
    }

    private func annex(_ determination: Determination) -> [Document.Block] {
        let ballot = determination.ballot
        switch determination.content {
        case .figures(let counts): return counts.flatMap { table($0, ballot, "Suara sah") }
        case .seats(let counts): return counts.flatMap { table($0, ballot, "Kursi") }
        case .elected(let elected):
            // As it was determined, whoever has the seat since.
            let first = state.results.members(of: ballot).map { member in
                (member.key, member.former.first?.candidate ?? member.candidate)
            }
            return people(elected, of: ballot, Dictionary(first) { first, _ in first })
        }
    }

    private func table(
        _ counts: Determination.Counts,
        _ ballot: Ballot,
        _ head: String
    ) -> [Document.Block] {
        let district = contest(ballot)?.districts.first { $0.number == counts.district }
        let rows = (contest(ballot)?.contestants ?? []).compactMap { contestant in
            counts.counts[contestant.number].map { count in
                Document.Table.Row(
                    ["\(contestant.number)", contestant.name, figure(count), NumberWords.text(count) ?? ""]
                )
            }
        }
        let sum = counts.counts.values.reduce(0, +)
        let table = Document.Table(
            [("No.", .number), ("Nama", .wide), (head, .number), ("Terbilang", .narrow)],
            rows + [Document.Table.Row(["", "Jumlah", figure(sum), NumberWords.text(sum) ?? ""], .sum)]
        )
        return (district.map { [.heading("Daerah pemilihan \($0.name)")] } ?? []) + [.table(table)]
    }

    /// Everybody who has a seat now, district by district.
    private func members(of ballot: Ballot, _ some: [ElectedMember]? = nil) -> [Document.Block] {
        let members = some ?? state.results.members(of: ballot)
        let people = members.map { member in
            Determination.Elected(member.key, candidate: member.candidate.number, votes: member.votes)
        }
        // Somebody of another district may have a seat that its list could not fill.
        let lists = Dictionary(members.map { ($0.key, $0.candidate) }) { first, _ in first }
        return self.people(people, of: ballot, lists)
    }

    /// People with their seats, district by district; of a seat that is filled from another list, who that is.
    private func people(
        _ people: [Determination.Elected],
        of ballot: Ballot,
        _ candidates: [MemberKey: CandidateKey] = [:]
    ) -> [Document.Block] {
        guard let contest = contest(ballot) else { return [] }
        guard ballot.choice == .list else {
            let rows = people.map { person in
                let name = contest.contestants.first { $0.number == person.seat.contestant }?.name ?? ""
                return Document.Table.Row(["\(person.seat.contestant)", name, figure(person.votes)])
            }
            return [.table(Document.Table([("No.", .number), ("Nama", .wide), ("Suara", .number)], rows))]
        }
        return contest.districts.flatMap { district -> [Document.Block] in
            let own = people.filter { $0.seat.district == district.number }
            guard !own.isEmpty else { return [] }
            let rows = own.enumerated().map { place, person in
                let list = ListKey(contestant: person.seat.contestant, district: district.number)
                let key = candidates[person.seat] ?? CandidateKey(list, person.candidate)
                return Document.Table.Row(
                    [
                        "\(place + 1)", contest.lists.candidate(key)?.name.full ?? "",
                        contestant(person.seat.contestant, ballot), "\(person.candidate)",
                        figure(person.votes),
                    ]
                )
            }
            return [
                .heading("Daerah pemilihan \(district.name)"),
                .table(
                    Document.Table(
                        [
                            ("No.", .number), ("Nama", .wide), ("Partai", .text), ("No. urut", .number),
                            ("Suara", .number),
                        ],
                        rows
                    )
                ),
            ]
        }
    }

    func elected(_ ballot: Ballot) -> Document? {
        let blocks = members(of: ballot)
        guard !blocks.isEmpty else { return nil }
        return document(
            .elected(ballot),
            title: ["DAFTAR CALON TERPILIH", ballot.name.indonesian.uppercased(), name(place).uppercased()],
            of: state.results.determinations.last { $0.determination.step == .elected }?.date,
            blocks + [.signatures([chair(of: place)])]
        )
    }

    /// The quotients of every party that has votes, one for each seat it has and the next, and which of them win.
    func seatSheet(_ ballot: Ballot, _ number: Int) -> Document? {
        guard let contest = contest(ballot), let rule = law.ballots[ballot]?.seats,
            let official = try? state.officialDistricts([number], of: ballot).first,
            let distribution = try? Distribution(
                rule.method,
                seats: official.district.seats,
                votes: official.votes
            )
        else { return nil }
        let won = Dictionary(
            distribution.steps().map { step in (step.seat, step.winner.party) }
        ) { first, _ in first }
        var places: [Int: [Int]] = [:]
        for (seat, party) in won { places[party, default: []].append(seat) }
        let rows = contest.contestants.enumerated().filter { official.votes[$0.offset] > 0 }.flatMap {
            party,
            contestant -> [Document.Table.Row] in
            let own = (places[party] ?? []).sorted()
            return (0...own.count).map { held in
                Document.Table.Row(
                    [
                        held == 0 ? "\(contestant.number)" : "", held == 0 ? contestant.shortName : "",
                        held == 0 ? figure(official.votes[party]) : "",
                        distribution.divisor(after: held).description,
                        QuotientWords(numbers).text(distribution.quotient(of: party, holding: held)),
                        held < own.count ? "kursi ke-\(own[held])" : "",
                    ],
                    held < own.count ? .sum : .plain
                )
            }
        }
        return document(
            .seatSheet(ballot, district: number),
            title: [
                "PERHITUNGAN PEROLEHAN KURSI", ballot.name.indonesian.uppercased(),
                "DAERAH PEMILIHAN \(official.district.name.uppercased())",
            ],
            of: state.results.last(.seats, of: ballot, district: number)?.date,
            [
                .facts([
                    Document.Fact("Jumlah kursi", "\(official.district.seats)"),
                    Document.Fact("Jumlah suara sah", figure(official.votes.reduce(0, +))),
                ]),
                .table(
                    Document.Table(
                        [
                            ("No.", .number), ("Partai", .wide), ("Suara", .number), ("Pembagi", .number),
                            ("Hasil bagi", .number), ("Perolehan", .text),
                        ],
                        rows
                    )
                ),
                .signatures([chair(of: place)]),
            ]
        )
    }

    /// The letter to the governor, or for a pair to the minister, with its enclosures.
    func proposal(_ ballot: Ballot) -> Document? {
        let members = state.results.members(of: ballot)
        guard let paper = members.lazy.compactMap({ $0.papers[.proposed] }).first else { return nil }
        let letters = state.results.proposals[ballot] ?? []
        let letter = letters.first { $0.step.paper == paper }
        return document(
            .proposal(ballot),
            title: ["USUL PERESMIAN", ballot.name.indonesian.uppercased(), name(place).uppercased()],
            number: paper.reference,
            of: paper.date,
            [
                .text("\(name(place)), \(numbers.date(paper.date))")
            ] + (letter.map { [.text("Melalui: \($0.via)")] } ?? []) + [
                .text(
                    "Bersama ini \(body(of: place)) mengusulkan peresmian \(members.count) "
                        + "(\(NumberWords.text(members.count) ?? "")) orang terpilih dalam daftar di bawah ini."
                )
            ] + self.members(of: ballot) + [.signatures([chair(of: place)])]
                + (letter.map { [.heading("Lampiran surat ini"), .points($0.enclosures)] } ?? [])
        )
    }

    /// The minutes of an oath: of those who have taken it.
    func oath(_ ballot: Ballot) -> Document? {
        let sworn = state.results.members(of: ballot).filter { $0.papers[.sworn] != nil }
        guard let paper = sworn.compactMap({ $0.papers[.sworn] }).last else { return nil }
        return document(
            .oath(ballot),
            title: [
                "BERITA ACARA PENGUCAPAN SUMPAH/JANJI", ballot.name.indonesian.uppercased(),
                name(place).uppercased(),
            ],
            number: paper.reference,
            of: paper.date,
            [
                .text(
                    "Pada hari ini \(NumberWords.text(paper.date)) telah mengucapkan sumpah/janji \(sworn.count) "
                        + "(\(NumberWords.text(sworn.count) ?? "")) orang sebagaimana tercantum di bawah ini."
                )
            ] + members(of: ballot, sworn) + [
                .signatures([Document.Signatory("Yang mengambil sumpah/janji"), Document.Signatory("Saksi")])
            ]
        )
    }

    /// Who took a seat from whom, step by step; `nil` of a seat that nobody was replaced in.
    func replacement(_ ballot: Ballot, _ seat: MemberKey) -> Document? {
        guard let member = state.results.member(seat, of: ballot), let last = member.former.last,
            let contest = contest(ballot)
        else { return nil }
        func name(_ key: CandidateKey) -> String {
            contest.lists.candidate(key)?.name.full ?? "\(key.number)"
        }
        return document(
            .replacement(ballot, seat),
            title: [
                "PENGGANTIAN CALON TERPILIH", ballot.name.indonesian.uppercased(),
                self.name(place).uppercased(),
            ],
            number: member.papers[.determined]?.reference ?? "",
            of: last.date,
            [
                .facts([
                    Document.Fact(
                        "Daerah pemilihan",
                        contest.districts.first { $0.number == seat.district }?.name ?? ""
                    ),
                    Document.Fact("Partai", contestant(seat.contestant, ballot)),
                    Document.Fact("Kursi ke-", "\(seat.seat)"),
                ]),
                .points(
                    member.former.map {
                        "\(name($0.candidate)): \($0.status.name.indonesian), diganti \(numbers.date($0.date))."
                    }
                ),
                .text("Penggantinya: \(name(member.candidate)), \(figure(member.votes)) suara."),
                .signatures([chair(of: place)]),
            ]
        )
    }
}
