import Elections
import Foundation

@testable import Exchange

/// The smallest election folder that uses every kind of file; tests change one thing in it.
struct TinyFolder {
    /// One thing done to the folder.
    enum Change {
        case none
        case remove(String)
        case text(String, String)
        case bytes(String, [UInt8])
        /// The file's text with `old`, which must be there, replaced.
        case replace(String, String, with: String)
        case append(String, String)
        case each([Change])
    }

    private(set) var files: [String: [UInt8]] = TinyFolder.files.mapValues { Array($0.utf8) }

    init(_ change: Change = .none) throws {
        try apply(change)
    }

    /// The text is not in the file: the test, not the folder, is wrong.
    struct NotFound: Error {
        let file: String
        let text: String
    }

    private mutating func apply(_ change: Change) throws {
        switch change {
        case .none: break
        case .remove(let file): files[file] = nil
        case .text(let file, let text): files[file] = Array(text.utf8)
        case .bytes(let file, let bytes): files[file] = bytes
        case .append(let file, let text): files[file, default: []] += text.utf8
        case .each(let changes): for change in changes { try apply(change) }
        case .replace(let file, let old, let new):
            let text = String(decoding: files[file, default: []], as: UTF8.self)
            guard text.contains(old) else { throw NotFound(file: file, text: old) }
            files[file] = Array(text.replacingOccurrences(of: old, with: new).utf8)
        }
    }

    /// Reads the folder; problems name files as the folder does.
    func read() async throws -> Snapshot {
        let folder = try Samples.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, bytes) in files { try Data(bytes).write(to: folder.appending(path: name)) }
        do throws(Problems) {
            return try await ElectionFolder.read(folder.path)
        } catch {
            throw error.named { $0.replacingOccurrences(of: folder.path + "/", with: "") }
        }
    }

    /// Everything wrong with the folder; none when it is an election.
    func problems() async throws -> [Problem] {
        do {
            _ = try await read()
            return []
        } catch let problems as Problems {
            return problems.list
        }
    }
}

extension Problems {
    /// The same problems with other names for the files.
    func named(_ name: (String) -> String) -> Problems {
        let list = list.map { Problem($0.kind, file: name($0.file), row: $0.row, column: $0.column) }
        return Problems(list, further: further)
    }
}

extension TinyFolder {
    /// The text of a file before anything is done to it.
    static func text(_ file: String) -> String { files[file, default: ""] }

    static let files = [
        "election.yaml": """
        format: 1
        name: { id: Pemilu kecil, en: Small election }
        date: 2019-04-17
        law: pemilu2019
        place: "73.12"
        regions: regions.csv
        stations: stations.csv
        ballots:
          - ballot: PPWP
            contestants: pairs.csv
            readings:
              - id: office
                name: { id: Kantor, en: Office }
                file: readings.csv
            certified: certified.csv
          - ballot: DPRD_KABKO
            contestants: parties.csv
            districts: districts.csv
            reported: reported.csv
            determined: determined.csv
        files:
          regions.csv: { nature: register, source: { id: R, en: R } }
          stations.csv: { nature: roll, source: { id: S, en: S } }
          pairs.csv: { nature: register, source: { id: P, en: P } }
          readings.csv: { nature: reading, source: { id: F, en: F } }
          certified.csv: { nature: certified, source: { id: C, en: C } }
          parties.csv: { nature: register, source: { id: P, en: P } }
          districts.csv: { nature: register, source: { id: D, en: D } }
          reported.csv: { nature: reported, source: { id: V, en: V } }
          determined.csv: { nature: determined, source: { id: K, en: K } }

        """,
        "regions.csv": """
        code,name,kind
        73,Selatan,provinsi
        73.12,Kecil,kabupaten
        73.12.01,Utara,kecamatan
        73.12.01.1001,Bila,desa
        73.12.01.1002,Lapa,kelurahan
        73.12.02,Timur,kecamatan
        73.12.02.1001,Mano,desa

        """,
        "stations.csv": """
        village,station,electorate_male,electorate_female
        73.12.01.1001,1,100,110
        73.12.01.1001,2,90,95
        73.12.01.1002,1,80,
        73.12.02.1001,1,70,75

        """,
        "pairs.csv": """
        number,name,short_name,colour
        1,Satu – Dua,Satu,#112233
        2,Tiga – Empat,Tiga,#aabbcc

        """,
        "readings.csv": """
        village,station,votes_1,votes_2,valid,invalid,total
        73.12.01.1001,1,60,40,100,2,102
        73.12.01.1001,2,50,30,80,1,81
        73.12.01.1002,1,20,30,50,0,50
        73.12.02.1001,1,,,,,

        """,
        "certified.csv": """
        region,votes_1,votes_2
        73.12.01.1001,110,75
        73.12.01.1002,20,30

        """,
        "parties.csv": """
        number,name,short_name,colour
        1,Partai Satu,P1,#112233
        4,Partai Empat,P4,#aabbcc

        """,
        "districts.csv": """
        number,name,seats,regions
        1,Kecil 1,3,73.12.01
        2,Kecil 2,2,73.12.02

        """,
        "reported.csv": """
        region,stations,stations_blank,votes_1,votes_4
        73.12.01.1001,2,0,100,50
        73.12.01.1002,1,0,30,40
        73.12.02.1001,1,0,20,30

        """,
        "determined.csv": """
        number,seats
        1,3
        4,2

        """,
    ]
}
