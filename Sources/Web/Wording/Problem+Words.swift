public import Elections
public import Exchange

extension Problem {
    /// The problem as a sentence a clerk can act on: file, row, column, what is wrong, what was expected.
    public func sentence(in language: Language) -> String {
        let text = hasKeys && kind == .empty ? Self.emptyDescription[language] : kind.text[language]
        return [file, place(in: language), text].filter { !$0.isEmpty }.joined(separator: ": ")
    }

    private func place(in language: Language) -> String {
        let (row, column) = hasKeys ? linePlace : cellPlace
        return [row?[language], column?[language]].compactMap(\.self).joined(separator: ", ")
    }

    private var cellPlace: (row: LocalizedText?, column: LocalizedText?) {
        (
            row.map { LocalizedText(id: "baris \($0)", en: "row \($0)") },
            column.map { LocalizedText(id: "kolom \"\($0)\"", en: "column \"\($0)\"") }
        )
    }

    /// A description, and a file of JSON, has lines and keys where a table has rows and columns.
    private var linePlace: (line: LocalizedText?, key: LocalizedText?) {
        (
            row.map { LocalizedText(id: "baris \($0)", en: "line \($0)") },
            column.map { LocalizedText(id: "\"\($0)\"", en: "\"\($0)\"") }
        )
    }

    private var hasKeys: Bool { file.hasSuffix(".yaml") || file.lowercased().hasSuffix(".json") }

    private static let emptyDescription = LocalizedText(
        id: "berkas kosong; diharapkan keterangan pemilu ini",
        en: "the file is empty; expected the description of the election"
    )
}

