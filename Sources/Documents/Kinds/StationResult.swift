import Elections

/// Legal source: PKPU 3/2019 and 9/2019 (C1), PKPU 25/2023 (C.HASIL); domain reference 3.1–3.2.
extension DocumentRoom {
    /// The papers of the forms that count, station by station.
    func stationResults(of ballot: Ballot) -> [DocumentKey] {
        guard let contest = contest(ballot) else { return [] }
        return regions.stations.enumerated().compactMap { place, station in
            contest.formInForce(atStation: place).map { form in
                let version = contest.readings[form.reading].version(ofRow: form.row)
                return .stationResult(FormKey(ballot, station, version))
            }
        }
    }

    /// The empty forms of a ballot: one for each district where lists stand on it.
    func blankForms(of ballot: Ballot) -> [DocumentKey] {
        guard let contest = contest(ballot) else { return [] }
        let isDivided = contest.lists.contains { $0.district != nil }
        return isDivided
            ? contest.districts.map { .blankForm(ballot, district: $0.number) }
            : [.blankForm(ballot, district: nil)]
    }

    func blankForm(_ ballot: Ballot, _ district: Int?) -> Document? {
        guard let contest = contest(ballot) else { return nil }
        let known = contest.districts.first { $0.number == district }
        let dots = "……………………"
        return form(
            .blankForm(ballot, district: district),
            contest,
            district,
            (RegionCode.Tier.allCases.map(Self.label) + ["TPS"]).map {
                Document.Fact($0, dots)
            } + (known.map { [Document.Fact("Daerah pemilihan", $0.name)] } ?? [])
        ) { _ in nil }
    }

    func stationResult(_ key: FormKey) -> Document? {
        guard let contest = contest(key.ballot), let place = regions.position(of: key.station),
            let counted = contest.formInForce(atStation: place),
            contest.readings[counted.reading].version(ofRow: counted.row) == key.version
        else { return nil }
        let district = contest.districts.first { district in
            district.regions.contains { $0.contains(key.station.village) }
        }
        return form(
            .stationResult(key),
            contest,
            district?.number,
            facts(of: key.station.village) + [
                Document.Fact("TPS", "\(key.station.number)"),
                Document.Fact("Pemungutan/penghitungan", key.version.name.indonesian),
            ] + (district.map { [Document.Fact("Daerah pemilihan", $0.name)] } ?? [])
        ) { contest.figure($0, on: counted) }
    }

    /// Whether a figure is a sum of others, or stands at the end: a party's votes where its candidates have theirs.
    func isSum(_ field: Field, _ contest: Contest) -> Bool {
        if case .votes = field { return contest.ballot.choice == .list }
        return [Field.valid, .invalid, .total].contains(field)
    }

    /// Whoever a field's votes are for, with their number; `nil` of other fields.
    func label(_ field: Field, _ district: Int?, _ contest: Contest) -> String? {
        guard case .candidateVotes(let contestant, let number) = field else { return nil }
        let key = CandidateKey(ListKey(contestant: contestant, district: district), number)
        return contest.lists.candidate(key).map { "\(number). \($0.name.full)" }
    }

    /// A station's form, with the figures that are known.
    private func form(
        _ key: DocumentKey,
        _ contest: Contest,
        _ district: Int?,
        _ facts: [Document.Fact],
        _ figure: (Field) -> Int?
    ) -> Document {
        let words = FieldWords(.indonesian, law, contest)
        var rows: [Document.Table.Row] = []
        var last: Field.Part?
        for field in FormLayout(contest, law).fields(in: district) {
            if field.part != last {
                rows.append(Document.Table.Row([words.name(field.part), "", ""], .section))
                last = field.part
            }
            let isSum = isSum(field, contest)
            let known = figure(field)
            rows.append(
                Document.Table.Row(
                    [
                        label(field, district, contest) ?? words.name(field), self.figure(known),
                        isSum ? known.flatMap { NumberWords.text($0) } ?? "" : "",
                    ],
                    isSum ? .sum : .plain
                )
            )
        }
        return document(
            key,
            form: law.ballots[contest.ballot].map { "MODEL \($0.forms.station)" } ?? "",
            title: [
                "SERTIFIKAT HASIL PENGHITUNGAN SUARA DI TEMPAT PEMUNGUTAN SUARA",
                contest.ballot.name.indonesian.uppercased(),
            ],
            of: state.date,
            [
                .facts(facts),
                .table(
                    Document.Table([("Uraian", .wide), ("Jumlah", .number), ("Terbilang", .narrow)], rows)
                ),
                .heading("Kelompok Penyelenggara Pemungutan Suara"),
                .signatures((1...7).map { Document.Signatory($0 == 1 ? "Ketua KPPS" : "Anggota KPPS") }),
                .heading("Saksi"),
                .signatures(
                    contest.contestants.filter { $0.kind != .blank }.map {
                        Document.Signatory("Saksi \($0.shortName)")
                    }
                ),
            ]
        )
    }
}
