// The texts of what acts about cases hold.

extension CaseParty: Canonical {
    /// Writes an object.
    public func write(to writer: inout CanonicalWriter) {
        writer.object { writer in
            writer.field("ballot", ballot)
            writer.field("capacity", capacity)
            writer.field("contestant", contestant)
        }
    }

    /// Reads an object.
    public init(from reader: inout CanonicalReader) throws(CanonicalFault) {
        self = try reader.object { (reader) throws(CanonicalFault) in
            let ballot = try reader.optionalField("ballot", Ballot.self)
            let capacity = try reader.field("capacity", Capacity.self)
            return Self(capacity, ballot, contestant: try reader.optionalField("contestant", Int.self))
        }
    }
}

extension CaseCandidate: Canonical {
    /// Writes an object.
    public func write(to writer: inout CanonicalWriter) {
        writer.object { writer in
            writer.field("ballot", ballot)
            writer.field("contestant", contestant)
            writer.field("district", district)
            writer.field("number", number)
        }
    }

    /// Reads an object.
    public init(from reader: inout CanonicalReader) throws(CanonicalFault) {
        self = try reader.object { (reader) throws(CanonicalFault) in
            let ballot = try reader.field("ballot", Ballot.self)
            let contestant = try reader.field("contestant", Int.self)
            let district = try reader.optionalField("district", Int.self)
            return Self(
                ballot,
                contestant: contestant,
                district: district,
                number: try reader.optionalField("number", Int.self)
            )
        }
    }
}

extension CaseScope.District: Canonical {
    /// Writes an array of the ballot and the number.
    public func write(to writer: inout CanonicalWriter) {
        writer.array { writer in
            writer.write(ballot)
            writer.write(number)
        }
    }

    /// Reads a ballot and a number.
    public init(from reader: inout CanonicalReader) throws(CanonicalFault) {
        var district: Self?
        try reader.array { (reader) throws(CanonicalFault) in
            guard district == nil else { throw reader.expected("]") }
            let ballot = try reader.value(Ballot.self)
            district = Self(ballot, try reader.value(Int.self))
        }
        guard let district else { throw reader.expected("a ballot and a district") }
        self = district
    }
}

extension CaseScope: Canonical {
    /// Writes an object; of its stations the village and number of each.
    public func write(to writer: inout CanonicalWriter) {
        let stations = stations.map(CertifiedFigures.Place.station)
        writer.object { writer in
            writer.field("ballots", ballots.isEmpty ? nil : ballots)
            writer.field("candidate", candidate)
            writer.field("districts", districts.isEmpty ? nil : districts)
            writer.field("stations", stations.isEmpty ? nil : stations)
        }
    }

    /// Reads an object.
    public init(from reader: inout CanonicalReader) throws(CanonicalFault) {
        self = try reader.object { (reader) throws(CanonicalFault) in
            let ballots: [Ballot] = try reader.list("ballots")
            let candidate = try reader.optionalField("candidate", CaseCandidate.self)
            let districts: [District] = try reader.list("districts")
            let places: [CertifiedFigures.Place] = try reader.list("stations")
            let stations = places.compactMap { place in
                if case .station(let station) = place { station } else { nil }
            }
            guard stations.count == places.count else { throw reader.expected("stations") }
            return Self(ballots, stations: stations, districts: districts, candidate: candidate)
        }
    }
}

extension CaseEffect: Canonical {
    /// Writes an object.
    public func write(to writer: inout CanonicalWriter) {
        writer.object { writer in
            writer.field("kind", kind)
            writer.field("scope", scope)
        }
    }

    /// Reads an object.
    public init(from reader: inout CanonicalReader) throws(CanonicalFault) {
        self = try reader.object { (reader) throws(CanonicalFault) in
            let kind = try reader.field("kind", Kind.self)
            return Self(kind, try reader.field("scope"))
        }
    }
}

extension CaseObligation: Canonical {
    /// Writes an object.
    public func write(to writer: inout CanonicalWriter) {
        writer.object { writer in
            writer.field("due", due)
            writer.field("effect", effect)
            writer.field("number", number)
            writer.field("what", what)
        }
    }

    /// Reads an object.
    public init(from reader: inout CanonicalReader) throws(CanonicalFault) {
        self = try reader.object { (reader) throws(CanonicalFault) in
            let due = try reader.optionalField("due", CalendarDate.self)
            let effect = try reader.optionalField("effect", Int.self)
            let number = try reader.field("number", Int.self)
            return Self(number: number, try reader.field("what"), due: due, effect: effect)
        }
    }
}

extension CaseEvidence: Canonical {
    /// Writes an object: a form by its ballot and place, a plenary's number, a picture's digest, or a paper.
    public func write(to writer: inout CanonicalWriter) {
        writer.object { writer in
            switch self {
            case .form(let form):
                writer.field("ballot", form.ballot)
                writer.field("station", form.station.number)
                writer.field("version", form.version)
                writer.field("village", form.station.village)
            case .certificate(let plenary): writer.field("plenary", plenary)
            case .photo(let digest): writer.field("photo", digest)
            case .paper(let paper):
                writer.field("date", paper.date)
                writer.field("reference", paper.reference)
            }
        }
    }

    /// Reads an object.
    public init(from reader: inout CanonicalReader) throws(CanonicalFault) {
        self = try reader.object { (reader) throws(CanonicalFault) in
            if let ballot = try reader.optionalField("ballot", Ballot.self) {
                let station = try reader.field("station", Int.self)
                let version = try reader.field("version", FormVersion.self)
                let code = StationCode(village: try reader.field("village"), number: station)
                return .form(FormKey(ballot, code, version))
            }
            if let date = try reader.optionalField("date", CalendarDate.self) {
                return .paper(Revote.Paper(try reader.field("reference"), date))
            }
            if let digest = try reader.optionalField("photo", EvidenceDigest.self) { return .photo(digest) }
            return .certificate(try reader.field("plenary"))
        }
    }
}
