import Elections

/// Pictures made on the server, as SVG; every one stands beside the same figures as text.
enum Charts {
    /// One thing in a chart: its name, its figure, its colour.
    struct Item {
        let name: HTML
        let value: Int
        let figure: String
        let colour: String
    }

    /// A list of bars, longest first in full width.
    static func bars(_ items: [Item]) -> HTML {
        let most = max(1, items.map(\.value).max() ?? 1)
        return .tag("ul", .class("bars")) {
            for item in items {
                HTML.tag("li") {
                    HTML.tag("span", .class("name")) { item.name }
                    bar(width: item.value * 1000 / most, colour: item.colour)
                    HTML.tag("span", .class("figure"), text: item.figure)
                }
            }
        }
    }

    private static func bar(width: Int, colour: String) -> HTML {
        .tag(
            "svg",
            Attribute("viewBox", "0 0 1000 1"),
            Attribute("preserveAspectRatio", "none"),
            Attribute("aria-hidden", "true")
        ) {
            HTML.tag(
                "rect",
                Attribute("width", String(width)),
                Attribute("height", "1"),
                Attribute("fill", colour)
            ) {}
        }
    }

    /// A council as a half-circle: parties from left to right in the order given.
    static func council(_ parties: [(name: String, seats: Int, colour: String)], label: String, unit: String)
        -> HTML
    {
        let total = parties.reduce(0) { $0 + $1.seats }
        let places = HalfCircle(count: total).places
        var start = 0
        var groups: [HTML] = []
        for party in parties where party.seats > 0 {
            let own = places[start..<(start + party.seats)]
            start += party.seats
            groups.append(
                .tag("g", Attribute("fill", party.colour)) {
                    HTML.tag("title", text: "\(party.name): \(party.seats)")
                    for place in own { circle(place) }
                }
            )
        }
        return .tag(
            "svg",
            .class("council"),
            Attribute("viewBox", "0 0 200 110"),
            Attribute("role", "img"),
            Attribute("aria-label", label)
        ) {
            for group in groups { group }
            HTML.tag("text", Attribute("x", "100"), Attribute("y", "94"), text: String(total))
            HTML.tag("text", .class("small"), Attribute("x", "100"), Attribute("y", "103"), text: unit)
        }
    }

    private static func circle(_ place: HalfCircle.Place) -> HTML {
        .tag(
            "circle",
            Attribute("cx", decimal(place.x)),
            Attribute("cy", decimal(place.y)),
            Attribute("r", decimal(place.radius))
        ) {}
    }

    /// The coloured dot beside a name.
    static func swatch(_ colour: String) -> HTML {
        .tag("svg", .class("swatch"), Attribute("viewBox", "0 0 10 10"), Attribute("aria-hidden", "true")) {
            HTML.tag(
                "circle",
                Attribute("cx", "5"),
                Attribute("cy", "5"),
                Attribute("r", "4.5"),
                Attribute("fill", colour)
            ) {}
        }
    }

    /// One decimal is finer than any screen shows here.
    private static func decimal(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded())
        return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(tenths.magnitude % 10)"
    }
}
