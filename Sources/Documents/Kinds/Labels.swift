import Elections

/// Legal source: PKPU 3/2019 and 9/2019 (boxes and envelopes of a station); domain reference 10.1.
extension DocumentRoom {
    /// The villages with stations.
    var labels: [DocumentKey] {
        var villages: [RegionCode] = []
        for station in regions.stations where villages.last != station.village {
            villages.append(station.village)
        }
        return villages.map { .label($0) }
    }

    /// For each station and ballot a label of its box and one of the envelope with its form.
    func labels(of village: RegionCode) -> Document? {
        let stations = regions.stations.enumerated().filter { $0.element.village == village }
        guard !stations.isEmpty else { return nil }
        let places = regions.path(to: village).dropFirst().reversed().map(\.name).joined(separator: ", ")
        let labels = stations.flatMap { place, station in
            state.ballots.filter { state.hasBallot($0, atStation: place) }.flatMap { ballot in
                let site = "TPS \(station.number), \(places)"
                let form = law.ballots[ballot].map { "MODEL \($0.forms.station)" } ?? ""
                return [
                    Document.Label(lines: ["KOTAK SUARA", ballot.name.indonesian, site]),
                    Document.Label(lines: ["SAMPUL \(form)", ballot.name.indonesian, site]),
                ]
            }
        }
        return document(
            .label(village),
            title: ["LABEL KOTAK DAN SAMPUL", name(village).uppercased()],
            of: state.date,
            [.labels(labels)]
        )
    }
}
