import Testing

@testable import Documents

@Suite("Minutes in people's words")
struct MinutesTests {
    private static let proposed = [
        "Pada hari ini Sabtu, bertempat di Aula, rapat dibuka.", "# Kehadiran",
        "Hadir 5 (lima) dari 5 anggota; kuorum 4.", "# Kejadian khusus",
        "1. Kotak suara TPS 12 rusak, 1.204 lembar dihitung ulang.", "Demikian berita acara ini dibuat.",
    ]

    private static func with(_ place: Int, _ text: String?) -> [String] {
        var words = proposed
        if let text { words[place] = text } else { words.remove(at: place) }
        return words
    }

    @Test(
        "are held against the record",
        arguments: [
            (reason: "as proposed", words: proposed, found: [MinutesDifference]()),
            (
                "told in other words, with the same figures",
                with(2, "Yang hadir 5 (lima) orang dari 5 anggota, sehingga kuorum 4 terpenuhi."), []
            ),
            ("another heading", with(1, "# Yang hadir"), []),
            (
                "a figure without its point",
                with(4, "Kotak suara TPS 12 rusak, 1204 lembar dihitung ulang."), []
            ),
            ("another ordinal", with(4, "7. Kotak suara TPS 12 rusak, 1.204 lembar dihitung ulang."), []),
            (
                "a figure changed", with(2, "Hadir 4 (empat) dari 5 anggota; kuorum 3."),
                [.figure("3", paragraph: 3), .leftOut("Hadir 5 (lima) dari 5 anggota; kuorum 4.")]
            ),
            (
                "words of another number", with(2, "Hadir 5 (empat) dari 5 anggota; kuorum 4."),
                [.spelling(figure: "5", words: "empat", paragraph: 3)]
            ),
            (
                "words in brackets that are none of a number",
                with(0, "Pada hari ini Sabtu (pagi), bertempat di Aula."), []
            ),
            (
                "an event left out", with(4, nil),
                [.leftOut("1. Kotak suara TPS 12 rusak, 1.204 lembar dihitung ulang.")]
            ),
            (
                "a thousand more", with(4, "Kotak suara TPS 12 rusak, 2.204 lembar dihitung ulang."),
                [
                    .figure("2204", paragraph: 5),
                    .leftOut("1. Kotak suara TPS 12 rusak, 1.204 lembar dihitung ulang."),
                ]
            ),
            (
                "a figure like an ordinal", proposed + ["9999. suara bertambah."],
                [.figure("9999", paragraph: 7)]
            ),
            ("figures of another script", proposed + ["Ada ٩٩ suara."], [.figure("99", paragraph: 7)]),
            (
                "a figure in words alone",
                proposed + ["Ada sembilan ribu suara lagi, salah satu sebabnya hujan."],
                [.figure("sembilan ribu", paragraph: 7)]
            ),
            ("a figure with its words", proposed + ["Ada 5 (lima) anggota."], []),
            (
                "something that was not", proposed + ["Hadir pula 300 warga."],
                [.figure("300", paragraph: 7)]
            ),
        ]
    )
    func differences(reason: String, words: [String], found: [MinutesDifference]) {
        #expect(MinutesDifference.all(in: words, from: Self.proposed) == found, "\(reason)")
    }

    @Test("without a word tell nothing, and every paragraph is missing")
    func empty() {
        let missing = Self.proposed.filter { !$0.hasPrefix("# ") }
        #expect(MinutesDifference.all(in: [], from: Self.proposed) == missing.map { .leftOut($0) })
        #expect(MinutesDifference.all(in: Self.proposed, from: []).count == 5, "every figure is foreign")
    }
}
