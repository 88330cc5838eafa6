import Office

/// The tables, as the list of changes that made them.
///
/// A shipped change is history: add the next one, never edit.
enum Schema {
    /// The format this Pleno writes.
    static var known: Int { changes.count }

    /// Brings the tables to the format this Pleno knows; several servers may do so at once.
    ///
    /// - Throws: ``StoreFault/newer(format:known:)``, ``StoreFault/foreign(_:)``, or
    ///   ``StoreFault/readOnly`` when the role may not create them.
    static func migrate(_ connection: PostgresConnection, within limit: Duration) async throws(StoreFault) {
        guard try await format(connection, within: limit) != known else { return }
        try await StoreFault.translating { () async throws(PostgresFault) in
            // One at a time: the others wait here and then find it done. The number is Pleno's own.
            _ = try await connection.run(
                .once("BEGIN"),
                .once("SELECT pg_advisory_xact_lock(7352636)"),
                within: limit
            )
        }
        let found = try await format(connection, within: limit)
        let queries = changes.dropFirst(found ?? 0).joined().map { PostgresQuery.once($0) }
        try await StoreFault.translating { () async throws(PostgresFault) in
            for answer in try await connection.run([queries + [.once("COMMIT")]], within: limit) {
                _ = try answer.get()
            }
        }
    }

    /// Checks that there are tables of ours.
    ///
    /// - Throws: ``StoreFault/missing(_:)``; as ``migrate(_:within:)``.
    static func checkIsThere(
        _ connection: PostgresConnection,
        within limit: Duration
    ) async throws(StoreFault) {
        guard try await format(connection, within: limit) != nil else { throw .missing("schema pleno") }
    }

    /// The format of the tables; `nil` when there are none.
    static func format(_ connection: PostgresConnection, within limit: Duration) async throws(StoreFault)
        -> Int?
    {
        let tables = try await StoreFault.translating { () async throws(PostgresFault) in
            try await connection.run(
                .once(
                    """
                    SELECT c.relname::text, c.relname = 'format' AND EXISTS (
                        SELECT FROM pg_attribute a
                        WHERE a.attrelid = c.oid AND a.attname = 'pleno_format' AND a.atttypid = 'int8'::regtype)
                    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                    WHERE n.nspname = 'pleno' AND c.relkind NOT IN ('i', 'I', 't')
                    """
                ),
                within: limit
            )[0]
        }
        guard tables.count > 0 else { return nil }
        guard (0..<tables.count).contains(where: { tables.truth($0, 1) == true }) else {
            throw .foreign("schema pleno: \(tables.text(0, 0) ?? "")")
        }
        let formats = try await StoreFault.translating { () async throws(PostgresFault) in
            try await connection.run(.once("SELECT max(pleno_format) FROM pleno.format"), within: limit)[0]
        }
        let format = formats.integer(0, 0) ?? 0
        guard format <= known else { throw .newer(format: format, known: known) }
        return format
    }

    private static let changes: [[String]] = [
        [
            // It may be there, empty: then the role needs no right to create one.
            "DO $$ BEGIN IF to_regnamespace('pleno') IS NULL THEN CREATE SCHEMA pleno; END IF; END $$",
            """
            CREATE TABLE pleno.format (
                pleno_format bigint PRIMARY KEY CHECK (pleno_format > 0),
                at timestamptz NOT NULL DEFAULT now()
            )
            """,
            // Where an office's journal ends, and which server writes it. Each batch changes the row, hence the room.
            """
            CREATE TABLE pleno.office (
                office text PRIMARY KEY CHECK (octet_length(office) BETWEEN 1 AND 255),
                count bigint NOT NULL DEFAULT 0 CHECK (count >= 0),
                frontier bytea NOT NULL DEFAULT '',
                fence bigint NOT NULL DEFAULT 0 CHECK (fence >= 0),
                holder text NOT NULL DEFAULT '',
                session text NOT NULL DEFAULT '',
                lease_until timestamptz NOT NULL DEFAULT '-infinity'
            ) WITH (fillfactor = 50)
            """,
            """
            CREATE TABLE pleno.journal (
                office text NOT NULL,
                sequence bigint NOT NULL CHECK (sequence >= 0),
                account text NOT NULL,
                request text NOT NULL,
                text bytea NOT NULL CHECK (octet_length(text) BETWEEN 1 AND \(StoredEntry.largest)),
                PRIMARY KEY (office, sequence),
                UNIQUE (office, account, request)
            ) PARTITION BY HASH (office)
            """,
            """
            CREATE FUNCTION pleno.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                RAISE EXCEPTION 'the journal is only ever added to' USING ERRCODE = 'integrity_constraint_violation';
            END $$
            """,
            """
            CREATE TRIGGER only_added_to BEFORE UPDATE OR DELETE ON pleno.journal
            FOR EACH ROW EXECUTE FUNCTION pleno.refuse()
            """,
            """
            CREATE TRIGGER not_emptied BEFORE TRUNCATE ON pleno.journal
            FOR EACH STATEMENT EXECUTE FUNCTION pleno.refuse()
            """,
            """
            DO $$ BEGIN
                FOR part IN 0..15 LOOP
                    EXECUTE format(
                        'CREATE TABLE pleno.journal_%s PARTITION OF pleno.journal
                         FOR VALUES WITH (MODULUS 16, REMAINDER %s)', part, part);
                    EXECUTE format(
                        'CREATE TRIGGER not_emptied BEFORE TRUNCATE ON pleno.journal_%s
                         FOR EACH STATEMENT EXECUTE FUNCTION pleno.refuse()', part);
                END LOOP;
            END $$
            """,
            // The text as bytes: it may hold any character.
            """
            CREATE TABLE pleno.particulars (
                office text NOT NULL,
                name text NOT NULL,
                text bytea NOT NULL,
                PRIMARY KEY (office, name)
            )
            """,
            "INSERT INTO pleno.format (pleno_format) VALUES (1)",
        ],
        [
            // Commands on their way to the office's writer, and its answers on their way back. Nothing of it need
            // survive a crash: who misses an answer looks into the journal.
            """
            CREATE UNLOGGED TABLE pleno.forwarded (
                office text NOT NULL,
                id bigint GENERATED ALWAYS AS IDENTITY,
                sender text NOT NULL,
                account text NOT NULL,
                request text NOT NULL,
                permissions text NOT NULL,
                command bytea NOT NULL CHECK (octet_length(command) BETWEEN 1 AND \(StoredEntry.largest)),
                at timestamptz NOT NULL DEFAULT clock_timestamp(),
                taken bigint NOT NULL DEFAULT 0,
                kind text,
                place bigint,
                detail text,
                PRIMARY KEY (office, id)
            )
            """,
            "INSERT INTO pleno.format (pleno_format) VALUES (2)",
        ],
    ]
}
