import TestSupport
import Testing

@testable import Images

@Suite("Pictures with random faults")
struct ArbitraryPicturesTests {
    @Test("are refused, or looked into to the end")
    func faults() throws {
        let photo = Drawing.photo(width: 40, height: 24)
        let jpeg = Files.jpeg(
            Files.jpeg(photo),
            with: 0xE1,
            Files.exif(orientation: 6)
        )
        let png = try #require(LibPNG.pack(photo, limit: 100_000))
        var dice = Dice(salt: "arbitrary pictures")
        var looked = 0
        for _ in Dice.rounds(150) {
            for file in [jpeg, png] {
                var faulty = file
                for _ in 0..<Int.random(in: 1...4, using: &dice) {
                    // Headers more often than pixels.
                    let end = Bool.random(using: &dice) ? min(400, faulty.count) : faulty.count
                    let place = Int.random(in: 0..<end, using: &dice)
                    switch Int.random(in: 0..<4, using: &dice) {
                    case 0: faulty[place] = UInt8.random(in: 0...255, using: &dice)
                    case 1: faulty[place] ^= 1 << UInt8.random(in: 0..<8, using: &dice)
                    case 2: faulty.remove(at: place)
                    default: faulty.insert(0xFF, at: place)
                    }
                }
                guard let picture = try? Picture(faulty) else { continue }
                looked += 1
                let copy = try? picture.publishableCopy()
                #expect(copy.map { $0.header.orientation == .upright } ?? true)
                _ = try? picture.miniature()
                _ = try? picture.part(PictureRegion(x: 0, y: 0, width: 1, height: 1), width: 1)
            }
        }
        #expect(looked > 0)
    }
}
