import Apportionment
import ArgumentParser
import Exchange
import Foundation

struct Seats: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seats",
        abstract: "Divide seats among parties by their votes, exactly.",
        discussion: """
            FILE.csv has the columns party and votes (required), and may have election, district, seats_total, \
            exempt (1: the threshold does not apply to this party) and minimum (seats the party holds anyway; \
            what exceeds its entitlement enlarges the house). Other columns are ignored.

            In a tie the sure seats are printed, the contested ones go to nobody, the tie is named on standard \
            error and the exit status is 3; --decision settles it, or is refused when it does not fit.

            METHODS
              divisors: sainte-lague, modified-sainte-lague, dhondt, huntington-hill,
                        imperiali, adams, dean, danish
              quotas:   hare, droop, hagenbach-bischoff, imperiali-quota

            EXAMPLES
              pleno seats votes.csv --seats 7
              pleno seats dpr.csv --threshold 4% --totals national.csv --format csv
              pleno seats votes.csv --seats 7 --steps
              pleno seats votes.csv --seats 7 --decision plenary.csv
            """
    )

    @Argument(help: ArgumentHelp("The file of votes, plain or gzip.", valueName: "file.csv"))
    var file: String

    @Option(
        help: ArgumentHelp("The rule; sainte-lague unless given.", valueName: "method"),
        completion: .list(Method.allCases.map(\.rawValue)),
        transform: parseMethod
    )
    var method = Method.sainteLague

    @Option(help: "The seats of every district whose rows do not say (seats_total).")
    var seats: Int?

    @Option(
        help: ArgumentHelp(
            "The share of its election's votes a party must reach: 4%, 0.04, 1/25.",
            valueName: "share"
        ),
        transform: parseThreshold
    )
    var threshold: Threshold?

    @Option(
        help: ArgumentHelp(
            "Votes of the whole election, party,votes: shares are taken of these.",
            valueName: "file.csv"
        )
    )
    var totals: String?

    @Option(
        help: ArgumentHelp("Who gets contested seats: election,district,party,seats.", valueName: "file.csv")
    )
    var decision: String?

    @Flag(help: "Print every seat with its votes, divisor and exact quotient.")
    var steps = false

    @Option(help: "How to write the result.")
    var format: OutputFormat = .table

    func validate() throws {
        if let seats, seats < 0 { throw ValidationError("--seats \(seats): expected zero or more.") }
    }

    func run() async throws {
        let result = try await answer()
        let page = SeatsOutput(result, language: Terminal.language)
        try page.write(steps ? .steps : .seats, as: format, to: ByteOutput.standard.writeOrEnd)
        guard result.tied.isEmpty else {
            for district in result.tied { Terminal.warn(page.words(of: district)) }
            throw ExitCode(3)
        }
    }

    private func answer() async throws -> SeatsResult {
        let request = SeatsRequest(
            file: file,
            method: method,
            seats: seats,
            threshold: threshold,
            totals: totals,
            decision: decision
        )
        do throws(Problems) {
            return try await request.answer()
        } catch {
            throw reportBadInput(error)
        }
    }
}

/// A transform instead of a conformance: the library knows no command line.
private func parseMethod(_ text: String) throws -> Method {
    if let method = Method(rawValue: text) { return method }
    let names = Method.allCases.map(\.rawValue).joined(separator: ", ")
    throw ValidationError("expected one of \(names).")
}

private func parseThreshold(_ text: String) throws -> Threshold {
    do throws(Threshold.ParseError) {
        return try Threshold(parsing: text)
    } catch {
        throw ValidationError(words(of: error))
    }
}

private func words(of error: Threshold.ParseError) -> String {
    switch error {
    case .notAShare: "expected a share such as 4%, 3.25%, 0.04 or 1/25."
    case .tooLong: "expected at most 15 digits."
    case .dividesByZero: "a share cannot be divided by zero."
    case .aboveOne(let text): "more than all votes; \(text)% perhaps?"
    }
}
