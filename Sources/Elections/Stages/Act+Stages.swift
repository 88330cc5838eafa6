/// A stage as a calendar plans it.
public struct StageRow: Described {
    /// The stages that must be closed before it, by their keys.
    public var after: [String] = []
    /// What the sources do not agree on.
    public var doubt: String?
    /// Its name in English.
    public var english: String?
    /// The first day.
    public var first = CalendarDate.blank
    /// The name by which calendars and other stages know it.
    public var key = ""
    /// What kind of stage it is.
    public var kind = PlannedStage.Kind.blank
    /// The last day.
    public var last = CalendarDate.blank
    /// Its name.
    public var name = ""
    /// What must exist when it is closed.
    public var products: [String] = []
    /// The stage whose end its last day follows from, by its key.
    public var since: String?
    /// How the days behind that are counted.
    public var unit: DayUnit?
    /// How many days behind that.
    public var within: Int?

    /// Nothing filled in yet.
    public init() {}

    /// Shows its fields.
    public mutating func visit<Visitor: FieldVisitor>(_ visitor: inout Visitor) throws(Visitor.Failure) {
        try visitor.values(
            "after",
            &after,
            FieldMeaning("Sesudah tahapan", "After stages", .most(20), of: .stage)
        )
        try visitor.optional("doubt", &doubt, FieldMeaning("Yang belum pasti", "What is not certain"))
        try visitor.optional(
            "english",
            &english,
            FieldMeaning("Nama dalam bahasa Inggris", "Name in English")
        )
        try visitor.field("first", &first, FieldMeaning("Hari pertama", "First day"))
        try visitor.field("key", &key, Self.keyMeaning)
        try visitor.field("kind", &kind, FieldMeaning("Jenis tahapan", "Kind of stage"))
        try visitor.field("last", &last, FieldMeaning("Hari terakhir", "Last day"))
        try visitor.field("name", &name, FieldMeaning("Nama", "Name"))
        try visitor.values(
            "products",
            &products,
            FieldMeaning("Produk yang harus ada", "Products that must exist", .most(20))
        )
        try visitor.optional(
            "since",
            &since,
            FieldMeaning(
                "Batas dihitung dari akhir tahapan",
                "Limit counted from the end of stage",
                of: .stage
            )
        )
        try visitor.optional("unit", &unit, FieldMeaning("Dihitung dalam", "Counted in"))
        try visitor.optional(
            "within",
            &within,
            FieldMeaning("Paling lama (hari)", "At most (days)", .whole(0...400))
        )
    }

    private static let keyMeaning = FieldMeaning(
        "Nama pendek",
        "Short name",
        hint: LocalizedText(
            id: "Huruf kecil, angka, tanda hubung: rekap-kecamatan.",
            en: "Lower-case letters, digits, hyphens: recap-subdistrict."
        )
    )
}

/// Stages were planned, those that are known already anew: a calendar was adopted or revised.
public struct StagesPlanned: DescribedAct {
    /// What it rests on.
    public var basis = ""
    /// The day of that.
    public var issued = CalendarDate.blank
    /// The stages; those of before that are not among them stay as they are.
    public var stages: [StageRow] = []

    /// Its kind.
    public static let kind = Act.Kind.stagesPlanned
    /// What it takes to ask for it.
    public static let permission = Permission.planStages
    /// It is published.
    public static let isPublic = true
    /// What it does, as a button says it.
    public static let title = LocalizedText(id: "Rencanakan tahapan", en: "Plan stages")

    /// Nothing filled in yet.
    public init() {}

    /// Shows its fields.
    public mutating func visit<Visitor: FieldVisitor>(_ visitor: inout Visitor) throws(Visitor.Failure) {
        try visitor.field("basis", &basis, .basis)
        try visitor.field("issued", &issued, .issued)
        try visitor.rows("stages", &stages, FieldMeaning("Tahapan", "Stages", .most(150)))
    }

