import Elections
import Foundation

/// The public record: what was signed, by whom, who confirmed it, and how to check it.
enum RecordPage {
    static func page(_ context: PageContext) -> Page? {
        context.record.map { page($0, context) }
    }

    private static func page(_ record: RecordStanding, _ context: PageContext) -> Page {
        let cosigners = cosigners(record, context)
        return Page(
            title: context.say("Catatan publik", "Public record"),
            body: .tag("div") {
                HTML.tag("h1", text: context.say("Catatan publik", "The public record"))
                HTML.tag(
                    "p",
                    text: context.say(
                        "Semua yang resmi di situs ini berasal dari catatan yang hanya bisa bertambah. Kepalanya "
                            + "ditandatangani; mengubah satu angka saja membuat tanda tangan itu tidak cocok lagi.",
                        "Everything official on this site comes from a record that can only grow. Its head is "
                            + "signed; to change a single figure makes the signature fail."
                    )
                )
                head(record, context)
                HTML.tag("section", .class("block")) {
                    if record.cosigners.isEmpty {
                        HTML.tag(
                            "p",
                            text: context.say(
                                "Belum ada yang ikut menandatangani: partai, Bawaslu, atau media dapat melakukannya "
                                    + "dengan pleno witness.",
                                "Nobody cosigned yet: a party, Bawaslu or a newsroom can, with pleno witness."
                            )
                        )
                    } else {
                        cosigners.html
                    }
                }
                check(record, context)
            },
            table: cosigners
        )
    }

    private static func head(_ record: RecordStanding, _ context: PageContext) -> HTML {
        let facts: [(String, HTML)] = [
            (context.say("Nama", "Name"), .tag("code", text: record.origin)),
            (context.say("Pengumuman", "Publications"), .text(context.numbers.whole(record.size))),
            (context.say("Entri jurnal", "Journal entries"), .text(context.numbers.whole(record.entries))),
            (context.say("Akar pohon", "Tree root"), .tag("code", text: record.root)),
            (context.say("Kunci", "Key"), .tag("code", text: record.key)),
            (
                context.say("Berkas", "File"),
                .tag("a", .href("/record/checkpoint"), text: "checkpoint")
            ),
        ]
        return .tag("section", .class("block")) {
            HTML.tag("h2", text: context.say("Kepala yang ditandatangani", "The signed head"))
            HTML.tag("dl", .class("facts")) {
                for (name, value) in facts {
                    HTML.tag("dt", text: name)
                    HTML.tag("dd") { value }
                }
            }
        }
    }

    private static func cosigners(_ record: RecordStanding, _ context: PageContext) -> DataTable {
        DataTable(
            caption: context.say(
                "Siapa yang ikut menandatangani, sampai di mana",
                "Who cosigned, up to where"
            ),
            columns: [
                .text("cosigner", context.say("Penanda tangan bersama", "Cosigner")),
                .number("publications", context.say("Sampai pengumuman", "Up to publication")),
                .text("time", context.say("Kapan (UTC)", "When (UTC)")),
            ],
            rows: record.cosigners.map { cosigner in
                [
                    .text(cosigner.name), .number(cosigner.size, context.numbers),
                    .text(cosigner.time.map(text(ofTime:)) ?? context.say("belum", "not yet")),
                ]
            }
        )
    }

    private static func check(_ record: RecordStanding, _ context: PageContext) -> HTML {
        .tag("section", .class("block")) {
            HTML.tag("h2", text: context.say("Periksa sendiri", "Check it yourself"))
            HTML.tag(
                "p",
                text: context.say(
                    "Program ini menghitung ulang setiap hash, jumlah, dan kursi dari berkas catatan. Tulis kebijakan "
                        + "sendiri: kunci mana yang Anda percaya, dan siapa yang harus ikut menandatangani.",
                    "This command computes every hash, sum and seat again from the record's files. Write a policy of "
                        + "your own: which key you trust, and who must have cosigned."
                )
            )
            code("pleno verify https://…/record --policy my-policy")
            code("log \(record.key)\nquorum none")
            HTML.tag(
                "p",
                text: context.say(
                    "Bandingkan kunci itu dengan yang diumumkan kantor di tempat lain: di surat keputusan, di koran, "
                        + "atau oleh saksi partai.",
                    "Compare that key with the one the office made known elsewhere: in a decree, in a newspaper, or "
                        + "through a party's witness."
                )
            )
        }
    }

    private static func text(ofTime time: Int) -> String {
        Date(timeIntervalSince1970: Double(time)).formatted(.iso8601)
    }

    /// A line to be typed or copied; the keyboard can scroll it.
    private static func code(_ text: String) -> HTML {
        .tag("pre", Attribute("tabindex", "0")) { HTML.tag("code", text: text) }
    }
}
