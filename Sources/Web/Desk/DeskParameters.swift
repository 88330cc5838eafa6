import Elections

/// The parameters of the desk's paths.
enum DeskParameters {
    /// A ballot: `ppwp`.
    static let ballot = PathParameter<Ballot>("ballot") { Ballot(slug: $0[...]) }
    /// A village.
    static let village = PathParameter<RegionCode>("village") { text in
        guard let code = try? RegionCode(parsing: text), code.description == text, code.tier == .village
        else {
            return nil
        }
        return code
    }
    /// The number of a station in its village.
    static let station = PathParameter<Int>.number("station")
    /// The vote or count that a form is the result of.
    static let version = PathParameter<FormVersion>("version") { FormVersion(rawValue: $0) }

    /// The path of a form below `path`.
    static func form(below path: PathPattern) -> PathPattern {
        path / ballot / village / station / version
    }
}

extension FormKey {
    /// Its steps in an address.
    var steps: [String] {
        [ballot.slug, station.village.description, String(station.number), version.rawValue]
    }
}

extension Call<DeskCaller> {
    /// The form that the path names, where whoever asks may do something with it.
    ///
    /// - Throws: ``Refusal/Code/notFound`` where there is none, or none of theirs.
    func formKey(_ permission: Permission) throws(Refusal) -> FormKey {
        let station = StationCode(
            village: try value(DeskParameters.village),
            number: try value(DeskParameters.station)
        )
        let form = FormKey(try value(DeskParameters.ballot), station, try value(DeskParameters.version))
        try caller.check(permission, at: station.village)
        guard let place = caller.state.position(of: station), caller.state.desk(of: form.ballot) != nil,
            caller.state.hasBallot(form.ballot, atStation: place)
        else { throw Refusal(.notFound) }
        return form
    }
}
