import Testing

@Suite("Bad input, in the words of the clerk")
struct BadInputTests {
    @Test(
        "names file, row, column and what was expected, in both languages, and ends with 2",
        arguments: [
            (
                "", "v.csv: the file is empty; its first row must name the columns",
                "v.csv: berkas kosong; baris pertama harus berisi nama kolom"
            ),
            (
                "party;votes\n",
                "v.csv: row 1: the columns are separated by semicolons; expected commas. Save it as CSV with commas",
                "v.csv: baris 1: kolom dipisahkan titik koma; diharapkan koma. Simpan sebagai CSV dengan pemisah koma"
            ),
            (
                "partai,votes\nA,1\n",
                "v.csv: row 1, column \"party\": there is no such column; the file has: partai, votes",
                "v.csv: baris 1, kolom \"party\": kolom ini tidak ada; yang ada: partai, votes"
            ),
            (
                "party,votes\nA,1.000\n",
                "v.csv: row 2, column \"votes\": \"1.000\" is not a count; expected digits only, without points or commas",
                "v.csv: baris 2, kolom \"votes\": \"1.000\" bukan bilangan cacah; tulis angka saja, tanpa titik atau koma"
            ),
            (
                "party,votes\nA,1\u{200B}5\n",  // A space without width: looks like 15, is none.
                "v.csv: row 2, column \"votes\": \"1\\u{200B}5\" is not a count; expected digits only, without points or commas",
                "v.csv: baris 2, kolom \"votes\": \"1\\u{200B}5\" bukan bilangan cacah; tulis angka saja, tanpa titik atau koma"
            ),
            (
                "party,votes\nA,\u{1B}[2J1\n",  // Would wipe the terminal.
                "v.csv: row 2, column \"votes\": \"\\u{1B}[2J1\" is not a count; expected digits only, without points or commas",
                "v.csv: baris 2, kolom \"votes\": \"\\u{1B}[2J1\" bukan bilangan cacah; tulis angka saja, tanpa titik atau koma"
            ),
            (
                "party,votes\nA,-1\n",
                "v.csv: row 2, column \"votes\": -1 is below zero; expected zero or more",
                "v.csv: baris 2, kolom \"votes\": -1 kurang dari nol; diharapkan nol atau lebih"
            ),
            (
                "party,votes\nA,9007199254740992\n",
                "v.csv: row 2, column \"votes\": 9007199254740992 is too large; expected at most 9007199254740991",
                "v.csv: baris 2, kolom \"votes\": 9007199254740992 terlalu besar; paling banyak 9007199254740991"
            ),
            (
                "party,votes\nA,1\nA,1\n",
                "v.csv: row 3, column \"party\": \"A\" stands in row 2 already; expected once only",
                "v.csv: baris 3, kolom \"party\": \"A\" sudah ada di baris 2; harus satu kali saja"
            ),
            (
                "party,votes,seats_total\nA,1,1\nB,1,2\n",
                "v.csv: row 3, column \"seats_total\": \"2\" contradicts \"1\" in row 2",
                "v.csv: baris 3, kolom \"seats_total\": \"2\" berbeda dari \"1\" di baris 2"
            ),
            (
                "party,votes\nA,1\nB,1\nC,1\n", "v.csv: row 2: no party reaches the threshold",
                "v.csv: baris 2: tidak ada partai yang mencapai ambang batas"
            ),
        ]
    )
    func votes(votes: String, english: String, indonesian: String) async throws {
        let scratch = try Scratch()
        let words = ["seats", try scratch.file("v.csv", votes), "--seats", "1", "--threshold", "50%"]
        for (language, expected) in [("en", english), ("id", indonesian)] {
            let run = try await Command.run(words, environment: ["PLENO_LANG": language])
            #expect(run.status == 2)
            #expect(run.output == "")
            #expect(scratch.shortened(run.errors) == expected + "\n")
        }
    }

    @Test("tells every problem at once, a line each")
    func all() async throws {
        let scratch = try Scratch()
        let file = try scratch.file("v.csv", "party,votes\n,1\nB,x\nC,-1\nC,\n")
        let run = try await Command.run("seats", file, "--seats", "1")
        #expect(run.status == 2)
        #expect(run.errors.split(separator: "\n").count == 4)
    }

    @Test("counts what it does not tell")
    func flood() async throws {
        let scratch = try Scratch()
        let rows = String(repeating: "A,x\n", count: 1_500)
        let file = try scratch.file("v.csv", "party,votes\n" + rows)
        let run = try await Command.run("seats", file, "--seats", "1")
        #expect(run.errors.split(separator: "\n").last == "… and 500 more")
    }
}
