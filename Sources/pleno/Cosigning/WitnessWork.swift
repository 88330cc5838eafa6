import ArgumentParser
import Elections
import Exchange
import Foundation
import TransparencyLog
import Web

struct WitnessServe: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Confirm checkpoints that logs send, by the protocol tlog-witness.",
        discussion: """
            Logs send POST /add-checkpoint. Anyone reads / (what was confirmed), /checkpoint/… and /alarms. The \
            service is reachable from this machine only: a proxy stands before it. Ctrl-C ends it.

            EXAMPLES
              pleno witness serve newsroom --port 8081
            """
    )

    @Argument(help: ArgumentHelp("The cosigner.", valueName: "dir"))
    var folder: String

    @Option(help: "The port on 127.0.0.1; 0 takes a free one.")
    var port = 8081

    func validate() throws {
        guard (0...65_535).contains(port) else {
            throw ValidationError("--port \(port): expected a number from 0 to 65535.")
        }
    }

    func run() async throws {
        let cosigner = try Cosigner.open(folder)
        let server = CosignerServer(port: port, logger: Terminal.logger, cosigner)
        do throws(ServerFailure) {
            try await server.run { port in
                let address = "\(cosigner.verifier.name): http://127.0.0.1:\(port)"
                let line = Terminal.say(
                    "\(address) (Ctrl-C untuk berhenti)\n",
                    "\(address) (Ctrl-C to stop)\n"
                )
                // Written at once, not through print's buffer: whoever started us may wait for this line.
                try? ByteOutput.standard.write(Array(line.utf8))
            }
        } catch {
            Terminal.warn(error.words(port: port)[Terminal.language])
            throw ExitCode(1)
        }
    }
}

struct WitnessFollow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "follow",
        abstract: "Look at every log where its files lie, and confirm what only grew.",
        discussion: """
            The proof is made here, of the log's own tiles; nobody needs to send one. The confirmed checkpoint \
            lies in cosigned/ under the directory afterwards, to be carried or sent to the office. With --once \
            the status is 4 for an alarm and 1 when a log could not be confirmed.

            EXAMPLES
              pleno witness follow newsroom --once
              pleno witness follow newsroom --every 600
            """
    )

    @Argument(help: ArgumentHelp("The cosigner.", valueName: "dir"))
    var folder: String

    @Flag(help: "Look once and end.")
    var once = false

    @Option(help: "Look again after so many seconds.")
    var every = 300

    func validate() throws {
        guard (1...86_400).contains(every) else {
            throw ValidationError("--every \(every): expected a number of seconds from 1 to 86400.")
        }
    }

    func run() async throws {
        let cosigner = try Cosigner.open(folder)
        let client = HTTPClient()
        var last: [NoteLine: FollowOutcome] = [:]
        while true {
            var outcomes: [NoteLine: FollowOutcome] = [:]
            for log in await cosigner.followed {
                guard let place = log.place else { continue }
                let outcome = await cosigner.follow(log, at: place, by: client)
                if last[log.origin] != outcome { try say(outcome, of: log, at: place) }
                outcomes[log.origin] = outcome
            }
            if once { return try end(outcomes) }
            last = outcomes
            try await Task.sleep(for: .seconds(every))
        }
    }

    /// What was confirmed is the result; everything else is said beside it.
    private func say(_ outcome: FollowOutcome, of log: FollowedLog, at place: LogPlace) throws {
        let line = "\(log.origin): \(outcome.words[Terminal.language])"
        guard case .cosigned = outcome else { return Terminal.warn("\(line) (\(place))".visible) }
        try Terminal.write([line, "  " + CosignerFolder(folder).cosignedFile(log.origin)])
    }

    private func end(_ outcomes: [NoteLine: FollowOutcome]) throws {
        guard !outcomes.isEmpty else {
            Terminal.warn(
                Terminal.say(
                    "\(folder): tidak ada log yang tempatnya diketahui; lihat pleno witness add --url",
                    "\(folder): no log whose place is known; see pleno witness add --url"
                ).visible
            )
            throw ExitCode(2)
        }
        let isAlarm = outcomes.values.contains { if case .alarm = $0 { true } else { false } }
        if isAlarm { throw Witness.alarm }
        let isDone = outcomes.values.allSatisfy { if case .cosigned = $0 { true } else { false } }
        if !isDone { throw ExitCode(1) }
    }
}

struct WitnessShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show what a cosigner confirmed, up to where and when, and its alarms.",
        discussion: """
            Reads only, also while the cosigner works. An alarm is a directory below alarms/ with both \
            checkpoints and a text that says what they prove; it stands, with exit status 4, until a person has \
            dealt with it and moves that directory away.

            EXAMPLES
              pleno witness show newsroom
            """
    )

    @Argument(help: ArgumentHelp("The cosigner.", valueName: "dir"))
    var folder: String

    func run() async throws {
        let cosigner = CosignerFolder(folder)
        let (key, logs, alarms) = try answering(folder) { () throws(CosignerFault) in
            let key = try cosigner.key()
            return (key.verifier, try cosigner.logs(key), try cosigner.keptAlarms())
        }
        var lines = [key.text]
        for log in logs { lines += ["", "\(log.origin)"] + facts(of: log, key).map { "  " + $0 } }
        if logs.isEmpty { lines += ["", Terminal.say("belum mengikuti log apa pun", "follows no log yet")] }
        try Terminal.write(lines)
        for alarm in alarms {
            Terminal.warn(
                Terminal.say(
                    "ALARM: \(cosigner.alarms)/\(alarm)/read-me.txt",
                    "ALARM: \(cosigner.alarms)/\(alarm)/read-me.txt"
                ).visible
            )
        }
        if !alarms.isEmpty { throw Witness.alarm }
    }

    private func facts(of log: FollowedLog, _ key: VerifierKey) -> [String] {
        let place = log.place.map { "\($0)" } ?? Terminal.say("tempat tidak diketahui", "place not known")
        guard let checkpoint = log.checkpoint else {
            return [place, Terminal.say("belum ada yang dikonfirmasi", "nothing confirmed yet")]
        }
        let time =
            log.time(key).map { Date(timeIntervalSince1970: TimeInterval($0)).formatted(.iso8601) } ?? "–"
        return [
            place,
            Terminal.say(
                "\(checkpoint.size) entri dikonfirmasi pada \(time)",
                "\(checkpoint.size) entries confirmed at \(time)"
            ),
            checkpoint.root.base64,
            CosignerFolder(folder).cosignedFile(log.origin),
        ]
    }
}
