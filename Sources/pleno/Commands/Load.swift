import ArgumentParser
import Elections
import Exchange

/// Reads an election folder, or says everything that is wrong with it and ends with status 2.
func load(_ folder: String) async throws -> Snapshot {
    do throws(Problems) {
        return try await ElectionFolder.read(folder)
    } catch {
        throw reportBadInput(error)
    }
}

/// The forms a command can answer in.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
    case table, csv, json
}
