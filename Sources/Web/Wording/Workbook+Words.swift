import Elections
import Exchange

private typealias Text = LocalizedText

extension WorkbookRefusal.Fault {
    /// What is wrong with a workbook, and what to do; `place` is a part or a cell of it, empty for all of it.
    func words(in place: String) -> LocalizedText {
        let text = words
        guard !place.isEmpty else { return text }
        return Text(id: "\(text.indonesian) (\(place))", en: "\(text.english) (\(place))")
    }

    private var words: LocalizedText {
        switch self {
        case .notZip, .notWorkbook:
            Text(
                id: "bukan berkas XLSX; simpan sebagai \"Excel Workbook (.xlsx)\"",
                en: "no XLSX file; save it as \"Excel Workbook (.xlsx)\""
            )
        case .oldFormat:
            Text(
                id: "berkas lama atau berkata sandi; simpan sebagai .xlsx tanpa kata sandi",
                en: "an old file, or one with a password; save it as .xlsx without a password"
            )
        case .encrypted:
            Text(
                id: "berkas berkata sandi; simpan tanpa kata sandi",
                en: "the file needs a password; save it without one"
            )
        case .macros:
            Text(
                id: "berkas berisi makro, yang tidak diterima; simpan sebagai .xlsx biasa",
                en: "the file holds macros, which are not taken; save it as a plain .xlsx"
            )
        case .damaged, .packing, .badName, .nameTwice, .partMissing, .notUTF8, .declaration, .notXML,
            .malformed,
            .misplaced, .notANumber:
            Text(
                id: "berkas XLSX rusak; buka dan simpan ulang dengan program lembar kerja",
                en: "the XLSX file is damaged; open it in a spreadsheet program and save it again"
            )
        case .tooMuch(_, let limit):
            Text(
                id:
                    "berkas XLSX lebih besar daripada yang dibaca (\(limit)); hapus lembar dan sel yang tidak perlu",
                en:
                    "the XLSX file is larger than what is read (\(limit)); delete sheets and cells that are not needed"
            )
        }
    }
}
