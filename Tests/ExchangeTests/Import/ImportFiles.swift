import Elections
import Foundation
import Testing

@testable import Exchange

/// Files to import, and the folder they go into, in a place of their own.
struct ImportFiles {
    /// The files by name; what is in a folder of its own has it in the name.
    var inputs: [String: [UInt8]]
    /// The files of the election folder; none for one that is made.
    var folder: [String: [UInt8]] = [:]
    var source = ImportSource.sirekap
    var prefix = ""
    var reading: String?
    var law: Law?
    var addsStations = false
    var replaces = false

    init(_ inputs: [String: String], source: ImportSource = .sirekap) {
        self.inputs = inputs.mapValues { Array($0.utf8) }
        self.source = source
    }

    /// What came of an import.
    struct Outcome {
        let plan: ImportPlan
        /// Every file of the folder afterwards.
        let files: [String: String]
        /// The election in it; `nil` when nothing was written into a folder that was not there.
        let election: Election?

        /// Per form: what became of it.
        var actions: [ImportPlan.Action] { (0..<plan.count).map { plan[$0].action } }
    }

    /// Plans and takes over, with what somebody else does in between.
    ///
    /// Problems name files as the test does, and the folder's as `into/…`.
    func run(meanwhile: (URL) throws -> Void = { _ in }) async throws -> Outcome {
        let place = try Samples.folder()
        defer { try? FileManager.default.removeItem(at: place) }
        let target = place.appending(path: "into")
        try Self.write(inputs, to: place.appending(path: "in"))
        if !folder.isEmpty { try Self.write(folder, to: target) }
        let request = ImportRequest(
            source,
            [place.appending(path: "in").path],
            into: target.path,
            reading: reading,
            prefix: prefix,
            law: law,
            addsStations: addsStations,
            replaces: replaces
        )
        do throws(Problems) {
            let plan = try await request.plan()
            try? meanwhile(target)
            try await take(plan)
            let files = Self.files(of: target)
            let election = files.isEmpty ? nil : try await ElectionFolder.read(target.path).election
            return Outcome(plan: plan, files: files, election: election)
        } catch {
            throw error.shortened(place.path)
        }
    }

    private func take(_ plan: ImportPlan) async throws(Problems) {
        do throws(ImportPlan.Failure) {
            try await plan.takeOver()
        } catch {
            switch error {
            case .problems(let problems): throw problems
            case .changedMeanwhile(let file): throw Problems([Problem(.fileNotUsed, file: file)])
            case .refused(let path, let detail):
                throw Problems([Problem(.fileUnreadable(detail: detail), file: path)])
            }
        }
    }

    /// Everything wrong with the files.
    func problems() async throws -> [Problem] {
        do {
            _ = try await run()
            return []
        } catch let problems as Problems {
            return problems.list
        }
    }

    private static func write(_ files: [String: [UInt8]], to folder: URL) throws {
        for (name, bytes) in files {
            let file = folder.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(bytes).write(to: file)
        }
    }

    private static func files(of folder: URL) -> [String: String] {
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
        let pairs = names.compactMap { name in
            (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)).map { (name, $0) }
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }
}

extension ImportFiles {
    /// Files of Sirekap as they were served.
    static func published() throws -> ImportFiles {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Fixtures/sirekap").standardizedFileURL
        var files = ImportFiles([:])
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
        where name.hasSuffix(".json") {
            files.inputs[name] = Array(try Data(contentsOf: folder.appending(path: name)))
        }
        return files
    }

    /// A file of Sirekap with these votes and totals.
    static func sirekap(_ votes: [Int], psu: String = "null", valid: Int? = nil) -> String {
        let chart = votes.enumerated().map { "\"\(100_025 + $0)\": \($1)" }.joined(separator: ", ")
        let sum = valid ?? votes.reduce(0, +)
        return """
            {"chart": {"null": null, \(chart)}, "images": [], "administrasi": {"suara_sah": \(sum), \
            "suara_tidak_sah": 2, "suara_total": \(sum + 2), "pemilih_dpt_l": 100, "pemilih_dpt_p": 110}, \
            "psu": \(psu), "ts": "2024-02-15 21:01:18", "status_suara": true, "status_adm": true}
            """
    }
}

/// A row of a table of files to import, and exactly what is wrong with them.
struct ImportCase: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let files: [String: String]
    let problems: [Problem]

    init(_ reason: String, _ files: [String: String], _ problems: Problem...) {
        testDescription = reason
        self.files = files
        self.problems = problems
    }
}

extension Problems {
    /// The same problems, with files named as the test names them; also those that a problem speaks of.
    fileprivate func shortened(_ place: String) -> Problems {
        func short(_ name: String) -> String {
            name.replacingOccurrences(of: place + "/in/", with: "")
                .replacingOccurrences(of: place + "/", with: "")
        }
        let list = list.map { problem in
            let kind: Problem.Kind =
                switch problem.kind {
                case .misfit(.formsDiffer(let station, let file, let row)):
                    .misfit(.formsDiffer(station, file: short(file), row: row))
                case .misfit(.otherFileDiffers(let text, let expected, let file, let row)):
                    .misfit(.otherFileDiffers(text, expected: expected, file: short(file), row: row))
                default: problem.kind
                }
            return Problem(kind, file: short(problem.file), row: problem.row, column: problem.column)
        }
        return Problems(list, further: further)
    }
}
