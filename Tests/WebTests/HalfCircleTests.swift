import Testing

@testable import Web

@Suite("The half-circle")
struct HalfCircleTests {
    @Test("every seat has its place, inside the frame and apart from the others", arguments: 1...200)
    func places(count: Int) {
        let places = HalfCircle(count: count).places
        #expect(places.count == count)
        #expect(
            places.allSatisfy { place in
                place.x >= place.radius && place.x <= 200 - place.radius && place.y >= place.radius
                    && place.y <= 108
            }
        )
        for (index, place) in places.enumerated() {
            for other in places[(index + 1)...] {
                let (x, y) = (place.x - other.x, place.y - other.y)
                let apart = place.radius + other.radius
                #expect(x * x + y * y >= apart * apart, "\(count): seats overlap")
            }
        }
    }

    @Test("no seats, no places")
    func none() {
        #expect(HalfCircle(count: 0).places.isEmpty)
    }
}
