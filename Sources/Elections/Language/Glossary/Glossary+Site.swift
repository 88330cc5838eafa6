private typealias Text = LocalizedText

extension Glossary {
    /// The words of these pages.
    static let site: [Term] = [
        Term(
            "temuan",
            Text(id: "Temuan", en: "finding"),
            Text(
                id: "Formulir atau angka yang tidak memenuhi suatu aturan; bukan tuduhan, dan tidak mengubah "
                    + "angka.",
                en: "A form or figure that does not satisfy a rule; no accusation, and it changes no figure."
            )
        ),
        Term(
            "keras",
            Text(id: "Keras (temuan)", en: "hard (finding)"),
            Text(
                id: "Aturan yang selalu harus berlaku, seperti penjumlahan pada formulir; ada angka yang "
                    + "pasti salah.",
                en: "A rule that must always hold, such as a sum on a form; some figure is certainly wrong."
            )
        ),
        Term(
            "lunak",
            Text(id: "Lunak (temuan)", en: "soft (finding)"),
            Text(
                id: "Angka yang mungkin benar tetapi tidak lazim, sehingga perlu dilihat lagi.",
                en: "A figure that may be right but is unusual and wants a second look."
            )
        ),
        Term(
            "informasi",
            Text(id: "Informasi (temuan)", en: "information (finding)"),
            Text(
                id: "Hal yang patut diketahui pembaca dan tidak menunjukkan kesalahan.",
                en: "Something worth knowing that points to no mistake."
            )
        ),
        Term(
            "tidak-dapat-diuji",
            Text(id: "Tidak dapat diuji", en: "not applicable"),
            Text(
                id: "Isian yang diperlukan suatu aturan tidak ada, sehingga aturan itu tidak dijawab ya atau "
                    + "tidak.",
                en: "The fields a rule needs are not there, so it is answered neither yes nor no."
            )
        ),
        Term(
            "terbukti",
            Text(id: "Terbukti", en: "proven"),
            Text(
                id: "Hanya satu penjelasan yang cocok dengan semua angka; bila lebih dari satu, "
                    + "masing-masing hanya mungkin.",
                en: "Only one explanation fits all figures; where several do, each is possible only."
            )
        ),
        Term(
            "pembacaan",
            Text(id: "Pembacaan", en: "reading"),
            Text(
                id: "Isi formulir sebagaimana dibaca seorang pembaca; beberapa pembacaan formulir yang sama "
                    + "dapat berbeda.",
                en: "What one reader took from a form; several readings of the same form may differ."
            )
        ),
        Term(
            "hasil-rekapitulasi",
            Text(id: "Hasil rekapitulasi", en: "certified figures"),
            Text(
                id: "Angka yang ditandatangani dalam rapat pleno; inilah yang sah.",
                en: "Figures signed in a plenary meeting; these are the official ones."
            )
        ),
        Term(
            "diterbitkan",
            Text(id: "Jumlah yang diterbitkan", en: "reported figures"),
            Text(
                id: "Jumlah suatu wilayah yang diumumkan tanpa formulir TPS di belakangnya.",
                en: "A region's totals, published without the stations' forms behind them."
            )
        ),
        Term(
            "simulasi",
            Text(id: "Simulasi", en: "simulated"),
            Text(
                id: "Angka buatan untuk latihan; setiap halaman yang memuatnya menyebutkannya.",
                en: "Made-up figures for a rehearsal; every page that shows them says so."
            )
        ),
        Term(
            "aturan-terbuka",
            Text(id: "Aturan terbuka", en: "open rule"),
            Text(
                id: "Aturan yang jawabannya tidak ditemukan dalam sumbernya, atau yang sumbernya "
                    + "berbeda-beda; menunggu "
                    + "putusan yang dicatat.",
                en: "A rule its sources do not settle, or on which they differ; it waits for a recorded "
                    + "decision."
            )
        ),
        Term(
            "putusan",
            Text(id: "Putusan yang dicatat", en: "recorded decision"),
            Text(
                id: "Pilihan rapat pleno atas suatu aturan terbuka atau seri, dengan berita acara atau "
                    + "keputusannya.",
                en: "What a plenary chose on an open rule or a tie, with the minutes or decree it stands in."
            )
        ),
    ]
}
