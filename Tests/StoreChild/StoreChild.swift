import Glibc
import Office
import SQLiteStorage

/// A process of its own for the tests of the store: one that can be killed, limited or deprived of rights.
///
/// `office PLACE CLIENTS` opens an office at a path or an address, whose clients command without end and say each answer ·
/// `append PATH BATCH` adds batches until it is ended, and says each count that was acknowledged ·
/// `limited PATH BYTES` adds one, then one that does not fit into files of BYTES, then one that does ·
/// `hold PATH` opens it and waits · `try PATH` opens it · `deprived PATH` opens it as nobody.
@main
enum StoreChild: Sendable {
    static func main() async {
        let words = CommandLine.arguments
        guard words.count > 2 else { return say("usage: pleno-store-child TASK PATH [NUMBER]") }
        let number = words.count > 3 ? Int(words[3]) ?? 1 : 1
        do throws(StoreFault) {
            switch words[1] {
            case "append": try await append(to: words[2], batch: number)
            case "limited": try await limited(words[2], bytes: number)
            case "office": try await work(in: words[2], clients: number)
            case "hold":
                let store = try await SQLiteStore.open(words[2])
                say("open")
                while readLine() != nil {}
                await store.close()
            case "try": try await tryToOpen(words[2])
            case "deprived":
                setgid(65_534)
                setuid(65_534)
                try await tryToOpen(words[2])
            default: say("no task \(words[1])")
            }
        } catch {
            say("\(error)")
        }
    }

    private static func tryToOpen(_ path: String) async throws(StoreFault) {
        let store = try await SQLiteStore.open(path)
        say("open \(try await store.end().count)")
        await store.close()
    }

    /// Writes a line at once: what stood in a buffer would die with the process.
    static func say(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        _ = unsafe bytes.withUnsafeBytes { unsafe write(STDOUT_FILENO, $0.baseAddress, $0.count) }
    }

    /// An entry whose text tells whether it is whole.
    private static func entry(_ place: Int) -> StoredEntry {
        let text = "\(place) " + String(repeating: "x", count: 20 + place % 700) + " \(place)"
        return StoredEntry(sequence: place, account: "child", request: "\(place)", text: Array(text.utf8))
    }

    private static func append(to path: String, batch: Int) async throws(StoreFault) {
        let store = try await SQLiteStore.open(path)
        var count = try await store.end().count
        while true {
            try await store.append(
                (count..<count + batch).map(entry),
                frontier: Array("\(count + batch)".utf8)
            )
            count += batch
            say("\(count)")
        }
    }

    private static func limited(_ path: String, bytes: Int) async throws(StoreFault) {
        let store = try await SQLiteStore.open(path)
        try await store.append([entry(0)], frontier: [1])
        say("first")
        // Beyond the limit the system answers with a fault, once its signal is not heard.
        signal(SIGXFSZ, SIG_IGN)
        var limit = rlimit(rlim_cur: rlim_t(bytes), rlim_max: rlim_t.max)
        unsafe setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
        let large = (1..<65).map {
            StoredEntry(
                sequence: $0,
                account: "child",
                request: "\($0)",
                text: .init(repeating: 0x61, count: 60_000)
            )
        }
        do throws(StoreFault) {
            try await store.append(large, frontier: [2])
            say("large")
        } catch { say("\(error)") }
        say("count \(try await store.end().count)")
        do throws(StoreFault) {
            try await store.append([entry(1)], frontier: [3])
            say("second")
        } catch { say("\(error)") }
        say("count \(try await store.end().count)")
        await store.close()
    }
}
