public import Elections

private typealias Text = LocalizedText

extension SeatGround {
    /// Why somebody gets a seat, in a few words.
    public var words: LocalizedText {
        switch self {
        case .votes: Text(id: "suara terbanyak", en: "most votes")
        case .spread(let count):
            Text(
                id: "suara sama; \(count.measure.name.indonesian), tingkat \(count.tier.name.indonesian)",
                en: "equal votes; \(count.measure.name.english), by \(count.tier.name.english)"
            )
        case .woman: Text(id: "suara sama; calon perempuan", en: "equal votes; a woman before a man")
        case .listNumber:
            Text(id: "suara sama; nomor urut lebih kecil", en: "equal votes; the smaller number")
        case .listNumberWithoutVotes:
            Text(
                id: "tidak ada calon yang mendapat suara; nomor urut lebih kecil",
                en: "no candidate has a vote; the smaller number"
            )
        case .decided(let basis): Text(id: "keputusan \(basis)", en: "decision \(basis)")
        }
    }
}

extension VoteSpread.Tier {
    /// What it is called.
    public var name: LocalizedText {
        switch self {
        case .regency: Text(id: "kabupaten/kota", en: "regency")
        case .subdistrict: Text(id: "kecamatan", en: "subdistrict")
        case .village: Text(id: "desa/kelurahan", en: "village")
        case .station: Text(id: "TPS", en: "station")
        }
    }
}

extension OpenTie {
    /// Who is tied, for what, and what to do next.
    public var words: LocalizedText {
        let numbers = tied.map(String.init).joined(separator: ", ")
        return Text(
            id:
                "nomor \(numbers) sama untuk \(seats) kursi: \(reason.words.indonesian) (\(basis.indonesian))",
            en: "numbers \(numbers) are equal for \(seats == 1 ? "1 seat" : "\(seats) seats"): "
                + "\(reason.words.english) (\(basis.english))"
        )
    }
}

extension OpenTie.Reason {
    fileprivate var words: LocalizedText {
        switch self {
        case .ruleOpen:
            Text(
                id: "aturannya belum pasti; putuskan dalam rapat pleno",
                en: "the rule is open; a plenary decides"
            )
        case .plenary: Text(id: "diputuskan rapat pleno", en: "a plenary decides")
        case .lot: Text(id: "diundi", en: "a lot decides")
        case .equal:
            Text(
                id: "sama dalam semua hal; putuskan dalam rapat pleno",
                en: "equal in everything the law asks; a plenary decides"
            )
        case .unclearSpread(let tier):
            Text(
                id:
                    "sebaran per \(tier.name.indonesian) tidak jelas lebih merata; putuskan dalam rapat pleno",
                en: "neither is clearly more even by \(tier.name.english); a plenary decides"
            )
        }
    }
}

extension RankingRefusal {
    /// What is missing to say who is elected.
    public var words: LocalizedText {
        func list(_ numbers: [Int]) -> String { numbers.map(String.init).joined(separator: ", ") }
        return switch self {
        case .negativeSeats(let seats): Text(id: "\(seats) kursi", en: "\(seats) seats")
        case .numberTwice(let number):
            Text(id: "nomor \(number) dua kali dalam daftar", en: "number \(number) is on the list twice")
        case .votesMissing:
            Text(
                id: "suara calon belum lengkap dari semua TPS",
                en: "votes of candidates are not in from all stations yet"
            )
        case .spreadMissing(let tier, let numbers):
            Text(
                id: "sebaran suara nomor \(list(numbers)) per \(tier.name.indonesian) tidak diketahui",
                en: "where votes of numbers \(list(numbers)) lie by \(tier.name.english) is not known"
            )
        case .spreadDiffers(let tier, let numbers):
            Text(
                id: "suara nomor \(list(numbers)) per \(tier.name.indonesian) tidak sama dengan jumlahnya",
                en: "votes of numbers \(list(numbers)) by \(tier.name.english) are not their sum"
            )
        case .sexMissing(let numbers):
            Text(
                id: "jenis kelamin nomor \(list(numbers)) tidak diketahui",
                en: "the sex of numbers \(list(numbers)) is not known"
            )
        }
    }
}

extension ListRanking.Unfilled {
    /// What becomes of seats for which a list has nobody left.
    public var words: LocalizedText {
        let what = rule?.name ?? Text(id: "belum diputuskan", en: "not decided yet")
        return Text(
            id: "\(seats) kursi tanpa calon: \(what.indonesian) (\(basis.indonesian))",
            en:
                "\(seats == 1 ? "1 seat" : "\(seats) seats") without a candidate: \(what.english) (\(basis.english))"
        )
    }
}
