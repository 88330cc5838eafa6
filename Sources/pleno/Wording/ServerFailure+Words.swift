import Elections
import Web

extension ServerFailure {
    /// What is wrong with a server on `port`, and what to do next.
    func words(port: Int) -> LocalizedText {
        switch self {
        case .portInUse:
            LocalizedText(
                id: "port \(port) sudah dipakai program lain; coba --port lain, atau --port 0",
                en: "port \(port) is in use by another program; try another --port, or --port 0"
            )
        case .portForbidden:
            LocalizedText(
                id: "port \(port) tidak diizinkan untuk pengguna ini; coba --port di atas 1023",
                en: "port \(port) is not allowed to this user; try a --port above 1023"
            )
        case .stopped(let detail):
            LocalizedText(
                id: "server berhenti karena gangguan (\(detail))",
                en: "the server stopped because of a fault (\(detail))"
            )
        }
    }
}
