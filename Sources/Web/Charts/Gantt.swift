import Elections

/// Stages as bars over the months: planned above, actual below; the same days stand in a table beside it.
struct Gantt {
    /// A line of the chart.
    struct Line {
        let name: String
        let planned: PlannedStage.Days
        /// The first day it was held, and the last where it is over.
        let begun: CalendarDate?
        let ended: CalendarDate?
        let standing: StageStanding?
    }

    let lines: [Line]
    /// The day that is marked; `nil` where a page does not know it.
    let today: CalendarDate?
    let label: String
    let numbers: Numbers

    private static let left = 300
    private static let width = 900
    private static let lineHeight = 22
    private static let head = 34

    /// The chart; empty where there is no line.
    var svg: HTML {
        let days = lines.flatMap {
            [$0.planned.first, $0.planned.last, $0.begun, $0.ended].compactMap(\.self)
        }
        guard let first = days.min(), let last = days.max() else { return .empty }
        let scale = Scale(first: first.dayNumber, last: max(last.dayNumber, first.dayNumber + 1))
        let height = Self.head + lines.count * Self.lineHeight + 6
        return .tag(
            "div",
            .class("scroll"),
            Attribute("role", "region"),
            Attribute("tabindex", "0"),
            Attribute("aria-label", label)
        ) {
            HTML.tag(
                "svg",
                .class("gantt"),
                Attribute("viewBox", "0 0 \(Self.left + Self.width) \(height)"),
                Attribute("role", "img"),
                Attribute("aria-label", label)
            ) {
                months(scale, height)
                for (place, line) in lines.enumerated() { bars(line, place, scale) }
                if let today, (scale.first...scale.last).contains(today.dayNumber) {
                    Self.line(scale.x(today.dayNumber), height, "today")
                }
            }
        }
    }

    private struct Scale {
        let first: Int
        let last: Int

        func x(_ day: Int) -> Int { Gantt.left + (day - first) * Gantt.width / (last - first + 1) }
    }

    private static func line(_ x: Int, _ height: Int, _ style: String) -> HTML {
        .tag(
            "line",
            .class(style),
            Attribute("x1", "\(x)"),
            Attribute("x2", "\(x)"),
            Attribute("y1", "\(head - 12)"),
            Attribute("y2", "\(height)")
        ) {}
    }

    /// A line at the first of each month, named as often as there is room.
    private func months(_ scale: Scale, _ height: Int) -> HTML {
        let starts = (scale.first...scale.last).compactMap(CalendarDate.init(dayNumber:)).filter {
            $0.day == 1
        }
        let step = max(1, starts.count / 12)
        return starts.enumerated().reduce(into: HTML.empty) { html, start in
            let (place, day) = start
            guard place % step == 0 else { return }
            let x = scale.x(day.dayNumber)
            html.append(Self.line(x, height, "month"))
            html.append(
                .tag(
                    "text",
                    .class("month"),
                    Attribute("x", "\(x + 3)"),
                    Attribute("y", "\(Self.head - 16)"),
                    text: "\(numbers.month(of: day).prefix(3)) \(day.year % 100)"
                )
            )
        }
    }

    private func bars(_ line: Line, _ place: Int, _ scale: Scale) -> HTML {
        let top = Self.head + place * Self.lineHeight
        let style = line.standing.map { " \($0.rawValue)" } ?? ""
        let name = line.name.count > 44 ? "\(line.name.prefix(43))…" : line.name
        return .tag("g") {
            HTML.tag(
                "title",
                text: "\(line.name): \(numbers.date(line.planned.first)) – \(numbers.date(line.planned.last))"
            )
            HTML.tag("text", Attribute("x", "0"), Attribute("y", "\(top + 13)"), text: name)
            bar(scale, line.planned.first, line.planned.last, top + 2, "planned")
            if let begun = line.begun {
                let end = line.ended ?? today.map { max($0, begun) } ?? begun
                bar(scale, begun, end, top + 10, "actual\(style)")
            }
        }
    }

    private func bar(_ scale: Scale, _ first: CalendarDate, _ last: CalendarDate, _ y: Int, _ style: String)
        -> HTML
    {
        let start = scale.x(first.dayNumber)
        return .tag(
            "rect",
            .class(style),
            Attribute("x", "\(start)"),
            Attribute("y", "\(y)"),
            Attribute("width", "\(max(3, scale.x(last.dayNumber + 1) - start))"),
            Attribute("height", "7"),
            Attribute("rx", "2")
        ) {}
    }
}

extension Gantt.Line {
    /// A stage of the calendar; how it stands where a day is known.
    init(_ stage: ElectionStage, on day: CalendarDate?, _ language: Language) {
        self.init(
            name: stage.name[language],
            planned: stage.plan.days,
            begun: stage.begun,
            ended: stage.closing?.on,
            standing: day.map { stage.standing(on: $0) }
        )
    }
}