extension Problem.Kind {
    /// What is wrong and what was expected, without the place.
    fileprivate var text: LocalizedText {
        switch self {
        case .fileMissing:
            LocalizedText(id: "berkas tidak ada", en: "there is no such file")
        case .fileUnreadable(let detail):
            LocalizedText(
                id: "berkas tidak dapat dibaca (\(detail))",
                en: "the file cannot be read (\(detail))"
            )
        case .empty:
            LocalizedText(
                id: "berkas kosong; baris pertama harus berisi nama kolom",
                en: "the file is empty; its first row must name the columns"
            )
        case .noRows:
            LocalizedText(id: "tidak ada baris di bawah nama kolom", en: "there are no rows under the header")
        case .notUTF8(let byte):
            LocalizedText(
                id: "bukan teks UTF-8 (byte ke-\(byte)); simpan sebagai \"CSV UTF-8\"",
                en: "not UTF-8 text (byte \(byte)); save it as \"CSV UTF-8\""
            )
        case .gzipDamaged:
            LocalizedText(id: "berkas gzip rusak; salin ulang", en: "the gzip file is damaged; copy it again")
        case .gzipCut:
            LocalizedText(
                id: "berkas gzip terpotong; salin ulang sampai selesai",
                en: "the gzip file ends in the middle; copy it again to its end"
            )
        case .semicolons:
            LocalizedText(
                id: "kolom dipisahkan titik koma; diharapkan koma. Simpan sebagai CSV dengan pemisah koma",
                en: "the columns are separated by semicolons; expected commas. Save it as CSV with commas"
            )
        case .columnMissing(let found):
            LocalizedText(
                id: "kolom ini tidak ada; yang ada: \(found.joined(separator: ", "))",
                en: "there is no such column; the file has: \(found.joined(separator: ", "))"
            )
        case .columnsMissing(let names, let found):
            LocalizedText(
                id:
                    "tidak ada kolom \(names.joined(separator: " / ")); yang ada: \(found.joined(separator: ", "))",
                en: "expected a column \(names.joined(separator: " or ")); the file has: "
                    + found.joined(separator: ", ")
            )
        case .columnsExclude(let names):
            LocalizedText(
                id: "kolom \(names.joined(separator: " dan ")) tidak boleh ada bersama; pilih satu",
                en: "the columns \(names.joined(separator: " and ")) exclude each other; keep one"
            )
        case .tooManyRows(let limit):
            LocalizedText(
                id: "paling banyak \(limit) baris sekaligus; bagi berkasnya",
                en: "\(limit) rows at most at a time; divide the file"
            )
        case .workbook(let fault, let part, let cell):
            fault.words(in: [part, cell].compactMap(\.self).joined(separator: ", "))
        case .errorCell(let text):
            LocalizedText(
                id: "sel menampilkan \(text); betulkan rumusnya",
                en: "the cell shows \(text); mend its formula"
            )
        case .notCalculated:
            LocalizedText(
                id: "hasil rumus belum tersimpan; buka dan simpan berkasnya dengan program lembar kerja",
                en: "a formula's result was never stored; open and save the file in a spreadsheet program"
            )
        case .tooLong(let limit):
            LocalizedText(id: "lebih dari \(limit) byte", en: "longer than \(limit) bytes")
        case .notAPair(let text):
            LocalizedText(
                id: "\"\(text)\": diharapkan HITUNGAN=REKAPITULASI",
                en: "\"\(text)\": expected COUNTED=CERTIFIED"
            )
        case .needs(let option):
            LocalizedText(id: "memerlukan \(option)", en: "needs \(option)")
        case .columnMisspelt(let nearest):
            LocalizedText(
                id: "kolom ini tidak dikenal; maksudnya \"\(nearest)\"?",
                en: "there is no such column; did you mean \"\(nearest)\"?"
            )
        case .columnTwice:
            LocalizedText(id: "nama kolom ini muncul dua kali", en: "the header names this column twice")
        case .rowLength(let expected, let found):
            LocalizedText(
                id: "baris ini mempunyai \(found) sel; diharapkan \(expected) seperti nama kolom",
                en: "this row has \(found) cells; expected \(expected), as in the header"
            )
        case .strayQuote:
            LocalizedText(
                id: "tanda kutip tidak berpasangan; tulis \"\" untuk tanda kutip di dalam sel",
                en: "a quotation mark without its partner; write \"\" for one inside a cell"
            )
        case .emptyCell:
            LocalizedText(id: "sel kosong; harus diisi", en: "the cell is empty; it must be filled")
        case .notACount(let text):
            LocalizedText(
                id: "\"\(text)\" bukan bilangan cacah; tulis angka saja, tanpa titik atau koma",
                en: "\"\(text)\" is not a count; expected digits only, without points or commas"
            )
        case .negative(let text):
            LocalizedText(
                id: "\(text) kurang dari nol; diharapkan nol atau lebih",
                en: "\(text) is below zero; expected zero or more"
            )
        case .tooLarge(let text, let limit):
            LocalizedText(
                id: "\(text) terlalu besar; paling banyak \(limit)",
                en: "\(text) is too large; expected at most \(limit)"
            )
        case .sumTooLarge(let limit):
            LocalizedText(
                id: "jumlahnya terlalu besar; semuanya paling banyak \(limit)",
                en: "the sum is too large; expected at most \(limit) in all"
            )
        case .duplicate(let text, let firstRow):
            LocalizedText(
                id: "\"\(text)\" sudah ada di baris \(firstRow); harus satu kali saja",
                en: "\"\(text)\" stands in row \(firstRow) already; expected once only"
            )
        case .unknown(let text, let subject):
            subject.unknown(text)
        case .cycle(let units):
            LocalizedText(
                id: "satuan menjadi atasannya sendiri: \(units.joined(separator: " → "))",
                en: "units lie inside themselves: \(units.joined(separator: " → "))"
            )
        case .notYAML(let detail):
            LocalizedText(id: "bukan YAML yang benar (\(detail))", en: "not valid YAML (\(detail))")
        case .notJSON(let fault):
            fault.text
        case .nothingToImport:
            LocalizedText(
                id: "tidak ada berkas yang dapat diimpor di sini",
                en: "there is no file to import here"
            )
        case .tooManyFiles(let limit):
            LocalizedText(
                id: "lebih dari \(limit) berkas; impor per provinsi",
                en: "more than \(limit) files; import province by province"
            )
        case .tooManyForms(let limit):
            LocalizedText(
                id: "lebih dari \(limit) formulir; bagi berkasnya per kecamatan",
                en: "more than \(limit) forms; divide the file by subdistrict"
            )
        case .packed:
            LocalizedText(
                id: "berkas ini dimampatkan (gzip); buka dahulu, lalu unggah isinya",
                en: "this file is packed by gzip; unpack it first, then hand in what is inside"
            )
        case .keyMissing:
            LocalizedText(id: "isian ini tidak ada", en: "this key is missing")
        case .malformed(let text, let form):
            form.refusal(of: text)
        case .fileNotDescribed:
            LocalizedText(
                id: "dipakai tetapi tidak diterangkan di \"files\"; tulis sifat dan sumbernya",
                en: "used but not described under \"files\"; give its nature and source"
            )
        case .fileNotUsed:
            LocalizedText(
                id: "diterangkan di \"files\" tetapi tidak dipakai",
                en: "described under \"files\" but not used"
            )
        case .contradiction(let text, let expected, let row):
            LocalizedText(
                id: "\"\(text)\" berbeda dari \"\(expected)\" di baris \(row)",
                en: "\"\(text)\" contradicts \"\(expected)\" in row \(row)"
            )
        case .seatsUnknown:
            LocalizedText(
                id: "jumlah kursi tidak diketahui; isi kolom \"seats_total\" atau pakai --seats",
                en: "the number of seats is not known; fill the column \"seats_total\" or use --seats"
            )
        case .nobodyTakesPart(let district):
            LocalizedText(
                id:
                    "tidak ada partai\(district.isEmpty ? "" : " di \"\(district)\"") yang mencapai ambang batas",
                en: "no party\(district.isEmpty ? "" : " in \"\(district)\"") reaches the threshold"
            )
        case .decision(let misfit):
            misfit.text
        case .misfit(let misfit):
            misfit.text
        }
    }
}

