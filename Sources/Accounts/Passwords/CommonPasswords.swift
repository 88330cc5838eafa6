/// Words and phrases that passwords are made of most often: what those who guess try first.
enum CommonPasswords {
    /// All of them, in lower case.
    static let all = Set(list.map { Array($0.unicodeScalars) })

    /// The same by their first letters.
    static let byFirst = Dictionary(grouping: all) { $0[0] }

    private static let list = [world, indonesian, elections, phrases].joined(separator: " ")
        .split { $0 == " " || $0 == "\n" }

    private static let world = """
        password passwort passw0rd passcode passphrase pass word admin administrator root user guest test tester
        testing login logon welcome letmein access secret default changeme change temp temporary master manager
        system server computer internet windows linux ubuntu debian google facebook twitter instagram whatsapp
        youtube gmail yahoo hotmail samsung android iphone apple microsoft oracle cisco database backup hello
        goodbye please thank thanks love lover loveyou iloveyou forever always friend friends family mother father
        brother sister baby angel princess prince queen king dragon monkey tiger lion eagle falcon wolf shadow
        ninja batman superman spiderman pokemon naruto minecraft football soccer baseball basketball hockey
        liverpool chelsea arsenal barcelona madrid juventus manchester united city milan inter real summer winter
        spring autumn sunshine sunday monday tuesday wednesday thursday friday saturday january february march
        april june july august september october november december flower butterfly rainbow chocolate cookie
        cheese pepper banana orange apple cherry ginger coffee whatever nothing something jesus christ bible
        heaven freedom liberty trust trustno believe money silver golden diamond crystal purple yellow black white
        green blue red starwars star matrix hunter killer soldier michael jordan daniel thomas robert charlie
        george andrew joshua matthew jessica jennifer ashley michelle nicole amanda samantha elizabeth maria anna
        new old my the one two three four five six seven eight nine ten hundred thousand million number qwerty
        azerty asdf zxcv security secure private office company business school student teacher doctor police
        hacker super magic power lucky happy peace dream music guitar piano rock metal punk jazz game gamer
        player winner champion success victory welcome home house street london paris tokyo america canada
        australia england germany france spain italy russia china japan korea india brazil mexico
        """

    private static let indonesian = """
        indonesia nusantara merdeka merahputih merah putih garuda pancasila bhinneka tunggal ika bangsa negara rakyat
        republik nkri jaya raya sandi katasandi kata kunci rahasia masuk daftar pengguna pemilik petugas pegawai
        kantor komputer laptop telepon nomor sayang sayangku cinta cintaku cintamu kamu aku saya dia kita kami
        anda selamanya selalu bersama bahagia senang sedih rindu kangen ganteng cantik manis jelek pintar bodoh
        keluarga ibu bapak ayah mama papa bunda kakak adik anak istri suami nenek kakek teman sahabat pacar mantan
        bismillah alhamdulillah assalamualaikum insyaallah subhanallah allahuakbar allah muhammad islam masjid
        gereja pura tuhan yesus kristus bunga melati mawar matahari bulan bintang langit bumi laut pantai gunung
        hutan kucing anjing ayam sapi kambing harimau macan singa gajah burung ikan nasi goreng bakso rendang sate
        sambal kopi teh susu gula durian mangga pisang rumah jalan sekolah kelas guru murid siswa mahasiswa kuliah
        kampus universitas jakarta bandung surabaya medan semarang yogyakarta jogja jogjakarta makassar palembang
        denpasar bali malang bogor depok bekasi tangerang banten aceh padang riau jambi bengkulu lampung pontianak
        samarinda balikpapan banjarmasin manado gorontalo palu kendari mamuju ambon ternate papua jayapura kupang
        mataram lombok flores sumba jawa sumatera kalimantan sulawesi soppeng watansoppeng bone wajo sidrap maros
        gowa takalar bulukumba bantaeng jeneponto sinjai pinrang enrekang toraja luwu palopo parepare persija
        persib persebaya arema psm sriwijaya sukses semangat juara pemenang kemenangan hebat mantap keren gaul
        budi siti ani agus andi dewi putra putri sri eko dwi tri rina rudi hendra yanti wati ahmad nur aisyah
        fatimah hasan husein ibrahim yusuf ismail ali umar satu dua tiga empat lima enam tujuh delapan sembilan
        sepuluh seratus seribu sejuta januari februari maret mei juni juli agustus oktober desember senin selasa
        rabu kamis jumat sabtu minggu soekarno sukarno soeharto suharto habibie jokowi prabowo ganjar anies
        megawati gibran mahfud muhaimin
        """

