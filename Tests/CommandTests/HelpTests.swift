import Apportionment
import Testing

@Suite("Help")
struct HelpTests {
    @Test(
        "of every command is as it was read and approved",
        arguments: [
            "", "show", "check", "serve", "seats", "new", "journal", "verify", "backup", "restore", "migrate",
            "rehearse", "elected", "contested", "due", "bundle",
        ]
    )
    func pages(command: String) async throws {
        let words = command.isEmpty ? ["--help"] : [command, "--help"]
        let help = try await Command.run(words)
        #expect(help.status == 0)
        #expect(help.errors == "")
        try expectGolden(help.output, "help\(command.isEmpty ? "" : "-")\(command).txt")
    }

    @Test(
        "fits a terminal of 80 columns but for the line of usage",
        arguments: [
            "show", "check", "serve", "seats", "new", "journal", "verify", "backup", "restore", "migrate",
            "rehearse", "elected", "contested", "due", "bundle",
        ]
    )
    func width(command: String) async throws {
        let lines = try await Command.run(command, "--help").lines
        #expect(lines.filter { $0.count > 80 && !$0.hasPrefix("USAGE:") } == [])
    }

    @Test("of seats names all twelve methods")
    func methods() async throws {
        let help = try await Command.run("seats", "--help").output
        let words = help.split { !($0.isLetter || $0 == "-") }.map { String($0) }
        #expect(Method.allCases.filter { !words.contains($0.rawValue) } == [])
    }

    @Test("is what the bare program shows, and help COMMAND is the same")
    func bare() async throws {
        let help = try await Command.run("--help")
        #expect(try await Command.run() == help)
        #expect(try await Command.run("help", "seats") == Command.run("seats", "-h"))
    }

    @Test("of recount is there")
    func recount() async throws {
        let help = try await Command.run("recount", "--help")
        #expect(help.status == 0)
        #expect(help.output.contains("EXAMPLES"))
    }

    @Test(
        "of the commands of a cosigner is as it was read and approved",
        arguments: ["", "new", "add", "serve", "follow", "show"]
    )
    func witness(command: String) async throws {
        let help = try await Command.run(["witness"] + (command.isEmpty ? [] : [command]) + ["--help"])
        #expect(help.status == 0)
        #expect(help.errors == "")
        #expect(help.lines.filter { $0.count > 80 && !$0.hasPrefix("USAGE:") } == [])
        try expectGolden(help.output, "help-witness\(command.isEmpty ? "" : "-")\(command).txt")
    }

    @Test(
        "of the commands of an audit is as it was read and approved",
        arguments: ["", "manifest", "sample"]
    )
    func audit(command: String) async throws {
        let help = try await Command.run(["audit"] + (command.isEmpty ? [] : [command]) + ["--help"])
        #expect(help.status == 0)
        #expect(help.lines.filter { $0.count > 80 && !$0.hasPrefix("USAGE:") } == [])
        try expectGolden(help.output, "help-audit\(command.isEmpty ? "" : "-")\(command).txt")
    }

    @Test("has a version")
    func version() async throws {
        let version = try await Command.run("--version")
        #expect(version.status == 0)
        #expect(version.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
        #expect(version.errors == "")
    }

    @Test("completes in every shell", arguments: ["bash", "zsh", "fish"])
    func completion(shell: String) async throws {
        let script = try await Command.run("--generate-completion-script", shell)
        #expect(script.status == 0)
        #expect(script.errors == "")
        for word in ["show", "check", "serve", "seats", "recount", "hagenbach-bischoff"] {
            #expect(script.output.contains(word), "\(word)")
        }
    }

    @Test("gives a completion script that bash accepts")
    func bash() async throws {
        let check = try await Command.shell("\"$PLENO\" --generate-completion-script bash | bash -n")
        #expect(check == Command.Outcome(status: 0, output: "", errors: ""))
    }
}
