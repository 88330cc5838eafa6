import CSpawn
public import Foundation
import Glibc
import Synchronization

/// A program that the tests started, by posix_spawn(3).
///
/// Foundation's `Process` copies 256 bytes from each name in `/proc/self/fd`: where some 1,360 files are open, as
/// where many connections are tested at once, it reads behind the end of the list. It was also seen to miss an end.
///
/// It is collected as soon as it ends, whether anybody asks or not: whoever waits for any child of this process, as
/// exit tests do, is told of one that nobody collects again and again, and of no other.
public final class Spawned: Sendable {
    /// How a program ended.
    public enum Ending: Hashable, Sendable {
        case exited(Int32)
        case killed(Int32)

        /// Its status; `nil` when a signal ended it.
        public var status: Int32? {
            guard case .exited(let status) = self else { return nil }
            return status
        }
    }

    /// The system did not start it.
    public struct NotStarted: Error {
        /// Where it lies.
        public let program: String
        /// What the system says.
        public let reason: String
    }

    /// The number of the process.
    public let id: Int32
    private let known = Mutex<Ending?>(nil)

    /// Starts a program; a channel that is not given is `/dev/null`, and it has no other open file of this process.
    ///
    /// - Parameters:
    ///   - program: Where it lies.
    ///   - words: Its arguments, without its name.
    ///   - environment: The whole of its environment; this process's where there is none.
    ///   - folder: Where it runs; here where there is none.
    ///   - input: What it reads.
    ///   - output: Where it writes.
    ///   - errors: Where it complains.
    /// - Throws: ``NotStarted``.
    public init(
        _ program: URL,
        _ words: [String],
        environment: [String: String]? = nil,
        folder: URL? = nil,
        input: FileHandle? = nil,
        output: FileHandle? = nil,
        errors: FileHandle? = nil
    ) throws {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        for (channel, handle) in zip(CInt(0)..., [input, output, errors]) {
            if let handle {
                unsafe posix_spawn_file_actions_adddup2(&actions, handle.fileDescriptor, channel)
            } else {
                unsafe posix_spawn_file_actions_addopen(&actions, channel, "/dev/null", O_RDWR, 0)
            }
        }

        unsafe posix_spawn_file_actions_addclosefrom_np(&actions, 3)
        if let folder { unsafe posix_spawn_file_actions_addchdir_np(&actions, folder.path) }

        // What this process ignores, as a server ignores a reader that went away, its children must not.
        var (attributes, signals) = (posix_spawnattr_t(), sigset_t())
        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        unsafe sigemptyset(&signals)
        unsafe posix_spawnattr_setsigmask(&attributes, &signals)
        for signal in [SIGPIPE, SIGINT, SIGTERM, SIGHUP] { unsafe sigaddset(&signals, signal) }
        unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
        unsafe posix_spawnattr_setflags(
            &attributes,
            CShort(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF)
        )

        let environment = environment ?? ProcessInfo.processInfo.environment
        let arguments = unsafe ([program.path] + words).map { unsafe strdup($0) }
        let variables = unsafe environment.map { unsafe strdup("\($0)=\($1)") }
        defer { unsafe (arguments + variables).forEach { unsafe free($0) } }
        var id: Int32 = 0
        let status = unsafe posix_spawn(
            &id,
            program.path,
            &actions,
            &attributes,
            arguments + [nil],
            variables + [nil]
        )
        guard status == 0 else {
            throw NotStarted(program: program.path, reason: unsafe String(cString: strerror(status)))
        }
        self.id = id
        Thread.detachNewThread { [self] in collect() }
    }

    /// Waits for its end on a thread of its own.
    private func collect() {
        var info = unsafe siginfo_t()
        // It is left where it is until nobody can send it a signal any more.
        while unsafe waitid(P_PID, id_t(id), &info, WEXITED | WNOWAIT) == -1, errno == EINTR {}
        known.withLock { known in
            var status: CInt = 0
            let found = unsafe waitpid(id, &status, 0)
            // Somebody else collected it.
            guard found == id else { return known = .killed(0) }
            known = status & 0x7F == 0 ? .exited(status >> 8 & 0xFF) : .killed(status & 0x7F)
        }
    }

    /// How it ended; `nil` while it runs.
    public var ending: Ending? { known.withLock { $0 } }

    /// Whether it has not ended.
    public var isRunning: Bool { ending == nil }

    /// Waits on this thread until it ends.
    @discardableResult public func wait() -> Ending {
        while true {
            if let ending { return ending }
            usleep(4_000)
        }
    }

    /// Waits until it ends.
    @discardableResult public func ended() async -> Ending {
        while true {
            if let ending { return ending }
            try? await Task.sleep(for: .milliseconds(4))
        }
    }

    /// Sends it a signal, unless it has ended.
    public func send(_ signal: Int32) {
        known.withLock { known in
            // Once its end was asked for, its number may be another's.
            if known == nil { _ = kill(id, signal) }
        }
    }
}
