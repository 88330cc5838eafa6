private typealias Text = LocalizedText

extension Glossary {
    /// The papers by which votes travel upwards.
    static let forms: [Term] = [
        Term(
            "c1",
            Text(id: "C1, C.Hasil", en: "station result form (C1, C.Hasil)"),
            Text(
                id: "Formulir hasil penghitungan suara di TPS, satu untuk setiap surat suara; namanya C1 "
                    + "sampai 2019 "
                    + "dan C.Hasil sejak 2020.",
                en: "The form with a station's result, one for each ballot; called C1 until 2019, C.Hasil "
                    + "since 2020."
            )
        ),
        Term(
            "plano",
            Text(id: "Plano", en: "tally sheet (plano)"),
            Text(
                id: "Lembar besar di TPS tempat suara dicatat satu per satu di depan umum; menjadi rujukan "
                    + "bila salinan "
                    + "berbeda.",
                en: "The large sheet on which votes are tallied in public; it decides where copies differ."
            )
        ),
        Term(
            "rekapitulasi",
            Text(id: "Rekapitulasi", en: "recapitulation"),
            Text(
                id: "Penjumlahan hasil secara berjenjang, dari TPS ke kecamatan, kabupaten/kota, provinsi, "
                    + "dan nasional.",
                en: "Adding up results tier by tier: stations, subdistrict, regency, province, nation."
            )
        ),
        Term(
            "daa1",
            Text(id: "DAA1", en: "DAA1 (village recapitulation)"),
            Text(
                id: "Formulir rekapitulasi desa/kelurahan pada 2019, dengan satu kolom untuk setiap TPS.",
                en: "The recapitulation of a village in 2019, with a column for every station."
            )
        ),
        Term(
            "da1",
            Text(id: "DA1", en: "DA1 (subdistrict recapitulation)"),
            Text(
                id: "Formulir rekapitulasi kecamatan pada 2019, dengan satu kolom untuk setiap "
                    + "desa/kelurahan.",
                en: "The recapitulation of a subdistrict in 2019, with a column for every village."
            )
        ),
        Term(
            "db1",
            Text(id: "DB1", en: "DB1 (regency recapitulation)"),
            Text(
                id: "Formulir rekapitulasi kabupaten/kota pada 2019; di atasnya DC1 (provinsi) dan DD1 "
                    + "(nasional).",
                en: "The recapitulation of a regency in 2019; above it DC1 (province) and DD1 (nation)."
            )
        ),
        Term(
            "d-hasil",
            Text(id: "D.Hasil", en: "recapitulation form (D.Hasil)"),
            Text(
                id: "Formulir rekapitulasi sejak 2020, dengan nama tingkatnya: D.Hasil Kecamatan, D.Hasil "
                    + "Kabko.",
                en: "The recapitulation form since 2020, named after its tier: D.Hasil Kecamatan, D.Hasil "
                    + "Kabko."
            )
        ),
        Term(
            "keberatan",
            Text(id: "Keberatan", en: "objection"),
            Text(
                id: "Pernyataan saksi atau pengawas bahwa prosedur atau angka tidak benar; dicatat, dan "
                    + "tidak "
                    + "menghentikan rapat.",
                en: "A witness's or supervisor's statement that a procedure or figure is wrong; it is "
                    + "recorded and "
                    + "does not stop the meeting."
            )
        ),
        Term(
            "kejadian-khusus",
            Text(id: "Kejadian khusus", en: "special event"),
            Text(
                id: "Hal di luar kebiasaan selama penghitungan atau rekapitulasi, dicatat dalam formulir "
                    + "tersendiri.",
                en: "Anything out of the ordinary during count or recapitulation, recorded on a form of its "
                    + "own."
            )
        ),
        Term(
            "pembetulan",
            Text(id: "Pembetulan", en: "correction"),
            Text(
                id: "Angka yang salah dicoret, yang benar ditulis di sampingnya, dan keduanya diparaf.",
                en: "A wrong figure is struck out, the right one written beside it, and both are initialled."
            )
        ),
        Term(
            "situng",
            Text(id: "Situng", en: "Situng"),
            Text(
                id: "Sistem KPU yang menampilkan pindaian C1 dan angkanya pada 2019; bukan hasil resmi.",
                en: "The KPU's system that displayed scanned C1 forms and their figures in 2019; not the "
                    + "official "
                    + "result."
            )
        ),
        Term(
            "sirekap",
            Text(id: "Sirekap", en: "Sirekap"),
            Text(
                id: "Penerus Situng sejak 2020: foto formulir dibaca mesin dan diperiksa orang; alat bantu "
                    + "rekapitulasi.",
                en: "The successor of Situng since 2020: photographed forms are read by machine and checked "
                    + "by people; "
                    + "an aid to recapitulation."
            )
        ),
        Term(
            "kawalpemilu",
            Text(id: "KawalPemilu", en: "KawalPemilu"),
            Text(
                id: "Gerakan relawan yang membaca ulang formulir TPS untuk diperbandingkan dengan angka KPU.",
                en: "Volunteers who read the stations' forms again, to hold them against the KPU's figures."
            )
        ),
    ]

