import Elections

/// The ballots on which lists stand, and how far each has come.
struct CandidacyList {
    let context: DeskContext

    var page: DeskPage {
        let title = context.say("Daftar calon", "Lists of candidates")
        let ballots = context.state.ballots.filter { $0.choice == .list }
        return DeskPage(
            title: title,
            body: .tag("div") {
                HTML.tag("h1", text: title)
                if ballots.isEmpty {
                    HTML.tag(
                        "p",
                        text: context.say(
                            "Tidak ada surat suara dengan daftar calon di kantor ini.",
                            "No ballot of this office has lists of candidates."
                        )
                    )
                } else {
                    HTML.gridCard(
                        title,
                        [
                            context.say("Surat suara", "Ballot"), context.say("Tahap", "Stage"),
                            context.say("Daftar", "Lists"), context.say("Belum lengkap", "Incomplete"),
                            context.say("Tanggapan terbuka", "Open objections"),
                        ],
                        ballots.compactMap(row)
                    )
                }
            }
        )
    }

    private func row(_ ballot: Ballot) -> [HTML]? {
        guard let contest = context.state.contestWithoutForms(of: ballot) else { return nil }
        let shown = ShownLists(contest, context.state.candidacies)
        let latest = shown.candidacy?.latest ?? [:]
        let lists = shown.kind == nil ? latest.count : shown.lists.count
        let lacking = shown.kind == nil ? latest.values.count { !$0.faults.isEmpty } : 0
        return [
            context.link(ballot.name[context.language], "candidates", ballot.slug),
            .text(shown.stage[context.language]),
            .text(
                context.say(
                    "\(lists) dari \(contest.listPlaces.count)",
                    "\(lists) of \(contest.listPlaces.count)"
                )
            ),
            .text("\(lacking)"), .text("\(shown.candidacy?.openObjections.count ?? 0)"),
        ]
    }
}

extension ShownLists {
    /// How far the lists have come, in words.
    var stage: LocalizedText {
        if areElsewhere {
            return LocalizedText(id: "DCT tercatat di tempat lain", en: "final lists on record elsewhere")
        }
        return (candidacy?.stage ?? .submitted).name
    }
}
