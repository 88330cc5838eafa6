import Elections

/// Legal source: PKPU 4/2019 (DAA1, DA1, DB1), PKPU 5/2024 (D.HASIL); domain reference 4.
extension DocumentRoom {
    /// How many columns stand beside each other on a page: of stations, whose heads are short, and of others.
    private static let columns = (stations: 14, regions: 10)

    /// A column of a recapitulation: what stands over it, and its figures by field.
    private struct Column {
        let head: String
        let figures: [Field: Int]
    }

    /// The figures of a plenary: a column for each unit as it was read and corrected, and what they come to.
    ///
    /// A subdistrict's has a column for each village, and a paper for each of them with a column for each station.
    func recapitulation(_ plenary: Plenary, _ ballot: Ballot, in village: RegionCode?) -> Document? {
        guard let contest = contest(ballot), plenary.call.ballots.contains(ballot),
            village == nil || villages(of: plenary, ballot).contains(village ?? place)
        else { return nil }
        let region = village ?? plenary.region
        let certified = contest.editions.first { $0.plenary == plenary.number }?.figures
        let figures = certified ?? (try? state.figures(of: plenary, ballot))
        func row(of region: RegionCode) -> [Field: Int]? {
            figures.flatMap { figures in
                figures.row(of: region).map { row in
                    Dictionary(
                        figures.forms.fields.compactMap { field in
                            figures.forms[row, field].map { (field, $0) }
                        }
                    ) { first, _ in first }
                }
            }
        }
        let columns: [Column]
        let width: Int
        if village == nil, plenary.region.tier == .subdistrict {
            columns = villages(of: plenary, ballot).map {
                Column(head: name($0), figures: row(of: $0) ?? [:])
            }
            width = Self.columns.regions
        } else {
            let units = state.units(of: plenary.region, ballot).filter { unit in
                guard case .station(let station) = unit else { return true }
                return station.village == village
            }
            columns = units.map { unit in
                let read = (state.figures(unit, ballot, in: plenary) ?? []).compactMap { figure in
                    figure.figure.map { (figure.field, $0) }
                }
                return Column(head: head(unit), figures: Dictionary(read) { first, _ in first })
            }
            width = village == nil ? Self.columns.regions : Self.columns.stations
        }
        let isCertified = plenary.stage == .certified
        let form = law.ballots[ballot]?.forms.tiers.first { $0.tier == region.tier }?.name ?? ""
        return document(
            .recapitulation(plenary: plenary.number, ballot, village: village),
            form: form.isEmpty || form.hasPrefix("LAMPIRAN") ? form : "MODEL \(form)",
            title: [
                isCertified
                    ? "SERTIFIKAT REKAPITULASI HASIL PENGHITUNGAN SUARA"
                    : "REKAPITULASI HASIL PENGHITUNGAN SUARA (BELUM DITETAPKAN)",
                ballot.name.indonesian.uppercased(), name(region).uppercased(),
            ],
            of: plenary.call.date,
            isWide: true,
            [
                .facts(
                    facts(of: region) + [
                        Document.Fact(
                            "Rapat pleno",
                            "\(plenary.number), \(numbers.date(plenary.call.date))"
                        ),
                        Document.Fact("Tempat", plenary.call.venue),
                    ]
                )
            ] + tables(columns, width, of: row(of: region), in: region, contest) + [
                .heading(body(of: plenary.region)), .signatures(signatories(plenary)),
            ]
        )
    }

    /// The villages of a subdistrict's plenary that have stations with a ballot; none of any other plenary.
    func villages(of plenary: Plenary, _ ballot: Ballot) -> [RegionCode] {
        guard plenary.region.tier == .subdistrict else { return [] }
        var villages: [RegionCode] = []
        for case .station(let station) in state.units(of: plenary.region, ballot)
        where villages.last != station.village {
            villages.append(station.village)
        }
        return villages
    }

