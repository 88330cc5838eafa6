/// What the fields of a ballot's form are called.
public struct FieldWords: Sendable {
    private let language: Language
    private let law: Law
    private let contest: Contest

    /// The names for one ballot of an election.
    public init(_ language: Language, _ law: Law, _ contest: Contest) {
        self.language = language
        self.law = law
        self.contest = contest
    }

    private func say(_ indonesian: String, _ english: String) -> String {
        LocalizedText(id: indonesian, en: english)[language]
    }

    /// The name of a field, to be read in the middle of a sentence.
    public func name(_ field: Field) -> String {
        switch field {
        case .electorate(let roll, let sex):
            say("pemilih \(list(roll, "semua daftar"))", "electorate \(list(roll, "all lists"))")
                + suffix(sex)
        case .voters(let roll, let sex):
            say("pengguna \(list(roll, "semua daftar"))", "voters \(list(roll, "all lists"))") + suffix(sex)
        case .disabled(let sex): say("pemilih disabilitas", "electors with a disability") + suffix(sex)
        case .disabledVoters(let sex): say("pengguna disabilitas", "voters with a disability") + suffix(sex)
        case .papers(let papers): name(papers)
        case .votes(let number): say("suara ", "votes ") + contestant(number)
        case .partyVotes(let number): say("suara logo ", "party votes ") + contestant(number)
        case .candidateVotes(let number, let place):
            say("suara calon \(place) ", "votes of candidate \(place) of ") + contestant(number)
        case .valid: say("suara sah", "valid votes")
        case .invalid: say("suara tidak sah", "invalid votes")
        case .total: say("jumlah suara sah dan tidak sah", "valid and invalid votes")
        case .signatures(.members): say("anggota KPPS yang menandatangani", "committee members who signed")
        case .signatures(.witnesses): say("saksi yang menandatangani", "witnesses who signed")
        }
    }

    /// The name of a part of the form, with its number there.
    public func name(_ part: Field.Part) -> String {
        switch part {
        case .electorate: say("I.A Pemilih", "I.A Electorate")
        case .voters: say("I.B Pengguna hak pilih", "I.B Those who voted")
        case .disability: say("II Pemilih disabilitas", "II Voters with a disability")
        case .papers: say("III Surat suara", "III Ballot papers")
        case .votes: say("IV Perolehan suara", "IV Votes")
        case .validity: say("V Suara sah dan tidak sah", "V Valid and invalid votes")
        case .signatures: say("Tanda tangan", "Signatures")
        }
    }

    /// A list's name; `all` for all lists together.
    private func list(_ roll: Field.Roll, _ all: String) -> String {
        roll == .all ? all : law.name(of: roll) ?? roll.rawValue.uppercased()
    }

    private func suffix(_ sex: Field.Sex) -> String {
        switch sex {
        case .male: say(" (L)", " (men)")
        case .female: say(" (P)", " (women)")
        case .both: ""
        }
    }

    private func name(_ papers: Field.Papers) -> String {
        switch papers {
        case .received: say("surat suara diterima", "papers received")
        case .used: say("surat suara digunakan", "papers used")
        case .spoiled: say("surat suara rusak/keliru coblos", "papers spoiled")
        case .unused: say("surat suara tidak digunakan", "papers not used")
        }
    }

    private func contestant(_ number: Int) -> String {
        contest.contestants.first { $0.number == number }?.shortName ?? "\(number)"
    }
}
