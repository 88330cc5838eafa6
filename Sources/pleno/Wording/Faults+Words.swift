import Elections
import Office
import PostgresStorage
import Web

private typealias Text = LocalizedText

extension ReplayFault {
    /// Whether what was given is wrong, and not the machine.
    var isOfInput: Bool {
        switch self {
        case .journal, .head: true
        case .store(let fault):
            switch fault {
            case .newer, .foreign, .missing, .taken, .damaged: true
            default: false
            }
        }
    }

    /// What is wrong, and what to do next.
    var words: LocalizedText {
        switch self {
        case .store(let fault): fault.words
        case .journal(let fault):
            Text(
                id: "entri \(fault.sequence): \(fault.reason.words.indonesian)",
                en: "entry \(fault.sequence): \(fault.reason.words.english)"
            )
        case .head(let entries):
            Text(
                id:
                    "kepala pohon yang disimpan bukan kepala dari \(entries) entri ini: jurnal diubah dari luar; "
                    + "pulihkan dari cadangan",
                en:
                    "the tree head that was kept is not that of these \(entries) entries: the journal was changed "
                    + "from outside; restore a backup"
            )
        }
    }
}

extension JournalFault.Reason {
    var words: LocalizedText {
        switch self {
        case .text(let fault):
            Text(
                id: "bita \(fault.offset): diharapkan \(fault.expected)",
                en: "byte \(fault.offset): expected \(fault.expected)"
            )
        case .outOfPlace: Text(id: "bukan di tempatnya", en: "not at its place")
        case .otherRequest:
            Text(
                id: "akun atau permintaannya lain dari isinya",
                en: "account or request differ from its text"
            )
        case .salt:
            Text(
                id: "bit acaknya bukan 32 angka heksadesimal",
                en: "its random bits are not 32 hexadecimal digits"
            )
        case .signature(let place):
            Text(
                id: "tindakan \(place + 1): tidak ditandatangani kunci kantor sebagaimana mestinya",
                en: "act \(place + 1): not signed by the office's key as it must be"
            )
        case .timeGoesBack: Text(id: "waktunya mundur", en: "its time goes back")
        case .act(let place, let fault):
            Text(
                id: "tindakan \(place + 1): \(fault.words.indonesian)",
                en: "act \(place + 1): \(fault.words.english)"
            )
        }
    }
}

extension PostgresAddress.Fault {
    /// What is wrong, and what to do next; never with a word of a password.
    var words: LocalizedText {
        switch self {
        case .password:
            Text(
                id:
                    "sandi tidak boleh ada dalam alamat: pengguna lain di mesin ini dapat melihatnya; simpan di "
                    + "~/.pgpass (PGPASSFILE) atau PGPASSWORD (dan tulis \"@\" pada nama sebagai %40)",
                en:
                    "a password must not stand in the address, where other users of this machine can see it; keep it "
                    + "in ~/.pgpass (PGPASSFILE) or PGPASSWORD (and write an \"@\" in a name as %40)"
            )
        case .office:
            Text(
                id: "alamat tanpa satu nama kantor; diharapkan seperti postgresql://host/db?office=soppeng",
                en:
                    "an address without the name of one office; expected such as postgresql://host/db?office=soppeng"
            )
        case .malformed(let detail):
            Text(id: "bukan alamat PostgreSQL (\(detail))", en: "no address of a PostgreSQL (\(detail))")
        }
    }
}
