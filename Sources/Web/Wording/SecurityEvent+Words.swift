public import Accounts
public import Elections

private typealias Text = LocalizedText

extension SecurityEvent {
    /// What happened.
    public var words: LocalizedText {
        switch self {
        case .fileBegins: Text(id: "berkas baru", en: "a file begins")
        case .lineCut: Text(id: "baris setengah jadi dipotong", en: "a half-written line was cut off")
        case .fileBroken: Text(id: "berkas sebelumnya diubah dari luar", en: "the file before was changed")
        case .firstLinkMade: Text(id: "tautan akun pertama dibuat", en: "link to the first account made")
        case .firstAccount: Text(id: "akun pertama disiapkan", en: "first account set up")
        case .linkRefused: Text(id: "tautan akun pertama ditolak", en: "link to the first account refused")
        case .passwordAccepted: Text(id: "kata sandi benar", en: "password right")
        case .passwordRefused: Text(id: "kata sandi salah", en: "password wrong")
        case .throttled: Text(id: "terlalu banyak percobaan", en: "too many attempts")
        case .codeAccepted: Text(id: "kode benar", en: "code right")
        case .recoveryCodeUsed: Text(id: "kode pemulihan dipakai", en: "recovery code used")
        case .codeRefused: Text(id: "kode salah", en: "code wrong")
        case .passwordChanged: Text(id: "kata sandi diganti", en: "password changed")
        case .factorEnrolled: Text(id: "aplikasi dipasang", en: "app set up")
        case .recoveryCodesRenewed: Text(id: "kode pemulihan baru", en: "new recovery codes")
        case .accountMade: Text(id: "akun dibuat", en: "account made")
        case .passwordReset: Text(id: "kata sandi sementara diberikan", en: "temporary password given")
        case .factorReset: Text(id: "kata sandi dan aplikasi direset", en: "password and app reset")
        case .accountClosed: Text(id: "akun ditutup", en: "account closed")
        case .accountReopened: Text(id: "akun dibuka lagi", en: "account opened again")
        case .signedOut: Text(id: "keluar", en: "signed out")
        case .sessionsEnded: Text(id: "sesi diakhiri", en: "sessions ended")
        case .tokenMade: Text(id: "token dibuat", en: "token made")
        case .tokenRevoked: Text(id: "token dicabut", en: "token revoked")
        }
    }
}
