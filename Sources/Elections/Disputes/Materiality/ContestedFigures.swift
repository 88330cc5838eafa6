/// The votes of a district's parties, and those in doubt, all of them known.
struct ContestedFigures {
    /// All votes per party, in the order of the ballot.
    private(set) var recorded: [Int] = []
    /// The votes in doubt per party.
    private(set) var contested: [Int] = []
    /// The most votes that may stand where those in doubt stood.
    private(set) var most = 0

    /// What forms and sums of them hold, so that adding them up cannot overflow.
    private static let range = 0...Int(UInt32.max)

    /// Adds up every figure, and refuses to where one is missing.
    ///
    /// - Complexity: O(candidates · stations).
    init(_ question: ContestedDistrict) throws(DistrictMateriality.Refusal) {
        var stations: Set<StationCode> = []
        for station in question.stations {
            guard stations.insert(station.code).inserted else { throw .stationTwice(station.code) }
            guard question.district.regions.contains(where: { $0.contains(station.code.village) }) else {
                throw .stationElsewhere(station.code)
            }
            guard Self.range.contains(station.most) else {
                throw .boundOutOfRange(station.code, station.most)
            }
            most += station.most
        }
        var choices: Set<ListChoice> = []
        for list in question.lists { try add(list, list.list.contestant, question.stations, &choices) }
    }

    private mutating func add(
        _ list: VotedList,
        _ number: Int,
        _ stations: [ContestedStation],
        _ choices: inout Set<ListChoice>
    ) throws(DistrictMateriality.Refusal) {
        var (recorded, contested) = (0, 0)
        for candidate in [nil] + list.list.candidates.map({ Optional($0.number) }) {
            let choice = ListChoice(contestant: number, candidate: candidate)
            guard choices.insert(choice).inserted else { throw .choiceTwice(choice) }
            guard let all = list.votes(of: candidate), Self.range.contains(all) else {
                throw .figureMissing(choice)
            }
            var inDoubt = 0
            for station in stations {
                guard let votes = station.votes(of: choice), Self.range.contains(votes) else {
                    throw .stationFigureMissing(station.code, choice)
                }
                inDoubt += votes
            }
            guard inDoubt <= all else { throw .moreAtStations(choice, stations: inDoubt, district: all) }
            recorded += all
            contested += inDoubt
        }
        self.recorded.append(recorded)
        self.contested.append(contested)
    }
}
