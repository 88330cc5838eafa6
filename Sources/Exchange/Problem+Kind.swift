extension Problem {
    /// What can be wrong with a file; each case carries what a reader needs to mend it.
    public enum Kind: Hashable, Sendable {
        /// There is no such file.
        case fileMissing
        /// The file is there and cannot be read; `detail` is the system's word for it.
        case fileUnreadable(detail: String)
        /// The file has no rows at all.
        case empty
        /// The file has a header and nothing under it.
        case noRows
        /// The bytes are not UTF-8 text; `byte` is the offset of the first bad one in the file.
        case notUTF8(byte: Int)
        /// The name or the first bytes promise gzip and the content breaks it.
        case gzipDamaged
        /// A gzip file ends in the middle.
        case gzipCut
        /// The header's columns are separated by semicolons.
        case semicolons
        /// The header lacks a column.
        case columnMissing(found: [String])
        /// The header has none of the columns that can tell the same; one of them must be there.
        case columnsMissing(anyOf: [String], found: [String])
        /// The header has several columns of which only one may be there.
        case columnsExclude([String])
        /// The header has a column that is almost a known one, which would be left alone in silence.
        case columnMisspelt(nearest: String)
        /// The header names a column twice.
        case columnTwice
        /// A row has another number of cells than the header.
        case rowLength(expected: Int, found: Int)
        /// A quotation mark is opened and never closed, or stands in the middle of a cell.
        case strayQuote
        /// A cell, row or file is longer than any real one; `limit` in bytes.
        case tooLong(limit: Int)
        /// A cell that must be filled is empty.
        case emptyCell
        /// A cell that must be a whole number is something else.
        case notACount(String)
        /// A count below zero.
        case negative(String)
        /// A count above the largest one accepted.
        case tooLarge(String, limit: Int)
        /// Counts that are too large together, `limit` being the largest sum.
        case sumTooLarge(limit: Int)
        /// Something that may stand only once stands again.
        case duplicate(String, firstRow: Int)
        /// A name or code that no other file declares; `of` says of what kind.
        case unknown(String, of: Subject)
        /// Something that must read `COUNTED=CERTIFIED` does not.
        case notAPair(String)
        /// An option of the command line that means nothing without another one.
        case needs(option: String)
        /// Units that are their own ancestors, in order.
        case cycle([String])
        /// The description file is not YAML; `detail` is the parser's word for it.
        case notYAML(detail: String)
        /// The file is not JSON.
        case notJSON(JSONFault)
        /// None of the places named holds a file that can be imported.
        case nothingToImport
        /// More files than any election has forms; `limit` is the largest number.
        case tooManyFiles(limit: Int)
        /// More forms than are taken at once; `limit` is the largest number.
        case tooManyForms(limit: Int)
        /// More rows than are taken at once; `limit` is the largest number.
        case tooManyRows(limit: Int)
        /// The file is packed, and must not be.
        case packed
        /// A key of the description that must be there is not.
        case keyMissing
        /// A text that is not of the form expected.
        case malformed(String, expected: Form)
        /// A file that is used and not described, or described and not used.
        case fileNotDescribed
        /// A file with a description that no key uses.
        case fileNotUsed
        /// A cell that contradicts an earlier row, which says `expected`.
        case contradiction(String, expected: String, row: Int)
        /// Neither a column nor an option says how many seats there are.
        case seatsUnknown
        /// No party of a district takes part in the division of its seats.
        case nobodyTakesPart(district: String)
        /// A recorded decision that does not settle a tie.
        case decision(DecisionMisfit)
        /// A workbook that is not taken; `part` is the file inside it, `cell` the place on a sheet.
        case workbook(WorkbookRefusal.Fault, part: String?, cell: String?)
        /// A cell of a workbook that shows an error, such as `#REF!`.
        case errorCell(String)
        /// A cell of a workbook with a formula whose result was never stored.
        case notCalculated
        /// Regions, stations or figures that do not fit together.
        case misfit(Misfit)
    }

    /// The forms a text may be asked to have.
    public enum Form: Hashable, Sendable {
        case date, regionCode, villageCode, stationNumber, listNumber, colour, text, mapping, list,
            formatVersion, relativePath, digest, stationCode
        case oneOf([String])
    }

    /// How a recorded decision can fail to fit the tie it is meant for.
    public enum DecisionMisfit: Hashable, Sendable {
        /// Nothing is tied there.
        case noTie
        /// The party is not among the tied ones, which are named.
        case notTied(among: [String])
        /// A party is given seats without being tied.
        case partyNotTied
        /// One party can take `most` of the contested seats.
        case tooMany(most: Int)
        /// The decided seats are not as many as the contested ones.
        case wrongSum(contested: Int, decided: Int)
    }

    /// How a text can fail to be JSON.
    public enum JSONFault: Hashable, Sendable {
        /// It ends in the middle.
        case cut
        /// Something else stands where a value, a name or a sign must; `byte` is its offset in the file.
        case unexpected(byte: Int)
        /// An object has a name twice.
        case nameTwice(String)
        /// Lists and objects lie in each other more than `limit` times.
        case tooDeep(limit: Int)
    }

    /// How parts of an election can fail to fit together.
    public enum Misfit: Hashable, Sendable {
        /// A region stands on another tier than its kind says.
        case wrongKind(String)
        /// A region's parent is not in the file.
        case parentMissing(String)
        /// A region is in no district of the ballot although votes are reported for it.
        case outsideDistricts(String)
        /// A station, by its id, is in two villages; the other one stands in `row`.
        case stationInTwoVillages(String, other: String, row: Int)
        /// A candidate, by name and titles, is on two lists.
        case candidateInTwoLists(String, firstRow: Int)
        /// A form of a ballot that its station does not have.
        case ballotNotAtStation(String, String)
        /// A region is in two districts of the same ballot.
        case inTwoDistricts(String)
        /// A row stands for a region that lies inside another row's region.
        case nested(String)
        /// The ballot's seats are not divided under this law.
        case noSeatRule(ballot: String)
        /// The law asks for a share of the nation's votes, which the folder does not hold.
        case thresholdUnknown(ballot: String)
        /// The nation's votes are named for a ballot without a threshold.
        case noThreshold(ballot: String)
        /// A ballot has decisions on ties and no districts to be tied in.
        case tiesWithoutDistricts(ballot: String)
        /// A ballot has lists of candidates and is no ballot of lists.
        case listsNotOnBallot(String)
        /// A ballot has neither readings nor reported figures.
        case noFigures(ballot: String)
        /// The law does not know the ballot.
        case ballotNotInLaw(String)
        /// The row says another number of stations than the register has for its region.
        case stationsDiffer(register: Int)
        /// A day before the vote, which was on `first`.
        case beforeVote(first: String)
        /// Blank stations exceed the stations of the row.
        case blankAboveStations
        /// A form that another file, or another row, has with other figures.
        case formsDiffer(String, file: String, row: Int?)
        /// Something that another file says otherwise.
        case otherFileDiffers(String, expected: String, file: String, row: Int)
        /// Stations of several provinces, which no one region contains.
        case severalProvinces([String])
        /// A list or mapping of the description is written in brackets, where nothing can be inserted.
        case inBrackets
        /// The description, with an entry inserted, would not say what it said before and the entry.
        case cannotInsert
        /// A file that is not in the description and would be overwritten.
        case fileInTheWay
        /// A file that was signed, and would no longer be the one that was.
        case signedFile
        /// A file packed by gzip, into which nothing can be written.
        case packedFile
    }

    /// The kinds of thing a cell may refer to.
    public enum Subject: String, Hashable, Sendable {
        case unit, level, station, party, partyOfTotals, district, election, column, key, field
    }
}