    /// Votes and counts that are held again or late.
    static let votesAgain: [Term] = [
        Term(
            "psu",
            Text(id: "PSU (pemungutan suara ulang)", en: "re-vote (PSU)"),
            Text(
                id: "Pemungutan suara yang diulang di suatu TPS; hasilnya menggantikan hasil pemungutan "
                    + "suara pertama.",
                en: "A vote held again at a station; its result replaces that of the first vote."
            )
        ),
        Term(
            "psl",
            Text(id: "PSL (pemungutan suara lanjutan)", en: "continued vote (PSL)"),
            Text(
                id: "Pemungutan suara yang dilanjutkan dari bagian yang terhenti.",
                en: "A vote taken up again where it was broken off."
            )
        ),
        Term(
            "pss",
            Text(id: "PSS (pemungutan suara susulan)", en: "postponed vote (PSS)"),
            Text(
                id: "Pemungutan suara yang baru dapat dimulai setelah harinya.",
                en: "A vote that could only begin after its day."
            )
        ),
        Term(
            "pssu",
            Text(id: "PSSU (penghitungan suara ulang)", en: "recount (PSSU)"),
            Text(
                id: "Surat suara yang sama dihitung lagi, misalnya karena jumlah suara berbeda dari jumlah "
                    + "pengguna.",
                en: "The same papers are counted again, for instance because votes and voters differ in "
                    + "number."
            )
        ),
    ]

