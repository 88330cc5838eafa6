import Documents
import Elections
import Exchange
import Foundation
import Office
import TransparencyLog

/// A file of a paper, or a picture of its code, held against the office's keys and, where one is at hand, its record.
struct PaperCheck {
    /// The keys the office signs papers with.
    let keys: [VerifierKey]
    /// The papers that are on record; `nil` where only keys are known.
    let register: PaperRegister?
    let helper: PaperHelper

    /// What a file turned out to be.
    struct Finding {
        let note: PaperNote
        let key: VerifierKey
        /// The pages that were seen, of how many.
        let pages: [Int]
        let count: Int
        let standing: Standing
        /// The editions there are; `nil` where no record is at hand.
        let editions: Int?

        /// How far it is proven to be what was issued.
        enum Standing {
            /// The very file that is on record.
            case recorded
            /// What the paper's content comes to, set again, to the byte.
            case identical
            /// Only codes were seen: that the letters around them are the paper's is for eyes to see.
            case codes
        }
    }

    /// The first thing that is wrong with a file.
    enum Fault: Error {
        /// It cannot be read as a PDF or a picture.
        case unreadable(String)
        /// No page has a code of a paper, or a page of a paper has none.
        case noCode(page: Int?)
        /// A code is none that this office signed.
        case note(PaperNoteFault, page: Int?)
        /// A page is of another paper than the first.
        case otherPaper(page: Int, PaperName, edition: Int)
        /// A page stands where another belongs.
        case otherPage(page: Int, Int)
        /// The file has another number of pages than the paper.
        case pageCount(Int, Int)
        /// Its content is not what was signed.
        case content
        /// What stands on a page is not what the content comes to.
        case text(page: Int, found: String?, expected: String?)
        /// The attached figures are not those of its content.
        case figures
        /// Its letters are those of its content, but it is another file: what is seen may be something else.
        case otherFile
        /// It has letters, and not the content they should be.
        case noContent
        /// It was never issued, or with another content.
        case notIssued
        /// It cannot be set again to be compared.
        case notSet(String)
    }

    /// Checks a file.
    ///
    /// - Throws: ``Fault``, or ``PaperHelper/Failure``.
    func check(_ path: String) throws -> Finding {
        let read: PaperHelper.Read
        switch try helper.read(path) {
        case .success(let found): read = found
        case .failure(let wrong): throw Fault.unreadable(wrong.reason)
        }
        return if let content = read.files["document.json"] {
            try check(path, read, content)
        } else {
            try checkCodes(read)
        }
    }

    private func verified(_ note: [UInt8], page: Int?) throws(Fault) -> (note: PaperNote, key: VerifierKey) {
        do throws(PaperNoteFault) { return try PaperNote.verified(note, by: keys) } catch {
            throw .note(error, page: page)
        }
    }

    /// Pictures and scans: what the codes say.
    private func checkCodes(_ read: PaperHelper.Read) throws(Fault) -> Finding {
        // A file of letters is no scan: without its signed content nobody can say what they should be.
        guard read.pages.allSatisfy({ $0.text.allSatisfy(\.isWhitespace) }) else { throw .noContent }
        var first: (note: PaperNote, key: VerifierKey)?
        var (pages, count): (Set<Int>, Int) = ([], 0)
        for (place, page) in read.pages.enumerated() {
            let codes = page.codes.compactMap(PageCode.init(parsing:))
            guard !codes.isEmpty else { throw .noCode(page: read.pages.count == 1 ? nil : place + 1) }
            for code in codes {
                let found = try verified(code.note, page: place + 1)
                if let first, first.note != found.note {
                    throw .otherPaper(page: place + 1, found.note.name, edition: found.note.edition)
                }
                if first != nil, code.pages != count { throw .pageCount(code.pages, count) }
                first = found
                guard pages.insert(code.page).inserted else { throw .otherPage(page: place + 1, code.page) }
                count = code.pages
            }
        }
        guard let first else { throw .noCode(page: nil) }
        try checkIssued(first.note)
        if let known = edition(first.note)?.paper.pages, known != count { throw .pageCount(count, known) }
        return Finding(
            note: first.note,
            key: first.key,
            pages: pages.sorted(),
            count: count,
            standing: .codes,
            editions: register.map { $0[first.note.name].count }
        )
    }

    private func edition(_ note: PaperNote) -> PaperRegister.Edition? {
        register?[note.name, note.edition]
    }

    /// Where a record is at hand, it must know of the issue.
    private func checkIssued(_ note: PaperNote) throws(Fault) {
        guard register != nil else { return }
        guard let edition = edition(note), edition.paper.content.description == note.content.hex,
            edition.basis.size == note.size, edition.basis.root.description == note.root.hex
        else { throw .notIssued }
    }

