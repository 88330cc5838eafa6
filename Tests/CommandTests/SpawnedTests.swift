import Foundation
import Glibc
import TestSupport
import Testing

@Suite("A program that the tests start")
struct SpawnedTests {
    @Test(
        "says how it ended, also where more files are open than one call of the system lists",
        .serialized,
        arguments: [
            ("exit 0", Spawned.Ending.exited(0), "it ends by itself"),
            ("exit 7", .exited(7), "it fails by itself"),
            ("kill -KILL $$", .killed(SIGKILL), "a signal ends it"),
            (
                "exit $(($(ls /proc/self/fd | wc -l) > 50))", .exited(0),
                "it has none of the files"
            ),
            ("kill -PIPE $$; exit 3", .killed(SIGPIPE), "it does not ignore what a server ignores"),
        ]
    )
    func ending(_ script: String, _ ending: Spawned.Ending, _ reason: String) async throws {
        // There Foundation's own reads behind the end of the list.
        let files = (0..<1_500).map { _ in unsafe open("/dev/null", O_RDONLY | O_CLOEXEC) }
        defer { files.forEach { close($0) } }
        try #require(!files.contains(-1))
        let process = try Spawned(URL(filePath: "/bin/bash"), ["-c", script])
        #expect(await process.ended() == ending, "\(reason)")
        #expect(!process.isRunning)
    }

    @Test("is collected when it ends, also where nobody asks how")
    func collected() async throws {
        let id = try Spawned(URL(filePath: "/bin/bash"), ["-c", "exit 0"]).id
        let deadline = ContinuousClock.now + .seconds(60)
        // A process that nobody collected still takes signals.
        while kill(id, 0) == 0, ContinuousClock.now < deadline {
            try await Task.sleep(for: .milliseconds(10))
        }
        #expect(kill(id, 0) == -1 && errno == ESRCH)
    }

    @Test("that is not there is named")
    func missing() {
        #expect { try Spawned(URL(filePath: "/bin/nothing-there"), []) } throws: { error in
            (error as? Spawned.NotStarted)?.program == "/bin/nothing-there"
        }
    }
}
