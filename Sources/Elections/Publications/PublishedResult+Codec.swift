extension PublishedResult: Canonical {
    /// Writes the result; a region is its code, stations, stations counted, valid, invalid, total, and the votes.
    public func write(to writer: inout CanonicalWriter) {
        writer.object { writer in
            writer.field("ballot", ballot)
            writer.field("broken", broken)
            writer.field("districts", districts)
            writer.field("forms", isOfForms)
            writer.field("regions", regions)
        }
    }

    /// Reads a result.
    public init(from reader: inout CanonicalReader) throws(CanonicalFault) {
        self = try reader.object { (reader) throws(CanonicalFault) in
            let ballot = try reader.field("ballot", Ballot.self)
            let broken = try reader.field("broken", [Broken].self)
            let districts = try reader.field("districts", [District].self)
            let isOfForms = try reader.field("forms", Bool.self)
            return PublishedResult(
                ballot: ballot,
                isOfForms: isOfForms,
                broken: broken,
                districts: districts,
                regions: try reader.field("regions")
            )
        }
    }
}

extension PublishedResult.Broken: Canonical {
    /// Writes the reading, how many of its forms, and which rule they break.
    public func write(to writer: inout CanonicalWriter) {
        writer.object { writer in
            writer.field("forms", forms)
            writer.field("reading", reading)
            writer.field("rule", rule)
        }
    }

    /// Reads them.
    public init(from reader: inout CanonicalReader) throws(CanonicalFault) {
        self = try reader.object { (reader) throws(CanonicalFault) in
            let forms = try reader.field("forms", Int.self)
            let reading = try reader.field("reading", String.self)
            return Self(reading: reading, rule: try reader.field("rule"), forms: forms)
        }
    }
}

extension PublishedResult.District: Canonical {
    /// Writes the district.
    public func write(to writer: inout CanonicalWriter) {
        writer.object { writer in
            writer.field("contested", contested)
            writer.field("method", method)
            writer.field("number", number)
            writer.field("seats", NumberedCounts(seats))
        }
    }

    /// Reads a district.
    public init(from reader: inout CanonicalReader) throws(CanonicalFault) {
        self = try reader.object { (reader) throws(CanonicalFault) in
            let contested = try reader.field("contested", Int.self)
            let method = try reader.field("method", String.self)
            let number = try reader.field("number", Int.self)
            let seats = try reader.field("seats", NumberedCounts.self).counts
            return Self(number: number, method: method, seats: seats, contested: contested)
        }
    }
}

extension PublishedResult.Row: Canonical {
    /// Writes code, stations, stations counted, valid, invalid, total, and the votes in the order of the ballot.
    public func write(to writer: inout CanonicalWriter) {
        writer.array { writer in
            writer.write(region)
            writer.write(stations)
            writer.write(counted)
            for figure in [valid, invalid, total] + votes { writer.write(figure) }
        }
    }

    /// Reads a region's row.
    public init(from reader: inout CanonicalReader) throws(CanonicalFault) {
        var (region, counts, figures) = (RegionCode?.none, [Int](), [Int?]())
        try reader.array { (reader) throws(CanonicalFault) in
            if region == nil {
                region = try reader.value()
            } else if counts.count < 2 {
                counts.append(try reader.value())
            } else {
                figures.append(try reader.value())
            }
        }
        guard let region, figures.count >= 3 else { throw reader.expected("a region's figures") }
        self.init(
            region: region,
            stations: counts[0],
            counted: counts[1],
            valid: figures[0],
            invalid: figures[1],
            total: figures[2],
            votes: Array(figures[3...])
        )
    }
}

extension PublishedResult: Divisible {
    var halves: (PublishedResult, PublishedResult)? {
        if !districts.isEmpty || !broken.isEmpty, !regions.isEmpty {
            return (with(broken: broken, districts: districts), with(regions: regions))
        }
        if let (front, back) = regions.halves { return (with(regions: front), with(regions: back)) }
        if let (front, back) = districts.halves {
            return (with(broken: broken, districts: front), with(districts: back))
        }
        return broken.halves.map { (with(broken: $0), with(broken: $1, districts: districts)) }
    }

    func joined(with next: PublishedResult) -> PublishedResult? {
        guard ballot == next.ballot, isOfForms == next.isOfForms else { return nil }
        return with(
            broken: broken + next.broken,
            districts: districts + next.districts,
            regions: regions + next.regions
        )
    }

    private func with(
        broken: [Broken] = [],
        districts: [District] = [],
        regions: [Row] = []
    ) -> PublishedResult {
        PublishedResult(
            ballot: ballot,
            isOfForms: isOfForms,
            broken: broken,
            districts: districts,
            regions: regions
        )
    }
}
