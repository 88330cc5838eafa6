import Elections

/// What a refusal says to people.
struct RefusalWords: Hashable, Sendable {
    /// What happened.
    let title: LocalizedText
    /// What to do now.
    let advice: LocalizedText
}

extension Refusal.Code {
    /// What happened, and what to do now.
    var words: RefusalWords {
        switch self {
        case .malformed, .fieldTwice, .otherSite, .staleForm, .method, .slow: delivery
        case .signIn, .forbidden, .notFound, .conflict: access
        case .tooLarge, .mediaType, .fieldMissing, .fieldInvalid, .unprocessable: content
        case .tooMany, .failed, .busy: later
        }
    }

    /// How the request came.
    private var delivery: RefusalWords {
        switch self {
        case .otherSite:
            Self.words(
                ("Permintaan dari situs lain", "A request from another site"),
                "Tidak ada yang diubah. Buka halaman ini dari alamat kantor sendiri, lalu kirim lagi.",
                "Nothing was changed. Open the page at the office's own address and send it again."
            )
        case .staleForm:
            Self.words(
                ("Formulir sudah kedaluwarsa", "The form has expired"),
                "Tidak ada yang disimpan. Buka lagi halaman formulir, lalu isi dan kirim lagi.",
                "Nothing was saved. Open the page of the form again, fill it in and send it."
            )
        case .method:
            Self.words(
                ("Cara itu tidak dikenal di sini", "That cannot be done here"),
                "Kembali ke halaman sebelumnya dan pakai tombol yang ada di sana.",
                "Go back to the page before and use the buttons there."
            )
        case .slow:
            Self.words(
                ("Kiriman terlalu lambat", "It took too long to arrive"),
                "Tidak ada yang disimpan. Periksa sambungan, lalu kirim lagi.",
                "Nothing was saved. Check the connection and send it again."
            )
        default:
            Self.words(
                ("Permintaan tidak terbaca", "The request cannot be read"),
                "Tidak ada yang diubah. Kembali, muat ulang halaman, lalu coba lagi.",
                "Nothing was changed. Go back, load the page anew and try again."
            )
        }
    }

    /// Who asked for what.
    private var access: RefusalWords {
        switch self {
        case .signIn:
            Self.words(
                ("Perlu masuk dulu", "Sign in first"),
                "Masuk dengan akun Anda, lalu buka halaman ini lagi.",
                "Sign in with your account and open this page again."
            )
        case .forbidden:
            Self.words(
                ("Tidak berwenang", "Not permitted"),
                "Akun Anda tidak diberi wewenang untuk ini. Tanyakan kepada penanggung jawab kantor.",
                "Your account has not been given this right. Ask whoever runs the office."
            )
        case .conflict:
            Self.words(
                ("Sudah berubah", "It has changed meanwhile"),
                "Orang lain lebih dulu. Muat ulang halaman, lihat keadaannya, lalu putuskan lagi.",
                "Somebody was faster. Load the page anew, look at what there is, and decide again."
            )
        default:
            Self.words(
                ("Halaman tidak ada", "No such page"),
                "Mungkin alamatnya salah ketik. Mulailah dari halaman depan.",
                "The address may be mistyped. Start from the front page."
            )
        }
    }

    /// What was sent.
    private var content: RefusalWords {
        switch self {
        case .tooLarge:
            Self.words(
                ("Kiriman terlalu besar", "It is too large"),
                "Tidak ada yang disimpan. Kirim berkas yang lebih kecil, atau satu per satu.",
                "Nothing was saved. Send a smaller file, or one at a time."
            )
        case .mediaType:
            Self.words(
                ("Jenis berkas tidak diterima", "This kind of content is not taken"),
                "Tidak ada yang disimpan. Lihat di halaman formulir jenis apa yang diterima.",
                "Nothing was saved. The page of the form says which kinds are taken."
            )
        case .fieldMissing:
            Self.words(
                ("Ada isian yang kosong", "A field is missing"),
                "Tidak ada yang disimpan. Kembali, lengkapi isian, lalu kirim lagi.",
                "Nothing was saved. Go back, fill in what is missing and send it again."
            )
        case .fieldInvalid:
            Self.words(
                ("Ada isian yang tidak mungkin", "A field has an impossible value"),
                "Tidak ada yang disimpan. Kembali, betulkan isian, lalu kirim lagi.",
                "Nothing was saved. Go back, correct the field and send it again."
            )
        default:
            Self.words(
                ("Tidak dapat dilakukan", "It cannot be done"),
                "Tidak ada yang diubah. Periksa isian dan keadaan formulir, lalu coba lagi.",
                "Nothing was changed. Check what you entered and how things stand, and try again."
            )
        }
    }

    /// What may go well later.
    private var later: RefusalWords {
        switch self {
        case .tooMany:
            Self.words(
                ("Terlalu sering", "Too often"),
                "Tunggu sebentar, lalu coba lagi.",
                "Wait a moment and try again."
            )
        case .busy:
            Self.words(
                ("Kantor sedang sibuk", "The office is busy"),
                "Tunggu sebentar, lalu coba lagi. Yang sudah tersimpan tetap aman.",
                "Wait a moment and try again. What was saved is safe."
            )
        default:
            Self.words(
                ("Ada kesalahan di kantor", "The office failed"),
                "Muat ulang halaman dan lihat apakah sudah tersimpan. Bila berulang, hubungi pengelola.",
                "Load the page anew and see whether it was saved. If it happens again, tell the operator."
            )
        }
    }

    private static func words(
        _ title: (String, String),
        _ indonesian: String,
        _ english: String
    ) -> RefusalWords {
        RefusalWords(
            title: LocalizedText(id: title.0, en: title.1),
            advice: LocalizedText(id: indonesian, en: english)
        )
    }
}
