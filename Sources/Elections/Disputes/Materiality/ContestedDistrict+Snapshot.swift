import Apportionment

extension Snapshot {
    /// The most votes that can stand on a ballot at a station: of everybody on the roll with the reserve of papers, and
    /// no fewer than the form that counts has voters; `nil` where the roll is not known.
    ///
    /// - Legal source: UU 7/2017 art. 350(3).
    public func mostVotes(atStation place: Int, of result: ContestResult) -> Int? {
        // A form that is in doubt does not bound itself.
        guard let electorate = election.electorate[place].total else { return nil }
        let papers = election.law.reserves(election.decisions).mostPapers(for: electorate)
        let form = result.forms.indices.contains(place) ? result.forms[place] : nil
        let voters = form.flatMap { form in
            [.voters(.all, .both), .total].compactMap { result.contest.figure($0, on: form) }.max()
        }
        return max(papers, voters ?? 0)
    }

    /// The districts of a ballot in which stations are contested, each with all its votes.
    ///
    /// - Parameters:
    ///   - stations: The contested stations.
    ///   - result: The ballot.
    /// - Returns: The districts in their order; `nil` where votes of candidates are not known on the ballot.
    /// - Throws: ``ContestedFault`` with the first station that cannot be contested.
    /// - Complexity: O(stations × candidates).
    public func contested(
        _ stations: [StationCode],
        of result: ContestResult
    ) throws(ContestedFault) -> [ContestedDistrict]? {
        var left = stations
        var districts: [ContestedDistrict] = []
        for divided in result.districts {
            let district = divided.district
            let own = left.filter { station in
                district.regions.contains { $0.contains(station.village) }
            }
            guard !own.isEmpty else { continue }
            left.removeAll(where: own.contains)
            guard let lists = DistrictLists(district, of: result, in: self, spreads: .ofAll) else {
                return nil
            }
            var contested: [ContestedStation] = []
            for code in own {
                guard let place = election.regions.position(of: code) else { throw .unknown(code) }
                guard let most = mostVotes(atStation: place, of: result),
                    let station = lists.contested(code, most: most)
                else { throw .noForm(code) }
                contested.append(station)
            }
            // What is held against the bounds are the seats that everybody sees.
            guard lists.lists.map(\.votes) == divided.figures.votes else {
                throw .sumsDiffer(district.number)
            }
            districts.append(
                ContestedDistrict(
                    district: district,
                    lists: lists.lists,
                    stations: contested,
                    participates: lists.lists.indices.map(divided.distribution.takesPart)
                )
            )
        }
        if let code = left.first { throw .unknown(code) }
        return districts
    }
}

/// Why a station cannot be contested.
public enum ContestedFault: Error, Hashable, Sendable {
    /// It lies in no district of the ballot.
    case unknown(StationCode)
    /// It has no form that counts on the ballot, or nobody knows who is on its roll.
    case noForm(StationCode)
    /// Votes of a party in this district are not those for it and its candidates together, or some are missing.
    case sumsDiffer(Int)
}
