private typealias Text = LocalizedText

extension Glossary {
    /// The election and its places.
    static let election: [Term] = [
        Term(
            "pemilu",
            Text(id: "Pemilu", en: "general election (pemilu)"),
            Text(
                id: "Pemilihan umum untuk memilih presiden, DPR, DPD, dan DPRD, serentak sekali dalam lima "
                    + "tahun.",
                en: "The vote for president, DPR, DPD and the councils, held on one day every five years."
            )
        ),
        Term(
            "pemilihan",
            Text(id: "Pemilihan (pilkada)", en: "regional election (pilkada)"),
            Text(
                id: "Pemilihan gubernur, bupati, dan wali kota; undang-undangnya berbeda dari undang-undang "
                    + "pemilu.",
                en: "The vote for governors, regents and mayors, under an act of its own."
            )
        ),
        Term(
            "tahapan",
            Text(id: "Tahapan", en: "stage"),
            Text(
                id: "Bagian dari penyelenggaraan pemilu yang mempunyai jadwal sendiri, seperti pencalonan "
                    + "atau "
                    + "rekapitulasi.",
                en: "A part of an election with dates of its own, such as candidacy or recapitulation."
            )
        ),
        Term(
            "pleno",
            Text(id: "Rapat pleno terbuka", en: "open plenary meeting"),
            Text(
                id: "Rapat badan penyelenggara yang dihadiri saksi dan pengawas, tempat suara dijumlahkan, "
                    + "diputuskan, dan ditandatangani.",
                en: "The meeting of an election body before witnesses and supervisors in which votes are "
                    + "added up, "
                    + "decided on and signed."
            )
        ),
        Term(
            "berita-acara",
            Text(id: "Berita acara", en: "minutes (berita acara)"),
            Text(
                id: "Catatan resmi tentang jalannya rapat atau pemungutan suara, ditandatangani yang hadir.",
                en: "The official record of a meeting or a vote, signed by those present."
            )
        ),
        Term(
            "keputusan",
            Text(id: "Keputusan", en: "decree"),
            Text(
                id: "Ketetapan tertulis badan penyelenggara yang bernomor dan bertanggal.",
                en: "A numbered and dated written ruling of an election body."
            )
        ),
        Term(
            "penetapan",
            Text(id: "Penetapan", en: "determination"),
            Text(
                id: "Tindakan yang membuat hasil, kursi, atau calon terpilih berlaku, dengan keputusan.",
                en: "The act, by decree, that makes a result, seats or elected candidates valid."
            )
        ),
        Term(
            "dapil",
            Text(id: "Dapil (daerah pemilihan)", en: "electoral district (dapil)"),
            Text(
                id: "Wilayah yang bersama-sama memilih sejumlah kursi; untuk DPRD kabupaten berupa "
                    + "kecamatan, "
                    + "gabungannya, atau bagiannya.",
                en: "The area that elects a number of seats together; for a regency's council one or more "
                    + "subdistricts, or a part of one."
            )
        ),
        Term(
            "kabupaten",
            Text(id: "Kabupaten/kota", en: "regency or city"),
            Text(
                id: "Daerah di bawah provinsi; tingkat kerja kantor KPU kabupaten/kota.",
                en: "The unit below the province, and the area of a regency's election office."
            )
        ),
        Term(
            "kecamatan",
            Text(id: "Kecamatan", en: "subdistrict"),
            Text(
                id: "Wilayah di bawah kabupaten/kota; tingkat pertama rekapitulasi.",
                en: "The unit below the regency, where recapitulation begins."
            )
        ),
        Term(
            "desa",
            Text(id: "Desa/kelurahan", en: "village"),
            Text(
                id: "Wilayah terkecil dalam daftar kode wilayah; semua TPS terletak di salah satunya.",
                en: "The smallest unit of the register of regions; every station lies in one."
            )
        ),
        Term(
            "tps",
            Text(id: "TPS (tempat pemungutan suara)", en: "polling station (TPS)"),
            Text(
                id: "Tempat pemilih mencoblos dan suara dihitung; setiap TPS mempunyai satu formulir hasil "
                    + "untuk setiap "
                    + "surat suara.",
                en: "Where people vote and votes are counted; every station has one result form for each "
                    + "ballot."
            )
        ),
        Term(
            "lokasi-khusus",
            Text(id: "TPS lokasi khusus", en: "special station"),
            Text(
                id: "TPS di tempat seperti lembaga pemasyarakatan; nomornya mulai dari 901.",
                en: "A station in a place such as a prison; numbered from 901."
            )
        ),
    ]

