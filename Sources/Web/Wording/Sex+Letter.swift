import Elections

extension Field.Sex {
    /// L or P, as on the lists; `nil` for both.
    var letter: String? {
        switch self {
        case .male: "L"
        case .female: "P"
        case .both: nil
        }
    }
}
