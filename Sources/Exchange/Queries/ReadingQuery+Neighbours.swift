import Elections

extension ReadingQuery {
    /// P08: the forms whose votes are those of another station of the village.
    var twins: String {
        "SELECT \(form) FROM \(latest) f WHERE \(votes) > 0 "
            + "QUALIFY count(*) OVER (PARTITION BY f.village, \(columns)) > 1"
    }

    /// P09: the forms with a share far from those around, as ``Outlier`` says; in whole millionths, as there.
    ///
    /// A village with enough forms is its own neighbourhood; forms of the others are held against the subdistrict.
    var outliers: String {
        let around = "WINDOW around AS (PARTITION BY area, place)"
        let subdistrict = "left(replace(f.village::text, '.', ''), 6)"
        let steps = [
            (
                "f",
                "SELECT \(form), \(subdistrict) AS subdistrict, count(*) OVER (PARTITION BY f.village) >= "
                    + "\(Outlier.fewestStations) AS large, [\(columns)] AS votes, \(votes) AS total "
                    + "FROM \(latest) f WHERE \(votes) > 0"
            ),
            (
                "s",
                "SELECT *, unnest(votes) * 1000000 // total AS share, unnest(range(len(votes))) AS place FROM f"
            ),
            (
                "a",
                "SELECT *, village::text AS area, true AS judged FROM s WHERE large "
                    + "UNION ALL SELECT *, subdistrict, NOT large FROM s"
            ),
            (
                "m",
                "SELECT *, floor(median(share) OVER around) AS middle, count(*) OVER around AS forms FROM a \(around)"
            ),
            (
                "d",
                "SELECT *, abs(share - middle) AS distance, "
                    + "floor(median(middle - share) FILTER (share <= middle) OVER around) AS below, "
                    + "floor(median(share - middle) FILTER (share >= middle) OVER around) AS above FROM m \(around)"
            ),
        ]
        return stepped(
            steps,
            "SELECT DISTINCT \(form) FROM d f WHERE judged AND forms >= \(Outlier.fewestStations) "
                + "AND distance >= \(Outlier.leastDeviation) AND distance * 10000 > "
                + "CASE WHEN share < middle THEN below ELSE above END * \(Outlier.cutOff)"
        )
    }

    /// The columns of the votes of every contestant.
    private var columns: String {
        contest.contestants.map { "f." + Field.votes($0.number).column }.joined(separator: ", ")
    }

    /// All votes of a form; NULL when one is missing.
    private var votes: String {
        "(" + contest.contestants.map { "f." + Field.votes($0.number).column }.joined(separator: " + ") + ")"
    }

    /// The forms, of each station the latest.
    private var latest: String {
        guard !reading.isRegular else { return quoted(reading.file) }
        return
            "(SELECT * FROM \(quoted(reading.file)) f WHERE \(isFilled(reading, "f")) QUALIFY row_number() "
            + "OVER (PARTITION BY village, station ORDER BY \(rank(reading, "f")) DESC) = 1)"
    }
}
