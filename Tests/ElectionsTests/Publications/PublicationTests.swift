import TestSupport
import Testing

@testable import Elections

@Suite("Publications")
struct PublicationTests {
    /// What an office publishes of a small election, an entry per batch.
    static func published(_ election: Election, cells: Int = 6) throws -> [Publication] {
        var state = ElectionState()
        return try Act.takingOver(election, cells: cells).enumerated().flatMap { entry, acts in
            for act in acts { try state.apply(act) }
            return Publication.all(
                of: acts,
                entry: entry,
                leaf: String(repeating: "0", count: 64),
                time: 1_000 + entry,
                state: state
            )
        }
    }

    private static func small() throws -> Election {
        var small = SmallElection()
        small.certified = ["73.12.01.1001": [40, 60], "73.12.02": [160, 180]]
        small.determined = [1: 3, 19: 2]
        small.later = [SmallElection.Later(station: 2, .revote, votes: [7, 8], total: 16)]
        return try small.election()
    }

    @Test("read one after the other come to what the office knows")
    func replay() throws {
        let election = try Self.small()
        var record = RecordState()
        for publication in try Self.published(election) {
            try record.apply(try Publication(canonicalText: publication.canonicalText))?.check()
        }
        try record.finish()
        let known = try #require(record.state.election)
        func text(_ election: Election) -> [[UInt8]] {
            Act.takingOver(election).flatMap(\.self).map(\.canonicalText)
        }
        #expect(text(known) == text(election))
        #expect(record.results == 2)
    }

    @Test("hold the forms village by village")
    func villages() throws {
        let forms = try Self.published(Self.small()).compactMap { publication -> FormsTaken? in
            guard case .act(.formsTaken(let act)) = publication.content else { return nil }
            return act
        }
        #expect(forms.map(\.villages.count) == Array(repeating: 1, count: 4))
    }

    @Test("add a ballot up only where a plenary, a report or the office made it official")
    func official() throws {
        var small = SmallElection()
        let rows:
            [(reason: String, certified: [String: [Int?]], determined: [Int: Int]?, ballots: [Ballot])] = [
                ("nothing of the president's is official", [:], nil, [.regencyCouncil]),
                ("certified", ["73.12": [250, 300]], nil, [.president, .regencyCouncil]),
                ("determined as well: in the same entry, one result", [:], [1: 5], [.regencyCouncil]),
            ]
        for row in rows {
            (small.certified, small.determined) = (row.certified, row.determined)
            let ballots = try Self.published(small.election()).compactMap { publication -> Ballot? in
                guard case .result(let result) = publication.content else { return nil }
                return result.ballot
            }
            #expect(ballots == row.ballots, "\(row.reason)")
        }
    }

    @Test("are refused where they do not follow from those before them")
    func refusals() throws {
        let all = try Self.published(Self.small())
        func other(
            _ place: Int,
            entry: Int? = nil,
            leaf: String? = nil,
            time: Int? = nil,
            continues: Bool? = nil,
            _ content: Publication.Content? = nil
        ) -> [Publication] {
            var changed = all
            let old = all[place]
            changed[place] = Publication(
                entry: entry ?? old.entry,
                leaf: leaf ?? old.leaf,
                time: time ?? old.time,
                continues: continues ?? old.continues,
                content: content ?? old.content
            )
            return changed
        }
        let place = try #require(
            all.firstIndex {
                if case .result(let result) = $0.content { result.ballot == .president } else { false }
            }
        )
        guard case .result(let result) = all[place].content, case .act(let first) = all[0].content else {
            return
        }
        let rows: [(reason: String, record: [Publication], place: Int, fault: RecordFault)] = [
            ("its entry goes back", other(3, entry: 0), 3, .goesBack),
            ("its time goes back", other(2, time: 5), 2, .goesBack),
            (
                "another hash of the same entry", other(1, leaf: String(repeating: "1", count: 64)), 1,
                .otherEntry
            ),
            ("another time of the same entry", other(1, time: 1_001), 1, .otherEntry),
            ("it is not continued", other(1, continues: true), 2, .unfinished),
            ("continued by something else", other(0, continues: true), 1, .noContinuation),
            ("the act does not fit", other(1, .act(first)), 1, .act(.setUpTwice)),
            (
                "forms are missing from the sum", all.filter { $0.entry != 3 }, place - 2,
                .result(.president, .region(try RegionCode(parsing: "73")))
            ),
            (
                "a sum is another", other(place, .result(result.changed(region: 4))), place,
                .result(.president, .region(try RegionCode(parsing: "73.12.01.2002")))
            ),
            (
                "a result is missing in the middle",
                all.enumerated().filter { $0.offset != place }.map(\.element),
                place, .resultMissing(.president)
            ),
            (
                "a result is missing at the end", Array(all.dropLast()), all.count - 2,
                .resultMissing(.regencyCouncil)
            ),
            (
                "fewer forms break a rule", other(place, .result(result.withoutBroken)), place,
                .result(.president, .broken)
            ),
        ]
        for row in rows {
            var record = RecordState()
            var found: (place: Int, fault: RecordFault)?
            for (place, publication) in row.record.enumerated() {
                do throws(RecordFault) { try record.apply(publication)?.check() } catch {
                    found = (place, error)
                    break
                }
            }
            if found == nil {
                do throws(RecordFault) { try record.finish() } catch {
                    found = (row.record.count - 1, error)
                }
            }
            #expect(found?.fault == row.fault, "\(row.reason)")
            #expect(found?.place == row.place, "\(row.reason)")
        }
    }

    @Test("have one text: what is read is written again, and nothing else is read")
    func text() throws {
        for publication in try Self.published(Self.small()) {
            let text = publication.canonicalText
            #expect(try Publication(canonicalText: text).canonicalText == text)
            for byte in text.indices {
                var changed = text
                changed[byte] ^= 1
                guard let other = try? Publication(canonicalText: changed) else { continue }
                #expect(other.canonicalText == changed)
            }
        }
    }
}

extension PublishedResult {
    fileprivate func changed(region place: Int) -> PublishedResult {
        var rows = regions
        let row = rows[place]
        rows[place] = Row(
            region: row.region,
            stations: row.stations,
            counted: row.counted,
            valid: row.valid,
            invalid: row.invalid,
            total: row.total,
            votes: row.votes.map { $0.map { $0 + 1 } }
        )
        return PublishedResult(
            ballot: ballot,
            isOfForms: isOfForms,
            broken: broken,
            districts: districts,
            regions: rows
        )
    }

    fileprivate var withoutBroken: PublishedResult {
        PublishedResult(
            ballot: ballot,
            isOfForms: isOfForms,
            broken: [Broken(reading: "office", rule: "A07", forms: 9)],
            districts: districts,
            regions: regions
        )
    }
}