    /// Who runs an election, and who watches over it.
    static let bodies: [Term] = [
        Term(
            "kpu",
            Text(id: "KPU (Komisi Pemilihan Umum)", en: "election commission (KPU)"),
            Text(
                id: "Lembaga penyelenggara pemilu, dengan kantor di pusat, provinsi, dan kabupaten/kota.",
                en: "The body that runs elections, with offices for the nation, provinces and regencies."
            )
        ),
        Term(
            "ppk",
            Text(id: "PPK (Panitia Pemilihan Kecamatan)", en: "subdistrict committee (PPK)"),
            Text(
                id: "Panitia di kecamatan yang menjumlahkan formulir TPS dalam rapat pleno.",
                en: "The committee of a subdistrict; its plenary adds up the stations' forms."
            )
        ),
        Term(
            "pps",
            Text(id: "PPS (Panitia Pemungutan Suara)", en: "village committee (PPS)"),
            Text(
                id: "Panitia di desa/kelurahan yang menyiapkan TPS dan mengumumkan salinan formulirnya.",
                en: "The committee of a village; it prepares the stations and posts copies of their forms."
            )
        ),
        Term(
            "kpps",
            Text(id: "KPPS", en: "station committee (KPPS)"),
            Text(
                id: "Kelompok Penyelenggara Pemungutan Suara: tujuh anggota yang melayani pemilih, "
                    + "menghitung suara, "
                    + "dan mengisi formulir di TPS.",
                en: "The seven people who serve voters, count the votes and fill in the forms at a station."
            )
        ),
        Term(
            "bawaslu",
            Text(id: "Bawaslu (Badan Pengawas Pemilu)", en: "supervisory body (Bawaslu)"),
            Text(
                id: "Lembaga yang mengawasi pemilu, menerima laporan, serta memutus pelanggaran "
                    + "administratif dan "
                    + "sengketa proses.",
                en: "The body that supervises elections, takes reports, and rules on administrative "
                    + "violations and "
                    + "process disputes."
            )
        ),
        Term(
            "panwas",
            Text(id: "Panwas (panitia pengawas)", en: "local supervisors (Panwas)"),
            Text(
                id: "Pengawas di kecamatan dan desa/kelurahan, di bawah Bawaslu; di TPS bertugas pengawas "
                    + "TPS (PTPS).",
                en: "Supervisors of subdistricts and villages under Bawaslu; at a station the PTPS."
            )
        ),
        Term(
            "dkpp",
            Text(id: "DKPP", en: "ethics council (DKPP)"),
            Text(
                id: "Dewan Kehormatan Penyelenggara Pemilu: memutus pelanggaran kode etik penyelenggara, "
                    + "tanpa mengubah "
                    + "perolehan suara.",
                en: "The council that rules on the ethics of election officials; it changes no votes."
            )
        ),
        Term(
            "mk",
            Text(id: "MK (Mahkamah Konstitusi)", en: "Constitutional Court (MK)"),
            Text(
                id: "Pengadilan yang memutus perselisihan hasil pemilu pada tingkat pertama dan terakhir.",
                en: "The court that rules on disputed election results, first and last."
            )
        ),
        Term(
            "saksi",
            Text(id: "Saksi", en: "witness (saksi)"),
            Text(
                id: "Orang yang diberi mandat oleh peserta untuk hadir di TPS atau rapat pleno, menerima "
                    + "salinan "
                    + "formulir, dan mengajukan keberatan.",
                en: "A person sent by a party or candidate to a station or plenary; gets copies of the forms "
                    + "and may "
                    + "object."
            )
        ),
    ]

