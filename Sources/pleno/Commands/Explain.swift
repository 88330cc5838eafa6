import ArgumentParser
import Elections
import Exchange

struct Explain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Explain a rule by its code, or the law of an election.",
        discussion: """
            A rule's code (A07), or the name of a law (pemilu2019); without one, all rules are listed.

            EXAMPLES
              pleno explain A07
              pleno explain a07 --law pilkada2024
              pleno explain pemilu2019
              pleno explain
            """
    )

    @Argument(help: ArgumentHelp("The code of a rule, or the name of a law.", valueName: "rule"))
    var rule: String?

    @Option(
        help: ArgumentHelp("The law whose forms the formulas are shown for.", valueName: "law"),
        completion: .list(Law.all.map(\.id)),
        transform: parseLaw
    )
    var law = Law.pemilu2024

    func run() async throws {
        let explanation = Explanation(Terminal.language)
        guard let rule else { return try Terminal.write(explanation.list) }
        if let check = Elections.Check.named(rule) {
            return try Terminal.write(explanation.lines(of: check, under: law))
        }
        if let law = Law.named(rule.lowercased()) { return try Terminal.write(explanation.lines(of: law)) }
        let codes = Elections.Check.all.map(\.code).joined(separator: " ")
        let laws = Law.all.map(\.id).joined(separator: " ")
        Terminal.warn(
            Terminal.say(
                "\"\(rule)\" bukan aturan atau peraturan. Aturan: \(codes). Peraturan: \(laws).",
                "\"\(rule)\" is neither a rule nor a law. Rules: \(codes). Laws: \(laws)."
            ).visible
        )
        throw ExitCode(2)
    }
}

func parseLaw(_ text: String) throws -> Law {
    if let law = Law.named(text) { return law }
    throw ValidationError("expected one of \(Law.all.map(\.id).joined(separator: ", ")).")
}
