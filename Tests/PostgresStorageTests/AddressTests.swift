import PostgresStorage
import Testing

/// What an address of an office says, and what it must not.
struct AddressTests {
    @Test(
        "an address is libpq's, with the office among its parameters",
        arguments: [
            ("the shortest", "postgresql:///?office=o", "postgresql:///", "o"),
            ("the other scheme", "postgres://host/db?office=o", "postgres://host/db", "o"),
            (
                "between others",
                "postgresql://anna@a:1,b:2/db?sslmode=require&office=o&target_session_attrs=any",
                "postgresql://anna@a:1,b:2/db?sslmode=require&target_session_attrs=any", "o"
            ),
            ("a service", "postgresql://?service=pleno&office=o", "postgresql://?service=pleno", "o"),
            (
                "a name with any character", "postgresql:///?office=Kab.%20Soppeng%26%C3%A9",
                "postgresql:///", "Kab. Soppeng&é"
            ),
            (
                "an address of IPv6", "postgresql://anna@[::1]:5432/db?office=o",
                "postgresql://anna@[::1]:5432/db", "o"
            ),
        ]
    )
    func good(_: String, text: String, dsn: String, office: String) throws {
        let address = try PostgresAddress(parsing: text)
        #expect((address.dsn, address.office, address.description) == (dsn, office, text))
    }

    @Test(
        "what is no address of one office is refused, a password without a word of it",
        arguments: [
            ("no office", "postgresql://host/db", .office),
            ("an empty name", "postgresql://host/db?office=", .office),
            ("two offices", "postgresql://host/db?office=a&office=b", .office),
            ("too long a name", "postgresql://host/db?office=\(String(repeating: "é", count: 128))", .office),
            ("NUL", "postgresql://host/db?office=a%00", .office),
            ("half a byte", "postgresql://host/db?office=a%2", .office),
            ("a sign for a digit", "postgresql://host/db?office=a%+1", .office),
            ("no UTF-8", "postgresql://host/db?office=%FF", .office),
            ("a password", "postgresql://anna:secret@host/db?office=a", .password),
            ("a password with a slash", "postgresql://anna:sec/ret@host/db?office=a", .password),
            ("a password with a colon and signs", "postgresql://anna:s:e@c@host/db?office=a", .password),
            ("a password as a parameter", "postgresql://host/db?password=secret&office=a", .password),
            ("spelt otherwise", "postgresql://host/db?office=a&p%61ssword=secret", .password),
            ("a password of a key", "postgresql://host/db?office=a&sslpassword=secret", .password),
            (
                "a parameter that is none", "postgresql://host/db?office=a&colour=red",
                .malformed("invalid URI query parameter: \"colour\"")
            ),
        ] as [(String, String, PostgresAddress.Fault)]
    )
    func bad(_: String, text: String, fault: PostgresAddress.Fault) {
        #expect(PostgresAddress.isMeant(by: text))
        #expect(throws: fault) { try PostgresAddress(parsing: text) }
    }

    @Test(
        "paths are not meant as addresses",
        arguments: ["soppeng", "postgresql", "./postgres://x", "POSTGRES://x", ""]
    )
    func paths(text: String) {
        #expect(!PostgresAddress.isMeant(by: text))
    }
}
