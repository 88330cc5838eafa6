import ArgumentParser

/// Each command says its name itself: to ask the language for the name of a type takes a third of the start.
@main
struct Pleno: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pleno",
        abstract: "The open election office: from station figures to seats, open to anyone's check.",
        discussion: """
            Exit status: 0 done, 1 refused by the machine (a port in use, a full disk), 2 bad input, \
            3 a tie that needs a decision, 4 an alarm (witness, rehearse).
            Messages are in Indonesian where the locale, or PLENO_LANG=id, asks for it.
            """,
        version: "0.1.0",
        subcommands: [
            Show.self, Check.self, Explain.self, Serve.self, Seats.self, RecountCommand.self,
            ImportCommand.self, New.self, Journal.self, Verify.self, Backup.self, Restore.self,
            Migrate.self, Keys.self, Publish.self, Bundle.self, Succeed.self, Witness.self, Rehearse.self,
            AccountsCommand.self, Audit.self, Elected.self, Contested.self, Due.self, Paper.self,
        ]
    )

    /// Bad usage is bad input and ends with 2, not with the system's 64.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
            Terminal.warn(fullMessage(for: error))
            exit(withError: ExitCode(2))
        }
    }
}