    /// It in two acts that say the same together; `nil` where it cannot be divided.
    public var halves: (Self, Self)? {
        stages.halves.map { front, back in
            var (first, second) = (self, self)
            (first.stages, second.stages) = (front, back)
            return (first, second)
        }
    }

    /// It and the act that goes on with it as one; `nil` where they do not belong together.
    public func joined(with next: Self) -> Self? {
        guard basis == next.basis, issued == next.issued else { return nil }
        var whole = self
        whole.stages += next.stages
        return whole
    }

    /// The plans in force, without what they rest on.
    public static func standing(in state: ElectionState) -> Self {
        var act = Self()
        act.stages = state.stages.all.map { stage in
            var row = StageRow()
            (row.key, row.kind, row.name, row.english) = (
                stage.key, stage.kind, stage.name.indonesian, stage.name.english
            )
            (row.first, row.last) = (stage.plan.days.first, stage.plan.days.last)
            (row.after, row.products, row.doubt) = (stage.after, stage.products, stage.plan.doubt)
            (row.since, row.within, row.unit) = (stage.limit?.stage, stage.limit?.count, stage.limit?.unit)
            return row
        }
        return act
    }

    /// Folds it into what is known.
    public func apply(to state: inout ElectionState, by author: Author) throws(ActFault) {
        guard let votingDay = state.setUp?.date else { throw .notSetUp }
        try state.changeStages { (stages) throws(StageFault) in
            try stages.plan(self, votingDay: votingDay)
        }
    }
}

/// A stage was given to a division, or to none.
public struct StageAssigned: DescribedAct {
    /// The division by its name; nobody where `nil`.
    public var division: String?
    /// The stage.
    public var stage = 0

    /// Its kind.
    public static let kind = Act.Kind.stageAssigned
    /// What it takes to ask for it.
    public static let permission = Permission.planStages
    /// It is published.
    public static let isPublic = true
    /// What it does, as a button says it.
    public static let title = LocalizedText(
        id: "Tetapkan divisi penanggung jawab",
        en: "Name the responsible division"
    )

    /// Nothing filled in yet.
    public init() {}

    /// Shows its fields.
    public mutating func visit<Visitor: FieldVisitor>(_ visitor: inout Visitor) throws(Visitor.Failure) {
        try visitor.optional("division", &division, FieldMeaning("Divisi", "Division", of: .division))
        try visitor.field("stage", &stage, .stage)
    }

    /// Folds it into what is known.
    public func apply(to state: inout ElectionState, by author: Author) throws(ActFault) {
        // Divisions are not published, so an outsider cannot know them.
        if author != .unknown, let division,
            !state.organisation.divisions.contains(where: { $0.id == division })
        {
            throw .noDivision(division)
        }
        try state.changeStages { (stages) throws(StageFault) in try stages.assign(self) }
    }
}

/// A stage was begun.
public struct StageBegun: DescribedAct {
    /// Why it begins although a stage before it is not closed.
    public var note: String?
    /// The day.
    public var on = CalendarDate.blank
    /// The stage.
    public var stage = 0

    /// Its kind.
    public static let kind = Act.Kind.stageBegun
    /// What it takes to ask for it.
    public static let permission = Permission.planStages
    /// It is published.
    public static let isPublic = true
    /// What it does, as a button says it.
    public static let title = LocalizedText(id: "Mulai tahapan", en: "Begin a stage")
    /// Its fields as a form asks for them.
    public static let order = "stage on note"

    /// Nothing filled in yet.
    public init() {}

    /// Shows its fields.
    public mutating func visit<Visitor: FieldVisitor>(_ visitor: inout Visitor) throws(Visitor.Failure) {
        try visitor.optional(
            "note",
            &note,
            FieldMeaning(
                "Catatan",
                "Note",
                hint: LocalizedText(
                    id: "Wajib bila tahapan sebelumnya belum ditutup.",
                    en: "Needed where a stage before it is not closed."
                )
            )
        )
        try visitor.field("on", &on, FieldMeaning("Hari", "Day"))
        try visitor.field("stage", &stage, .stage)
    }

