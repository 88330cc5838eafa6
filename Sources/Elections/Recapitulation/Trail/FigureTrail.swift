/// Where the votes of a place went: every form of it, what plenaries read, corrected and certified, up to the regency,
/// with each change explained or flagged.
///
/// A trail has a stretch for the place itself and one for each region above it. In each the steps are figures of one
/// and the same thing, so that a step differs from the one before it only if somebody changed something.
public struct FigureTrail: Sendable {
    /// The figures of one place, from the paper upwards.
    public struct Stretch: Sendable {
        /// The place.
        public let place: CertifiedFigures.Place
        /// What is known of it, in its order.
        public let steps: [Step]
    }

    /// Figures as somebody has them.
    public struct Step: Sendable {
        /// Where they stand.
        public let source: Source
        /// The figures, in the order of the trail's fields; `nil` is missing, not zero.
        public let figures: [Int?]
        /// How they came from an earlier step; `nil` for the first.
        public let change: Change?
        /// Whether it is the form, or the certificate, that counts.
        public let isInForce: Bool
    }

    /// Where figures stand.
    public enum Source: Hashable, Sendable {
        /// A form of the station, as a reading has it.
        case form(FormInForce, FormVersion)
        /// A vote or count that was held, of which nobody has the form.
        case missing(KnownRevote)
        /// The station's form, read out in a plenary.
        case read(plenary: Int, FormVersion)
        /// The station's column, corrected.
        case corrected(MadeCorrection)
        /// The station's column of a recapitulation that was taken over.
        case column
        /// What is below the region now, added up.
        case below(ShiftReport.Basis)
        /// Totals of the region that somebody published without their forms.
        case reported
        /// What was read out of the region in a plenary, added up.
        case readTogether(plenary: Int)
        /// A certificate of the region, by its number among them; of a plenary, or taken over.
        case certificate(Int, plenary: Int?)
    }

    /// How figures differ from an earlier step.
    public struct Change: Sendable {
        /// The place of the earlier step in its stretch.
        public let from: Int
        /// These − the earlier ones; `nil` where either is missing.
        public let differences: [Int?]
        /// What became of it.
        public let verdict: Verdict
    }

    /// What became of a change.
    public enum Verdict: Sendable {
        /// There is none.
        case same
        /// Figures are missing, and those that are there do not differ.
        case open
        /// It is explained.
        case explained(Reason)
        /// Nothing explains it: the region's row of the shift report, where it has one.
        case flagged(ShiftReport.Row?)
    }

    /// What explains a change.
    public enum Reason: Hashable, Sendable {
        /// The vote or count was held again, as this office decided.
        case revote(Revote)
        /// It was held again, as others have on record.
        case known(KnownRevote)
        /// It was held again; nobody knows more than the form.
        case version(FormVersion)
        /// It was corrected.
        case corrections([MadeCorrection])
        /// Other editions of these were read than those in force now.
        case editions([CertifiedFigures.Place])
        /// Another form of the station was taken.
        case otherForm(FormInForce)
        /// A station's figure fits, and no other's does.
        case proven([DifferenceExplanation])
        /// It was added up again, for a reason.
        case later(plenary: Int, ground: String?)
    }

    /// A part of a region, beside what was certified of it.
    public struct Part: Sendable {
        /// The station, or the region right below.
        public let place: CertifiedFigures.Place
        /// What it brings from below: the form that counts, or the sum of what is below it.
        public let below: [Int?]
        /// What stands of it in the recapitulation.
        public let certified: [Int?]
        /// Certified − below, and what became of it.
        public let change: Change
        /// The re-votes on record there of which nobody has the form.
        public let missing: [KnownRevote]
    }

    /// The ballot.
    public let ballot: Ballot
    /// The figures that are followed.
    public let fields: [Field]
    /// The place first, then the regions above it up to the highest with a certificate.
    public let stretches: [Stretch]
    /// What a region is added up from; none of a station.
    public let parts: [Part]

    /// The place whose figures are followed.
    public var place: CertifiedFigures.Place { stretches[0].place }

    /// Follows figures of a place; of all contestants, and of what their votes add up to, unless told which.
    ///
    /// `nil` where the register lacks the place, or the station the ballot.
    ///
    /// - Parameters:
    ///   - place: A station or a region of the register.
    ///   - result: The ballot.
    ///   - snapshot: The election.
    ///   - fields: The figures.
    /// - Complexity: O((stations of the highest region not added up from certificates + corrections) × fields).
    public init?(
        _ place: CertifiedFigures.Place,
        _ result: ContestResult,
        _ snapshot: Snapshot,
        fields: [Field]? = nil
    ) {
        let contest = result.contest
        let fields = fields ?? contest.contestants.map { .votes($0.number) } + [.valid, .invalid, .total]
        let builder = TrailBuilder(snapshot, result, ColumnSums(contest, fields))
        let regions = snapshot.election.regions
        let own: [Stretch]
        var region: RegionCode?
        switch place {
        case .station(let station):
            guard let position = regions.position(of: station),
                snapshot.election.has(contest.ballot, atStation: position)
            else { return nil }
            own = [Stretch(place: place, steps: builder.steps(ofStation: position))]
            parts = []
            region = station.village
        case .region(let code):
            guard regions[code] != nil else { return nil }
            own = []
            parts = builder.parts(of: code)
            region = code
        }
        var above: [Stretch] = []
        while let code = region, regions[code] != nil {
            let steps = builder.steps(of: code)
            let isCertified = steps.contains { if case .certificate = $0.source { true } else { false } }
            if isCertified || .region(code) == place {
                above.append(Stretch(place: .region(code), steps: steps))
            }
            region = code.parent
        }
        ballot = contest.ballot
        self.fields = fields
        stretches = own + above
    }

    /// The changes that nothing explains, by the place of their stretch and of their step in it.
    public var flags: [(stretch: Int, step: Int)] {
        stretches.enumerated().flatMap { stretch, stretched in
            stretched.steps.indices.filter { stretched.steps[$0].change?.verdict.isFlagged == true }
                .map { (stretch, $0) }
        }
    }
}

extension FigureTrail.Verdict {
    /// Whether nothing explains the change.
    public var isFlagged: Bool { if case .flagged = self { true } else { false } }
    /// Whether something explains it.
    public var isExplained: Bool { if case .explained = self { true } else { false } }
}
