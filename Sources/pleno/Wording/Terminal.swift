import ArgumentParser
import Elections
import Exchange
import Foundation
import Logging

/// What the command line says to people: standard error, language, colours.
enum Terminal {
    /// The reader's language: `PLENO_LANG`, else the locale's; English when neither asks for Indonesian.
    static let language: Language = {
        let environment = ProcessInfo.processInfo.environment
        let asked = ["PLENO_LANG", "LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }
        return asked.first { !$0.isEmpty }?.hasPrefix("id") == true ? .indonesian : .english
    }()

    /// A text in the reader's language.
    static func say(_ indonesian: String, _ english: String) -> String {
        LocalizedText(id: indonesian, en: english)[language]
    }

    /// Writes a line to standard error.
    static func warn(_ line: String) {
        FileHandle.standardError.write(Data((line + "\n").utf8))
    }

    /// Warnings and worse, on standard error.
    static let logger: Logger = {
        var logger = Logger(label: "pleno", factory: { StreamLogHandler.standardError(label: $0) })
        logger.logLevel = .warning
        return logger
    }()

    /// Writes lines to standard output.
    ///
    /// - Throws: An exit code when they cannot be written.
    static func write(_ lines: [String]) throws {
        let text = lines.map(shown).joined(separator: "\n") + "\n"
        try ByteOutput.standard.writeOrEnd(Array(text.utf8))
    }

    /// A line without anything a terminal would obey, except our own marks for bold.
    private static func shown(_ line: String) -> String {
        guard isStyled else { return line.visible }
        return line.components(separatedBy: boldEnd).map { part in
            part.components(separatedBy: boldStart).map(\.visible).joined(separator: boldStart)
        }.joined(separator: boldEnd)
    }

    private static let boldStart = "\u{1B}[1m"
    private static let boldEnd = "\u{1B}[0m"

    /// Whether headings may be bold: a terminal, and NO_COLOR not set (no-color.org).
    static let isStyled: Bool = {
        let environment = ProcessInfo.processInfo.environment
        return isatty(STDOUT_FILENO) == 1 && (environment["NO_COLOR"] ?? "").isEmpty
            && environment["TERM"] != "dumb"
    }()

    /// Bold on a terminal, plain elsewhere.
    static func bold(_ text: String) -> String {
        isStyled ? boldStart + text + boldEnd : text
    }
}

/// Says everything that is wrong with the input, a line each.
///
/// - Returns: The exit code for bad input, 2.
func reportBadInput(_ problems: Problems) -> ExitCode {
    for problem in problems.list { Terminal.warn(problem.words(in: Terminal.language)) }
    if problems.further > 0 {
        Terminal.warn(
            Terminal.say("… dan \(problems.further) lagi", "… and \(problems.further) more")
        )
    }
    return ExitCode(2)
}

extension ByteOutput {
    /// Writes everything; a reader that has seen enough, as `head` does, ends the program quietly.
    func writeOrEnd(_ bytes: [UInt8]) throws {
        do throws(ByteOutput.Failure) {
            try write(bytes)
        } catch .closed {
            throw ExitCode.success
        } catch .refused(let detail) {
            Terminal.warn(
                Terminal.say(
                    "hasil tidak dapat ditulis: \(detail)",
                    "the result could not be written: \(detail)"
                )
            )
            throw ExitCode(1)
        }
    }
}
