import Apportionment
import Elections

/// Turns the files of an election folder into an ``Election``, noting everything wrong on the way.
struct FolderReader {
    let folder: String
    let description: FolderDescription
    var log = ProblemLog()

    init(folder: String, description: FolderDescription) {
        self.folder = folder
        self.description = description
    }

    /// The election; `nil` when something is wrong, which stands in ``log``.
    mutating func election() async -> Election? {
        checkDescribed()
        for files in description.ballots { checkRules(files) }
        let register = await register()
        var contests: [Contest] = []
        for files in description.ballots {
            if let contest = await contest(files, register) { contests.append(contest) }
        }
        let revotes = await knownRevotes(register)
        let files = signedFiles()
        guard log.isEmpty, let register else { return nil }
        return Election(
            name: description.name,
            date: description.date,
            law: description.law,
            place: description.place,
            regions: register.regions,
            electorate: register.electorate,
            electorateFile: description.stations,
            limitedBallots: register.limitedBallots,
            contests: contests.sorted { Self.order($0.ballot) < Self.order($1.ballot) },
            decisions: description.decisions,
            files: files,
            revotes: RevoteRegister(known: revotes)
        )
    }

    /// The files with what the signed ones come to now.
    private mutating func signedFiles() -> [SourceFile] {
        description.files.map { file in
            guard let signed = description.digests[file.path] else { return file }
            do throws(InputFile.Failure) {
                let found = try FileDigest.sha256(of: path(file.path))
                return SourceFile(
                    path: file.path,
                    nature: file.nature,
                    source: file.source,
                    signature: SourceFile.Signature(signed: signed, found: found)
                )
            } catch {
                // Who read the file as a table has said so already.
                let problem = Problem(error.kind, file: path(file.path))
                if !log.list.contains(problem) { log.add(problem.kind, file: problem.file) }
                return file
            }
        }
    }

    private static func order(_ ballot: Ballot) -> Int {
        Ballot.allCases.firstIndex(of: ballot) ?? 0
    }

    /// The path of a file of the folder, as problems name it.
    func path(_ file: String) -> String {
        FolderDescription.path(of: file, in: folder)
    }

    private var descriptionPath: String { path(FolderDescription.fileName) }

    /// Every file is described and every description is of a file that is used.
    private mutating func checkDescribed() {
        let used = Set(
            [description.regions, description.stations] + [description.revotes].compactMap(\.self)
                + description.ballots.flatMap(\.files)
        )
        let described = Set(description.files.map(\.path))
        for file in used.subtracting(described).sorted() {
            log.add(.fileNotDescribed, file: descriptionPath, column: file)
        }
        for file in described.subtracting(used).sorted() {
            log.add(.fileNotUsed, file: descriptionPath, column: file)
        }
    }

    /// A ballot has figures, and districts only where its law divides seats among lists.
    private mutating func checkRules(_ files: FolderDescription.BallotFiles) {
        let ballot = files.ballot.rawValue
        func note(_ misfit: Problem.Misfit) {
            log.add(.misfit(misfit), file: descriptionPath, row: files.row, column: "ballot")
        }
        if files.readings.isEmpty, files.reported == nil { note(.noFigures(ballot: ballot)) }
        guard let rules = description.law.ballots[files.ballot] else { return note(.ballotNotInLaw(ballot)) }
        if files.candidates != nil, files.ballot.choice != .list { note(.listsNotOnBallot(ballot)) }
        if files.ties != nil, files.districts == nil { note(.tiesWithoutDistricts(ballot: ballot)) }
        if files.nation != nil, rules.seats?.threshold == nil { note(.noThreshold(ballot: ballot)) }
        guard files.districts != nil else { return }
        if rules.seats == nil {
            note(.noSeatRule(ballot: ballot))
        } else if rules.seats?.threshold != nil, files.nation == nil {
            note(.thresholdUnknown(ballot: ballot))
        }
    }

    /// A file as a table; `nil` when it is not one, which is noted.
    mutating func table(_ file: String, required: [String], optional: [String] = []) async -> CSVTable? {
        do throws(Problems) {
            let table = try await CSVTable.read(
                path: path(file),
                required: required,
                optional: optional
            )
            for column in table.header where !column.hasPrefix("votes_") {
                guard let nearest = NearMiss.nearest(to: column, among: required + optional) else { continue }
                log.add(.columnMisspelt(nearest: nearest), file: table.file, row: 1, column: column)
            }
            return table
        } catch {
            log.add(error)
            return nil
        }
    }

    /// The problem for a decision that does not settle the tie of its district.
    private func decisionProblem(_ ballot: Ballot, _ district: Int, _ refusal: DecisionRefusal) -> Problem {
        let misfit: Problem.DecisionMisfit =
            switch refusal {
            case .noTie: .noTie
            case .tooMany(_, _, let most): .tooMany(most: most)
            case .wrongSum(let contested, let decided): .wrongSum(contested: contested, decided: decided)
            case .notTied, .negative, .countsDiffer: .partyNotTied
            }
        let file = description.ballots.first { $0.ballot == ballot }?.ties ?? FolderDescription.fileName
        return Problem(.decision(misfit), file: path(file), column: "district \(district)")
    }

    /// The problem for figures that do not fit together.
    func problem(for fault: Snapshot.Fault) -> Problem {
        switch fault {
        case .ballotNotInLaw(let ballot):
            Problem(.misfit(.ballotNotInLaw(ballot.rawValue)), file: descriptionPath, column: "ballot")
        case .noSeatRule(let ballot):
            Problem(.misfit(.noSeatRule(ballot: ballot.rawValue)), file: descriptionPath, column: "districts")
        case .thresholdUnknown(let ballot):
            Problem(
                .misfit(.thresholdUnknown(ballot: ballot.rawValue)),
                file: descriptionPath,
                column: "districts"
            )
        case .noFigures(let ballot):
            Problem(.misfit(.noFigures(ballot: ballot.rawValue)), file: descriptionPath, column: "ballot")
        case .unknownRegion(let ballot, let code):
            Problem(.unknown(code.description, of: .unit), file: descriptionPath, column: ballot.rawValue)
        case .overlap(let ballot, let code):
            Problem(.misfit(.nested(code.description)), file: descriptionPath, column: ballot.rawValue)
        case .decision(let ballot, let district, let refusal):
            decisionProblem(ballot, district, refusal)
        case .tooLarge(let ballot):
            Problem(
                .tooLarge(ballot.rawValue, limit: FormTable.largest),
                file: descriptionPath,
                column: ballot.rawValue
            )
        }
    }
}
