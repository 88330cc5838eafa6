import Accounts
import ArgumentParser
import Elections
import Foundation
import Office
import Web

struct AccountsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accounts",
        abstract: "See to the accounts of an office from its console, while nobody serves it.",
        subcommands: [Reset.self]
    )

    struct Reset: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "reset",
            abstract: "Give an account a temporary password, and take its authenticator app off.",
            discussion: """
                For when the phone of the last administrator is lost. The reset is entered into the journal; all \
                sessions and tokens of the account end. The password is printed once, counts for three days, and \
                must be changed at the first sign-in.

                EXAMPLES
                  pleno accounts reset soppeng admin-1 --keys keys
                """
        )

        @Argument(help: ArgumentHelp("The office.", valueName: "office"))
        var office: String

        @Argument(help: ArgumentHelp("The name of the account.", valueName: "account"))
        var account: String

        @Option(help: ArgumentHelp("The directory of the office's keys.", valueName: "directory"))
        var keys: String

        func validate() throws {
            guard (try? AccountName(parsing: account)) != nil else {
                throw ValidationError("\(account): expected the name of an account, such as admin-1.")
            }
        }

        func run() async throws {
            let account = try AccountName(parsing: account)
            let place = try OfficePlace(path: office)
            _ = try place.directory()
            // The folder is locked while it is open, so nobody serves it now.
            let running = try await place.open()
            let password: Secret
            do {
                password = try await reset(account, in: running, place)
            } catch {
                await running.close()
                throw error
            }
            await running.close()
            try Terminal.write([
                Terminal.say(
                    "\(account): kata sandi sementara \(password.text) (tiga hari, diganti saat masuk pertama)",
                    "\(account): temporary password \(password.text) (three days, changed at the first sign-in)"
                )
            ])
        }

        private func reset(
            _ account: AccountName,
            in office: any RunningOffice,
            _ place: OfficePlace
        ) async throws -> Secret {
            // What could fail comes first: the journal keeps a reset that nobody could use for good.
            let desk = try await OfficeAccounts.open(office, at: place, KeyFolder(path: keys))
            let change = AccountChanged(account: account.text, reason: "reset at the console")
            do throws(Refusal) {
                _ = try await office.perform(
                    .perform(.signInReset(change)),
                    as: OfficePlace.console,
                    request: "console-\(UUID().uuidString)"
                )
            } catch {
                Terminal.warn("\(place.path): \(error.words[Terminal.language])".visible)
                throw ExitCode(2)
            }
            do throws(SignInFault) {
                let by = try? AccountName(parsing: OfficePlace.console.account)
                return try await desk.handOut(to: account, withFactor: true, by: by ?? account)
            } catch {
                Terminal.warn("\(place.path): \(error.words[Terminal.language])".visible)
                throw ExitCode(1)
            }
        }
    }
}