extension Problem.JSONFault {
    fileprivate var text: LocalizedText {
        switch self {
        case .cut:
            LocalizedText(
                id: "berkas JSON terpotong; salin ulang sampai selesai",
                en: "the JSON ends in the middle; copy the file again to its end"
            )
        case .unexpected(let byte):
            LocalizedText(id: "bukan JSON (byte ke-\(byte))", en: "not JSON (byte \(byte))")
        case .nameTwice(let name):
            LocalizedText(
                id: "bukan JSON yang jelas: \"\(name)\" muncul dua kali",
                en: "not clear JSON: \"\(name)\" stands twice"
            )
        case .tooDeep(let limit):
            LocalizedText(
                id: "JSON bersarang lebih dari \(limit) tingkat",
                en: "the JSON is nested more than \(limit) levels deep"
            )
        }
    }
}

extension Problem.DecisionMisfit {
    fileprivate var text: LocalizedText {
        switch self {
        case .noTie:
            LocalizedText(
                id: "tidak ada seri di sini; keputusan ini tidak (lagi) cocok",
                en: "nothing is tied here; the decision does not fit (any more)"
            )
        case .notTied(let names):
            LocalizedText(
                id: "partai ini tidak seri; yang seri: \(names.joined(separator: ", "))",
                en: "this party is not tied; tied are: \(names.joined(separator: ", "))"
            )
        case .partyNotTied:
            LocalizedText(
                id: "keputusan ini memberi kursi kepada partai yang tidak seri",
                en: "the decision gives seats to a party that is not tied"
            )
        case .tooMany(let most):
            LocalizedText(
                id: "paling banyak \(most) kursi seri untuk satu partai",
                en: "one party can take at most \(most) of the contested seats"
            )
        case .wrongSum(let contested, let decided):
            LocalizedText(
                id: "\(decided) kursi diputuskan; yang seri \(contested)",
                en: "\(decided) seat(s) decided; \(contested) contested"
            )
        }
    }
}

extension Problem.Subject {
    fileprivate func unknown(_ text: String) -> LocalizedText {
        LocalizedText(
            id: "\(name[.indonesian]) \"\(text)\" tidak dikenal",
            en: "unknown \(name[.english]) \"\(text)\""
        )
    }

    private var name: LocalizedText {
        switch self {
        case .unit: LocalizedText(id: "satuan", en: "unit")
        case .level: LocalizedText(id: "tingkat", en: "level")
        case .station: LocalizedText(id: "TPS", en: "station")
        case .party: LocalizedText(id: "partai", en: "party")
        case .partyOfTotals:
            LocalizedText(
                id: "partai (tidak ada di berkas --totals)",
                en: "party (absent in the file of --totals)"
            )
        case .district: LocalizedText(id: "daerah pemilihan", en: "district")
        case .election: LocalizedText(id: "pemilu", en: "election")
        case .column: LocalizedText(id: "kolom", en: "column")
        case .key: LocalizedText(id: "isian", en: "key")
        case .field: LocalizedText(id: "kolom formulir", en: "column of a form")
        }
    }
}

extension Problem.Form {
    fileprivate func refusal(of text: String) -> LocalizedText {
        let expected = expected
        return text.isEmpty
            ? LocalizedText(id: "diharapkan \(expected[.indonesian])", en: "expected \(expected[.english])")
            : LocalizedText(
                id: "\"\(text)\": diharapkan \(expected[.indonesian])",
                en: "\"\(text)\": expected \(expected[.english])"
            )
    }

