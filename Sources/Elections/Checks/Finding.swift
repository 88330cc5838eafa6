/// A check that something does not satisfy, with what it takes to see why.
public struct Finding: Hashable, Sendable {
    /// What the finding is about.
    public enum Subject: Hashable, Sendable {
        /// A form: the ballot, the place of the reading, the row in it, and the station's place.
        case form(Ballot, reading: Int, row: Int, station: Int)
        /// A region's certified figures of a ballot.
        case region(Ballot, RegionCode)
        /// A file of the folder.
        case file(String)
    }

    /// Why it does not.
    public enum Reason: Hashable, Sendable {
        /// A formula is broken; its figures are those of the subject.
        case formula(Formula)
        /// A figure looks like a slip, which another formula shows.
        case slip(Cause)
        /// Another station of the village, by its place, has exactly the same votes.
        case twin(station: Int)
        /// A share lies far from those around it.
        case outlier(Outlier)
        /// So many of the region's stations have a form.
        case stations(read: Int, of: Int)
        /// The file's digest is not the one that was signed.
        case digest(signed: String, found: String)
    }

    /// The place of the check in ``Check/all``: a nation has many findings, and a check is large.
    let place: Int
    /// How much it weighs.
    public let severity: Condition.Severity
    /// What it is about.
    public let subject: Subject
    /// Why.
    public let reason: Reason

    /// The check.
    public var check: Check { Check.all[place] }

    /// The ballot it is about; `nil` for a file.
    public var ballot: Ballot? {
        switch subject {
        case .form(let ballot, _, _, _), .region(let ballot, _): ballot
        case .file: nil
        }
    }

    /// The fields of the form to mark.
    public var fields: [Field] {
        switch reason {
        case .formula(let formula): formula.fields
        case .slip(let cause): cause.fields
        case .outlier(let outlier): [.votes(outlier.contestant)]
        case .twin, .stations, .digest: []
        }
    }
}

/// How often a check was asked of the forms of a reading, or of certified figures, and how often it failed.
public struct CheckTally: Hashable, Sendable {
    /// What was asked.
    public enum Source: Hashable, Sendable {
        /// The forms of a reading, by its place among the contest's.
        case reading(Ballot, Int)
        /// The certified figures of a ballot.
        case certified(Ballot)
        /// The files of the folder.
        case files
    }

    /// The check.
    public let check: Check
    /// What it was asked of.
    public let source: Source
    /// Forms, regions or files there are.
    public let all: Int
    /// Those that have what at least one of the check's formulas needs.
    public let applicable: Int
    /// Those of them that have what all of its formulas need, but for those that weigh less than the check.
    public let complete: Int
    /// Those that broke it, by the heaviest condition broken.
    public let failed: [Condition.Severity: Int]

    /// Those that broke it, however much it weighs.
    public var failures: Int { failed.values.reduce(0, +) }
}
