import Elections

/// How somebody types what a paper says: mostly right.
struct Typist {
    /// Slips among a thousand figures.
    let errors: Int
    private var dice: Dice

    /// A typist, at one attempt at one form.
    init(errors: Int, _ dice: Dice) {
        self.errors = errors
        self.dice = dice
    }

    /// Types figures; `nil` for what is left empty.
    mutating func type(_ paper: [Int?]) -> [Int?] {
        var typed = paper
        for place in paper.indices {
            guard let figure = paper[place], dice.happens(errors) else { continue }
            switch dice.below(4) {
            case 0: typed[place] = Self.swapped(figure) ?? wrong(figure)
            case 1: typed[place] = nil
            case 2:
                // Into the neighbouring column, and the neighbour's into this one.
                guard place > 0, let other = typed[place - 1], other != figure else {
                    typed[place] = wrong(figure)
                    continue
                }
                typed[place - 1] = figure
                typed[place] = other
            default: typed[place] = wrong(figure)
            }
        }
        return typed
    }

    /// Looks at the paper again: three slips in four are found.
    mutating func reviewed(_ typed: [Int?], beside paper: [Int?]) -> [Int?] {
        zip(typed, paper).map { $0 != $1 && dice.happens(750) ? $1 : $0 }
    }

    /// The last two digits that differ, swapped; `nil` where no two do.
    private static func swapped(_ figure: Int) -> Int? {
        var (above, unit) = (figure, 1)
        while above >= 10 {
            let (low, high) = (above % 10, above / 10 % 10)
            if low != high { return figure + (high - low) * unit - (high - low) * unit * 10 }
            (above, unit) = (above / 10, unit * 10)
        }
        return nil
    }

    /// One digit wrong.
    private mutating func wrong(_ figure: Int) -> Int {
        let unit = dice.happens(700) || figure < 10 ? 1 : 10
        let digit = figure / unit % 10
        return figure + ((digit + dice.among(1...9)) % 10 - digit) * unit
    }
}