    private var expected: LocalizedText {
        switch self {
        case .date: LocalizedText(id: "tanggal seperti 2019-04-17", en: "a date such as 2019-04-17")
        case .regionCode:
            LocalizedText(id: "kode wilayah seperti 73.12.04.1005", en: "a region code such as 73.12.04.1005")
        case .villageCode:
            LocalizedText(
                id: "kode desa/kelurahan seperti 73.12.04.1005",
                en: "the code of a village such as 73.12.04.1005"
            )
        case .stationNumber:
            LocalizedText(id: "nomor TPS dari 1 sampai 999", en: "a station number from 1 to 999")
        case .stationCode:
            LocalizedText(
                id: "kode TPS 13 angka seperti 7312041005007",
                en: "a station code of 13 digits such as 7312041005007"
            )
        case .listNumber: LocalizedText(id: "nomor urut calon dari 1", en: "a number on the list from 1")
        case .digest:
            LocalizedText(
                id: "sidik SHA-256: 64 angka heksadesimal kecil",
                en: "a SHA-256 digest: 64 lower-case hexadecimal digits"
            )
        case .colour: LocalizedText(id: "warna seperti #1b7a44", en: "a colour such as #1b7a44")
        case .text: LocalizedText(id: "teks", en: "a text")
        case .mapping:
            LocalizedText(id: "isian berbentuk \"nama: nilai\"", en: "entries of the form \"name: value\"")
        case .list: LocalizedText(id: "daftar dengan \"-\"", en: "a list with \"-\"")
        case .formatVersion: LocalizedText(id: "versi format 1", en: "format version 1")
        case .relativePath:
            LocalizedText(id: "nama berkas di dalam folder ini", en: "the name of a file inside this folder")
        case .oneOf(let names):
            LocalizedText(
                id: "salah satu dari \(names.joined(separator: ", "))",
                en: "one of \(names.joined(separator: ", "))"
            )
        }
    }
}

