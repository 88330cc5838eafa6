import Elections

/// Legal source: UU 7/2017 art. 454–484; domain reference 6.
extension DocumentRoom {
    /// A case with everything that is on record of it; nobody's name is.
    func caseFile(_ known: DisputeCase) -> Document {
        let filing = known.filing
        var blocks: [Document.Block] = [
            .facts(
                [
                    Document.Fact("Forum", filing.forum.name.indonesian),
                    Document.Fact("Jenis", filing.kind.name.indonesian),
                    Document.Fact("Register", filing.register),
                    Document.Fact(
                        "Diajukan",
                        numbers.date(filing.filed) + (filing.filedTime.map { ", pukul \($0)" } ?? "")
                    ),
                    Document.Fact("Diregistrasi", numbers.date(filing.registered)),
                    Document.Fact("Pelapor/pemohon", party(filing.reporter)),
                    Document.Fact("Terlapor/termohon", party(filing.respondent)),
                    Document.Fact(
                        "Surat suara",
                        filing.scope.ballots.map(\.name.indonesian).joined(separator: ", ")
                    ),
                    Document.Fact("TPS dipersoalkan", "\(filing.scope.stations.count)"),
                ].filter { !$0.value.isEmpty && $0.value != "0" }
            ),
            .heading("Pokok perkara"), .text(filing.object), .heading("Yang diminta"), .text(filing.relief),
        ]
        if !known.hearings.isEmpty {
            blocks.append(.heading("Sidang"))
            blocks.append(
                .points(
                    known.hearings.map { hearing in
                        let venue = hearing.venue.map { ", \($0)" } ?? ""
                        return
                            "\(numbers.date(hearing.date))\(venue), \(hearing.kind.name.indonesian): \(hearing.text)"
                    }
                )
            )
        }
        if let answer = known.answer {
            blocks.append(.heading("Jawaban KPU"))
            blocks.append(
                .text("\(answer.paper.reference), \(numbers.date(answer.paper.date)): \(answer.summary)")
            )
        }
        let items = known.bundles.flatMap(\.items)
        if !items.isEmpty {
            blocks.append(.heading("Bukti"))
            blocks.append(.points(items.map(\.words.indonesian)))
        }
        if let ruling = known.ruling {
            blocks.append(.heading("Putusan"))
            blocks.append(
                .facts([
                    Document.Fact("Nomor", ruling.paper.reference),
                    Document.Fact("Tanggal", numbers.date(ruling.paper.date)),
                    Document.Fact("Hasil", ruling.outcome.name.indonesian),
                ])
            )
            blocks.append(.text(ruling.operative))
            if !ruling.obligations.isEmpty {
                blocks.append(.heading("Kewajiban"))
                blocks.append(.points(ruling.obligations.map { words($0, known) }))
            }
        }
        return document(
            .caseFile(known.number),
            title: ["BERKAS PERKARA", filing.register],
            of: known.closing ?? known.ruling?.paper.date ?? filing.registered,
            blocks + [.signatures([chair(of: place)])]
        )
    }

    private func party(_ party: CaseParty) -> String {
        guard let ballot = party.ballot, let number = party.contestant else {
            return party.capacity.name.indonesian
        }
        return "\(party.capacity.name.indonesian) \(contestant(number, ballot)) (\(ballot.name.indonesian))"
    }

    private func words(_ obligation: CaseObligation, _ known: DisputeCase) -> String {
        let due = obligation.due.map { ", paling lambat \(numbers.date($0))" } ?? ""
        let done = known.fulfilments[obligation.number].map {
            "dilaksanakan \(numbers.date($0.date)), \($0.fulfilment.words.indonesian)"
        }
        return "\(obligation.what)\(due): \(done ?? "belum dilaksanakan")."
    }
}