    /// The file as it was made: its codes, its content, and every letter on its pages.
    private func check(_ path: String, _ read: PaperHelper.Read, _ content: String) throws -> Finding {
        guard let signature = read.files["signature.txt"] else { throw Fault.noCode(page: nil) }
        let (note, key) = try verified(Array(signature.utf8), page: nil)
        for (place, page) in read.pages.enumerated() {
            let codes = page.codes.compactMap(PageCode.init(parsing:))
            guard let code = codes.first else { throw Fault.noCode(page: place + 1) }
            let found = try verified(code.note, page: place + 1).note
            guard codes.count == 1, found == note else {
                throw Fault.otherPaper(page: place + 1, found.name, edition: found.edition)
            }
            guard code.pages == read.pages.count else {
                throw Fault.pageCount(read.pages.count, code.pages)
            }
            guard code.page == place + 1 else { throw Fault.otherPage(page: place + 1, code.page) }
        }
        guard Hash.digest(Array(content.utf8)) == note.content else { throw Fault.content }
        try checkIssued(note)
        let recorded = edition(note).flatMap { $0.paper.file.digest.description == read.digest ? $0 : nil }
        let standing = try compare(read, content, note, key, signature, recorded?.engine)
        return Finding(
            note: note,
            key: key,
            pages: Array(1...read.pages.count),
            count: read.pages.count,
            standing: standing,
            editions: register.map { $0[note.name].count }
        )
    }

    /// Sets the content again, and holds the file beside it: what is seen is what is signed where every byte is the same.
    ///
    /// `engine` is what set the file that is on record; `nil` where this is not that file.
    ///
    /// - Returns: How far it is proven.
    /// - Throws: ``Fault``, or ``PaperHelper/Failure``.
    private func compare(
        _ read: PaperHelper.Read,
        _ content: String,
        _ note: PaperNote,
        _ key: VerifierKey,
        _ signature: String,
        _ engine: String?
    ) throws -> Finding.Standing {
        let folder = FileManager.default.temporaryDirectory.appending(path: "pleno-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let stamp = DocumentStamp(
            note: signature,
            signer: "\(key.name)",
            edition: note.edition,
            size: note.size,
            root: note.root.hex
        )
        let job = PaperHelper.Job(name: "paper", document: content, stamp: stamp)
        let outcome = try helper.set([job], to: folder.path)
        guard let made = outcome.made.first else { throw Fault.notSet(outcome.failed.first?.reason ?? "") }
        if made.digest == read.digest { return engine == nil ? .identical : .recorded }
        // Another version sets it otherwise: then the record's word is all there is.
        if let engine, !engine.hasSuffix(made.engine) { return .recorded }
        let again = try helper.read(folder.appending(path: "paper.pdf").path)
        guard case .success(let expected) = again else { throw Fault.notSet("") }
        guard expected.files["figures.csv"] == read.files["figures.csv"] else { throw Fault.figures }
        guard expected.pages.count == read.pages.count else {
            throw Fault.pageCount(read.pages.count, expected.pages.count)
        }
        for (place, (found, expected)) in zip(read.pages, expected.pages).enumerated() {
            let (words, right) = (Self.words(found.text), Self.words(expected.text))
            guard words != right else { continue }
            let at =
                zip(words, right).enumerated().first { $1.0 != $1.1 }?.offset ?? min(words.count, right.count)
            throw Fault.text(
                page: place + 1,
                found: at < words.count ? words[at] : nil,
                expected: at < right.count ? right[at] : nil
            )
        }
        throw Fault.otherFile
    }

    private static func words(_ text: String) -> [String] {
        text.split(whereSeparator: \.isWhitespace).map(String.init)
    }
}

