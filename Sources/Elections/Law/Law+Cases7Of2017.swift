// What UU 7/2017 sets for petitions, disputes of the process, violations and crimes; UU 14/2008 for information.

extension Law {
    /// The limits for cases that the general elections of 2019 and 2024 have alike.
    static let cases7Of2017: [Deadline] =
        results7Of2017 + violations7Of2017 + massiveViolations7Of2017 + process7Of2017 + crimes7Of2017
        + openInformation

    private static let results7Of2017: [Deadline] = [
        .settled(.resultDispute, .hours(72, from: .announcement), .articles("UU 7/2017", "474(2)")),
        .settled(.petitionCompletion, .hours(72, from: .receipt), .articles("UU 7/2017", "474(3)")),
        rulingOnResults,
        .settled(.presidentialDispute, .days(3, from: .announcement), .articles("UU 7/2017", "475(1)")),
        .open(
            .presidentialRuling,
            [.days(14, from: .receipt), .workingDays(14, counting: .registration)],
            LocalizedText(
                id: "UU 7/2017 pasal 475(3): 14 hari sejak diterima; MK menghitung 14 hari kerja sejak "
                    + "registrasi, hari itu dihitung (2019: 11–28 Juni; 2024: 25 Maret–22 April).",
                en: "UU 7/2017 art. 475(3): 14 days from receipt; the court counts 14 working days from "
                    + "registration, that day included (2019: 11 to 28 June; 2024: 25 March to 22 April)."
            )
        ),
    ]

    /// The court rules on a result in 30 working days, of which the day of the registration is the first.
    static let rulingOnResults = Deadline.settled(
        .resultRuling,
        .workingDays(30, counting: .registration),
        LocalizedText(
            id: "UU MK pasal 78(b). Hari registrasi dihitung: jadwal MK 2019 (1 Juli–9 Agustus) dan 2024 "
                + "(23 April–10 Juni).",
            en:
                "UU MK art. 78(b). The day of registration is counted: the court's dates of 2019 (1 July to 9 "
                + "August) and 2024 (23 April to 10 June)."
        )
    )

    private static let violations7Of2017: [Deadline] = [
        .settled(.violationReport, .workingDays(7, from: .knowledge), .articles("UU 7/2017", "454(6)")),
        .settled(.violationFinding, .days(7, from: .knowledge), .articles("UU 7/2017", "454(5)")),
        .settled(.violationFollowUp, .days(7, from: .registration), .articles("UU 7/2017", "454(7)")),
        .settled(.violationInquiry, .workingDays(14, from: .registration), .articles("UU 7/2017", "454(8)")),
        .settled(
            .administrativeRuling,
            .workingDays(14, from: .registration),
            .articles("UU 7/2017", "461(5)")
        ),
        .settled(.administrativeFollowUp, .workingDays(3, from: .decision), .articles("UU 7/2017", "462")),
    ]

    private static let massiveViolations7Of2017: [Deadline] = [
        .open(.massiveViolationRuling, [.workingDays(14, from: .registration)], unread7Of2017("463")),
        .open(.massiveViolationDecree, [.workingDays(3, from: .decision)], unread7Of2017("463")),
        .open(.massiveViolationPetition, [.workingDays(3, from: .decision)], unread7Of2017("463")),
        .open(
            .massiveViolationJudgment,
            [.workingDays(14, from: .receipt), .days(14, from: .receipt)],
            unread7Of2017("463")
        ),
    ]

    private static let process7Of2017: [Deadline] = [
        .settled(.processDispute, .workingDays(3, from: .decision), .articles("UU 7/2017", "467(4)")),
        .settled(
            .processRuling,
            .workingDays(12, from: .receipt),
            LocalizedText(
                id: "UU 7/2017 pasal 468(2), \"hari\" dimaknai hari kerja oleh MK 31/PUU-XVI/2018",
                en: "UU 7/2017 art. 468(2), whose \"days\" are working days by MK 31/PUU-XVI/2018"
            )
        ),
        .settled(.courtPetition, .workingDays(5, from: .decision), .articles("UU 7/2017", "471(2)")),
        .settled(.courtCompletion, .workingDays(3, from: .receipt), .articles("UU 7/2017", "471(3)")),
        .settled(.courtRuling, .workingDays(21, from: .completion), .articles("UU 7/2017", "471(6)")),
        .settled(.courtFollowUp, .workingDays(3, from: .decision), .articles("UU 7/2017", "471(8)")),
    ]

