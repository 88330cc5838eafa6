import Elections

extension StationCode {
    /// The station of a code of thirteen digits: the village's ten, and three of the number.
    ///
    /// - Returns: `nil` when `text` is no such code, or the number is zero.
    init?(digits text: some StringProtocol) {
        guard text.utf8.count == 13, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let village = try? RegionCode(parsing: String(text.prefix(10))),
            let number = Int(text.suffix(3)), number > 0
        else { return nil }
        self.init(village: village, number: number)
    }
}