    /// The columns in tables of so many, a page each, with what they come to behind the last.
    private func tables(
        _ columns: [Column],
        _ width: Int,
        of sum: [Field: Int]?,
        in region: RegionCode,
        _ contest: Contest
    ) -> [Document.Block] {
        let words = FieldWords(.indonesian, law, contest)
        let districts = contest.districts.filter { district in
            district.regions.contains { $0.contains(region) || region.contains($0) }
        }
        let district = districts.count == 1 ? districts.first?.number : nil
        let fields = state.countedFields(of: contest.ballot).filter {
            stands($0, contest, districts.isEmpty ? [nil] : districts.map { $0.number })
        }
        let pages = stride(from: 0, to: max(1, columns.count), by: width).map {
            columns[$0..<min($0 + width, columns.count)]
        }
        return pages.enumerated().flatMap { page, columns -> [Document.Block] in
            let isLast = page == pages.count - 1
            let heads =
                [("Uraian", Document.Table.Column.wide)] + columns.map { ($0.head, .number) }
                + (isLast ? [("Jumlah", .number)] : [])
            var rows: [Document.Table.Row] = []
            var last: Field.Part?
            for field in fields {
                if field.part != last {
                    let empty = [String](repeating: "", count: heads.count - 1)
                    rows.append(Document.Table.Row([words.name(field.part)] + empty, .section))
                    last = field.part
                }
                rows.append(
                    Document.Table.Row(
                        [label(field, district, contest) ?? words.name(field)]
                            + columns.map { figure($0.figures[field]) }
                            + (isLast ? [figure(sum?[field])] : []),
                        isSum(field, contest) ? .sum : .plain
                    )
                )
            }
            let table = Document.Block.table(Document.Table(heads, rows))
            return page == 0 ? [table] : [.newPage, table]
        }
    }

    /// Whether a field stands on the forms of any of these districts: not so a candidate's that no list there has.
    private func stands(_ field: Field, _ contest: Contest, _ districts: [Int?]) -> Bool {
        guard case .candidateVotes(let contestant, let number) = field, !contest.lists.isEmpty else {
            return true
        }
        return districts.contains { district in
            let list = ListKey(contestant: contestant, district: district)
            return contest.lists.candidate(CandidateKey(list, number)) != nil
        }
    }

    private func head(_ unit: CertifiedFigures.Place) -> String {
        switch unit {
        case .region(let region): name(region)
        case .station(let station): "TPS \(station.number)"
        }
    }

    private func place(_ unit: CertifiedFigures.Place) -> String {
        switch unit {
        case .region(let region): name(region)
        case .station(let station): "\(name(station.village)) TPS \(station.number)"
        }
    }

    func words(_ decision: OfficeDecision, _ plenary: Plenary) -> String {
        func count(_ vote: OfficeDecision.Vote) -> Int { decision.votes.count { $0.vote == vote } }
        let dissent = decision.votes.compactMap { vote in
            vote.reason.map { reason in
                "\(capacity(plenary.attendees[vote.attendee - 1], [])) nomor \(vote.attendee): \(reason)"
            }
        }
        let outcome = decision.isCarried ? "disetujui" : "tidak disetujui"
        let papers = [
            decision.decree.map { "Keputusan \($0)" }, decision.minutes.map { "Berita acara \($0)" },
        ]
        .compactMap(\.self)
        return
            "\(decision.motion): \(outcome), setuju \(count(.inFavour)), tidak setuju \(count(.against)), "
            + "abstain \(count(.abstained)). "
            + (papers + dissent.map { "Pendapat berbeda – \($0)" }).map { $0 + "." }.joined(separator: " ")
    }

    func words(_ objection: Objection, _ plenary: Plenary) -> String {
        let who = capacity(plenary.attendees[objection.attendee - 1], [objection.ballot])
        let outcome =
            switch objection.answer?.outcome {
            case .accepted: "diterima"
            case .rejected: "tidak diterima"
            case .deferred: "dibawa ke rapat pleno tingkat di atasnya"
            case nil: "belum dijawab"
            }
        let reason = objection.answer.map { "; \($0.reason)" } ?? ""
        let opinion = objection.answer?.opinion.map { " Pendapat pengawas: \($0)." } ?? ""
        return
            "\(who), \(objection.ballot.name.indonesian): \(objection.claim) – \(outcome)\(reason).\(opinion)"
    }

