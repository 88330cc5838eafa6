import Elections
import TestSupport
import Testing

@testable import Rehearsal

@Suite("A rehearsed count")
struct RehearsedCountTests {
    @Test("ends with every form accepted and equal to its paper, however badly people type")
    func ends() throws {
        var dice = TestSupport.Dice(salt: "rehearsals")
        for _ in TestSupport.Dice.rounds(12) {
            let seed = Int.random(in: 0..<1_000_000, using: &dice)
            let errors = Int.random(in: 0...RehearsalPlan.mostErrors, using: &dice)
            var play = try Play(seed: seed, errors: errors)
            try play.play()
            #expect(play.count.papers.count == 6)
            #expect(play.count.unequal(in: play.state) == [], "seed \(seed), errors \(errors)")
            #expect(play.wrong == [], "seed \(seed), errors \(errors)")
            #expect(play.tally.entries >= 12)
        }
    }

    @Test("is the same from the same seed, and another from another")
    func seeds() throws {
        func acts(_ seed: Int) throws -> [String] {
            var play = try Play(seed: seed, errors: 30)
            try play.play()
            return play.done
        }
        #expect(try acts(7) == acts(7))
        #expect(try acts(7) != acts(8))
    }

    @Test("goes on as it would have, wherever it was broken off")
    func brokenOff() throws {
        var (whole, broken) = (try Play(seed: 7, errors: 60), try Play(seed: 7, errors: 60))
        try whole.play()
        try broken.play(isForgetful: true)
        #expect(whole.done == broken.done)
    }

    @Test("shows everything that can happen to a form, and tries everything that is forbidden")
    func everything() throws {
        var (sent, decided, approved, returned, reopened) = (0, 0, 0, 0, 0)
        var tried: Set<Forbidden.Kind> = []
        // What is rare needs more counts than what is not.
        for seed in 1...200 where seed <= 16 || min(sent, decided, approved, returned, reopened) == 0 {
            var play = try Play(seed: seed, errors: 100)
            try play.play()
            sent += play.tally.sentBack
            decided += play.tally.decided
            approved += play.tally.approved
            returned += play.tally.returned
            reopened += play.tally.reopened
            tried.formUnion(play.refused.keys)
        }
        #expect(sent > 0 && decided > 0 && approved > 0 && returned > 0 && reopened > 0)
        #expect(tried == Forbidden.Kind.ofCount)
    }

    @Test(
        "without slips two people type each form once, and about one in twelve is held as it stands on paper"
    )
    func withoutSlips() throws {
        var (forms, held) = (0, 0)
        for seed in 1...40 {
            var play = try Play(seed: seed, errors: 0)
            try play.play()
            #expect(play.tally.entries == 2 * play.count.papers.count)
            #expect(play.tally.differences == 0)
            #expect(play.tally.held == play.tally.approved)
            forms += play.count.papers.count
            held += play.tally.held
        }
        #expect((forms / 24...forms / 6).contains(held), "\(held) of \(forms)")
    }
}
