public import Elections

extension RegionCode.Tier {
    /// What it is called.
    public var name: LocalizedText {
        switch self {
        case .village: LocalizedText(id: "desa/kelurahan", en: "village")
        case .subdistrict: LocalizedText(id: "kecamatan", en: "subdistrict")
        case .regency: LocalizedText(id: "kabupaten/kota", en: "regency")
        case .province: LocalizedText(id: "provinsi", en: "province")
        }
    }
}
