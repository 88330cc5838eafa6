import Tally

extension Recount {
    /// Reads the files of `request` and adds up every tier.
    ///
    /// The stations are unpacked while the units are still being read, and read while the certified
    /// figures are.
    ///
    /// - Throws: ``Problems`` with everything that is wrong with any of the files.
    public static func read(
        _ request: RecountRequest,
        plan: ReadingPlan = ReadingPlan()
    ) async throws(Problems) -> Recount {
        let queue = ChunkQueue(capacity: plan.chunksAhead)
        async let producing: Void = plan.produce(request.stations, into: queue)

        var unitStream = CSVStream(request.units, into: UnitSink(file: request.units), needsRows: true)
        await unitStream.readAll(from: request.units, ReadingPlan())
        var log = unitStream.log
        let table = unitStream.sink.table(&log)
        let isReadable = unitStream.isWhole && unitStream.sink.ids.count > 0
        let ids = isReadable ? unitStream.sink.ids : nil

        async let certified = certifiedStream(request.certified, ids)
        let sink = StationSink(
            file: request.stations,
            counters: request.counters,
            units: ids,
            sheet: table.map { TallySheet($0.tree, counters: request.counters.count) }
        )
        var stations = CSVStream(request.stations, into: sink, needsRows: true)
        await stations.consume(queue)
        await producing

        log.add(stations.log)
        let figures = await certified
        if let figures { log.add(figures.log) }
        try log.check()
        guard let table, let totals = stations.sink.sheet?.totals() else {
            preconditionFailure("units without a tree are noted as problems")
        }
        let matched = (request.certified?.matches ?? []).compactMap { match in
            request.counters.firstIndex(of: match.counted)
        }
        return Recount(
            units: table,
            counters: request.counters,
            totals: totals,
            comparison: figures.map { Comparison(totals, with: $0.sink.figures, counters: matched) }
        )
    }

    @concurrent
    private static func certifiedStream(
        _ request: RecountRequest.Certified?,
        _ units: TextIndex?
    ) async -> CSVStream<CertifiedSink>? {
        guard let request else { return nil }
        let sink = CertifiedSink(file: request.file, names: request.matches.map(\.certified), units: units)
        var stream = CSVStream(request.file, into: sink, needsRows: false)
        await stream.readAll(from: request.file, ReadingPlan())
        return stream
    }
}