extension PaperCheck.Fault {
    /// What is wrong, in words.
    var words: LocalizedText {
        func on(_ page: Int?) -> (id: String, en: String) {
            page.map { ("halaman \($0): ", "page \($0): ") } ?? ("", "")
        }
        switch self {
        case .unreadable(let reason):
            return LocalizedText(
                id: "bukan PDF atau gambar yang dapat dibaca (\(reason))",
                en: "no PDF or picture that can be read (\(reason))"
            )
        case .noCode(let page):
            return LocalizedText(
                id: on(page).id + "tidak ada kode bertanda tangan dari dokumen yang diterbitkan",
                en: on(page).en + "there is no signed code of an issued paper"
            )
        case .note(let fault, let page):
            return LocalizedText(
                id: on(page).id + fault.words.indonesian,
                en: on(page).en + fault.words.english
            )
        case .otherPaper(let page, let name, let edition):
            return LocalizedText(
                id: on(page).id + "kodenya milik dokumen lain: \(name), terbitan \(edition)",
                en: on(page).en + "its code is another paper's: \(name), edition \(edition)"
            )
        case .otherPage(let page, let other):
            return LocalizedText(
                id: on(page).id + "kodenya milik halaman \(other)",
                en: on(page).en + "its code is that of page \(other)"
            )
        case .pageCount(let found, let expected):
            return LocalizedText(
                id: "berkas ini \(found) halaman, dokumennya \(expected)",
                en: "the file has \(found) pages, the paper \(expected)"
            )
        case .content:
            return LocalizedText(
                id: "isi di dalam berkas bukan yang ditandatangani",
                en: "the content in the file is not what was signed"
            )
        case .text(let page, let found, let expected):
            return LocalizedText(
                id: on(page).id
                    + "tertulis \(found.map { "\"\($0)\"" } ?? "lebih sedikit"), seharusnya \(expected.map { "\"\($0)\"" } ?? "tidak ada lagi")",
                en: on(page).en
                    + "it says \(found.map { "\"\($0)\"" } ?? "less"), and should say \(expected.map { "\"\($0)\"" } ?? "no more")"
            )
        case .figures:
            return LocalizedText(
                id: "figures.csv di dalam berkas bukan angka dokumennya",
                en: "figures.csv in the file are not the figures of the paper"
            )
        case .otherFile:
            return LocalizedText(
                id:
                    "bukan berkas yang diterbitkan: teksnya sama, tetapi yang terlihat dapat lain. Mintalah berkas yang "
                    + "diterbitkan; bila disusun versi penata halaman lain, --record mengenalinya",
                en:
                    "not the file that was issued: its texts are the same, but what is seen may be something else. Ask for "
                    + "the issued file; one that another version of the typesetter set is known by --record"
            )
        case .noContent:
            return LocalizedText(
                id:
                    "berisi huruf tetapi tidak isi bertanda tangannya: bukan berkas yang diterbitkan, bukan pula pindaian",
                en: "it has letters and not their signed content: neither an issued file nor a scan"
            )
        case .notIssued:
            return LocalizedText(
                id: "tanda tangannya benar, tetapi terbitan ini tidak ada dalam catatan",
                en: "the signature holds, but this issue is not on record"
            )
        case .notSet(let reason):
            return LocalizedText(
                id: "isinya tidak dapat disusun ulang untuk dibandingkan (\(reason))",
                en: "the content cannot be set again to be compared (\(reason))"
            )
        }
    }
}

extension PaperNoteFault {
    /// What is wrong, in words.
    var words: LocalizedText {
        switch self {
        case .unreadable:
            LocalizedText(
                id: "kodenya bukan pernyataan atas dokumen",
                en: "its code is no statement about a paper"
            )
        case .unsigned(let name):
            LocalizedText(
                id: "tidak ditandatangani kantor ini\(name.map { ", tetapi oleh \"\($0)\"" } ?? "")",
                en: "this office did not sign it\(name.map { ", but \"\($0)\" did" } ?? "")"
            )
        case .forged(let name):
            LocalizedText(
                id: "tanda tangannya palsu: bukan dari kunci \"\(name)\"",
                en: "its signature is forged: not by the key \"\(name)\""
            )
        }
    }
}

extension PaperCheck.Finding {
    /// What was found, line by line.
    func lines(at path: String) -> [String] {
        let numbers = Numbers(Terminal.language)
        var lines = [
            Terminal.say(
                "\(path): \(note.name), terbitan \(note.edition), ditandatangani \(key.name)",
                "\(path): \(note.name), edition \(note.edition), signed by \(key.name)"
            ),
            standing.words[Terminal.language],
            Terminal.say(
                "catatan publik \(numbers.whole(note.size)): \(note.root.hex)",
                "public record \(numbers.whole(note.size)): \(note.root.hex)"
            ),
        ]
        let missing = (1...count).filter { !pages.contains($0) }
        if !missing.isEmpty {
            let text = missing.map(String.init).joined(separator: ", ")
            lines.append(
                Terminal.say(
                    "dari \(count) halaman belum terlihat: \(text)",
                    "of \(count) pages not seen: \(text)"
                )
            )
        }
        if let editions, editions > note.edition {
            lines.append(
                Terminal.say(
                    "sudah ada terbitan yang lebih baru: \(editions)",
                    "there is a newer edition: \(editions)"
                )
            )
        }
        if editions == nil {
            lines.append(
                Terminal.say(
                    "tanpa --record: apakah terbitan ini tercatat, dan yang terakhir, tidak diperiksa",
                    "without --record: whether the issue is on record, and the last, was not looked at"
                )
            )
        }
        return lines
    }
}

extension PaperCheck.Finding.Standing {
    /// How far it is proven, in words.
    var words: LocalizedText {
        switch self {
        case .recorded:
            LocalizedText(id: "berkas yang diterbitkan itu sendiri", en: "the very file that was issued")
        case .identical:
            LocalizedText(
                id: "sama sampai bita terakhir dengan yang disusun ulang dari isinya",
                en: "the same to the last byte as its content set again"
            )
        case .codes:
            LocalizedText(
                id: "kodenya benar; cocokkan tulisan di sekitarnya dengan berkas yang diterbitkan",
                en: "its codes hold; compare what stands around them with the issued file"
            )
        }
    }
}
