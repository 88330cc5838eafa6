/// Numbers that follow from a seed and from what they are for, whenever and in whatever order they are asked for.
struct Dice: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// The dice of one purpose; others are independent of them.
    init(_ seed: Int, _ purpose: String) {
        // FNV-1a over the purpose, on top of the seed.
        state = purpose.utf8.reduce(UInt64(truncatingIfNeeded: seed) &+ 0xCBF2_9CE4_8422_2325) {
            ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3
        }
    }

    /// SplitMix64.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A whole number of 0..<`bound`; 0 where that is empty.
    mutating func below(_ bound: Int) -> Int {
        bound > 0 ? Int(next() % UInt64(bound)) : 0
    }

    /// A whole number of a range.
    mutating func among(_ range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

    /// What happens so many times in a thousand.
    mutating func happens(_ perThousand: Int) -> Bool { below(1_000) < perThousand }

    /// Divides a number by weights; what is left over goes to the first ones.
    static func divide(_ number: Int, by weights: [Int]) -> [Int] {
        let all = max(1, weights.reduce(0, +))
        var parts = weights.map { number * $0 / all }
        let left = number - parts.reduce(0, +)
        for place in 0..<min(left, parts.count) { parts[place] += 1 }
        return parts
    }

    /// One of them; `nil` of none.
    mutating func pick<Element>(_ elements: [Element]) -> Element? {
        elements.isEmpty ? nil : elements[below(elements.count)]
    }
}