    private static let elections = """
        pleno rapat rapatpleno pemilu pilpres pileg pilkada pilgub pilbup pilwali kpu kpud kpps pps ppk ppln bawaslu
        panwas panwascam dkpp kip komisi pemilihan umum pemilih pemungutan suara penghitungan perhitungan rekap
        rekapitulasi sirekap situng saksi ketua anggota sekretaris sekretariat operator admin verifikator jujur adil
        luber jurdil demokrasi partai caleg calon presiden gubernur bupati walikota dewan kabupaten kota kecamatan
        kelurahan desa provinsi dapil tps hasil kotak surat election elections vote votes voter ballot count commission
        typist supervisor witness chair desk station village
        """

    private static let phrases = """
        passwordpassword adminadmin qwertyuiop asdfghjkl zxcvbnm qwertyuiopasdfghjkl onetwothree iloveyousomuch
        iloveyouforever iloveyoubaby ihateyou letmeinnow letmeinplease trustnoone whatsup nopassword mypassword
        yourpassword thepassword passwordone newpassword oldpassword mysecretpassword administrator superuser
        superadmin superadministrator localadmin sysadmin systemadmin databaseadmin welcometothejungle
        welcomehome helloworld hellokitty goodmorning goodnight happybirthday merrychristmas manchesterunited
        manchestercity realmadrid acmilan intermilan chelseafc liverpoolfc barcelonafc lordoftherings
        harrypotter gameofthrones starwarsfan thequickbrownfox quickbrownfox correcthorsebatterystaple
        correcthorse batterystaple maytheforcebewithyou youshallnotpass opensesame abracadabra hocuspocus
        supercalifragilisticexpialidocious tobeornottobe jesuschrist jesuslovesyou jesusislord praisethelord
        godisgood ingodwetrust thelordismyshepherd godblessyou bismillahirrahmanirrahim bismillahirrohmanirrohim
        alhamdulillahirabbilalamin assalamualaikumwarahmatullah laailahaillallah lailahaillallah astaghfirullah
        masyaallah insyaallah allahuakbar muhammadrasulullah subhanallahwabihamdihi akucintakamu akusayangkamu
        akucintaindonesia cintaindonesia indonesiaraya indonesiamerdeka indonesiajaya indonesiaku tanahairku
        tanahair bhinnekatunggalika sumpahpemuda proklamasi kemerdekaan merdekaataumati hidupindonesia
        garudadidadaku merahputih salamdua salamsatu jagatraya sayangmama sayangibu sayangkamu cintakamu
        cintasejati selamatdatang selamatpagi selamatsiang selamatsore selamatmalam terimakasih apakabar
        katasandi katasandiku katakunci passwordku sandirahasia rahasiaku rahasianegara rahasiabanget jangandibuka
        janganlupa lupapassword lupakatasandi tidaktahu entahlah gaktau gatau akuganteng akucantik gantengbanget
        anakbaik anaksoleh anaksholeh keluargabahagia keluargaku ibuku bapakku ayahku mamaku papaku sayangku
        bangbang tuktuk kupukupu sepakbola timnas timnasindonesia persibbandung persijajakarta aremaindonesia
        psmmakassar komisipemilihanumum kpukabupaten kpukota kpuri kpuprovinsi ketuakpu anggotakpu adminkpu
        operatorkpu operatorsirekap adminsirekap passwordkpu pemiluserentak pemilujurdil pemilihanumum
        luberjurdil jujuradil jujurdanadil satuputaran suararakyat suarasah tempatpemungutansuara rekapitulasisuara
        rapatplenoterbuka plenoterbuka sulawesiselatan jawabarat jawatengah jawatimur kotamakassar kabupatensoppeng
        passwordadmin adminpassword rootpassword userpassword testpassword defaultpassword temporarypassword
        temppassword changepassword changethis changemenow pleasechangeme passwordreset resetpassword securepassword
        strongpassword simplepassword easypassword companypassword officepassword wifipassword internetpassword
        facebookpassword googlepassword emailpassword loginpassword masterpassword welcomewelcome letmeinletmein
        qwertyqwerty asdfghasdfgh zxcvbnzxcvbn dragondragon monkeymonkey footballfootball baseballbaseball
        superman superstar sunshinesunshine princessprincess iloveyouiloveyou iloveindonesia iloveallah ilovejesus
        ilovemyself ilovemylife ilovemyfamily ilovemymom ilovemywife ilovemydaughter missyousomuch foreveryoung
        foreverandever alwaysandforever neverforget nevergiveup nevermind livelaughlove carpediem hakunamatata
        michaeljackson michaeljordan cristianoronaldo lionelmessi justinbieber taylorswift selenagomez onedirection
        linkinpark metallica ironmaiden guitarhero rockandroll whateverforever summertime wintertime springtime
        christmastime santaclaus mickeymouse donaldduck spongebob spongebobsquarepants teenagemutantninjaturtles
        indonesiaindonesia merdekamerdeka jakartajakarta bandungbandung surabayasurabaya makassarmakassar
        soppengsoppeng sayangsayang cintacinta bismillahbismillah rahasiarahasia kuncirahasia kodrahasia
        koderahasia sandisaya katasandisaya passwordsaya akunsaya akulupa akulupapassword akulupakatasandi
        lupalagi janganlupaya gampangdiingat mudahdiingat susahditebak tidakadapassword tanpasandi sandibaru
        passwordbaru passwordlama passwordkantor komputerkantor laptopkantor kantorkpu wifikantor wifigratis
        internetgratis selamatulangtahun selamattahunbaru selamathariraya selamatidulfitri minalaidinwalfaizin
        mohonmaaflahirbatin ramadhankareem assalamualaikum waalaikumsalam waalaikumussalam lahaulawalaquwwata
        astagfirullah barakallahu jazakallah syukuralhamdulillah tuhanyesus yesuskristus tuhanmemberkati
        tuhanyesusmemberkati halleluya puji tuhanmahaesa ketuhananyangmahaesa persatuanindonesia keadilansosial
        kemanusiaan kerakyatan garudaindonesia garudapancasila indonesiahebat indonesiabisa indonesiaemas
        indonesiamaju ayokerja kerjakerjakerja revolusimental nasigorengspesial nasigoreng mieayam miegoreng indomie
        indomiegoreng sotoayam ayamgoreng baksoenak kopihitam kopisusu tehbotol tehmanis esteh gadogado
        kucinghitam kucingku anjingku burunggaruda harimausumatera lautbiru langitbiru bintangkecil matahariku
        bungamawar bungamelati melatiputih mawarmerah merahhitam hitamputih birulangit pelangipelangi
        persibjuara persijajuara persebayasurabaya sriwijayafc timnasgaruda manchesterunitedfc arsenalfc juventusfc
        operatorsitung adminsitung operatorpemilu adminpemilu pemiluindonesia pemiludamai pemilubersih pemilujujur
        pilkadaserentak pilkadadamai pilpresdamai kpuindonesia kpumelayani kpusoppeng kpusulsel kpusulawesiselatan
        ketuakpps anggotakpps ketuappk ketuapps sekretariskpu sekretariatkpu bawasluri pengawaspemilu saksipartai
        dirumahsaja bismillahlulus bismillahsukses sukseselalu suksesselalu semangatpagi semangatterus pastibisa
        akubisa kitabisa bersamakitabisa hidupadalahperjuangan hidupbahagia tanpapassword gantipassword
        """
}