    /// Folds it into what is known.
    public func apply(to state: inout ElectionState, by author: Author) throws(ActFault) {
        let today = state.day(of: author)
        try state.changeStages { (stages) throws(StageFault) in try stages.begin(self, today: today) }
    }
}

/// Something that a stage must leave behind exists.
public struct ProductDelivered: DescribedAct {
    /// Where it is found: a number, a name, an address.
    public var document = ""
    /// The day.
    public var on = CalendarDate.blank
    /// The product, as the stage names it.
    public var product = ""
    /// The stage.
    public var stage = 0

    /// Its kind.
    public static let kind = Act.Kind.productDelivered
    /// What it takes to ask for it.
    public static let permission = Permission.planStages
    /// It is published.
    public static let isPublic = true
    /// What it does, as a button says it.
    public static let title = LocalizedText(id: "Catat produk tahapan", en: "Note a stage's product")
    /// Its fields as a form asks for them.
    public static let order = "stage product document on"

    /// Nothing filled in yet.
    public init() {}

    /// Shows its fields.
    public mutating func visit<Visitor: FieldVisitor>(_ visitor: inout Visitor) throws(Visitor.Failure) {
        try visitor.field("document", &document, FieldMeaning("Dokumen", "Document", of: .paper))
        try visitor.field("on", &on, FieldMeaning("Hari", "Day"))
        try visitor.field("product", &product, FieldMeaning("Produk", "Product"))
        try visitor.field("stage", &stage, .stage)
    }

    /// Folds it into what is known.
    public func apply(to state: inout ElectionState, by author: Author) throws(ActFault) {
        let today = state.day(of: author)
        try state.changeStages { (stages) throws(StageFault) in try stages.deliver(self, today: today) }
    }
}

/// A stage was closed with its report.
public struct StageClosed: DescribedAct {
    /// What caused the problems.
    public var causes: String?
    /// The documents that belong to it.
    public var documents: [String] = []
    /// What was done.
    public var done = ""
    /// Why products are missing.
    public var missing: String?
    /// The last day.
    public var on = CalendarDate.blank
    /// What went wrong.
    public var problems: String?
    /// The stage.
    public var stage = 0

    /// Its kind.
    public static let kind = Act.Kind.stageClosed
    /// What it takes to ask for it.
    public static let permission = Permission.planStages
    /// It is published.
    public static let isPublic = true
    /// Whoever asks for it is asked once more.
    public static let isFinal = true
    /// What it does, as a button says it.
    public static let title = LocalizedText(
        id: "Tutup tahapan dengan laporan",
        en: "Close a stage with a report"
    )
    /// Its fields as a form asks for them.
    public static let order = "stage on done problems causes documents missing"

    /// Nothing filled in yet.
    public init() {}

    /// Shows its fields.
    public mutating func visit<Visitor: FieldVisitor>(_ visitor: inout Visitor) throws(Visitor.Failure) {
        try visitor.optional("causes", &causes, FieldMeaning("Sebabnya", "Causes", .long))
        try visitor.values("documents", &documents, FieldMeaning("Dokumen", "Documents", .most(50)))
        try visitor.field("done", &done, FieldMeaning("Yang dilakukan", "What was done", .long))
        try visitor.optional(
            "missing",
            &missing,
            FieldMeaning(
                "Alasan produk belum ada",
                "Why products are missing",
                hint: LocalizedText(
                    id: "Wajib bila ada produk yang belum dicatat.",
                    en: "Needed where a product was not noted."
                ),
                .long
            )
        )
        try visitor.field("on", &on, FieldMeaning("Hari terakhir", "Last day"))
        try visitor.optional("problems", &problems, FieldMeaning("Masalah", "Problems", .long))
        try visitor.field("stage", &stage, .stage)
    }

