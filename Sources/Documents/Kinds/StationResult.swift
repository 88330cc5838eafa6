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

    func stationResult(_ key: FormKey) -> Document? {
        guard let contest = contest(key.ballot), let place = regions.position(of: key.station),
            let form = contest.formInForce(atStation: place),
            contest.readings[form.reading].version(ofRow: form.row) == key.version
        else { return nil }
        let district = contest.districts.first { district in
            district.regions.contains { $0.contains(key.station.village) }
        }
        let words = FieldWords(.indonesian, law, contest)
        let fields = FormLayout(contest, law).fields(in: district?.number)
        var rows: [Document.Table.Row] = []
        var last: Field.Part?
        for field in fields {
            if field.part != last {
                rows.append(Document.Table.Row([words.name(field.part), "", ""], .section))
                last = field.part
            }
            let figure = contest.figure(field, on: form)
            let isSum = [Field.valid, .invalid, .total].contains(field)
            rows.append(
                Document.Table.Row(
                    [
                        words.name(field), self.figure(figure),
                        isSum ? figure.flatMap { NumberWords.text($0) } ?? "" : "",
                    ],
                    isSum ? .sum : .plain
                )
            )
        }
        let names = law.ballots[key.ballot]?.forms.station ?? ""
        return document(
            .stationResult(key),
            form: "MODEL \(names)",
            title: [
                "SERTIFIKAT HASIL PENGHITUNGAN SUARA DI TEMPAT PEMUNGUTAN SUARA",
                key.ballot.name.indonesian.uppercased(),
            ],
            of: state.date,
            [
                .facts(
                    facts(of: key.station.village) + [
                        Document.Fact("TPS", "\(key.station.number)"),
                        Document.Fact("Pemungutan/penghitungan", key.version.name.indonesian),
                    ] + (district.map { [Document.Fact("Daerah pemilihan", $0.name)] } ?? [])
                ),
                .table(
                    Document.Table([("Uraian", .wide), ("Jumlah", .number), ("Terbilang", .wide)], rows)
                ),
                .heading("Kelompok Penyelenggara Pemungutan Suara"),
                .signatures((1...7).map { Document.Signatory($0 == 1 ? "Ketua KPPS" : "Anggota KPPS") }),
                .heading("Saksi"),
                .signatures(
                    contest.contestants.filter { $0.kind != .blank }.map { Document.Signatory($0.shortName) }
                ),
            ]
        )
    }
}
