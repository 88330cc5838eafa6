import Testing

@Suite("Papers")
struct PaperCommandTests {
    @Test(
        "help is as it was read and approved",
        arguments: [[], ["list"], ["make"], ["minutes"], ["issue"], ["check"], ["scan"]]
    )
    func help(_ words: [String]) async throws {
        let help = try await Command.run(["paper"] + words + ["--help"])
        #expect(help.status == 0 && help.errors == "")
        try expectGolden(help.output, (["help-paper"] + words).joined(separator: "-") + ".txt")
        let long = help.lines.filter { $0.count > 80 && !$0.hasPrefix("USAGE:") }
        #expect(long == [])
    }
}
