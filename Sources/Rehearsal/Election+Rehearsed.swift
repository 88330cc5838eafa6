public import Elections

extension Election {
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
            contests: bare.contests.filter { ballots.contains($0.ballot) }.map(\.rehearsed),
            decisions: decisions.map { decision in
                Decision(rule: decision.rule, reading: decision.reading, basis: Self.asDecided)
            },
            files: bare.files.map { file in
                SourceFile(path: file.path, nature: file.nature, source: Self.registerSource)
            }
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
    fileprivate var rehearsed: Contest {
        let shortNames = Dictionary(contestants.map { ($0.number, $0.rehearsed.shortName) }) { first, _ in
            first
        }
        return Contest(
            ballot: ballot,
            contestants: contestants.map(\.rehearsed),
            lists: lists.map { list in
                CandidateList(
                    district: list.district,
                    contestant: list.contestant,
                    candidates: list.candidates.map { candidate in
                        let name = "\(shortNames[list.contestant] ?? "") \(candidate.number)"
                        return Candidate(number: candidate.number, name: PersonName(name: name), sex: nil)
                    }
                )
            },
            districts: districts
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
