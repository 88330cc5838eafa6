extension Snapshot {
    /// The kind of a ballot's forms, whatever the district.
    public func kind(of ballot: Ballot) -> FormKind {
        guard let result = result(of: ballot) else {
            return FormKind(
                ballot: ballot,
                rolls: [],
                options: [],
                stationLimit: nil,
                reserve: nil,
                supply: nil
            )
        }
        return FormSetting(self, result).wholeKind
    }

    /// The kinds of the forms of a reading by district number; one without a number where none differ by it.
    public func kinds(of ballot: Ballot, reading place: Int) -> [(district: Int?, kind: FormKind)] {
        guard let result = result(of: ballot) else { return [] }
        return FormSetting(self, result).kindsByDistrict(of: result.contest.readings[place])
    }
}
