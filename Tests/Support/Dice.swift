import Foundation

/// Random numbers that can be had again: `PLENO_SEED=… swift test` repeats a run.
public struct Dice: RandomNumberGenerator, Sendable {
    private static let environment = ProcessInfo.processInfo.environment

    /// The seed of this run, printed once so that a failure can be repeated.
    private static let seed: UInt64 = {
        let seed = environment["PLENO_SEED"].flatMap(UInt64.init) ?? UInt64.random(in: 0..<1_000_000_000)
        print("Random input of this run: PLENO_SEED=\(seed)")
        return seed
    }()

    /// How often a random test is repeated; `PLENO_ROUNDS` multiplies the usual number.
    public static func rounds(_ usual: Int) -> Range<Int> {
        0..<(usual * (environment["PLENO_ROUNDS"].flatMap(Int.init) ?? 1))
    }

    private var state: UInt64

    /// Different salts give independent numbers of the same run.
    public init(salt: String) {
        state = salt.utf8.reduce(Self.seed) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }

    /// The same numbers in every run, for tests that must find something and not only look for it.
    public init(everyRun salt: String) {
        state = salt.utf8.reduce(0) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }

    /// SplitMix64.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
