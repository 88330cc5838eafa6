import Accounts
import Foundation

enum Sample {
    /// A password that is one.
    static let password = "kuda putih minum di tepi telaga"

    /// The path of a folder that is not there yet; in memory, where nothing waits for the disk.
    static func folder() -> String {
        let memory = "/dev/shm"
        let isThere = FileManager.default.isWritableFile(atPath: memory)
        return (isThere ? memory : FileManager.default.temporaryDirectory.path)
            + "/pleno-\(UUID().uuidString)"
    }
}

/// A name that is one.
func name(_ text: String) -> AccountName {
    guard let name = try? AccountName(parsing: text) else { preconditionFailure("\(text) is a name") }
    return name
}

/// The bytes of a text in base 32, for tests as long as an app needs no more.
func base32(_ text: String) -> [UInt8] {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
    let bits = text.flatMap { letter in
        let value = alphabet.firstIndex(of: letter) ?? 0
        return (0..<5).map { value >> (4 - $0) & 1 }
    }
    return stride(from: 0, to: bits.count / 8 * 8, by: 8).map { start in
        bits[start..<(start + 8)].reduce(0) { $0 << 1 | UInt8($1) }
    }
}
