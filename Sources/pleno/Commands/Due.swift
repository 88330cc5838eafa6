import ArgumentParser
import Elections
import Exchange
import Web

struct Due: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "due",
        abstract: "Say when a deadline of a law is over, counted from a day or a moment.",
        discussion: """
            Working days leave out Saturdays, Sundays and public holidays, which are known for \
            2019, 2020 and 2024; a deadline that runs into another year is not counted. Where \
            sources leave open how it is counted, or whether joint leave is a working day, there \
            is a line for each answer. Hours are counted from a moment.

            EXAMPLES
              pleno due pemilu2019 administrative-ruling 2019-04-26
              pleno due pemilu2019 presidential-dispute 2019-05-21T01:46
              pleno due pemilu2024
            """
    )

    @Argument(
        help: ArgumentHelp("The name of a law.", valueName: "law"),
        completion: .list(Law.all.map(\.id)),
        transform: parseLaw
    )
    var law: Law

    @Argument(help: ArgumentHelp("The deadline; all are listed without one.", valueName: "deadline"))
    var deadline: String?

    @Argument(
        help: ArgumentHelp("The day it is counted from, or the moment.", valueName: "yyyy-mm-dd[Thh:mm]"),
        transform: parseBeginning
    )
    var from: Beginning?

    @Option(
        help: ArgumentHelp("The time zone of the place: WIB, WITA or WIT.", valueName: "zone"),
        transform: parseZone
    )
    var zone = OfficeZone.central

    /// A day, and a time of the day where it is known.
    struct Beginning {
        let day: CalendarDate
        let minutes: Int?
    }

    func run() async throws {
        let language = Terminal.language
        guard let deadline else {
            return try Terminal.write(
                law.deadlines.map { "\($0.kind.rawValue)  \($0.kind.name[language])" }
            )
        }
        guard let known = law.deadlines.first(where: { $0.kind.rawValue == deadline }) else {
            let names = law.deadlines.map(\.kind.rawValue).joined(separator: " ")
            throw refused(
                Terminal.say(
                    "\"\(deadline)\" bukan tenggat \(law.id). Tenggat: \(names).",
                    "\"\(deadline)\" is no deadline of \(law.id). Deadlines: \(names)."
                )
            )
        }
        guard let from else {
            throw refused(
                Terminal.say(
                    "sebut harinya, seperti 2019-04-26, atau saatnya, seperti 2019-05-21T01:46",
                    "say the day, as 2019-04-26, or the moment, as 2019-05-21T01:46"
                )
            )
        }
        var lines = ["\(known.kind.name[language]) (\(known.period.source[language]))"]
        for period in known.period.values(nil) {
            for line in try ends(of: period, from) { lines.append("  \(period.words[language]): \(line)") }
        }
        try Terminal.write(lines)
    }

    /// The ends of a period: one, or one for each answer to what days of joint leave are.
    private func ends(of period: Deadline.Period, _ from: Beginning) throws -> [String] {
        let numbers = Numbers(Terminal.language)
        var ends: [(day: CalendarDate, moment: Int)] = []
        for jointLeave in HolidayCalendar.JointLeave.allCases {
            let holidays = HolidayCalendar.official(HolidayCalendar.officialYears, jointLeave: jointLeave)
            do throws(Deadline.Refusal) {
                let due = try period.due(from: beginning(from), in: zone, holidays: holidays)
                ends.append((due.day, due.moment))
            } catch {
                throw refused(words(of: error))
            }
        }
        func text(_ end: (day: CalendarDate, moment: Int)) -> String {
            let time = period.unit == .hours ? zone.time(end.moment) : "24.00"
            return "\(numbers.date(end.day)), \(time) \(zone.rawValue)"
        }
        guard ends[0].day != ends[1].day else { return [text(ends[0])] }
        return [
            text(ends[0]) + Terminal.say(" (cuti bersama libur)", " (joint leave off)"),
            text(ends[1]) + Terminal.say(" (cuti bersama hari kerja)", " (joint leave a working day)"),
        ]
    }

    private func beginning(_ from: Beginning) -> Deadline.Beginning {
        guard let minutes = from.minutes else { return .day(from.day) }
        // From the last millisecond of the day back to its beginning.
        return .moment(zone.end(of: from.day) + 1 - 86_400_000 + minutes * 60_000)
    }

    private func words(of refusal: Deadline.Refusal) -> String {
        switch refusal {
        case .needsMoment:
            Terminal.say(
                "jam dihitung sejak suatu saat: tulis seperti 2019-05-21T01:46",
                "hours are counted from a moment: write it as 2019-05-21T01:46"
            )
        case .holidaysUnknown, .beyondCalendar: refusal.words[Terminal.language]
        }
    }

    private func refused(_ words: String) -> ExitCode {
        Terminal.warn(words.visible)
        return ExitCode(2)
    }
}

func parseZone(_ text: String) throws -> OfficeZone {
    guard let zone = OfficeZone(rawValue: text.uppercased()) else {
        throw ValidationError("--zone \(text): expected WIB, WITA or WIT.")
    }
    return zone
}

func parseBeginning(_ text: String) throws -> Due.Beginning {
    let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    let fault = ValidationError("\(text): expected a day as 2019-04-26, or a moment as 2019-05-21T01:46.")
    guard let day = CalendarDate(parsing: String(parts[0])) else { throw fault }
    guard parts.count == 2 else { return Due.Beginning(day: day, minutes: nil) }
    let clock = parts[1].split(separator: ":", omittingEmptySubsequences: false)
    guard clock.count == 2, clock.allSatisfy({ $0.count == 2 }), let hour = Int(clock[0]),
        let minute = Int(clock[1]), (0..<24).contains(hour), (0..<60).contains(minute)
    else { throw fault }
    return Due.Beginning(day: day, minutes: hour * 60 + minute)
}
