import ArgumentParser
import Elections
import Exchange

struct Audit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Draw the forms of a sampled audit so that anybody can draw the same.",
        discussion: """
            Before the regency's plenary a second team reads the photos of some forms again. The manifest \
            names all forms that may be drawn, and is published; then dice are thrown in the meeting, and \
            their digits are the seed. Each line has a ticket, the SHA-256 of "SEED,LINE": the forms with the \
            smallest tickets are drawn. verify/audit_sample.py draws the same with Python alone.
            """,
        subcommands: [Manifest.self, Sample.self]
    )

    /// What may be drawn, and where it lies.
    struct Forms: ParsableArguments {
        @Argument(help: ArgumentHelp("The election folder, or the office.", valueName: "folder"))
        var folder: String

        @Option(
            help: ArgumentHelp("The ballots, as PPWP,DPRD_KABKO; else all.", valueName: "ballots"),
            transform: parseBallots
        )
        var ballots: [Ballot]?

        /// The forms that count on the ballots asked for.
        func manifest() async throws -> AuditManifest {
            let snapshot = try await load(folder)
            let open = snapshot.election.contests.map(\.ballot)
            for ballot in ballots ?? [] where !open.contains(ballot) {
                Terminal.warn(
                    Terminal.say(
                        "\(folder): tidak ada surat suara \(ballot.rawValue); yang ada: \(open.map(\.rawValue).joined(separator: ", "))",
                        "\(folder): there is no ballot \(ballot.rawValue); there are \(open.map(\.rawValue).joined(separator: ", "))"
                    ).visible
                )
                throw ExitCode(2)
            }
            return AuditManifest(snapshot, ballots: open.filter { (ballots ?? open).contains($0) })
        }
    }

    struct Manifest: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "manifest",
            abstract:
                "Print the forms that may be drawn, a line each; to be published before dice are thrown.",
            discussion: """
                EXAMPLES
                  pleno audit manifest soppeng --ballots PPWP > manifest.txt
                """
        )

        @OptionGroup var forms: Forms

        func run() async throws {
            try ByteOutput.standard.writeOrEnd(Array(try await forms.manifest().text.utf8))
        }
    }

    struct Sample: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "sample",
            abstract: "Draw forms by a seed, and say what the sample will bound.",
            discussion: """
                EXAMPLES
                  pleno audit sample soppeng --ballots PPWP \\
                    --seed 60210427859134726508 --size 40
                """
        )

        @OptionGroup var forms: Forms

        @Option(
            help: ArgumentHelp("The digits that were thrown, at least 20.", valueName: "digits"),
            transform: parseAuditSeed
        )
        var seed: AuditSeed

        @Option(help: ArgumentHelp("How many forms to draw.", valueName: "forms"))
        var size: Int

        @Option(help: "How to write the sample.")
        var format: OutputFormat = .table

        func validate() throws {
            guard size > 0 else { throw ValidationError("--size \(size): expected one or more.") }
        }

        func run() async throws {
            let manifest = try await forms.manifest()
            let sample = AuditSample(
                manifest,
                seed: seed,
                size: size,
                sha256: FileDigest.sha256
            )
            if format == .table { try Terminal.write(head(manifest, sample)) }
            try rows(sample).write(as: format, to: ByteOutput.standard.writeOrEnd)
            if format == .table { try Terminal.write(bounds(manifest, sample)) }
        }

        private func head(_ manifest: AuditManifest, _ sample: AuditSample) -> [String] {
            let numbers = Numbers(Terminal.language)
            let digest = FileDigest.sha256(of: Array(manifest.text.utf8))
            let (drawn, all) = (numbers.whole(sample.drawn.count), numbers.whole(manifest.lines.count))
            var lines = [
                Terminal.say(
                    "Sampel audit: \(drawn) dari \(all) formulir",
                    "Audit sample: \(drawn) of \(all) forms"
                ),
                Terminal.say("SHA-256 daftar formulir: ", "SHA-256 of the manifest: ") + digest,
                Terminal.say("benih: ", "seed: ") + "\(seed)",
            ]
            if manifest.stationsWithoutForm > 0 {
                let missing = numbers.whole(manifest.stationsWithoutForm)
                lines.append(
                    Terminal.say(
                        "Tidak dapat diundi karena belum ada formulirnya: \(missing).",
                        "Cannot be drawn, because there is no form yet: \(missing)."
                    )
                )
            }
            return lines + [""]
        }

        private func rows(_ sample: AuditSample) -> Rows {
            Rows(
                columns: ["draw", "ballot", "village", "station", "version", "ticket"],
                numbers: ["draw", "station"]
            ) { body in
                for (place, drawn) in sample.drawn.enumerated() {
                    let form = drawn.line.form
                    try body([
                        .number(place + 1), .text(form.ballot.rawValue),
                        .text(form.station.village.description), .number(form.station.number),
                        .text(form.version.rawValue), .text(drawn.ticket),
                    ])
                }
            }
        }

        /// What the office may say when so many of the forms that were drawn are wrong.
        private func bounds(_ manifest: AuditManifest, _ sample: AuditSample) -> [String] {
            let numbers = Numbers(Terminal.language)
            let (drawn, all) = (sample.drawn.count, manifest.lines.count)
            let lines = (0...min(3, drawn)).map { wrong in
                let most = AuditBound(forms: all, drawn: drawn, wrong: wrong).mostWrong
                let share = numbers.percent(most, of: all, digits: 1)
                return Terminal.say(
                    "  \(numbers.whole(wrong)) salah: paling banyak \(numbers.whole(most)) dari \(numbers.whole(all)) formulir salah (\(share))",
                    "  \(numbers.whole(wrong)) wrong: at most \(numbers.whole(most)) of all \(numbers.whole(all)) forms are wrong (\(share))"
                )
            }
            let certainty = (1_000 - AuditBound.risk) / 10
            return [
                "",
                Terminal.say(
                    "Kesimpulan dengan keyakinan \(certainty)%, bila di antara \(numbers.whole(drawn)) formulir itu",
                    "What follows with \(certainty)% confidence when among these \(numbers.whole(drawn)) forms are"
                ),
            ] + lines
        }
    }
}

func parseAuditSeed(_ text: String) throws -> AuditSeed {
    do throws(AuditSeed.Fault) { return try AuditSeed(parsing: text) } catch {
        switch error {
        case .noDigit(let text, let place):
            throw ValidationError("--seed: \"\(text)\" at place \(place) is no digit.")
        case .short(let count):
            throw ValidationError(
                "--seed: \(count) digits; expected at least \(AuditSeed.fewest), from dice."
            )
        case .long(let count):
            throw ValidationError("--seed: \(count) digits; expected at most \(AuditSeed.most).")
        case .notThrown:
            throw ValidationError("--seed: the same digits again and again were not thrown with dice.")
        }
    }
}

func parseBallots(_ text: String) throws -> [Ballot] {
    try text.split(separator: ",", omittingEmptySubsequences: false).map { name in
        guard let ballot = Ballot(rawValue: String(name)) else {
            let all = Ballot.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("--ballots \(name): expected some of \(all).")
        }
        return ballot
    }
}

func parseBallot(_ name: String) throws -> Ballot {
    guard let ballot = Ballot(rawValue: name) else {
        let all = Ballot.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("--ballot \(name): expected one of \(all).")
    }
    return ballot
}
