public import Elections

private typealias Text = LocalizedText

/// Who is elected where no lists divide seats, in words.
public struct WinnerWords: Sendable {
    private let names: [Int: String]
    private let law: Law

    /// For the contestants of a ballot.
    public init(_ contest: Contest, _ law: Law) {
        self.law = law
        names = Dictionary(contest.contestants.map { ($0.number, $0.shortName) }) { first, _ in first }
    }

    private func name(_ number: Int) -> String { "\(number) \(names[number] ?? "")" }

    private func all(_ numbers: [Int]) -> String { numbers.map(name).joined(separator: ", ") }

    /// What the votes come to, in a sentence.
    public func outcome(_ winners: Winners) -> LocalizedText {
        switch winners.outcome {
        case .elected(let numbers):
            let basis = winners.decision.map { " (\($0.basis))" } ?? ""
            return Text(id: "Terpilih: \(all(numbers))\(basis).", en: "Elected: \(all(numbers))\(basis).")
        case .runOff(let numbers):
            return Text(
                id: "Belum ada yang terpilih; putaran kedua antara \(all(numbers)).",
                en: "Nobody is elected yet; a second round between \(all(numbers))."
            )
        case .newElection:
            return Text(
                id: "Calon tunggal tidak melampaui kolom kosong: pemilihan diulang.",
                en: "The single pair did not come above the blank column: the election is held again."
            )
        case .open(let places): return open(places)
        case .missing(let missing):
            return Text(
                id:
                    "Belum dapat dikatakan siapa yang terpilih: suara belum lengkap (\(words(missing).indonesian)).",
                en: "It cannot be said yet who is elected: votes are missing (\(words(missing).english))."
            )
        }
    }

    private func open(_ places: OpenPlaces) -> LocalizedText {
        let why =
            switch places.reason {
            case .rule(let rule):
                Text(
                    id: "aturan \(law.name(of: rule)) belum pasti",
                    en: "the rule \(law.name(of: rule)) is open"
                )
            case .noRule: Text(id: "tidak ada aturannya", en: "no law at hand has a rule")
            case .equal:
                Text(
                    id: "sama dalam semua yang dibandingkan undang-undang",
                    en: "equal in all that the law compares"
                )
            case .notComparable:
                Text(
                    id: "mana yang lebih merata bergantung pada ukurannya",
                    en: "which is more even depends on the measure"
                )
            }
        let sure = places.sure.isEmpty ? "" : all(places.sure) + "; "
        let tied = all(places.tied)
        return Text(
            id: "Rapat pleno harus memutuskan \(places.places) tempat: \(sure)\(tied) – \(why.indonesian).",
            en: "A plenary decides on \(places.places == 1 ? "1 place" : "\(places.places) places"): "
                + "\(sure)\(tied) – \(why.english)."
        )
    }

    private func words(_ missing: [MissingVotes]) -> LocalizedText {
        let few = missing.prefix(3).map(words)
        let more = missing.count > few.count ? ", …" : ""
        return Text(
            id: few.map(\.indonesian).joined(separator: ", ") + more,
            en: few.map(\.english).joined(separator: ", ") + more
        )
    }

    private func words(_ missing: MissingVotes) -> LocalizedText {
        switch missing {
        case .total(let number): Text(id: "suara \(name(number))", en: "votes of \(name(number))")
        case .tier(let tier): Text(id: "per \(tier.name.indonesian)", en: "by \(tier.name.english)")
        case .area(let region): .same(region.description)
        case .remainder(let tier, let number):
            Text(
                id: "suara \(name(number)) per \(tier.name.indonesian)",
                en: "votes of \(name(number)) by \(tier.name.english)"
            )
        case .areas(let tier, let known, let count):
            Text(
                id: "\(known) dari \(count) \(tier.name.indonesian)",
                en: "\(known) of \(count) areas: \(tier.name.english)"
            )
        }
    }

    /// What was compared.
    public func measure(_ ground: Winners.Ground) -> LocalizedText {
        switch ground.measure {
        case .votes: Text(id: "Suara sah", en: "Valid votes")
        case .provinces(let share):
            Text(
                id: "Provinsi dengan sedikitnya \(share.part)/\(share.whole) suara",
                en: "Provinces with at least \(share.part)/\(share.whole) of the votes"
            )
        case .areas(let tier):
            Text(
                id: "Wilayah dengan suara, tingkat \(tier.name.indonesian)",
                en: "Areas with a vote, by \(tier.name.english)"
            )
        case .unevenness(let tier):
            Text(
                id: "Ketidakmerataan suara, tingkat \(tier.name.indonesian) (makin kecil makin merata)",
                en: "Unevenness of the votes, by \(tier.name.english) (smaller is more even)"
            )
        }
    }

    /// What the outcome makes of a contestant; empty where nothing.
    public func standing(of number: Int, _ winners: Winners) -> LocalizedText {
        switch winners.outcome {
        case .elected(let numbers) where numbers.contains(number): Text(id: "terpilih", en: "elected")
        case .runOff(let numbers) where numbers.contains(number):
            Text(id: "putaran kedua", en: "second round")
        case .open(let places) where places.sure.contains(number):
            places.purpose == .election
                ? Text(id: "terpilih", en: "elected") : Text(id: "putaran kedua", en: "second round")
        case .open(let places) where places.tied.contains(number): Text(id: "sama kuat", en: "tied")
        default: .same("")
        }
    }

    /// Whether the court may hear a petition, in a few words.
    public func verdict(_ margin: PetitionMargin) -> LocalizedText {
        switch margin.verdict {
        case .admissible: Text(id: "dalam ambang", en: "within the bound")
        case .tooLarge: Text(id: "melampaui ambang", en: "above the bound")
        case .open(let rule):
            Text(
                id: "aturan \(law.name(of: rule)) belum pasti",
                en: "the rule \(law.name(of: rule)) is open"
            )
        case .missing: Text(id: "suara belum lengkap", en: "votes are missing")
        }
    }
}
