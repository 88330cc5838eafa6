import Elections
import Testing

@testable import Documents

@Suite("The forms of a plenary")
struct PlenaryFormsTests {
    @Test(
        "have the names of the election's law",
        arguments: [
            (Law.pemilu2019, RegionCode.Tier.subdistrict, "MODEL DA-KPU", "MODEL DA2-KPU", "MODEL DA7-KPU"),
            (.pemilu2019, .regency, "MODEL DB-KPU", "MODEL DB2-KPU", "MODEL DB7-KPU"),
            (.pemilu2019, .province, "MODEL DC-KPU", "MODEL DC2-KPU", "MODEL DC7-KPU"),
            (.pemilu2024, .subdistrict, "", "MODEL D.KEJADIAN KHUSUS DAN/ATAU KEBERATAN SAKSI-KPU", ""),
            (.pilkada2015, .subdistrict, "MODEL DA-KWK", "MODEL DA2-KWK", "MODEL DA7-KWK"),
            (.pilkada2020, .subdistrict, "", "", ""),
        ]
    )
    func names(law: Law, tier: RegionCode.Tier, minutes: String, objections: String, attendance: String) {
        let forms = PlenaryForms(law, tier, [])
        #expect(forms.minutes == minutes)
        #expect(forms.objections == objections)
        #expect(forms.attendance == attendance)
    }
}
