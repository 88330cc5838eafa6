import Elections

/// A form that a typist asks for, and what is to be typed of it.
struct AskedForm {
    let key: FormKey
    /// The fields of the station's form.
    let fields: [Field]
    private let columns: [Field]
    private let work: FormWork?

    /// - Throws: ``Refusal/Code/notFound`` where there is no such form, or none of theirs; a conflict where it is of a
    ///   vote or count that was not held.
    init(_ call: Call<DeskCaller>) throws(Refusal) {
        let key = try call.formKey(.enterForms)
        guard let desk = call.caller.state.desk(of: key.ballot) else { throw Refusal(.notFound) }
        guard call.caller.state.isHeld(key) else {
            let fault = RevoteFault.notHeld(key)
            throw Refusal(
                .conflict,
                detail: RefusalDetail(code: "revote-\(fault.code)", words: fault.words)
            )
        }
        self.key = key
        fields = call.caller.state.fields(of: key)
        columns = desk.fields
        work = call.caller.state.work(on: key)
    }

    /// The fields an account is asked for; `nil` when it is not asked at all.
    func asked(of account: String) -> [Field]? {
        guard let work else { return fields }
        guard work.accepts(typist: account) else { return nil }
        return work.stage == .sentBack ? work.wanted.map { columns[$0] } : fields
    }

    /// A figure per field of the desk.
    ///
    /// - Throws: ``Refusal/Code/fieldInvalid`` for a field that the station's form does not have.
    func row(_ figures: [Field: Int?]) throws(Refusal) -> [Int?] {
        if fields.count(where: { figures[$0] != nil }) != figures.count {
            let strangers = Set(figures.keys).subtracting(fields).map(\.column).sorted()
            throw Refusal(.fieldInvalid, field: "figures.\(strangers.first ?? "")")
        }
        return columns.map { figures[$0] ?? nil }
    }

    /// The act of typing these figures: of the whole form, or of those fields alone.
    ///
    /// What is asked for is not looked at: a request that comes again gets the answer it got, whatever has become
    /// of the form.
    func entry(
        _ figures: [Field: Int?],
        confirmed: [String],
        remark: String?
    ) throws(Refusal) -> FormEntered {
        let row = try row(figures)
        let isWhole = figures.count == fields.count
        if isWhole, work?.stage != .sentBack {
            return FormEntered(key, figures: row, confirmed: confirmed, remark: remark)
        }
        guard !figures.isEmpty else { throw Refusal(.fieldMissing, field: "figures") }
        let typed = columns.filter { figures[$0] != nil }
        return FormEntered(
            key,
            figures: typed.map { figures[$0] ?? nil },
            fields: typed,
            confirmed: confirmed,
            remark: remark
        )
    }

    /// What a typist is told of every form that is not to be typed by them, whatever the reason.
    var closed: Refusal {
        Refusal(
            .conflict,
            detail: RefusalDetail(
                code: "not-yours",
                words: LocalizedText(
                    id: "\(key.words.indonesian) tidak menunggu ketikan Anda",
                    en: "\(key.words.english) does not wait for you to type it"
                )
            )
        )
    }
}

extension ActFault {
    /// Whether it would tell a typist how far others have come with the form.
    var tellsOfOthers: Bool {
        switch self {
        case .desk(_, .stage), .desk(_, .samePerson): true
        default: false
        }
    }
}
