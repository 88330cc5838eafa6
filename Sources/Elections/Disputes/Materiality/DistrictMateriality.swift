public import Apportionment

/// Whether the votes in doubt of a district can change its seats, or who gets them.
public struct DistrictMateriality: Hashable, Sendable {
    /// The district and its votes.
    public let question: ContestedDistrict
    /// Whether they can change how many seats parties get; parties in the order of the ballot.
    public let seats: Materiality
    /// Whether they can change who of a list is elected, list by list in the order of the ballot.
    public let lists: [ListMateriality]

    /// Whether anything of it can change.
    public var verdict: MaterialityVerdict {
        MaterialityVerdict([seats.canChange ? .can : .cannot] + lists.map(\.verdict))
    }

    /// Holds the votes in doubt of a district against its seats.
    ///
    /// Any votes may stand at the stations in doubt: for each party or candidate any number from zero, together at each
    /// station no more than its bound. The seats are those that votes alone give: a tie that was decided is a tie here.
    ///
    /// - Parameters:
    ///   - question: The district and its votes.
    ///   - method: How votes become seats.
    ///   - rules: How equal candidates are told apart.
    ///   - decisions: What was decided on equal candidates.
    /// - Throws: ``Refusal`` naming the first thing that is wrong.
    /// - Complexity: O(stations · candidates), for seats O(parties · seats · log votes), for lists O(candidates²), and
    ///   O(parties · seats² · log votes) for each party of which a seat is within reach.
    public init(
        _ question: ContestedDistrict,
        _ method: Method,
        _ rules: TieRules,
        decisions: [ListDecision] = []
    ) throws(Refusal) {
        let figures = try ContestedFigures(question)
        let seats: Materiality
        do throws(InputError) {
            let recorded = try Distribution(
                method,
                seats: question.district.seats,
                votes: figures.recorded,
                participates: question.participates
            )
            seats = try Self.contested(recorded, figures.contested, figures.most).materiality()
        } catch {
            throw .votes(error)
        }
        self.question = question
        self.seats = seats
        lists = question.lists.indices.map { place in
            ListMateriality(question, place, seats, rules, decisions)
        }
    }

    private static func contested(
        _ recorded: Distribution,
        _ contested: [Int],
        _ most: Int
    ) throws(InputError) -> ContestedVotes {
        do throws(ContestedVotes.Fault) {
            return try ContestedVotes(recorded, contested: contested, most: most)
        } catch {
            // No list has more votes in doubt than it has, and no bound is below zero: `most` is too large.
            throw .totalOutOfRange
        }
    }

    /// Why a district's votes cannot be held against its seats.
    public enum Refusal: Error, Hashable, Sendable {
        /// A party stands on the ballot twice, or a number on its list.
        case choiceTwice(ListChoice)
        /// A station is in doubt twice.
        case stationTwice(StationCode)
        /// A station in doubt does not lie in the district.
        case stationElsewhere(StationCode)
        /// The bound of a station is below zero, or larger than forms hold.
        case boundOutOfRange(StationCode, Int)
        /// A figure of the district is not known, below zero, or larger than forms hold.
        case figureMissing(ListChoice)
        /// A figure of a station in doubt is not known, below zero, or larger than forms hold.
        case stationFigureMissing(StationCode, ListChoice)
        /// More votes stand at the stations in doubt than in the whole district.
        case moreAtStations(ListChoice, stations: Int, district: Int)
        /// The votes cannot be divided into seats.
        case votes(InputError)
    }
}