extension Problem.Misfit {
    fileprivate var text: LocalizedText {
        switch self {
        case .wrongKind(let code):
            LocalizedText(
                id: "jenis wilayah \(code) tidak sesuai dengan panjang kodenya",
                en: "the kind of region \(code) does not fit the length of its code"
            )
        case .parentMissing(let code):
            LocalizedText(
                id: "wilayah di atas \(code) tidak ada di berkas ini",
                en: "the region above \(code) is not in this file"
            )
        case .outsideDistricts(let code):
            LocalizedText(
                id: "wilayah \(code) tidak termasuk daerah pemilihan mana pun",
                en: "region \(code) is in no electoral district"
            )
        case .stationInTwoVillages(let id, let other, let row):
            LocalizedText(
                id: "TPS \(id) sudah ada di desa \(other) (baris \(row)); satu TPS hanya di satu desa",
                en: "station \(id) is in village \(other) already (row \(row)); expected in one village only"
            )
        case .candidateInTwoLists(let name, let row):
            LocalizedText(
                id:
                    "\(name) sudah ada di daftar lain (baris \(row)); bila dua orang, isi kolom \"namesake\"",
                en:
                    "\(name) is on another list already (row \(row)); if these are two people, tell their names "
                    + "or titles apart"
            )
        case .ballotNotAtStation(let ballot, let station):
            LocalizedText(
                id:
                    "TPS \(station) tidak mempunyai surat suara \(ballot); lihat kolom \"ballots\" di daftar TPS",
                en:
                    "station \(station) does not have the ballot \(ballot); see \"ballots\" in the file of stations"
            )
        case .inTwoDistricts(let code):
            LocalizedText(
                id: "wilayah \(code) termasuk dua daerah pemilihan",
                en: "region \(code) is in two electoral districts"
            )
        case .nested(let code):
            LocalizedText(
                id: "wilayah \(code) terletak di dalam wilayah baris lain; suaranya akan terhitung dua kali",
                en: "region \(code) lies inside the region of another row; its votes would count twice"
            )
        case .thresholdUnknown(let ballot):
            LocalizedText(
                id:
                    "kursi \(ballot) bergantung pada ambang batas nasional, yang tidak cukup diketahui folder ini; "
                    + "sebutkan suara sah nasional setiap partai dengan \"nation\", atau hapus \"districts\"",
                en:
                    "the seats of \(ballot) depend on a share of the nation's votes, of which this folder does not know "
                    + "enough; name each party's valid votes in the nation with \"nation\", or remove \"districts\""
            )
        case .noThreshold(let ballot):
            LocalizedText(
                id: "kursi \(ballot) tidak bergantung pada ambang batas nasional; hapus \"nation\"",
                en: "the seats of \(ballot) depend on no share of the nation's votes; remove \"nation\""
            )
        case .noSeatRule(let ballot):
            LocalizedText(
                id: "peraturan ini tidak membagi kursi untuk \(ballot)",
                en: "this law divides no seats for \(ballot)"
            )
        case .tiesWithoutDistricts(let ballot):
            LocalizedText(
                id: "\(ballot) mempunyai \"ties\" tanpa \"districts\"",
                en: "\(ballot) has \"ties\" without \"districts\""
            )
        case .listsNotOnBallot(let ballot):
            LocalizedText(
                id: "\(ballot) bukan surat suara dengan daftar calon; hapus \"candidates\"",
                en: "\(ballot) is no ballot with lists; remove \"candidates\""
            )
        case .noFigures(let ballot):
            LocalizedText(
                id: "\(ballot) tidak mempunyai \"readings\" maupun \"reported\"",
                en: "\(ballot) has neither \"readings\" nor \"reported\""
            )
        case .ballotNotInLaw(let ballot):
            LocalizedText(
                id: "peraturan ini tidak mengenal surat suara \(ballot)",
                en: "this law does not know the ballot \(ballot)"
            )
        case .stationsDiffer(let register):
            LocalizedText(
                id: "daftar TPS mempunyai \(register) TPS di wilayah ini; kosongkan sel bila tidak diketahui",
                en: "the register has \(register) stations in this region; leave the cell empty if not known"
            )
        case .beforeVote(let first):
            LocalizedText(
                id: "sebelum hari pemungutan suara, \(first)",
                en: "before the day of the vote, \(first)"
            )
        case .blankAboveStations:
            LocalizedText(id: "lebih banyak daripada TPS-nya", en: "more than there are stations")
        case .formsDiffer(let station, let file, let row):
            Self.formsDiffer(station, file, row)
        case .otherFileDiffers(let text, let expected, let file, let row):
            LocalizedText(
                id: "\"\(text)\" berbeda dari \"\(expected)\" di \(file), baris \(row)",
                en: "\"\(text)\" contradicts \"\(expected)\" in \(file), row \(row)"
            )
        case .severalProvinces(let provinces):
            LocalizedText(
                id: "TPS dari \(provinces.joined(separator: ", ")); satu folder paling luas satu provinsi",
                en: "stations of \(provinces.joined(separator: ", ")); a folder holds one province at most"
            )
        case .inBrackets:
            LocalizedText(
                id: "ditulis dalam kurung; tulis sebagai baris-baris agar isian dapat ditambahkan",
                en: "written in brackets; write it as lines, so that an entry can be added"
            )
        case .cannotInsert:
            LocalizedText(
                id: "isian baru tidak dapat disisipkan tanpa mengubah yang lain; tambahkan dengan tangan",
                en: "a new entry cannot be inserted without changing others; add it by hand"
            )
        case .fileInTheWay:
            LocalizedText(
                id:
                    "berkas ini sudah ada dan tidak disebut di election.yaml; pindahkan atau pakai --reading lain",
                en: "this file is there already and election.yaml does not name it; move it, or use another "
                    + "--reading"
            )
        case .signedFile:
            LocalizedText(
                id: "berkas ini bertanda tangan (sha256) dan tidak diubah; pakai --reading lain",
                en: "this file is signed (sha256) and is not changed; use another --reading"
            )
        case .packedFile:
            LocalizedText(
                id: "berkas ini dimampatkan (gzip) dan tidak diubah; buka dahulu, atau pakai --reading lain",
                en:
                    "this file is packed by gzip and is not changed; unpack it first, or use another --reading"
            )
        }
    }

    private static func formsDiffer(_ station: String, _ file: String, _ row: Int?) -> LocalizedText {
        let indonesian = [file, row.map { "baris \($0)" } ?? ""].filter { !$0.isEmpty }
        let english = [file, row.map { "row \($0)" } ?? ""].filter { !$0.isEmpty }
        return LocalizedText(
            id:
                "formulir TPS \(station) ada juga di \(indonesian.joined(separator: ", ")), dengan angka lain",
            en:
                "the form of station \(station) is also in \(english.joined(separator: ", ")), with other figures"
        )
    }
}
