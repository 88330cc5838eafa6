import Elections
import Foundation
import Web

extension Bench {
    /// The page of one figure's history in a regency whose plenaries were all held: of a station, its village, its
    /// subdistrict, the regency.
    ///
    /// Prints the slowest of many answers of each, and the time of the shift report's page.
    static func trail(stations count: Int) throws {
        let election = try Regency(stations: count).snapshot().election
        var state = ElectionState()
        for act in Act.takingOver(election).flatMap(\.self) { try state.apply(act) }
        let regencies = election.regions.all.filter { $0.code.tier == .regency }
        for region in election.regions.all.filter({ $0.code.tier == .subdistrict }) + regencies {
            try hold(region.code, election, &state)
        }
        guard let held = state.election, let station = held.regions.stations.last,
            let subdistrict = station.village.parent, let regency = subdistrict.parent
        else { return }
        let site = Site(try Snapshot(held))
        var words: [String] = []
        let places = [
            "station \(station.village)/\(station.number)", "village \(station.village)",
            "subdistrict \(subdistrict)", "regency \(regency)",
        ]
        for ballot in ["ppwp", "dprd-kabko"] {
            for place in places {
                let parts = place.split(separator: " ")
                words += [
                    "\(ballot)-\(parts[0])",
                    "\(slowest(of: 20) { answer("/ballots/\(ballot)/trail/\(parts[1])", site) })",
                ]
            }
        }
        words += ["shifts", "\(slowest(of: 3) { answer("/ballots/dprd-kabko/shifts", site) })"]
        print("trail " + words.joined(separator: " "))
    }

    private static func answer(_ path: String, _ site: Site) {
        precondition(site.answer(path: path).status == 200, path)
    }

    /// Holds the plenary of a region for all ballots, which corrects the first column of each.
    private static func hold(
        _ region: RegionCode,
        _ election: Election,
        _ state: inout ElectionState
    ) throws {
        let number = state.plenaries.all.count + 1
        let ballots = election.contests.map(\.ballot)
        var acts: [PlenaryAct] = [
            .called(
                PlenaryCalled(
                    number: number,
                    of: region,
                    ballots: ballots,
                    invitation: "1/UND",
                    agenda: "Rekapitulasi",
                    venue: "Aula",
                    date: election.date
                )
            )
        ]
        acts += (1...5).map { member in
            .attended(
                PlenaryAttended(
                    plenary: number,
                    attendee: Attendee(number: member, member == 1 ? .chair : .member)
                )
            )
        }
        acts.append(.opened(PlenaryStep(number)))
        for ballot in ballots {
            let units = state.units(of: region, ballot)
            acts.append(.read(UnitsRead(plenary: number, ballot, units)))
        }
        for act in acts { try state.apply(.plenary(act)) }
        for ballot in ballots {
            guard let unit = state.units(of: region, ballot).first, let plenary = state.plenaries[number],
                let figure = state.figures(unit, ballot, in: plenary)?.first(where: { $0.field == .invalid })?
                    .figure
            else { continue }
            let correction = Correction(
                ballot,
                unit,
                [.init(.invalid, from: figure, to: figure + 1)],
                reason: "salah salin",
                basis: "C1 Plano",
                initials: [1]
            )
            try state.apply(.plenary(.corrected(FiguresCorrected(plenary: number, correction))))
        }
        try state.apply(.plenary(.closed(PlenaryStep(number))))
        for member in 1...5 {
            try state.apply(.plenary(.signed(PlenarySigned(plenary: number, attendee: member))))
        }
        try state.apply(.plenary(.certified(PlenaryStep(number))))
        guard let plenary = state.plenaries[number] else { return }
        for ballot in ballots {
            let figures = try state.figures(of: plenary, ballot)
            try state.apply(
                .figuresCertified(FiguresCertified(ballot: ballot, figures: figures, plenary: number))
            )
        }
    }
}
