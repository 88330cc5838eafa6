import Elections

/// What a refusal says about the matter itself, where its code says too little.
struct RefusalDetail: Hashable, Sendable {
    /// One of the things that are wrong.
    struct Part: Hashable, Sendable {
        /// Its code: `A07`.
        let code: String
        /// How much it weighs.
        let severity: String
        /// What must hold.
        let statement: LocalizedText
        /// The formula, in the names of the fields.
        let formula: LocalizedText
        /// The numbers that do not fit.
        let numbers: LocalizedText
    }

    /// Why, for programs; never changes its meaning.
    let code: String
    /// What is wrong, and what to do next.
    let words: LocalizedText
    /// What is wrong, one by one.
    var checks: [Part] = []
    /// What is wrong with a file, each at its place.
    var faults: [LocalizedText] = []
}
