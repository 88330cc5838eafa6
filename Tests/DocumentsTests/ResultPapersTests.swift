import Elections
import TestSupport
import Testing

@testable import Documents

@Suite("The papers of a result")
struct ResultPapersTests {
    private static func room(_ council: DeterminedCouncil) throws -> DocumentRoom {
        try #require(DocumentRoom(council.state) { _ in String(repeating: "0", count: 64) })
    }

    private static func rows(_ document: Document) -> [[String]] {
        document.blocks.flatMap { block -> [[String]] in
            if case .table(let table) = block { table.rows.map(\.cells) } else { [] }
        }
    }

    @Test("tell who took a seat from whom, and the decree keeps who was elected")
    func replacement() throws {
        var council = try DeterminedCouncil(hasSpare: true)
        try council.bring(to: .sworn)
        let decree = try #require(Self.room(council).document(.decree(3)))
        try council.replace()
        let room = try Self.room(council)
        let seat = MemberKey(district: 1, contestant: 1, seat: 1)
        let paper = try #require(room.document(.replacement(.regencyCouncil, seat)))
        #expect(paper.key.name == "penggantian/dprd-kabko/1-1-1")
        #expect(room.keys.contains(paper.key))
        #expect(
            paper.blocks == [
                .facts([
                    Document.Fact("Daerah pemilihan", "Kecil 1"), Document.Fact("Partai", "Alpha"),
                    Document.Fact("Kursi ke-", "1"),
                ]),
                .points(["Hj. Ani <A>: meninggal dunia, diganti 2 Maret 2020."]),
                .text("Penggantinya: Hj. Dewi, 0 suara."),
                .signatures([
                    Document.Signatory("Ketua Komisi Pemilihan Umum Kabupaten Kabupaten", hasStamp: true)
                ]),
            ]
        )
        #expect(room.document(.decree(3)) == decree, "what was determined stays determined")
        let elected = try #require(room.document(.elected(.regencyCouncil)))
        #expect(Self.rows(elected).contains { $0[1] == "Hj. Dewi" })
        #expect(!Self.rows(elected).contains { $0[1] == "Hj. Ani <A>" })
        #expect(Self.rows(decree).contains { $0[1] == "Hj. Ani <A>" })
    }

    @Test("have labels for the box and the envelope of each ballot at each station")
    func labels() throws {
        let room = try Self.room(try DeterminedCouncil())
        var stations: [String] = []
        for key in room.keys where key.kind == .label {
            guard case .labels(let labels) = try #require(room.document(key)).blocks[0] else {
                Issue.record("\(key.name) has no labels")
                continue
            }
            #expect(labels.allSatisfy { $0.lines.count == 3 })
            #expect(Set(labels.map { $0.lines[0] }) == ["KOTAK SUARA", "SAMPUL MODEL C1-DPRD Kab/Kota"])
            stations += labels.filter { $0.lines[0] == "KOTAK SUARA" }.map { $0.lines[2] }
        }
        #expect(stations.count == 5 && Set(stations).count == 5, "each station once")
    }

    @Test("are listed once there is something to stand on them")
    func keys() throws {
        var council = try DeterminedCouncil()
        func kinds(_ council: DeterminedCouncil) throws -> [String] {
            try Self.room(council).keys.filter { ![.stationResult, .label].contains($0.kind) }.map(\.name)
        }
        #expect(try kinds(council) == ["formulir/dprd-kabko/1", "pergeseran/dprd-kabko"])
        #expect(try Self.room(council).keys.count { $0.kind == .stationResult } == 5, "of each station")
        try council.bring(to: .proposed)
        #expect(
            try kinds(council) == [
                "formulir/dprd-kabko/1", "undangan/1", "berita-acara/1", "daftar-hadir/1",
                "pergeseran/dprd-kabko", "keputusan/1",
                "keputusan/2", "keputusan/3",
                "perhitungan-kursi/dprd-kabko/1", "calon-terpilih/dprd-kabko", "usul/dprd-kabko",
            ]
        )
        for key in try Self.room(council).keys {
            let document = try #require(Self.room(council).document(key), "\(key.name)")
            #expect(
                document.blocks.allSatisfy { block in
                    if case .table(let table) = block {
                        table.heads.count == table.columns.count
                            && table.rows.allSatisfy { $0.cells.count == table.heads.count }
                    } else {
                        true
                    }
                }
            )
        }
    }

    @Test("say what was determined, in figures and in words")
    func decrees() throws {
        var council = try DeterminedCouncil()
        try council.bring(to: .sworn)
        let room = try Self.room(council)
        let figures = try #require(room.document(.decree(1)))
        #expect(figures.number == "1/Kpt" && figures.date == "2019-07-20" && figures.mark == "")
        #expect(
            Self.rows(figures) == [
                ["1", "Partai Alpha", "260", "dua ratus enam puluh"],
                ["2", "Partai Beta", "125", "seratus dua puluh lima"],
                ["", "Jumlah", "385", "tiga ratus delapan puluh lima"],
            ]
        )
        #expect(Self.rows(try #require(room.document(.decree(2)))).map { $0[2] } == ["2", "1", "3"])
        #expect(
            Self.rows(try #require(room.document(.elected(.regencyCouncil)))) == [
                ["1", "Hj. Ani <A>", "Alpha", "1", "150"], ["2", "Hj. Budi", "Alpha", "2", "100"],
                ["3", "Hj. Cici", "Beta", "1", "100"],
            ]
        )
        #expect(room.document(.decree(4)) == nil && room.document(.decree(0)) == nil)
    }

    @Test("tell a case and a cancellation, and whoever took a seat")
    func cases() throws {
        var council = try DeterminedCouncil()
        try council.complain()
        let file = try #require(Self.room(council).document(.caseFile(1)))
        #expect(file.title == ["BERKAS PERKARA", "01/LP <1>"] && file.date == "2019-05-10")
        let points = file.blocks.flatMap { block in
            if case .points(let points) = block { points } else { [String]() }
        }
        #expect(points.contains("7 Mei 2019, pembuktian: bukti didengar"))
        #expect(points.contains("Umumkan putusan, paling lambat 14 Mei 2019: belum dilaksanakan."))
        #expect(try Self.room(council).keys.contains(.caseFile(1)))
        #expect(try Self.room(council).document(.caseFile(2)) == nil)
        #expect(try Self.room(council).document(.revote(1)) == nil)
    }

    @Test("of a pair have no district")
    func pair() throws {
        var council = try DeterminedCouncil(pairs: [60, 40])
        try council.bring(to: .sworn)
        let room = try Self.room(council)
        #expect(
            Self.rows(try #require(room.document(.decree(2)))) == [["1", "Ani <1> & Budi", "300"]]
        )
        let oath = try #require(room.document(.oath(.regent)))
        #expect(oath.number == "BA Sumpah" && oath.date == "2019-08-26")
        #expect(Self.rows(oath) == [["1", "Ani <1> & Budi", "300"]])
        #expect(try Self.room(DeterminedCouncil(pairs: [60, 40])).document(.oath(.regent)) == nil)
    }

    @Test("show every quotient that wins, and the next of each party")
    func quotients() throws {
        var council = try DeterminedCouncil()
        try council.bring(to: .determined)
        let sheet = try #require(Self.room(council).document(.seatSheet(.regencyCouncil, district: 1)))
        #expect(
            Self.rows(sheet) == [
                ["1", "Alpha", "260", "1", "260", "kursi ke-1"], ["", "", "", "3", "86 2/3", "kursi ke-3"],
                ["", "", "", "5", "52", ""], ["2", "Beta", "125", "1", "125", "kursi ke-2"],
                ["", "", "", "3", "41 2/3", ""],
            ]
        )
    }

    @Test("of a station have each figure, and the sums in words")
    func station() throws {
        let council = try DeterminedCouncil()
        let room = try Self.room(council)
        let key = try #require(room.keys.first { $0.kind == .stationResult })
        #expect(key.name == "hasil-tps/dprd-kabko/73.12.01.1001-001-reguler")
        let document = try #require(room.document(key))
        #expect(document.form == "MODEL C1-DPRD Kab/Kota" || document.form.hasPrefix("MODEL C1"))
        let rows = Self.rows(document)
        #expect(rows.contains(["suara Alpha", "52", "lima puluh dua"]))
        #expect(rows.contains(["1. Hj. Ani <A>", "30", ""]))
        let blank = try #require(room.document(.blankForm(.regencyCouncil, district: 1)))
        #expect(Self.rows(blank).map { $0[0] } == rows.map { $0[0] })
        #expect(Self.rows(blank).allSatisfy { $0[1] == "" && $0[2] == "" })
        // What nobody wrote is no zero.
        #expect(rows.contains(["suara sah", "", ""]))
    }
}