    /// Folds it into what is known.
    public func apply(to state: inout ElectionState, by author: Author) throws(ActFault) {
        let today = state.day(of: author)
        try state.changeStages { (stages) throws(StageFault) in try stages.close(self, today: today) }
    }
}

/// A stage that was begun or closed by mistake, or too early, goes on as before.
public struct StageResumed: DescribedAct {
    /// Why.
    public var reason = ""
    /// The stage.
    public var stage = 0

    /// Its kind.
    public static let kind = Act.Kind.stageResumed
    /// What it takes to ask for it.
    public static let permission = Permission.planStages
    /// It is published.
    public static let isPublic = true
    /// What it does, as a button says it.
    public static let title = LocalizedText(id: "Buka kembali tahapan", en: "Resume a stage")
    /// Its fields as a form asks for them.
    public static let order = "stage reason"

    /// Nothing filled in yet.
    public init() {}

    /// Shows its fields.
    public mutating func visit<Visitor: FieldVisitor>(_ visitor: inout Visitor) throws(Visitor.Failure) {
        try visitor.field("reason", &reason, .reason)
        try visitor.field("stage", &stage, .stage)
    }

    /// Folds it into what is known.
    public func apply(to state: inout ElectionState, by author: Author) throws(ActFault) {
        try state.changeStages { (stages) throws(StageFault) in try stages.resume(self) }
    }
}

/// A day that a decree frees from work.
public struct HolidayRow: Described {
    /// The day.
    public var date = CalendarDate.blank
    /// Whether it is a day of leave that all take together (cuti bersama).
    public var isJointLeave = false
    /// What is celebrated.
    public var name = ""

    /// Nothing filled in yet.
    public init() {}

    /// Shows its fields.
    public mutating func visit<Visitor: FieldVisitor>(_ visitor: inout Visitor) throws(Visitor.Failure) {
        try visitor.field("date", &date, FieldMeaning("Hari", "Day"))
        try visitor.flag("leave", &isJointLeave, FieldMeaning("Cuti bersama", "Joint leave"))
        try visitor.field("name", &name, FieldMeaning("Nama", "Name"))
    }
}

/// The public holidays of a year were decreed, those of before replaced.
public struct HolidaysDecreed: DescribedAct {
    /// The decree.
    public var basis = ""
    /// The days.
    public var days: [HolidayRow] = []
    /// The year.
    public var year = 0

    /// Its kind.
    public static let kind = Act.Kind.holidaysDecreed
    /// What it takes to ask for it.
    public static let permission = Permission.planStages
    /// It is published.
    public static let isPublic = true
    /// What it does, as a button says it.
    public static let title = LocalizedText(id: "Catat hari libur setahun", en: "Note the holidays of a year")
    /// Its fields as a form asks for them.
    public static let order = "year basis days"

    /// Nothing filled in yet.
    public init() {}

    /// Shows its fields.
    public mutating func visit<Visitor: FieldVisitor>(_ visitor: inout Visitor) throws(Visitor.Failure) {
        try visitor.field("basis", &basis, .basis)
        try visitor.rows("days", &days, FieldMeaning("Hari libur", "Holidays", .most(60)))
        try visitor.field("year", &year, FieldMeaning("Tahun", "Year", .whole(2000...2999)))
    }

    /// Folds it into what is known.
    public func apply(to state: inout ElectionState, by author: Author) throws(ActFault) {
        try state.changeStages { (stages) throws(StageFault) in try stages.decree(self) }
    }
}

extension FieldMeaning {
    static let basis = FieldMeaning("Dasar", "Basis")
    static let issued = FieldMeaning("Tanggal dasar itu", "Its day")
    static let reason = FieldMeaning("Alasan", "Reason")
    static let stage = FieldMeaning("Tahapan", "Stage", .whole(1...100_000), of: .stage)
}