    func corrections(_ plenary: Plenary) -> Document.Table {
        let rows = plenary.corrections.flatMap { done -> [Document.Table.Row] in
            let correction = done.correction
            let words = contest(correction.ballot).map { FieldWords(.indonesian, law, $0) }
            return correction.changes.map { change in
                Document.Table.Row(
                    [
                        "\(correction.ballot.rawValue), \(place(correction.unit))",
                        words?.name(change.field) ?? change.field.column, figure(change.old),
                        figure(change.new), "\(correction.reason); \(correction.basis)",
                        "",
                    ]
                )
            }
        }
        return Document.Table(
            [
                ("Bagian", .text), ("Uraian", .wide), ("Semula", .number), ("Menjadi", .number),
                ("Alasan dan dasar", .wide), ("Paraf", .text),
            ],
            rows
        )
    }

    func attendance(_ plenary: Plenary) -> Document {
        document(
            .attendance(plenary: plenary.number),
            form: plenary.call.subject == .recapitulation ? forms(of: plenary).attendance : "",
            title: [
                "DAFTAR HADIR RAPAT PLENO", plenary.call.agenda.uppercased(),
                name(plenary.region).uppercased(),
            ],
            of: plenary.call.date,
            [
                .facts([
                    Document.Fact("Hari, tanggal", NumberWords.text(plenary.call.date)),
                    Document.Fact("Tempat", plenary.call.venue),
                ]),
                .table(
                    Document.Table(
                        [("No.", .number), ("Nama", .wide), ("Sebagai", .wide), ("Tanda tangan", .wide)],
                        plenary.attendees.map { attendee in
                            Document.Table.Row(
                                ["\(attendee.number)", "", capacity(attendee, plenary.call.ballots), ""]
                            )
                        }
                    )
                ),
            ]
        )
    }

    func objections(_ plenary: Plenary) -> Document {
        var blocks: [Document.Block] = [
            .facts(
                facts(of: plenary.region) + [Document.Fact("Rapat pleno", numbers.date(plenary.call.date))]
            )
        ]
        if !plenary.events.isEmpty {
            blocks.append(.heading("Kejadian khusus"))
            blocks.append(.points(plenary.events.map(\.text)))
        }
        if !plenary.objections.isEmpty {
            blocks.append(.heading("Keberatan saksi dan pengawas"))
            blocks.append(.points(plenary.objections.map { words($0, plenary) }))
        }
        blocks.append(.signatures(signatories(plenary)))
        return document(
            .objections(plenary: plenary.number),
            form: forms(of: plenary).objections,
            title: ["CATATAN KEJADIAN KHUSUS DAN/ATAU KEBERATAN SAKSI", name(plenary.region).uppercased()],
            of: plenary.call.date,
            blocks
        )
    }

    func invitation(_ plenary: Plenary) -> Document {
        let call = plenary.call
        return document(
            .invitation(plenary: plenary.number),
            title: ["UNDANGAN RAPAT PLENO", name(plenary.region).uppercased()],
            number: call.invitation,
            of: call.date,
            [
                .text("Kepada para saksi, pengawas pemilu, dan pihak yang berkepentingan."),
                .text("\(body(of: plenary.region)) mengundang Saudara menghadiri rapat pleno:"),
                .facts(
                    [
                        Document.Fact("Agenda", call.agenda),
                        Document.Fact("Hari, tanggal", NumberWords.text(call.date)),
                        Document.Fact("Tempat", call.venue),
                    ] + (call.ground.map { [Document.Fact("Alasan", $0)] } ?? [])
                ),
                .text("Saksi membawa surat mandat. Rapat terbuka untuk umum."),
                .signatures([chair(of: plenary.region)]),
            ]
        )
    }

    func correctionNotice(_ plenary: Plenary) -> Document {
        document(
            .correctionNotice(plenary: plenary.number),
            title: ["PENGUMUMAN PEMBETULAN ANGKA", name(plenary.region).uppercased()],
            of: plenary.call.date,
            [
                .text(
                    "Rapat pleno \(body(of: plenary.region)) tanggal \(numbers.date(plenary.call.date)) membetulkan "
                        + "angka di bawah ini. Angka semula tetap tercatat."
                ),
                .table(corrections(plenary)),
                .signatures([chair(of: plenary.region)]),
            ]
        )
    }
}
