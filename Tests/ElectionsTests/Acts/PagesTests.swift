import TestSupport
import Testing

@testable import Elections

@Suite("A list in pages")
struct PagesTests {
    @Test("is a list, whatever is done to it, and so are its copies")
    func list() {
        var dice = Dice(salt: "pages")
        for _ in Dice.rounds(40) {
            let beginning = Int.random(in: 0...3_000, using: &dice)
            var pages = Pages<Int>(repeating: 7, count: beginning)
            var list = [Int](repeating: 7, count: beginning)
            var copies: [(Pages<Int>, [Int])] = []
            for step in 0..<40 {
                switch Int.random(in: 0..<4, using: &dice) {
                case 0:
                    pages.append(step)
                    list.append(step)
                case 1:
                    let more = (0..<Int.random(in: 0...2_500, using: &dice)).map { $0 ^ step }
                    pages.append(more[...])
                    list += more
                case 2:
                    guard let place = list.indices.randomElement(using: &dice) else { continue }
                    pages[place] = -step
                    list[place] = -step
                default: copies.append((pages, list))
                }
            }
            copies.append((pages, list))
            for (pages, list) in copies {
                #expect(pages.count == list.count)
                #expect(pages.joined() == list)
                #expect(list.indices.allSatisfy { pages[$0] == list[$0] })
            }
        }
    }

    @Test("goes on in a new chapter")
    func chapters() {
        let page = 8_192 / MemoryLayout<Int>.stride
        var pages = Pages<Int>()
        let list = Array(0..<257 * page + 3)
        pages.append(list[...])
        #expect(pages.joined() == list)
        #expect(pages[256 * page - 1] == 256 * page - 1)
        #expect(pages[256 * page] == 256 * page)
    }
}
