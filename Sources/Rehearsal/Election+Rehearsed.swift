public import Elections

extension Election {
    /// The ballots that can be rehearsed whole, in the order of counting: the DPR's too, for which the parties of a council
    /// stand.
    public var rehearsableBallots: [Ballot] {
        let known = Set(contests.map(\.ballot) + (houseOfParties == nil ? [] : [.house]))
        return Ballot.allCases.filter(known.contains)
    }

    /// The DPR's ballot with the parties of the regency's council; `nil` where it is known, or the law has none.
    private var houseOfParties: Contest? {
        guard law.ballots[.house] != nil, !contests.contains(where: { $0.ballot == .house }),
            let council = contests.first(where: { $0.ballot == .regencyCouncil })
        else { return nil }
        return Contest(ballot: .house, contestants: council.contestants)
    }

    /// The same election for practice, with some of its ballots: nothing of what came of it, and nobody's name.
    ///
    /// Whoever stands is called by party and place on the list, or by the number on the ballot. Texts that somebody
    /// wrote are not taken over either: a name may stand in them.
    public func rehearsed(_ ballots: [Ballot]) -> Election {
        let bare = withoutFigures
        return Election(
            name: LocalizedText(id: "Latihan: \(name.indonesian)", en: "Rehearsal: \(name.english)"),
            date: date,
            law: law,
            place: place,
            regions: regions,
            electorate: electorate,
            electorateFile: electorateFile,
            limitedBallots: limitedBallots,
            contests: (contests + [houseOfParties].compactMap(\.self)).filter {
                ballots.contains($0.ballot)
            }.map(\.rehearsed),
            decisions: decisions.map { decision in
                Decision(rule: decision.rule, reading: decision.reading, basis: Self.asDecided)
            },
            files: bare.files.map { file in
                SourceFile(path: file.path, nature: file.nature, source: Self.registerSource)
            } + contests.filter { ballots.contains($0.ballot) }.flatMap(\.madeUp)
        )
    }

    private static let asDecided = LocalizedText(
        id: "latihan: seperti diputuskan bagi pemilu yang dilatih",
        en: "rehearsal: as decided for the election that is rehearsed"
    )

    private static let registerSource = LocalizedText(
        id: "Daftar pemilu yang dilatih, tanpa nama orang",
        en: "A register of the election that is rehearsed, without anybody's name"
    )
}

extension Contest {
    /// Whether votes of its parties are known though no forms are, so that forms can be made up inside them.
    private var hasKnownVotes: Bool {
        ballot.choice == .list && !districts.isEmpty && readings.isEmpty && reported != nil
    }

    /// What a rehearsal knows of it, and makes up.
    fileprivate var madeUp: [SourceFile] {
        var files: [SourceFile] = []
        if hasKnownVotes {
            files.append(
                SourceFile(
                    path: "\(ballot.rawValue)/reported",
                    nature: .reported,
                    source: LocalizedText(
                        id: "Jumlah suara partai per desa pemilu yang dilatih, sebagaimana diterbitkan",
                        en:
                            "Votes of parties by village of the election that is rehearsed, as they were published"
                    )
                )
            )
        }
        if inventsLists {
            files.append(
                SourceFile(
                    path: "\(ballot.rawValue)/candidates",
                    nature: .simulated,
                    source: LocalizedText(
                        id:
                            "Daftar calon dan suara calon direka, di dalam jumlah suara partai yang sebenarnya",
                        en: "Lists and votes of candidates are made up, inside the real votes of parties"
                    )
                )
            )
        }
        return files
    }

    /// Whether it has no lists, though their seats are divided here.
    private var inventsLists: Bool { ballot.choice == .list && !districts.isEmpty && lists.isEmpty }

    /// Lists as long as a district has seats; every second name is a woman's.
    private var inventedLists: [CandidateList] {
        districts.flatMap { district in
            contestants.map { contestant in
                CandidateList(
                    district: district.number,
                    contestant: contestant.number,
                    candidates: (0..<district.seats).map { place in
                        Candidate(
                            number: place + 1,
                            name: PersonName(name: "\(contestant.shortName) \(place + 1)"),
                            sex: place % 2 == 0 ? .male : .female
                        )
                    }
                )
            }
        }
    }

    fileprivate var rehearsed: Contest {
        let shortNames = Dictionary(contestants.map { ($0.number, $0.rehearsed.shortName) }) { first, _ in
            first
        }
        return Contest(
            ballot: ballot,
            contestants: contestants.map(\.rehearsed),
            lists: inventsLists
                ? inventedLists
                : lists.map { list in
                    CandidateList(
                        district: list.district,
                        contestant: list.contestant,
                        candidates: list.candidates.map { candidate in
                            let name = "\(shortNames[list.contestant] ?? "") \(candidate.number)"
                            return Candidate(number: candidate.number, name: PersonName(name: name), sex: nil)
                        }
                    )
                },
            districts: districts,
            nation: nation,
            reported: hasKnownVotes ? reported : nil
        )
    }
}

extension Contestant {
    fileprivate var rehearsed: Contestant {
        let called: String? =
            switch kind {
            case .party, .blank: nil
            case .pair: "Pasangan \(number)"
            case .person: "Calon \(number)"
            }
        return Contestant(
            number: number,
            name: called ?? name,
            shortName: called ?? shortName,
            colour: colour,
            kind: kind
        )
    }
}
