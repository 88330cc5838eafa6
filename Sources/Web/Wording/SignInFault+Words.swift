public import Accounts
public import Elections

private typealias Text = LocalizedText

extension SignInFault {
    /// What is wrong, and what to do next; never which of name and password.
    public var words: LocalizedText {
        switch self {
        case .refused:
            Text(
                id: "Nama atau kata sandi salah. Periksa keduanya, lalu coba lagi.",
                en: "Name or password is wrong. Check both and try again."
            )
        case .wait(let seconds):
            Text(
                id: "Terlalu banyak percobaan. Coba lagi setelah \(seconds) detik.",
                en: "Too many attempts. Try again after \(seconds) seconds."
            )
        case .busy:
            Text(
                id: "Terlalu banyak orang masuk bersamaan. Tunggu sebentar, lalu coba lagi.",
                en: "Too many people are signing in. Wait a moment and try again."
            )
        case .code:
            Text(
                id: "Kode salah, sudah lewat, atau sudah dipakai. Tunggu kode berikutnya di ponsel.",
                en: "The code is wrong, too old, or was used. Wait for the next one on your phone."
            )
        case .link:
            Text(
                id:
                    "Tautan ini tidak berlaku lagi. Jalankan lagi pleno serve: konsolnya menampilkan yang baru.",
                en: "This link does not count any more. Start pleno serve again: its console shows a new one."
            )
        case .password(let fault): fault.words
        case .name(let fault): fault.words
        case .taken(let name):
            Text(id: "Akun \(name) sudah ada.", en: "There is an account \(name) already.")
        case .unknown(let name):
            Text(id: "Tidak ada akun \(name).", en: "There is no account \(name).")
        case .noSession, .stage:
            Text(id: "Masuklah lagi dari awal.", en: "Sign in again from the beginning.")
        case .noEnrolment:
            Text(
                id: "Tidak ada aplikasi yang sedang dipasang. Mulai lagi.",
                en: "No app is being set up. Begin again."
            )
        case .noToken: Text(id: "Token itu tidak ada lagi.", en: "That token is not there any more.")
        case .token(let fault): fault.words
        case .store:
            Text(
                id: "Tidak dapat disimpan. Bila berulang, hubungi pengelola.",
                en: "It could not be stored. If it happens again, tell the operator."
            )
        }
    }
}

extension SignInFault.TokenFault {
    /// What is wrong, and what to do next.
    var words: LocalizedText {
        switch self {
        case .name: Text(id: "Nama 1–100 bita.", en: "A name has 1–100 bytes.")
        case .taken:
            Text(id: "Sudah ada token bernama itu.", en: "There is a token of this name already.")
        case .permissions:
            Text(id: "Pilih sedikitnya satu wewenang.", en: "Choose at least one permission.")
        case .expiry(let most):
            Text(
                id: "Paling lama \(most / 86_400) hari, dan setelah sekarang.",
                en: "At most \(most / 86_400) days, and after now."
            )
        case .many(let count):
            Text(
                id: "Sudah ada \(count) token. Cabut dulu yang tidak dipakai.",
                en: "There are \(count) tokens already. Revoke one that is not used first."
            )
        }
    }
}

extension PasswordFault {
    /// What is wrong, and what to do next.
    public var words: LocalizedText {
        switch self {
        case .tooShort(let characters):
            Text(
                id:
                    "Baru \(characters) huruf; sedikitnya \(Self.shortest). Beberapa kata acak paling mudah diingat.",
                en:
                    "Only \(characters) characters; at least \(Self.shortest). A few random words are easy to keep."
            )
        case .tooLong(let bytes):
            Text(
                id: "Terlalu panjang: \(bytes) bita, paling banyak \(Self.longest).",
                en: "Too long: \(bytes) bytes, at most \(Self.longest)."
            )
        case .controlCharacter:
            Text(id: "Ada tombol yang bukan huruf di dalamnya.", en: "It holds a key that is no character.")
        case .common:
            Text(
                id: "Kata sandi ini dipakai banyak orang. Pilih yang lain.",
                en: "Many people have this password. Choose another."
            )
        case .simple:
            Text(
                id: "Terlalu mudah ditebak. Tambahkan kata yang tidak berhubungan.",
                en: "Too easily guessed. Add words that have nothing to do with each other."
            )
        case .ownName:
            Text(
                id: "Tanpa nama akun, yang tersisa terlalu sedikit.",
                en: "Without the account's own name too little is left."
            )
        case .unchanged:
            Text(
                id: "Itu kata sandi yang lama. Pilih yang baru.",
                en: "That is the old one. Choose a new one."
            )
        }
    }
}

extension AccountName.Fault {
    /// What is wrong, and what to do next.
    public var words: LocalizedText {
        switch self {
        case .length(let bytes):
            Text(id: "Nama akun 2–40 huruf; ini \(bytes).", en: "A name has 2–40 letters; this has \(bytes).")
        case .character(let character):
            Text(
                id:
                    "\"\(character)\" tidak dapat ada dalam nama akun: huruf kecil a–z, angka dan tanda hubung saja.",
                en: "A name cannot have \"\(character)\": only small letters a–z, digits and hyphens."
            )
        case .beginning:
            Text(id: "Nama akun dimulai dengan huruf.", en: "A name begins with a letter.")
        }
    }
}
