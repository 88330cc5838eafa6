import Foundation

/// Where the seats of a council stand when drawn as a half-circle.
///
/// The arithmetic of places is drawing, not counting: floating point is fine here and nowhere before it.
struct HalfCircle {
    /// A place in a drawing 200 wide and 104 high.
    struct Place {
        let x: Double
        let y: Double
        let radius: Double
    }

    /// The places, from left to right.
    let places: [Place]

    /// Places for `count` seats in as many rows as keep them round and apart.
    init(count: Int) {
        guard count > 0 else {
            places = []
            return
        }
        let rows = Self.rows(for: count)
        let outer = 92.0
        let inner = rows == 1 ? outer : 40.0
        let radii = (0..<rows).map {
            rows == 1 ? outer : inner + (outer - inner) * Double($0) / Double(rows - 1)
        }
        let seats = Self.share(count, among: radii)
        let gap = rows == 1 ? 60.0 : (outer - inner) / Double(rows - 1)
        let radius = min(
            gap * 0.4,
            zip(radii, seats).map { Double.pi * $0 / Double(max(1, $1)) * 0.4 }.min() ?? 1,
            7.5
        )
        var angled: [(angle: Double, place: Place)] = []
        for (row, number) in zip(radii, seats) {
            for seat in 0..<number {
                let angle = number == 1 ? 0.5 : Double(seat) / Double(number - 1)
                let radians = Double.pi * (1 - angle)
                angled.append((angle, Self.place(row, radians, radius)))
            }
        }
        places = angled.sorted { ($0.angle, $0.place.y) < ($1.angle, $1.place.y) }.map(\.place)
    }

    private static func rows(for count: Int) -> Int {
        switch count {
        case ...10: 1
        case ...24: 2
        case ...60: 3
        case ...150: 5
        default: 8
        }
    }

    /// Shares `count` seats among rows in proportion to their length, each row at least one.
    private static func share(_ count: Int, among radii: [Double]) -> [Int] {
        let length = radii.reduce(0, +)
        var seats = radii.map { max(1, Int(Double(count) * $0 / length)) }
        var row = radii.count - 1
        while seats.reduce(0, +) < count {
            seats[row] += 1
            row = row == 0 ? radii.count - 1 : row - 1
        }
        return seats
    }

    private static func place(_ row: Double, _ radians: Double, _ radius: Double) -> Place {
        Place(x: 100 + row * cos(radians), y: 100 - row * sin(radians), radius: radius)
    }
}
