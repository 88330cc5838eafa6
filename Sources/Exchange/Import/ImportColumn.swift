import Elections

/// What a column of an imported table holds.
enum ImportColumn: Hashable {
    /// The whole code of a station: thirteen digits.
    case stationCode
    /// The code of a village.
    case village
    /// The number of a station in its village.
    case station
    /// What another register calls the station.
    case identity
    /// Which vote or count the form is of.
    case version
    /// The name of a region the station lies in.
    case name(RegionCode.Tier)
    /// The electorate on the roll, which is not taken from the form.
    case roll(Field.Sex)
    /// A figure of the form.
    case figure(Field)
}

extension ImportSource {
    /// What a column means.
    ///
    /// - Parameters:
    ///   - column: Its name.
    ///   - prefix: What stands before the names of votes and totals, where one file holds several readings:
    ///     `office_`.
    /// - Returns: `nil` when it means nothing to us.
    func meaning(of column: String, prefix: String) -> ImportColumn? {
        let name = column.lowercased()
        if let place = Self.places[name] { return place }
        if !prefix.isEmpty, let bare = column.dropping(prefix: prefix),
            let field = figure(bare.lowercased()), field.isResult
        {
            return .figure(field)
        }
        guard let field = figure(name), prefix.isEmpty || !field.isResult else { return nil }
        return .figure(field)
    }

    /// The figure a name stands for, by the table of this shape; votes by their number.
    func figure(_ name: String) -> Field? {
        if let field = figures[name] { return field }
        let number = name.dropping(prefix: "votes_") ?? name.dropping(prefix: "v") ?? name
        guard (1...2).contains(number.utf8.count), number.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let value = Int(number), value > 0
        else { return nil }
        return .votes(value)
    }

    /// Whether a column without a meaning begins as those do that have one: a slip of the pen, by which
    /// figures would be lost.
    static func isSlip(_ column: String) -> Bool {
        let name = column.lowercased()
        return ["pemilih_", "pengguna_", "suara_", "votes_"].contains { name.hasPrefix($0) }
    }

    /// Every figure a form of this shape can have, in the order of the form.
    func fields(_ contestants: [Contestant]) -> [Field] {
        let known = Set(figures.values)
        let votes = contestants.map { Field.votes($0.number) }
        let ends: [Field] = [.valid, .invalid, .total]
        return Field.everyForm.filter { known.contains($0) && !ends.contains($0) } + votes + ends
    }

    /// The columns that say where a row belongs, the same in both shapes.
    private static let places: [String: ImportColumn] = [
        "kode_tps": .stationCode,
        "village_code": .village, "kode_desa": .village, "kode_kelurahan": .village,
        "station": .station, "tps": .station, "no_tps": .station,
        "id_tps": .identity, "tps_id": .identity, "station_id": .identity,
        "version": .version, "psu": .version,
        "provinsi": .name(.province), "province": .name(.province),
        "kab": .name(.regency), "kabupaten": .name(.regency), "regency": .name(.regency),
        "kec": .name(.subdistrict), "kecamatan": .name(.subdistrict), "subdistrict": .name(.subdistrict),
        "desa": .name(.village), "kelurahan": .name(.village), "village": .name(.village),
        "roll_male": .roll(.male), "roll_female": .roll(.female),
    ]

    private var figures: [String: Field] {
        switch self {
        case .sirekap: Self.sirekapFigures
        case .situng: Self.situngFigures
        }
    }

    /// What Sirekap calls the figures of a form: `j` both sexes, `l` men, `p` women.
    static let sirekapFigures: [String: Field] = bySex([
        ("pemilih_dpt", { .electorate(.permanent, $0) }),
        ("pengguna_dpt", { .voters(.permanent, $0) }),
        ("pengguna_dptb", { .voters(.movedIn, $0) }),
        ("pengguna_dpk", { .voters(.special, $0) }),
        ("pengguna_non_dpt", { .voters(.special, $0) }),
        ("pengguna_total", { .voters(.all, $0) }),
    ]).merging(validity) { first, _ in first }

    /// What Situng calls them; its display had the voters of all lists together.
    private static let situngFigures: [String: Field] = bySex([
        ("pemilih", { .electorate(.all, $0) }), ("pengguna", { .voters(.all, $0) }),
    ]).merging(sirekapFigures) { first, _ in first }

    private static let validity: [String: Field] = [
        "suara_sah": .valid, "suara_tidak_sah": .invalid, "suara_total": .total,
        "valid": .valid, "invalid": .invalid, "total": .total,
    ]

    private static func bySex(_ names: [(String, (Field.Sex) -> Field)]) -> [String: Field] {
        let sexes: [(String, Field.Sex)] = [("j", .both), ("l", .male), ("p", .female)]
        let pairs = names.flatMap { name, field in sexes.map { ("\(name)_\($0.0)", field($0.1)) } }
        return Dictionary(pairs) { first, _ in first }
    }

    /// What Sirekap 2024 calls the contestants in `chart`.
    static let sirekapContestants: [String: Int] = ["100025": 1, "100026": 2, "100027": 3]
}

extension ImportSource {
    /// The version a word of Sirekap, or of an election folder, stands for.
    static func version(_ word: String) -> FormVersion? {
        sirekapVersions[word] ?? FormVersion(rawValue: word)
    }

    /// Every word for a version.
    static var versionWords: [String] { sirekapVersions.keys.sorted() }

    private static let sirekapVersions: [String: FormVersion] = [
        "Reguler": .regular,
        "Pemungutan Suara Susulan": .postponed,
        "Pemungutan Suara Lanjutan": .continued,
        "Penghitungan Suara Susulan": .postponedCount,
        "Pemungutan Suara Ulang": .revote,
        "Penghitungan Suara Ulang": .recount,
    ]
}

extension Field {
    /// Whether the figure is a result: votes, or one of the totals under them.
    fileprivate var isResult: Bool { part == .votes || part == .validity }
}

extension String {
    /// What stands behind `prefix`; `nil` when the text does not begin with it.
    fileprivate func dropping(prefix: String) -> String? {
        hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
    }
}
