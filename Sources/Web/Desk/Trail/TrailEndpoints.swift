import Elections

extension Desk {
    /// Where the votes of a station went, with who typed its forms.
    var trailEndpoints: [DeskEndpoint] {
        let path: PathPattern = "desk/trail"
        return [
            DeskEndpoint(
                .get,
                path / DeskParameters.ballot / DeskParameters.village / DeskParameters.station,
                .permission(.seeForms),
                LocalizedText(id: "Ke mana suara satu TPS", en: "Where the votes of a station went")
            ) { call async throws(Refusal) in
                let context = DeskContext(call)
                let station = try self.station(call, .seeForms)
                guard let page = StationTrailPage(try call.value(DeskParameters.ballot), station, context)
                else {
                    throw Refusal(.notFound)
                }
                return .page(page.page, context)
            }
        ]
    }
}
