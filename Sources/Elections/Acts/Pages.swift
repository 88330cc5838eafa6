/// A long list in pages: copies share them, and a change behind a copy copies one page and the way to it.
///
/// A page holds 8 kB, a chapter 256 pages.
struct Pages<Element: Sendable>: Sendable {
    private(set) var count = 0
    private var chapters: [[[Element]]] = []

    private static var length: Int { max(1, 8_192 / MemoryLayout<Element>.stride) }
    private static var chapter: Int { 256 }

    init() {}

    init(repeating element: Element, count: Int) {
        for start in stride(from: 0, to: count, by: Self.length) {
            append([Element](repeating: element, count: min(Self.length, count - start))[...])
        }
    }

    subscript(place: Int) -> Element {
        get {
            let (page, line) = place.quotientAndRemainder(dividingBy: Self.length)
            return chapters[page / Self.chapter][page % Self.chapter][line]
        }
        set {
            let (page, line) = place.quotientAndRemainder(dividingBy: Self.length)
            chapters[page / Self.chapter][page % Self.chapter][line] = newValue
        }
    }

    mutating func append(_ element: Element) {
        let page = nextPage()
        chapters[page / Self.chapter][page % Self.chapter].append(element)
        count += 1
    }

    /// - Complexity: O(elements), and O(page) when a copy shares the last page.
    mutating func append(_ elements: ArraySlice<Element>) {
        var rest = elements
        while !rest.isEmpty {
            let page = nextPage()
            let part = rest.prefix(Self.length - count % Self.length)
            chapters[page / Self.chapter][page % Self.chapter].append(contentsOf: part)
            count += part.count
            rest = rest[part.endIndex...]
        }
    }

    /// Takes the last element away again.
    mutating func removeLast() {
        count -= 1
        let (page, line) = count.quotientAndRemainder(dividingBy: Self.length)
        chapters[page / Self.chapter][page % Self.chapter].removeLast()
        guard line == 0 else { return }
        chapters[page / Self.chapter].removeLast()
        if page % Self.chapter == 0 { chapters.removeLast() }
    }

    /// The page that the next element goes to, which is there afterwards.
    private mutating func nextPage() -> Int {
        let (page, line) = count.quotientAndRemainder(dividingBy: Self.length)
        guard line == 0 else { return page }
        if page % Self.chapter == 0 { chapters.append([]) }
        var first: [Element] = []
        // With its room from the beginning, also where it is copied.
        first.reserveCapacity(Self.length)
        chapters[page / Self.chapter].append(first)
        return page
    }

    /// Page after page.
    func forEachPage(_ body: ([Element]) -> Void) {
        for chapter in chapters { chapter.forEach(body) }
    }

    /// All of it in one piece.
    ///
    /// - Complexity: O(*n*).
    func joined() -> [Element] {
        var elements: [Element] = []
        elements.reserveCapacity(count)
        forEachPage { elements += $0 }
        return elements
    }
}
