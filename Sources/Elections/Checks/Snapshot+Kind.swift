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
}
