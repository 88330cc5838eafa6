import Tally
import Testing

@Suite("A tree of units")
struct UnitTreeTests {
    @Test(
        "numbers units in preorder, children in the order of the list",
        arguments: [
            ([], [], "no units"),
            ([nil], [0], "a single root"),
            ([nil, 0, 0, 1, 2, 1], [0, 1, 3, 5, 2, 4], "children follow their parent"),
            ([1, nil, 1], [1, 0, 2], "a child before its parent in the list"),
            ([nil, 3, 0, nil, 3], [0, 2, 3, 1, 4], "two roots"),
        ] as [([Int?], [Int], Comment)]
    )
    func preorder(parents: [Int?], expected: [Int], reason: Comment) throws {
        #expect(try UnitTree(parents: parents).preorder == expected, reason)
    }

    @Test(
        "is refused when it is none",
        arguments: [
            ([0], .cycles([[0]]), "its own parent"),
            ([nil, 2, 1], .cycles([[1, 2]]), "each other's parent"),
            (
                [2, nil, 4, 1, 0, 2], .cycles([[0, 2, 4]]),
                "a cycle with a unit hanging on it, and a sound part"
            ),
            ([3, 2, 1, 0], .cycles([[0, 3], [1, 2]]), "two cycles, both named"),
            ([nil, 2], .parentOutOfRange(unit: 1, parent: 2), "no such parent"),
            ([-1], .parentOutOfRange(unit: 0, parent: -1), "a negative index is no way to say root"),
        ] as [([Int?], UnitTree.Failure, Comment)]
    )
    func refusal(parents: [Int?], expected: UnitTree.Failure, reason: Comment) {
        #expect(throws: expected, reason) { try UnitTree(parents: parents) }
    }

    @Test("knows who is above, below and beside")
    func relatives() throws {
        let tree = try UnitTree(parents: [nil, 0, 0, 1, 1, nil])
        #expect(tree.roots == [0, 5])
        #expect(tree.parent(of: 3) == 1 && tree.parent(of: 0) == nil)
        #expect(tree.children(of: 0) == [1, 2] && tree.children(of: 2).isEmpty)
        #expect(tree.ancestors(of: 4) == [1, 0])
        #expect(tree.subtree(of: 1) == [1, 3, 4])
        #expect(tree.contains(4, in: 0) && tree.contains(1, in: 1) && !tree.contains(2, in: 1))
    }

    @Test("may be as deep as it has units")
    func chain() throws {
        let depth = 200_000
        let tree = try UnitTree(parents: [nil] + (0..<depth).map { $0 })
        #expect(tree.ancestors(of: depth).count == depth)
    }
}
