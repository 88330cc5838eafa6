import ArgumentParser
import Elections
import Exchange
import Office

/// Reads an election folder or an office, or says everything that is wrong with it and ends with status 2.
func load(_ folder: String) async throws -> Snapshot {
    let place = try OfficePlace(path: folder)
    if place.isOffice { return try Snapshot.of(try await place.read().state, at: folder) }
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
