import Accounts
import Elections

/// The pages on which somebody sets up an authenticator app, and takes recovery codes home.
enum AppPages {
    /// Before it begins.
    static func beginning(_ context: DeskContext, fault: String? = nil) -> DeskPage {
        let title = context.say("Aplikasi pengautentikasi", "Authenticator app")
        let isWanted = context.caller.stage == .enrolment
        return SignInPages.narrow(title) {
            HTML.tag("h1", text: title)
            HTML.tag(
                "p",
                text: isWanted
                    ? context.say(
                        "Mandat Anda menandatangani, menyetujui atau memberi hak: masuk perlu kode dari ponsel.",
                        "Your mandate signs, approves or gives rights: signing in takes a code from your phone."
                    )
                    : context.say(
                        "Aplikasi baru menggantikan yang lama; semua sesi lain berakhir.",
                        "A new app takes the place of the old one; all other sessions end."
                    )
            )
            HTML.tag(
                "p",
                text: context.say(
                    "Siapkan aplikasi di ponsel (Aegis, Google Authenticator, FreeOTP, …), lalu mulai.",
                    "Have an app on your phone (Aegis, Google Authenticator, FreeOTP, …), then begin."
                )
            )
            context.form(context.step("app")) {
                if !isWanted {
                    HTML.field(
                        FormField(
                            name: "password",
                            label: context.say("Kata sandi Anda", "Your password"),
                            kind: .password,
                            fault: fault,
                            autocomplete: "current-password"
                        )
                    )
                }
                HTML.submit(context.say("Mulai", "Begin"))
            }
        }
    }

    /// What the app is set up with, shown this once.
    static func secret(_ context: DeskContext, _ enrolment: Enrolment) -> DeskPage {
        let title = context.say("Pasang di ponsel", "Set it up on the phone")
        let groups = stride(from: 0, to: enrolment.secret.text.count, by: 4).map { start in
            String(enrolment.secret.text.dropFirst(start).prefix(4))
        }
        return SignInPages.narrow(title) {
            HTML.tag("h1", text: title)
            HTML.tag("ol", .class("how")) {
                HTML.tag("li") {
                    HTML.tag(
                        "p",
                        text: context.say(
                            "Pindai gambar ini dengan aplikasi, atau ketik rahasianya.",
                            "Scan this picture with the app, or type the secret."
                        )
                    )
                    if let code = QRCode(enrolment.address.text) {
                        code.svg(label: context.say("Kode QR untuk aplikasi", "QR code for the app"))
                    }
                    HTML.tag("p", .class("secret")) {
                        HTML.tag("code", text: groups.joined(separator: " "))
                    }
                    HTML.tag("p", .class("quiet")) {
                        HTML.tag(
                            "a",
                            .href(enrolment.address.text),
                            text: context.say(
                                "Buka di aplikasi pada perangkat ini",
                                "Open in an app on this device"
                            )
                        )
                    }
                }
                HTML.tag("li") {
                    HTML.tag(
                        "p",
                        text: context.say(
                            "Ketik enam angka yang kini ditampilkan aplikasi.",
                            "Type the six digits the app shows now."
                        )
                    )
                    codeForm(context, at: context.step("app", "code"))
                }
            }
        }
    }

    /// The code again, when it was wrong.
    static func code(_ context: DeskContext, fault: String? = nil) -> DeskPage {
        let title = context.say("Kode dari aplikasi", "Code of the app")
        return SignInPages.narrow(title) {
            HTML.tag("h1", text: title)
            codeForm(context, at: context.step("app", "code"), fault: fault)
            HTML.tag("p") {
                HTML.tag(
                    "a",
                    .href(context.step("app").text),
                    text: context.say("Pasang dari awal", "Set it up from the beginning")
                )
            }
        }
    }

    /// A code of the app in exchange for new recovery codes.
    static func renewal(_ context: DeskContext, fault: String? = nil) -> DeskPage {
        let title = context.say("Kode pemulihan baru", "New recovery codes")
        return SignInPages.narrow(title) {
            HTML.tag("h1", text: title)
            HTML.tag(
                "p",
                text: context.say(
                    "Kode yang lama tidak berlaku lagi setelah ini.",
                    "The codes before will count no more after this."
                )
            )
            codeForm(context, at: context.path("account", "codes"), fault: fault)
        }
    }

    /// Recovery codes, shown this once.
    static func recovery(_ context: DeskContext, _ codes: [Secret], then place: LocalPath) -> DeskPage {
        let title = context.say("Kode pemulihan", "Recovery codes")
        return SignInPages.narrow(title) {
            HTML.tag("h1", text: title)
            HTML.tag(
                "p",
                text: context.say(
                    "Bila ponsel hilang, setiap kode ini membuka satu kali. Cetak atau salin sekarang, simpan di "
                        + "tempat terkunci: halaman ini tidak ditampilkan lagi.",
                    "If the phone is lost, each of these opens once. Print or copy them now and lock them away: "
                        + "this page is not shown again."
                )
            )
            HTML.tag("ol", .class("codes")) {
                for code in codes { HTML.tag("li") { HTML.tag("code", text: code.text) } }
            }
            HTML.tag("p", .class("actions")) {
                HTML.tag(
                    "a",
                    .class("button"),
                    .href(place.text),
                    text: context.say("Sudah saya simpan", "I have kept them")
                )
            }
        }
    }

    private static func codeForm(_ context: DeskContext, at place: LocalPath, fault: String? = nil) -> HTML {
        context.form(place) {
            HTML.field(
                FormField(
                    name: "code",
                    label: context.say("Kode enam angka", "Six-digit code"),
                    kind: .count,
                    fault: fault,
                    autocomplete: "one-time-code"
                )
            )
            HTML.submit(context.say("Lanjut", "Continue"))
        }
    }
}
