import Elections
import Web

extension Act {
    /// What the act holds, in a few words of the reader's language.
    var summary: String {
        words[Terminal.language]
    }

    private var words: LocalizedText {
        switch self {
        case .setUp(let act):
            let stations = act.villages.reduce(0) { $0 + $1.stations.count }
            return LocalizedText(
                id: "\(act.name.indonesian): \(act.regions.count) wilayah, \(stations) TPS",
                en: "\(act.name.english): \(act.regions.count) regions, \(stations) stations"
            )
        case .filesNamed(let files):
            return LocalizedText(id: "\(files.count) berkas", en: "\(files.count) files")
        case .ruleDecided(let act):
            return LocalizedText(
                id: "\(act.rule): \(act.reading) (\(act.basis.indonesian))",
                en: "\(act.rule): \(act.reading) (\(act.basis.english))"
            )
        case .contestOpened(let act):
            return LocalizedText(
                id: "\(act.contestants.count) peserta, \(act.districts.count) dapil",
                en: "\(act.contestants.count) contestants, \(act.districts.count) districts"
            )
        case .tieDecided(let act):
            return LocalizedText(
                id: "dapil \(act.decision.district): \(act.decision.basis)",
                en: "district \(act.decision.district): \(act.decision.basis)"
            )
        case .readingOpened(let act):
            return LocalizedText(
                id: "\(act.id), \(act.name.indonesian), dari \(act.file)",
                en: "\(act.id), \(act.name.english), from \(act.file)"
            )
        case .formsTaken(let act):
            let forms = act.villages.reduce(0) { $0 + $1.forms.count }
            return LocalizedText(
                id: "\(act.reading): \(forms) formulir dari \(act.villages.count) desa/kelurahan",
                en: "\(act.reading): \(forms) forms of \(act.villages.count) villages"
            )
        case .figuresCertified(let act):
            let rows = act.figures.places.count
            if let plenary = act.plenary {
                return LocalizedText(
                    id: "\(rows) baris dari pleno \(plenary)",
                    en: "\(rows) rows of plenary \(plenary)"
                )
            }
            let file = act.figures.file ?? ""
            return LocalizedText(id: "\(rows) baris dari \(file)", en: "\(rows) rows from \(file)")
        case .figuresReported(let act):
            let rows = act.figures.rows.count
            return LocalizedText(id: "\(rows) baris tanpa formulir", en: "\(rows) rows without forms")
        case .seatsDetermined(let act):
            let seats = act.seats.values.reduce(0, +)
            return LocalizedText(id: "\(seats) kursi", en: "\(seats) seats")
        case .keyNamed(let act):
            return act.proof == nil
                ? LocalizedText(
                    id: "kunci pertama untuk \(act.purpose.rawValue): \(act.key)",
                    en: "first \(act.purpose.rawValue) key: \(act.key)"
                )
                : LocalizedText(
                    id: "kunci \(act.purpose.rawValue) diganti: \(act.key)",
                    en: "\(act.purpose.rawValue) key replaced: \(act.key)"
                )
        case .logSucceeded(let act):
            return LocalizedText(
                id: "log ke-\(act.generation): \(act.reason.indonesian)",
                en: "logs number \(act.generation): \(act.reason.english)"
            )
        case .divisionsNamed(let divisions):
            return LocalizedText(id: "\(divisions.count) divisi", en: "\(divisions.count) divisions")
        case .accountOpened(let act): return .same(act.account)
        case .accountClosed(let act), .signInReset(let act): return .same("\(act.account): \(act.reason)")
        case .mandateGiven(let mandate):
            let place = mandate.place.map { " \($0)" } ?? ""
            return LocalizedText(
                id:
                    "\(mandate.number): \(mandate.account), \(mandate.role.name.indonesian)\(place) (\(mandate.basis))",
                en:
                    "\(mandate.number): \(mandate.account), \(mandate.role.name.english)\(place) (\(mandate.basis))"
            )
        case .mandateEnded(let act): return .same("\(act.mandate): \(act.reason)")
        case .deskOpened(let act): return .same(act.ballot.rawValue)
        case .formEntered(let act):
            let confirmed = act.confirmed.isEmpty ? "" : ", \(act.confirmed.joined(separator: " "))"
            return LocalizedText(
                id: "\(act.form.words.indonesian): \(act.figures.count) angka\(confirmed)",
                en: "\(act.form.words.english): \(act.figures.count) figures\(confirmed)"
            )
        case .formDecided(let act):
            let figures = zip(act.fields, act.figures).map { field, figure in
                figure.map { "\(field.column) \($0)" } ?? "\(field.column) –"
            }.joined(separator: ", ")
            return LocalizedText(
                id: "\(act.form.words.indonesian): \(figures) (\(act.reason))",
                en: "\(act.form.words.english): \(figures) (\(act.reason))"
            )
        case .formSentBack(let act), .formHeld(let act), .formApproved(let act), .formReturned(let act),
            .formReopened(let act):
            let more = (act.checks + [act.reason].compactMap(\.self)).joined(separator: ", ")
            return LocalizedText(
                id: act.form.words.indonesian + (more.isEmpty ? "" : ": \(more)"),
                en: act.form.words.english + (more.isEmpty ? "" : ": \(more)")
            )
        case .evidenceAdded(let act):
            let (label, file) = (act.label.words, act.kept?.original ?? act.copy)
            let size =
                file.map { ", \($0.kind.rawValue), \($0.size) B, \($0.digest.description.prefix(12))…" } ?? ""
            return LocalizedText(
                id: label.indonesian + size + (act.copy == nil ? ", tidak diumumkan" : ""),
                en: label.english + size + (act.copy == nil ? ", not published" : "")
            )
        case .evidenceFlagged(let act):
            let others = act.others.map { "\($0.number) (\($0.distance))" }.joined(separator: ", ")
            return LocalizedText(
                id: "bukti \(act.piece) mirip dengan bukti \(others)",
                en: "evidence \(act.piece) is like evidence \(others)"
            )
        case .evidenceWithdrawn(let act):
            let digest = (act.original ?? act.copy).map { " \($0.description.prefix(12))…" } ?? ""
            return LocalizedText(
                id: "\(act.place.words.indonesian)\(digest): \(act.reason)",
                en: "\(act.place.words.english)\(digest): \(act.reason)"
            )
        case .revotesKnown(let revotes):
            let stations = Set(revotes.map(\.station)).count
            return LocalizedText(
                id: "ulangan yang tercatat di \(stations) TPS",
                en: "re-votes on record at \(stations) stations"
            )
        case .plenary(let act): return act.words
        case .revote(let act): return act.words
        case .audit(.drawn(let act)):
            return .same("\(act.plenary), \(act.ballot.rawValue): \(act.size), \(act.seed)")
        case .audit(.read(let act)): return act.form.words
        case .result(let act): return act.words
        case .dispute(let act): return act.words
        case .candidacy(let act): return act.words
        case .paper(.issued(let act)):
            let names = act.papers.prefix(3).map(\.name.description).joined(separator: ", ")
            return .same("\(act.papers.count): \(names)\(act.papers.count > 3 ? ", …" : "")")
        case .paper(.returned(let act)):
            return .same(
                "\(act.name) (\(act.edition)): \(act.pages.map(String.init).joined(separator: ", "))"
            )
        case .paper(.worded(let act)): return .same("\(act.plenary): \(act.paragraphs.count)")
        case .described(let act): return act.summary
        }
    }
}

extension DescribedAct {
    /// Its first fields with what stands in them, and how many rows it has.
    fileprivate var summary: LocalizedText {
        func words(_ language: Language) -> String {
            fieldsInOrder.prefix(4).compactMap { field in
                if field.extent == .rows { return "\(field.meaning.name[language]): \(field.rows.count)" }
                guard let text = field.texts.first else { return nil }
                let start = text.count > 60 ? "\(text.prefix(60))…" : text
                return "\(field.meaning.name[language]): \(start)"
            }.joined(separator: ", ")
        }
        return LocalizedText(id: words(.indonesian), en: words(.english))
    }
}
