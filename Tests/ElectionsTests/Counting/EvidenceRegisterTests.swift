import TestSupport
import Testing

@testable import Elections

@Suite("Evidence")
struct EvidenceRegisterTests {
    @Test(
        "which pages are published, kept and refused",
        arguments: [
            ([.result, .plano, .minutes, .specialEvents], .published, "what is posted in public anyway"),
            ([.delivery, .receipt], .kept, "letters of the office"),
            (
                [.attendance, .companion, .notice, .roll, .transfer, .identity], .refused,
                "voters' names and identity numbers"
            ),
        ] as [([EvidencePage], EvidencePage.Standing, String)]
    )
    func pages(pages: [EvidencePage], standing: EvidencePage.Standing, reason: String) throws {
        #expect(EvidencePage.allCases.filter { $0.standing == standing } == pages, "\(reason)")
        for page in pages where standing == .refused {
            var small = try SmallEvidence()
            let label = try SmallEvidence.page(page)
            #expect(throws: ActFault.pageRefused(page)) { try small.state.check(label) }
            #expect(throws: ActFault.pageRefused(page)) {
                try small.perform(try SmallEvidence.document("a", label))
            }
        }
    }

    @Test("is found by its station, its form and its files")
    func found() throws {
        var small = try SmallEvidence()
        let (first, second) = (try SmallEvidence.result(), try SmallEvidence.result(page: 2))
        try small.add("a", first)
        try small.add("b", try SmallEvidence.result(3))
        try small.add("c", second)
        try small.perform(try SmallEvidence.document("d", try SmallEvidence.page(.minutes)))
        let station = first.place.station
        #expect(small.state.evidence(of: station).map(\.number) == [1, 3, 4])
        #expect(small.state.evidence(of: try SmallDesk.form()).map(\.label) == [first, second])
        let register = small.state.evidence
        #expect(register.pieces(naming: try SmallEvidence.file("c1").digest).map(\.number) == [3])
        #expect(register.published(try SmallEvidence.file("c1").digest) != nil)
        for kept in ["c", "c0"] {
            #expect(register.needs(try SmallEvidence.file(kept).digest))
            #expect(register.published(try SmallEvidence.file(kept).digest) == nil)
        }
        #expect(!register.needs(try SmallEvidence.file("e").digest))
        #expect(register[1]?.author.account == "staff" && register[0] == nil && register[5] == nil)
    }

    @Test("that cannot be is refused, and nothing of it is noted")
    func refused() throws {
        let village = try SmallDesk.form().station.village
        let stranger = StationCode(village: village, number: 9)
        let (jpeg, pdf) = (try SmallEvidence.file("a"), try SmallEvidence.file("a", .pdf))
        let print = try SmallEvidence.fingerprint("a")
        let result = try SmallEvidence.result()
        let picture = EvidenceAdded.Kept(original: jpeg, miniature: jpeg, fingerprint: print)
        func added(_ label: EvidenceLabel, _ copy: EvidenceFile?, _ kept: EvidenceAdded.Kept?) -> Act {
            .evidenceAdded(EvidenceAdded(label, copy: copy, kept: kept))
        }
        let council = EvidencePlace(FormKey(.senate, result.place.station))
        let rows: [(String, Act, ActFault)] = [
            (
                "a station that is not there",
                added(EvidenceLabel(EvidencePlace(stranger), .minutes), jpeg, picture),
                .unknownStation(stranger)
            ),
            (
                "a ballot that is not opened", added(EvidenceLabel(council, .result), jpeg, picture),
                .noContest(.senate)
            ),
            (
                "a result of no ballot", added(try SmallEvidence.page(.result), jpeg, picture),
                .pagePlace(.result)
            ),
            (
                "minutes of one ballot", added(EvidenceLabel(result.place, .minutes), jpeg, picture),
                .pagePlace(.minutes)
            ),
            ("page 0", added(try SmallEvidence.result(page: 0), jpeg, picture), .pageNumber),
            ("page 100", added(try SmallEvidence.result(page: 100), jpeg, picture), .pageNumber),
            (
                "a receipt with a copy", added(try SmallEvidence.page(.receipt), jpeg, picture),
                .pageNotPublished(.receipt)
            ),
            ("without its original", added(result, jpeg, nil), .evidenceIncomplete),
            ("a picture without a copy", added(result, nil, picture), .evidenceIncomplete),
            (
                "a picture without a fingerprint",
                added(result, jpeg, .init(original: jpeg, miniature: jpeg)), .evidenceIncomplete
            ),
            (
                "a picture without a miniature",
                added(result, jpeg, .init(original: jpeg, fingerprint: print)), .evidenceIncomplete
            ),
            ("a document as a copy", added(result, pdf, picture), .evidenceIncomplete),
            ("a document with a copy", added(result, jpeg, .init(original: pdf)), .evidenceIncomplete),
            (
                "a document with a miniature", added(result, nil, .init(original: pdf, miniature: jpeg)),
                .evidenceIncomplete
            ),
            (
                "a flag that nobody may raise",
                .evidenceFlagged(EvidenceFlagged(piece: 1, others: [])), .notACommand(.evidenceFlagged)
            ),
            (
                "a withdrawal of nothing",
                .evidenceWithdrawn(
                    EvidenceWithdrawn(result.place, copy: nil, original: jpeg.digest, reason: "r")
                ), .noEvidence
            ),
        ]
        var small = try SmallEvidence()
        for (reason, act, fault) in rows {
            #expect(throws: fault, "\(reason)") { try small.perform(act) }
            // It comes through the other door no better.
            #expect(throws: ActFault.self, "\(reason)") {
                try small.state.decide(.takeOver([act]), by: .unknown)
            }
        }
        #expect(small.state.evidence.count == 0)
    }

    @Test(
        "the same file again",
        arguments: [
            ("the same page", .here, .evidenceTwice(1), []),
            ("another page of the same form", .otherPage, .evidenceTwice(1), []),
            ("another station: recorded, and flagged", .elsewhere, nil, [1]),
            ("another vote of the same station: flagged", .revote, nil, [1]),
        ] as [(String, Again, ActFault?, [Int])]
    )
    func again(reason: String, again: Again, fault: ActFault?, flagged: [Int]) throws {
        // As it was handed in, and as what is published of it: the same picture without its descriptions.
        for act in [
            try SmallEvidence.picture("a", try again.label),
            try SmallEvidence.picture("a1", try again.label, copy: "a1"),
        ] {
            var small = try SmallEvidence()
            try small.add("a", try SmallEvidence.result())
            if let fault {
                #expect(throws: fault, "\(reason)") { try small.perform(act) }
            } else {
                #expect(
                    try small.perform(act).map(\.kind) == [.evidenceAdded, .evidenceFlagged],
                    "\(reason)"
                )
                #expect(small.state.evidence.likenesses.map(\.other) == flagged)
                #expect(small.state.evidence.likenesses.map(\.distance) == [0])
            }
        }
    }

    /// Where the file comes again.
    enum Again: Sendable {
        case here, otherPage, elsewhere, revote

        var label: EvidenceLabel {
            get throws {
                switch self {
                case .here: try SmallEvidence.result()
                case .otherPage: try SmallEvidence.result(page: 2)
                case .elsewhere: try SmallEvidence.result(3)
                case .revote: try SmallEvidence.result(0, .revote)
                }
            }
        }
    }

    @Test("documents have no fingerprint: the same file is found by its digest")
    func documents() throws {
        var small = try SmallEvidence()
        try small.perform(try SmallEvidence.document("a", try SmallEvidence.page(.delivery)))
        try small.perform(try SmallEvidence.document("b", try SmallEvidence.page(.delivery, 1)))
        let acts = try small.perform(try SmallEvidence.document("a", try SmallEvidence.page(.delivery, 2)))
        #expect(acts.map(\.kind) == [.evidenceAdded, .evidenceFlagged])
        #expect(small.state.evidence.likenesses == [EvidenceLikeness(piece: 3, other: 1, distance: 0)])
    }

    @Test(
        "nearly the same picture for two places is flagged",
        arguments: [
            (0, true, "packed anew without a loss"), (80, true, "the farthest that is nearly the same"),
            (81, false, "a bit farther"), (400, false, "another photo"),
        ]
    )
    func near(changed: Int, isFlagged: Bool, reason: String) throws {
        var small = try SmallEvidence()
        try small.add("a", try SmallEvidence.result(), try SmallEvidence.fingerprint("form"))
        let other = try SmallEvidence.fingerprint("form", changed: changed)
        // Of the same form nobody minds: it was photographed twice.
        #expect(try small.add("b", try SmallEvidence.result(page: 2), other).count == 1)
        try small.add("c", try SmallEvidence.result(3), other)
        let found = small.state.evidence.openLikenesses
        #expect(
            found.contains { $0 == .init(piece: 3, other: 1, distance: changed) } == isFlagged,
            "\(reason)"
        )
        // What is withdrawn is no open question any more.
        for number in [1, 2] {
            let piece = try #require(small.state.evidence[number])
            try small.perform(.evidenceWithdrawn(EvidenceWithdrawn(piece, reason: "another station's")))
        }
        #expect(small.state.evidence.openLikenesses == [])
        #expect(small.state.evidence.likenesses == found)
    }

    @Test("a few of many that look the same are noted, the nearest first")
    func manyNear() throws {
        var small = try SmallEvidence()
        for version in [FormVersion.regular, .revote, .recount, .postponed, .continued] {
            for station in 0..<5 {
                let number = small.state.evidence.count
                let print = try SmallEvidence.fingerprint("form", changed: 40 - number)
                try small.add("\(number)f", try SmallEvidence.result(station, version), print)
            }
        }
        let last = small.state.evidence.likenesses.filter { $0.piece == 25 }
        #expect(last.map(\.other) == Array((5...24).reversed()))
        #expect(last.map(\.distance) == Array(1...20))
    }

    @Test("withdrawn pieces keep their digests and need no bytes, unless another piece names them")
    func withdrawn() throws {
        var small = try SmallEvidence()
        try small.add("a", try SmallEvidence.result())
        try small.add("a", try SmallEvidence.result(3))
        func withdraw(_ number: Int) throws {
            let piece = try #require(small.state.evidence[number])
            try small.perform(.evidenceWithdrawn(EvidenceWithdrawn(piece, reason: "mixed up")), by: "head")
        }
        try withdraw(1)
        let files = try ["a", "a0", "a1"].map { try SmallEvidence.file($0).digest }
        for file in files { #expect(small.state.evidence.needs(file)) }
        #expect(small.state.evidence.erased == [])
        #expect(throws: ActFault.noEvidence) { try withdraw(1) }
        try withdraw(2)
        for file in files {
            #expect(!small.state.evidence.needs(file) && small.state.evidence.published(file) == nil)
            #expect(small.state.evidence.pieces(naming: file).count == 2)
        }
        #expect(small.state.evidence.erased == Set(files))
        #expect(small.state.evidence[1]?.withdrawal?.reason == "mixed up")
        #expect(small.state.evidence[1]?.withdrawal?.author.account == "head")
        // As the same page it does not come again; as another one it does.
        #expect(throws: ActFault.evidenceWithdrawn(1)) { try small.add("a", try SmallEvidence.result()) }
        try small.add("a", try SmallEvidence.result(page: 2))
        #expect(small.state.evidence.erased == [])
    }

    @Test("a withdrawal names what it is of, and why")
    func withdrawals() throws {
        var small = try SmallEvidence()
        try small.add("a", try SmallEvidence.result())
        let place = try SmallEvidence.result().place
        let (original, copy) = (try SmallEvidence.file("a").digest, try SmallEvidence.file("a1").digest)
        let other = try SmallEvidence.result(3).place
        let rows: [(String, EvidenceWithdrawn, ActFault)] = [
            ("no reason", EvidenceWithdrawn(place, copy: copy, original: original, reason: ""), .reason),
            (
                "without its copy", EvidenceWithdrawn(place, copy: nil, original: original, reason: "r"),
                .noEvidence
            ),
            (
                "of another original", EvidenceWithdrawn(place, copy: copy, original: copy, reason: "r"),
                .noEvidence
            ),
            (
                "as it is published", EvidenceWithdrawn(place, copy: copy, original: nil, reason: "r"),
                .noEvidence
            ),
            (
                "of another place", EvidenceWithdrawn(other, copy: copy, original: original, reason: "r"),
                .noEvidence
            ),
        ]
        for (reason, act, fault) in rows {
            #expect(throws: fault, "\(reason)") { try small.perform(.evidenceWithdrawn(act)) }
        }
        try small.perform(
            .evidenceWithdrawn(EvidenceWithdrawn(place, copy: copy, original: original, reason: "r"))
        )
    }

    @Test("a flag in a journal must be true")
    func forged() throws {
        var small = try SmallEvidence()
        try small.add("a", try SmallEvidence.result(), try SmallEvidence.fingerprint("form"))
        try small.add(
            "b",
            try SmallEvidence.result(page: 2),
            try SmallEvidence.fingerprint("form", changed: 9)
        )
        try small.add("c", try SmallEvidence.result(1))
        let last = try SmallEvidence.picture(
            "d",
            try SmallEvidence.result(3),
            try SmallEvidence.fingerprint("form", changed: 5)
        )
        try small.state.apply(last)
        let rows: [(String, Int, [(Int, Int)])] = [
            ("of nothing", 4, []), ("of a piece that is not the last", 2, [(1, 9)]),
            ("of a stranger", 4, [(3, 20)]), ("at another distance", 4, [(1, 6)]),
            ("of itself", 4, [(4, 0)]), ("of what comes later", 4, [(5, 0)]), ("of number 0", 4, [(0, 0)]),
            ("not the nearest first", 4, [(1, 5), (2, 4)]), ("twice", 4, [(1, 5), (1, 5)]),
        ]
        for (reason, piece, others) in rows {
            let act = EvidenceFlagged(
                piece: piece,
                others: others.map { EvidenceFlagged.Other(number: $0, distance: $1) }
            )
            #expect(throws: ActFault.evidenceLikeness(piece), "\(reason)") {
                try small.state.apply(.evidenceFlagged(act))
            }
        }
        let flag = try #require(small.state.evidence.likenessesOfLast())
        #expect(flag.others.map(\.number) == [2, 1] && flag.others.map(\.distance) == [4, 5])
        try small.state.apply(.evidenceFlagged(flag))
        #expect(throws: ActFault.evidenceLikeness(4)) { try small.state.apply(.evidenceFlagged(flag)) }
    }

    @Test("a station has no end of pages, but not without an end")
    func most() throws {
        var small = try SmallEvidence()
        let label = try SmallEvidence.page(.delivery)
        for number in 0..<EvidenceRegister.mostOfStation {
            try small.perform(try SmallEvidence.document(Self.digits(number), label))
        }
        #expect(throws: ActFault.tooMuchEvidence(label.place.station)) {
            try small.perform(try SmallEvidence.document("f", label))
        }
        try small.perform(try SmallEvidence.document("f", try SmallEvidence.page(.delivery, 1)))
    }

    @Test("is found among many, and a view stays as it was")
    func many() throws {
        var small = try SmallEvidence()
        var dice = Dice(salt: "evidence")
        var views: [(count: Int, register: EvidenceRegister)] = []
        for number in 0..<600 {
            let station = Int.random(in: 0..<5, using: &dice)
            let label = try SmallEvidence.page(.delivery, station)
            if (try? small.perform(try SmallEvidence.document(Self.digits(number), label))) == nil { break }
            if number % 97 == 0 { views.append((number + 1, small.state.evidence)) }
        }
        let register = small.state.evidence
        for number in 1...register.count {
            let digest = try SmallEvidence.file(Self.digits(number - 1)).digest
            #expect(register.pieces(naming: digest).map(\.number) == [number])
        }
        for (count, view) in views {
            #expect(view.count == count)
            #expect(view.needs(try SmallEvidence.file(Self.digits(count - 1)).digest))
            #expect(!view.needs(try SmallEvidence.file(Self.digits(count)).digest))
        }
        let stations = try SmallElection.regions().stations
        #expect(stations.map { small.state.evidence(of: $0).count }.reduce(0, +) == register.count)
    }

    /// Digits that no other number has.
    private static func digits(_ number: Int) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 8 - digits.utf8.count) + digits
    }
}
