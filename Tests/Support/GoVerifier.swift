package import Foundation
import Testing

/// `Tests/Log/verify.go`: the packages of Go's checksum database read a log that lies in a folder.
package enum GoVerifier {
    /// The program, built once for all tests.
    private static let program = Result { try build() }

    /// Reads the log in a folder; status 0 when all of it holds.
    package static func verify(_ folder: URL) throws -> (status: Int32?, text: String) {
        try run(program.get(), [folder.path])
    }

    /// Builds without a network, from what Debian installed, into a folder that `make clean` removes.
    private static func build() throws -> URL {
        let go = URL(filePath: "/usr/bin/go")
        try #require(FileManager.default.fileExists(atPath: go.path), "`Scripts/install.sh test` installs Go")
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
            .standardizedFileURL
        let source = root.appending(path: "Tests/Log/verify.go")
        let folder = root.appending(path: ".build/go")
        let program = folder.appending(path: "verify")
        let environment = [
            "GO111MODULE": "off", "GOPATH": "/usr/share/gocode",
            "GOCACHE": folder.appending(path: "cache").path,
            "PATH": "/usr/bin:/bin",
        ]
        let answer = try run(go, ["build", "-o", program.path, source.path], environment)
        try #require(answer.status == 0, "\(answer.text)")
        return program
    }
}

/// Runs a program; its text is what it says on both channels.
private func run(
    _ program: URL,
    _ arguments: [String],
    _ environment: [String: String] = [:]
) throws -> (status: Int32?, text: String) {
    let pipe = Pipe()
    let writing = pipe.fileHandleForWriting
    let process = try Spawned(program, arguments, environment: environment, output: writing, errors: writing)
    try writing.close()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    return (process.wait().status, String(decoding: output, as: UTF8.self))
}
