import Exchange
import Foundation
public import TransparencyLog

/// Fetches the files of a log from where they lie; nothing that comes is believed yet.
///
/// - Source: C2SP tlog-tiles.
public struct LogFetcher: Sendable {
    /// Where the files lie.
    public let place: LogPlace

    private let source: Source
    private let time: Duration

    private enum Source {
        case folder(String)
        case site(URL, HTTPClient)
    }

    /// A fetcher of one log's files.
    ///
    /// - Parameters:
    ///   - place: Where they lie.
    ///   - client: Who asks, made only where they lie on the web.
    ///   - time: What one file may take.
    public init(
        _ place: LogPlace,
        by client: @autoclosure () -> HTTPClient,
        within time: Duration = .seconds(30)
    ) {
        self.place = place
        source =
            switch place {
            case .folder(let folder): .folder(folder)
            case .site(let url): .site(url, client())
            }
        self.time = time
    }

    /// The content of a file; a partial tile that is gone is cut out of the full one that took its place.
    ///
    /// - Throws: ``LogFetchError``.
    /// - Complexity: O(bytes).
    public func bytes(of resource: LogResource) async throws(LogFetchError) -> [UInt8] {
        do throws(LogFetchError) {
            return try await stored(resource)
        } catch {
            guard error.fault == .missing, let full = resource.full else { throw error }
            guard let bytes = resource.cut(from: try await stored(full)) else {
                throw LogFetchError(full, .cut)
            }
            return bytes
        }
    }

    /// A file beside the log's by its path, of up to `most` bytes; `nil` when it is not there.
    ///
    /// - Throws: ``LogFetchError/Fault``.
    public func file(_ path: String, most: Int) async throws(LogFetchError.Fault) -> [UInt8]? {
        switch source {
        case .folder(let folder):
            do throws(LogFetchError.Fault) {
                return try Self.read(folder + "/" + path, most)
            } catch .missing {
                return nil
            }
        case .site(let url, let client):
            let answer: HTTPClient.Answer
            do throws(HTTPFault) {
                answer = try await client.get(url.below(path), within: .init(bytes: most, time: time))
            } catch {
                throw .http(error)
            }
            switch answer.status {
            case 200: return answer.body
            case 404, 410: return nil
            case let status: throw .status(status)
            }
        }
    }

    /// The contents of tiles, by tile; each once.
    ///
    /// - Throws: ``LogFetchError``, of the first that cannot be had.
    /// - Complexity: O(tiles) requests.
    public func contents(of tiles: some Sequence<Tile>) async throws(LogFetchError) -> [Tile: [UInt8]] {
        var contents: [Tile: [UInt8]] = [:]
        for tile in tiles where contents[tile] == nil {
            contents[tile] = try await bytes(of: .tile(tile))
        }
        return contents
    }

    private func stored(_ resource: LogResource) async throws(LogFetchError) -> [UInt8] {
        do throws(LogFetchError.Fault) {
            guard let bytes = try await file(resource.path, most: resource.mostBytes) else { throw .missing }
            return bytes
        } catch {
            throw LogFetchError(resource, error)
        }
    }

    private static func read(_ path: String, _ most: Int) throws(LogFetchError.Fault) -> [UInt8] {
        do throws(RegularFile.Fault) { return try RegularFile.bytes(of: path, most: most) } catch {
            switch error {
            case .missing: throw .missing
            case .noFile: throw .noFile
            case .tooLarge: throw .tooLarge(limit: most)
            case .unreadable(let detail): throw .unreadable(detail: detail)
            }
        }
    }
}

/// Why a file of a log could not be had.
public struct LogFetchError: Error, Hashable, Sendable {
    /// The file.
    public let resource: LogResource

    /// What is wrong.
    public let fault: Fault

    init(_ resource: LogResource, _ fault: Fault) {
        self.resource = resource
        self.fault = fault
    }

    /// What can be wrong.
    public enum Fault: Error, Hashable, Sendable {
        /// It is not there.
        case missing
        /// The server gave no answer.
        case http(HTTPFault)
        /// The server answered with this status.
        case status(Int)
        /// What lies there is no file.
        case noFile
        /// It must not or cannot be read; `detail` is the system's word for it.
        case unreadable(detail: String)
        /// More bytes than such a file can have.
        case tooLarge(limit: Int)
        /// The full tile in the place of a partial one has less than that.
        case cut
    }
}

extension LogResource {
    /// The most bytes that such a file can have.
    fileprivate var mostBytes: Int {
        switch self {
        case .checkpoint: SignedNote.mostBytes
        case .tile: Tile.fullWidth * Hash.size
        case .entries: Tile.fullWidth * (EntryBundle.longestEntry + 2)
        }
    }

    /// What takes the place of a partial tile once there is more; nil of everything else.
    fileprivate var full: LogResource? {
        switch self {
        case .tile(let tile) where !tile.isFull: Tile(level: tile.level, index: tile.index).map(Self.tile)
        case .entries(let tile) where !tile.isFull:
            Tile(level: tile.level, index: tile.index).map(Self.entries)
        case .checkpoint, .tile, .entries: nil
        }
    }

    /// The beginning of a full tile that this partial one is; nil when it has not even that.
    fileprivate func cut(from full: [UInt8]) -> [UInt8]? {
        switch self {
        case .checkpoint: return nil
        case .tile(let tile):
            return full.count < tile.width * Hash.size ? nil : Array(full.prefix(tile.width * Hash.size))
        case .entries(let tile):
            guard let entries = try? EntryBundle(decoding: full).entries, entries.count >= tile.width else {
                return nil
            }
            return try? EntryBundle(Array(entries.prefix(tile.width))).bytes
        }
    }
}