    private static let crimes7Of2017: [Deadline] = [
        .open(.crimeReferral, [.hours(24, from: .decision)], unread7Of2017("476")),
        crime(.crimeInvestigation, 14, .receipt, "480(1)"), crime(.crimeFileReturn, 3, .receipt, "480(2)"),
        crime(.crimeFileCompletion, 3, .receipt, "480(3)"), crime(.crimeCharge, 5, .receipt, "480(4)"),
        crime(.crimeJudgment, 7, .referral, "482(1)"), crime(.crimeAppeal, 3, .decision, "482(2)"),
        crime(.crimeAppealReferral, 3, .receipt, "482(3)"),
        crime(.crimeAppealJudgment, 7, .receipt, "482(4)"),
        crime(.crimeJudgmentNotice, 3, .decision, "483(1)"),
        crime(.crimeJudgmentExecution, 3, .receipt, "483(2)"),
    ]

    private static func crime(
        _ kind: Deadline.Kind,
        _ count: Int,
        _ event: Deadline.Event,
        _ articles: String
    ) -> Deadline {
        .open(
            kind,
            [.days(count, from: event), .workingDays(count, from: event)],
            LocalizedText(
                id: "UU 7/2017 pasal \(articles) menyebut hari; apakah hari kerja, menurut peraturan MA yang "
                    + "belum terbaca, belum dipastikan.",
                en:
                    "UU 7/2017 art. \(articles) says days; whether working days, by a regulation of the Supreme "
                    + "Court that could not be read, is not confirmed."
            )
        )
    }

    private static func unread7Of2017(_ articles: String) -> LocalizedText {
        LocalizedText(
            id: "UU 7/2017 pasal \(articles) belum terbaca; jangka waktunya diketahui, belum dipastikan.",
            en: "UU 7/2017 art. \(articles) could not be read; its length is known of, and not confirmed."
        )
    }

    /// What is asked of an office, and when it must answer.
    static let openInformation: [Deadline] = [
        information(
            .informationRequest,
            .workingDays(10, from: .request),
            .workingDays(3, from: .request),
            "22(7)",
            "12"
        ),
        information(
            .informationExtension,
            .workingDays(7, from: .request),
            .workingDays(2, from: .request),
            "22(8)",
            "12"
        ),
        .open(.informationObjection, [.workingDays(30, from: .receipt)], unreadInformation("36(1)", "13")),
        information(
            .informationObjectionAnswer,
            .workingDays(30, from: .receipt),
            .workingDays(3, from: .receipt),
            "36(2)",
            "14"
        ),
        .open(.informationDispute, [.workingDays(14, from: .receipt)], unreadInformation("37(2)", "13–14")),
    ]

    private static func information(
        _ kind: Deadline.Kind,
        _ usual: Deadline.Period,
        _ inElections: Deadline.Period,
        _ act: String,
        _ regulation: String
    ) -> Deadline {
        .open(
            kind,
            [usual, inElections],
            LocalizedText(
                id:
                    "UU 14/2008 pasal \(act): \(usual.count) hari kerja; informasi pemilu \(inElections.count) "
                    + "hari kerja menurut Perki 1/2019 pasal \(regulation), yang baru dikutip pers.",
                en: "UU 14/2008 art. \(act): \(usual.count) working days; of elections \(inElections.count) "
                    + "working days by Perki 1/2019 art. \(regulation), which only the press quotes so far."
            )
        )
    }

    private static func unreadInformation(_ act: String, _ regulation: String) -> LocalizedText {
        LocalizedText(
            id:
                "UU 14/2008 pasal \(act); untuk informasi pemilu Perki 1/2019 pasal \(regulation) belum terbaca.",
            en: "UU 14/2008 art. \(act); for elections Perki 1/2019 art. \(regulation) could not be read."
        )
    }
}
