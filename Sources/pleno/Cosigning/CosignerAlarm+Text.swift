import Elections
import TransparencyLog

extension CosignerAlarm {
    /// The alarm in one line.
    var words: LocalizedText { Self.words(kind, origin.description) }

    /// What an alarm of a kind says of a log.
    static func words(_ kind: Kind, _ log: String) -> LocalizedText {
        switch kind {
        case .fork:
            LocalizedText(
                id: "\(log): ALARM: log menandatangani dua sejarah yang berbeda; buktinya disimpan",
                en: "\(log): ALARM: the log signed two different histories; the proof is kept"
            )
        case .rollback:
            LocalizedText(
                id:
                    "\(log): ALARM: log menunjukkan checkpoint yang lebih kecil dari yang sudah dikonfirmasi di sini",
                en: "\(log): ALARM: the log shows a smaller checkpoint than was confirmed here"
            )
        case .unproven:
            LocalizedText(
                id: "\(log): ALARM: isi log tidak cocok dengan checkpoint yang ditandatanganinya",
                en: "\(log): ALARM: what the log serves does not add up to the checkpoint it signed"
            )
        }
    }

    /// The text that goes with the evidence: what it proves, and what to do with it.
    var text: String {
        let proves: LocalizedText
        switch kind {
        case .fork:
            proves = LocalizedText(
                id: """
                    Kedua checkpoint (confirmed dan shown) ditandatangani kunci log itu sendiri, dan tidak ada log yang \
                    hanya bertambah yang memuat keduanya. Ini bukti, bukan dugaan: siapa pun yang punya kunci publik \
                    log dapat memeriksanya tanpa mempercayai kami. Yang tidak terbukti: mana yang benar, dan siapa \
                    yang melakukannya (pemegang kunci, atau orang yang mencurinya).

                    Berkas proof: ukuran pohon yang lebih kecil, akar yang dimiliki pohon yang lebih besar pada \
                    ukuran itu, lalu bukti konsistensi (RFC 6962) dari akar itu ke pohon yang lebih besar.

                    Tidak ada lagi yang ditandatangani untuk log ini sampai seseorang memindahkan folder ini.
                    """,
                en: """
                    Both checkpoints (confirmed and shown) are signed by the log's own key, and no log that only grows \
                    has both. This is proof, not suspicion: anyone with the log's public key can check it without \
                    trusting us. Not proven: which of the two is right, and who did it (the holder of the key, or \
                    whoever stole it).

                    The file proof: the size of the smaller tree, the root that the larger tree has at that size, and \
                    the consistency proof (RFC 6962) from that root to the larger tree.

                    Nothing more is signed for this log until a person moves this folder away.
                    """
            )
        case .rollback:
            proves = LocalizedText(
                id: """
                    Log pernah menandatangani checkpoint yang lebih besar (confirmed) dan kemudian menunjukkan yang \
                    lebih kecil (shown) sebagai yang terakhir. Ini bukan bukti dua sejarah: mungkin cadangan lama \
                    dipulihkan, salinan di web tertinggal, atau yang lebih besar belum diterbitkan. Buktinya hanya \
                    bahwa checkpoint yang lebih besar pernah ditandatangani dan tidak boleh hilang.
                    """,
                en: """
                    The log once signed the larger checkpoint (confirmed), and then showed the smaller one (shown) as \
                    its latest. This is no proof of two histories: an old backup may have been restored, a copy on the \
                    web may lag behind, or the larger one may not be published yet. What is proven is only that the \
                    larger checkpoint was signed, and must not be lost.
                    """
            )
        case .unproven:
            proves = LocalizedText(
                id: """
                    Log menandatangani checkpoint (shown), tetapi berkas (tile) yang disajikannya tidak menghasilkan \
                    akar yang tertulis di dalamnya, sehingga tidak terbukti bahwa log hanya bertambah. Ini bukan bukti \
                    dua sejarah: berkasnya mungkin rusak atau baru setengah diterbitkan.
                    """,
                en: """
                    The log signed a checkpoint (shown), but the files (tiles) that it serves do not lead to the root \
                    written there, so that nothing proves that it only grew. This is no proof of two histories: the \
                    files may be damaged or half published.
                    """
            )
        }
        let show = LocalizedText(
            id: """
                Simpan folder ini apa adanya. Tunjukkan kepada KPU setempat, Bawaslu, saksi peserta, dan penandatangan \
                pendamping (cosigner) lain dari log ini; bandingkan dengan checkpoint yang mereka simpan.
                """,
            en: """
                Keep this folder as it is. Show it to the local KPU, to Bawaslu, to the contestants' witnesses, and to \
                the other cosigners of this log; compare it with the checkpoints that they keep.
                """
        )
        let sections = [Language.indonesian, .english].map {
            [words[$0], proves[$0], show[$0]].joined(separator: "\n\n")
        }
        return sections.joined(separator: "\n\n---\n\n") + "\n"
    }
}