    /// From votes to seats.
    static let seats: [Term] = [
        Term(
            "perolehan-kursi",
            Text(id: "Perolehan kursi", en: "allocation of seats"),
            Text(
                id: "Pembagian kursi suatu dapil kepada partai menurut jumlah suaranya.",
                en: "Dividing a district's seats among parties by their votes."
            )
        ),
        Term(
            "sainte-lague",
            Text(id: "Sainte-Laguë", en: "Sainte-Laguë"),
            Text(
                id: "Cara membagi kursi sejak 2019: suara partai dibagi 1, 3, 5, 7, …, dan hasil bagi "
                    + "terbesar mendapat "
                    + "kursi.",
                en: "How seats are divided since 2019: votes are divided by 1, 3, 5, 7, … and the largest "
                    + "quotients "
                    + "win."
            )
        ),
        Term(
            "bilangan-pembagi",
            Text(id: "Bilangan pembagi", en: "divisor"),
            Text(
                id: "Bilangan yang membagi suara partai untuk kursi berikutnya.",
                en: "The number by which a party's votes are divided for its next seat."
            )
        ),
        Term(
            "hasil-bagi",
            Text(id: "Hasil bagi", en: "quotient"),
            Text(
                id: "Suara partai dibagi bilangan pembagi; dibandingkan tanpa pembulatan.",
                en: "A party's votes divided by a divisor; compared without rounding."
            )
        ),
        Term(
            "bpp",
            Text(id: "BPP (bilangan pembagi pemilihan)", en: "quota (BPP)"),
            Text(
                id: "Suara sah dibagi jumlah kursi: harga satu kursi menurut cara yang berlaku sampai 2014.",
                en: "Valid votes divided by seats: the price of a seat under the rule in force until 2014."
            )
        ),
        Term(
            "ambang-batas",
            Text(id: "Ambang batas", en: "threshold"),
            Text(
                id: "Bagian suara sah nasional yang harus dicapai partai untuk mendapat kursi DPR; tidak "
                    + "berlaku bagi "
                    + "DPRD.",
                en: "The share of the nation's valid votes a party needs for seats in the DPR; councils have "
                    + "none."
            )
        ),
        Term(
            "seri",
            Text(id: "Seri", en: "tie"),
            Text(
                id: "Dua hasil bagi atau suara yang sama untuk kursi terakhir; menunggu keputusan yang "
                    + "dicatat.",
                en: "Equal quotients or votes for a last seat; it waits for a recorded decision."
            )
        ),
        Term(
            "dcs",
            Text(id: "DCS (Daftar Calon Sementara)", en: "provisional list of candidates (DCS)"),
            Text(
                id: "Daftar calon yang diumumkan agar masyarakat dapat memberi tanggapan.",
                en: "The list of candidates published for the public's comments."
            )
        ),
        Term(
            "dct",
            Text(id: "DCT (Daftar Calon Tetap)", en: "final list of candidates (DCT)"),
            Text(
                id: "Daftar calon yang ditetapkan dan dicetak pada surat suara.",
                en: "The list of candidates as determined and printed on the ballot."
            )
        ),
        Term(
            "nomor-urut",
            Text(id: "Nomor urut", en: "ballot number"),
            Text(
                id: "Nomor partai, pasangan, atau calon pada surat suara.",
                en: "The number of a party, pair or candidate on the ballot."
            )
        ),
        Term(
            "calon-terpilih",
            Text(id: "Calon terpilih", en: "elected candidate"),
            Text(
                id: "Calon yang ditetapkan memperoleh kursi partainya; baru menjadi anggota setelah "
                    + "sumpah/janji.",
                en: "The candidate determined to get a seat of the party; a member only after the oath."
            )
        ),
        Term(
            "paw",
            Text(id: "PAW (penggantian antarwaktu)", en: "replacement during the term (PAW)"),
            Text(
                id: "Penggantian anggota yang berhenti oleh calon berikutnya dari partai dan dapil yang "
                    + "sama.",
                en: "A member who leaves is replaced by the next candidate of the same party and district."
            )
        ),
    ]

    /// When people disagree.
    static let disputes: [Term] = [
        Term(
            "phpu",
            Text(id: "PHPU (perselisihan hasil pemilihan umum)", en: "result dispute (PHPU)"),
            Text(
                id: "Permohonan kepada MK bahwa angka yang ditetapkan salah dan memengaruhi kursi atau "
                    + "pasangan terpilih.",
                en: "A petition to the court that a determined figure is wrong and changes seats or the "
                    + "elected pair."
            )
        ),
        Term(
            "sengketa-proses",
            Text(id: "Sengketa proses", en: "process dispute"),
            Text(
                id: "Sengketa antarpeserta, atau antara peserta dan penyelenggara karena suatu keputusan "
                    + "KPU.",
                en: "A dispute among contestants, or with the election body over a decree of the KPU."
            )
        ),
        Term(
            "pelanggaran-administratif",
            Text(id: "Pelanggaran administratif", en: "administrative violation"),
            Text(
                id: "Pelanggaran tata cara, prosedur, atau mekanisme suatu tahapan; bukan pidana dan bukan "
                    + "etik.",
                en: "A breach of the procedure of a stage; neither a crime nor a matter of ethics."
            )
        ),
    ]
}