    /// Who may vote, and on what.
    static let voters: [Term] = [
        Term(
            "pemilih",
            Text(id: "Pemilih", en: "electorate"),
            Text(
                id: "Mereka yang terdaftar dan berhak memilih, baik datang ke TPS maupun tidak.",
                en: "Those on the roll with the right to vote, whether they come or not."
            )
        ),
        Term(
            "pengguna",
            Text(id: "Pengguna hak pilih", en: "voters"),
            Text(
                id: "Mereka yang datang dan memberikan suara.",
                en: "Those who came and voted."
            )
        ),
        Term(
            "partisipasi",
            Text(id: "Partisipasi", en: "turnout"),
            Text(
                id: "Pengguna hak pilih dibagi pemilih dalam DPT; di satu TPS dapat melebihi 100% karena "
                    + "DPTb dan DPK.",
                en: "Voters as a share of the electorate on the DPT; can pass 100% at a station because of "
                    + "DPTb and "
                    + "DPK."
            )
        ),
        Term(
            "dpt",
            Text(id: "DPT (Daftar Pemilih Tetap)", en: "permanent roll (DPT)"),
            Text(
                id: "Daftar pemilih setiap TPS yang ditetapkan sebelum pemungutan suara.",
                en: "The roll of every station, decreed before the vote."
            )
        ),
        Term(
            "dptb",
            Text(id: "DPTb (Daftar Pemilih Tambahan)", en: "moved-in voters (DPTb)"),
            Text(
                id: "Pemilih dari DPT lain yang pindah memilih; surat suaranya bergantung pada daerah "
                    + "asalnya.",
                en: "Voters from another station's roll; which ballots they get depends on where they come "
                    + "from."
            )
        ),
        Term(
            "dpk",
            Text(id: "DPK (Daftar Pemilih Khusus)", en: "special voters (DPK)"),
            Text(
                id: "Pemilih yang tidak ada dalam DPT dan DPTb, dan memilih dengan KTP elektronik di TPS "
                    + "alamatnya.",
                en: "Voters on neither DPT nor DPTb who vote with their identity card at the station of "
                    + "their address."
            )
        ),
        Term(
            "surat-suara",
            Text(id: "Surat suara", en: "ballot paper"),
            Text(
                id: "Kertas yang dicoblos pemilih; setiap jenis pemilihan mempunyai surat suara dan warnanya "
                    + "sendiri.",
                en: "The paper a voter punches; each kind of election has its own, in its own colour."
            )
        ),
        Term(
            "cadangan",
            Text(id: "Cadangan surat suara", en: "reserve of ballot papers"),
            Text(
                id: "Surat suara tambahan di setiap TPS, sebagai bagian dari DPT, untuk mengganti yang rusak "
                    + "dan "
                    + "melayani DPTb dan DPK.",
                en: "Extra papers at every station, a share of the DPT, to replace spoiled ones and to serve "
                    + "DPTb and "
                    + "DPK."
            )
        ),
        Term(
            "rusak",
            Text(id: "Surat suara rusak/keliru coblos", en: "spoiled papers"),
            Text(
                id: "Surat suara yang dikembalikan pemilih dan diganti; tidak dihitung sebagai suara.",
                en: "Papers a voter gave back and had replaced; they are not counted as votes."
            )
        ),
        Term(
            "suara-sah",
            Text(id: "Suara sah", en: "valid votes"),
            Text(
                id: "Suara yang dicoblos menurut aturan, sehingga dihitung bagi salah satu peserta.",
                en: "Votes marked by the rules, so that they count for a contestant."
            )
        ),
        Term(
            "suara-tidak-sah",
            Text(id: "Suara tidak sah", en: "invalid votes"),
            Text(
                id: "Surat suara dalam kotak yang tidak dapat dihitung bagi peserta mana pun.",
                en: "Papers in the box that can be counted for nobody."
            )
        ),
        Term(
            "suara-partai",
            Text(id: "Suara partai", en: "party votes"),
            Text(
                id: "Suara bagi partai tanpa menunjuk calon; bersama suara calonnya menjadi jumlah suara "
                    + "partai.",
                en: "Votes for a party that name no candidate; with its candidates' votes they make its "
                    + "total."
            )
        ),
        Term(
            "suara-calon",
            Text(id: "Suara calon", en: "candidate votes"),
            Text(
                id: "Suara bagi seorang calon; menentukan urutan di dalam partainya.",
                en: "Votes for one candidate; they order the candidates within a party."
            )
        ),
    ]
}
