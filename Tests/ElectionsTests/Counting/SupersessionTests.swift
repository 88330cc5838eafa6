import Elections
import TestSupport
import Testing

@Suite("Votes and counts held again")
struct SupersessionTests {
    private func result(_ small: SmallElection) throws -> ContestResult {
        try #require(try Snapshot(small.election()).result(of: .president))
    }

    @Test("an election of first votes has none")
    func none() throws {
        #expect(try result(SmallElection()).supersessions.isEmpty)
        var small = SmallElection()
        small.later = [.init(station: 1, .regular, votes: [30, 41], total: 72)]
        #expect(try result(small).supersessions.isEmpty)
    }

    @Test("a re-vote stands beside the first vote, and counts")
    func revote() throws {
        var small = SmallElection()
        small.later = [.init(station: 1, .revote, votes: [25, 35], total: 61)]
        let result = try result(small)
        let found = try #require(result.supersessions.first)
        #expect(result.supersessions.count == 1)
        #expect((found.station, found.version) == (1, .revote))
        #expect(found.forms.map(\.version) == [.regular, .revote])
        #expect(found.forms.map(\.form.reading) == [0, 1])
        #expect(found.inForce == found.forms[1].form)
        #expect(found.first == found.forms[0])
        #expect(result.change(of: .votes(1), by: found) == -5)
        #expect(result.change(of: .total, by: found) == -11)
        #expect(result.change(of: .valid, by: found) == nil)  // No form has it.
        #expect(result.version(atStation: 1) == .revote)
        #expect(result.version(atStation: 0) == .regular)
    }

    @Test("a recount of a re-vote supersedes both, the first of all stays the first")
    func twice() throws {
        var small = SmallElection()
        small.later = [
            .init(station: 2, .recount, votes: [1, 3], total: 4),
            .init(station: 2, .revote, votes: [1, 2], total: 4),
        ]
        let found = try #require(try result(small).supersessions.first)
        #expect(found.forms.map(\.version) == [.regular, .revote, .recount])
        #expect(found.version == .recount)
        #expect(found.first?.version == .regular)
    }

    @Test("a re-vote whose first vote nobody read is held again all the same")
    func alone() throws {
        var small = SmallElection()
        small.votes[3] = nil
        small.later = [.init(station: 3, .revote, votes: [7, 8], total: 15)]
        let result = try result(small)
        let found = try #require(result.supersessions.first)
        #expect(found.first == nil)
        #expect(result.change(of: .votes(1), by: found) == nil)
    }

    @Test("certified figures tell which of two votes the plenary took in")
    func certified() throws {
        var small = SmallElection()
        small.later = [.init(station: 1, .revote, votes: [25, nil], total: 61)]
        small.certified = ["73.12.01.1001": [35, 60]]
        let result = try result(small)
        let found = try #require(result.supersessions.first)
        let village = try #require(result.comparison.first)
        func differences(_ form: Int) -> [Int?] {
            result.differences(of: village, with: found.forms[form].form, insteadOf: found.inForce)
        }
        #expect(differences(1) == [0, nil])
        #expect(differences(0) == [-5, nil])  // Certified 35, with the first vote 10 + 30.
    }
}
