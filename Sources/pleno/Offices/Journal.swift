import ArgumentParser
import Elections
import Exchange
import Foundation
import Office
import Web

struct Journal: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal",
        abstract: "List what an office did: when, who, and which acts.",
        discussion: """
            With --station only the acts that hold a figure of that station are listed, with the figures: who \
            wrote them, when, and from which source.

            EXAMPLES
              pleno journal soppeng
              pleno journal soppeng --ballot PPWP
              pleno journal soppeng --station 73.12.04.1005-007
              pleno journal soppeng --act figures-certified --format csv
            """
    )

    @Argument(help: ArgumentHelp("The office.", valueName: "office"))
    var office: String

    @Option(help: "Only acts of this kind.")
    var act: String?

    @Option(help: ArgumentHelp("Only acts about this ballot.", valueName: "code"))
    var ballot: String?

    @Option(help: "Only what this account did.")
    var account: String?

    @Option(help: ArgumentHelp("Only figures of this station.", valueName: "village-number"))
    var station: String?

    @Option(help: "How to write the list.")
    var format: OutputFormat = .table

    func validate() throws {
        if let act, Act.Kind(rawValue: act) == nil {
            let kinds = Act.Kind.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("--act \(act): expected one of \(kinds).")
        }
        if let ballot, Ballot(rawValue: ballot) == nil {
            let codes = Ballot.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("--ballot \(ballot): expected one of \(codes).")
        }
        if let station, Self.code(of: station) == nil {
            throw ValidationError("--station \(station): expected a station such as 73.12.04.1005-007.")
        }
    }

    /// The station that a text such as `73.12.04.1005-007` names.
    static func code(of text: String) -> StationCode? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let village = try? RegionCode(parsing: String(parts[0])),
            village.tier == .village, let number = Int(parts[1]), number > 0
        else { return nil }
        return StationCode(village: village, number: number)
    }

    func run() async throws {
        let station = station.flatMap(Self.code)
        var lines: [[Rows.Cell]] = []
        var fields = ReadingFields()
        _ = try await OfficePlace(path: office).read { entry in
            for act in entry.acts {
                fields.note(act)
                guard isWanted(act, of: entry) else { continue }
                let details = station.map { fields.figures(of: act, at: $0) } ?? [act.summary]
                lines += details.map { detail in
                    [
                        .number(entry.sequence), .text(Self.text(ofTime: entry.time)), .text(entry.account),
                        .text(entry.request), .text(act.kind.rawValue), .text(act.ballot?.rawValue ?? ""),
                        .text(detail),
                    ]
                }
            }
        }
        let rows = Rows(
            columns: ["entry", "time", "account", "request", "act", "ballot", "detail"],
            numbers: ["entry"]
        ) { body in
            for line in lines { try body(line) }
        }
        try rows.write(as: format, to: ByteOutput.standard.writeOrEnd)
    }

    private func isWanted(_ act: Act, of entry: JournalEntry) -> Bool {
        (self.act == nil || act.kind.rawValue == self.act)
            && (ballot == nil || act.ballot?.rawValue == ballot)
            && (account == nil || entry.account == account)
    }

    private static func text(ofTime time: Int) -> String {
        Date(timeIntervalSince1970: Double(time) / 1_000).formatted(
            Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        )
    }
}

/// The fields of the readings that were opened so far, by which the figures of their forms are named.
private struct ReadingFields {
    private var fields: [String: [Field]] = [:]

    mutating func note(_ act: Act) {
        guard case .readingOpened(let act) = act else { return }
        fields["\(act.ballot.rawValue)/\(act.id)"] = act.fields
    }

    /// The figures an act holds of a station, a text per form.
    func figures(of act: Act, at station: StationCode) -> [String] {
        switch act {
        case .formsTaken(let act):
            let names = fields["\(act.ballot.rawValue)/\(act.reading)"] ?? []
            return act.villages.filter { $0.code == station.village }.flatMap { village in
                village.forms.indices.filter { village.forms[$0].station == station.number }.map { form in
                    "\(act.reading), \(village.forms[form].version.rawValue): "
                        + Self.text(names, village.figures(ofForm: form))
                }
            }
        case .figuresCertified(let act):
            guard let row = act.figures.row(of: station) else { return [] }
            return [Self.text(act.figures.forms.fields, act.figures.forms.row(row))]
        default: return []
        }
    }

    private static func text(_ fields: [Field], _ figures: [Int?]) -> String {
        zip(fields, figures).compactMap { field, figure in figure.map { "\(field.column) \($0)" } }
            .joined(separator: ", ")
    }
}
