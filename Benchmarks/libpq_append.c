/* The bare limit of `pleno-bench postgres`: the same rows and batches into a table of the same shape, by libpq alone,
   each batch one prepared statement and one durable transaction. usage: libpq_append DSN BATCHES; prints seconds. */
#include <arpa/inet.h>
#include <libpq-fe.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { ROWS = 64, BYTES = 300 };

static char *put(char *to, const void *from, size_t size) { return (char *)memcpy(to, from, size) + size; }
static char *put32(char *to, int value) {
    unsigned word = htonl(value);
    return put(to, &word, 4);
}
static char *head(char *to, int type) {
    int words[] = {1, 0, type, ROWS, 1};
    for (int i = 0; i < 5; i++) to = put32(to, words[i]);
    return to;
}
static void need(int holds, PGconn *connection) {
    if (holds) return;
    fprintf(stderr, "%s\n", PQerrorMessage(connection));
    exit(1);
}
static void run(PGconn *connection, const char *text) {
    PGresult *result = PQexec(connection, text);
    need(PQresultStatus(result) == PGRES_COMMAND_OK, connection);
    PQclear(result);
}

int main(int count, char **words) {
    if (count != 3) return 2;
    PGconn *connection = PQconnectdb(words[1]);
    need(PQstatus(connection) == CONNECTION_OK, connection);
    int batches = atoi(words[2]);
    run(connection, "SET client_min_messages = error");
    run(connection, "DROP SCHEMA IF EXISTS bare CASCADE");
    run(connection, "CREATE SCHEMA bare");
    run(connection, "CREATE TABLE bare.journal (office text NOT NULL, sequence bigint NOT NULL, account text NOT NULL, "
                    "request text NOT NULL, text bytea NOT NULL, PRIMARY KEY (office, sequence), "
                    "UNIQUE (office, account, request)) PARTITION BY HASH (office)");
    run(connection, "DO $$ BEGIN FOR part IN 0..15 LOOP EXECUTE format('CREATE TABLE bare.journal_%s PARTITION OF "
                    "bare.journal FOR VALUES WITH (MODULUS 16, REMAINDER %s)', part, part); END LOOP; END $$");
    Oid types[] = {25, 1016, 1009, 1009, 1001};
    PQclear(PQprepare(connection, "add",
                      "INSERT INTO bare.journal SELECT $1, entry.* "
                      "FROM unnest($2::bigint[], $3::text[], $4::text[], $5::bytea[]) AS entry", 5, types));
    static char places[8192], accounts[8192], requests[8192], texts[ROWS * (BYTES + 4) + 64], text[BYTES];
    struct timespec start, end;
    clock_gettime(CLOCK_MONOTONIC, &start);
    for (int batch = 0; batch < batches; batch++) {
        char *place = head(places, 20), *account = head(accounts, 25), *request = head(requests, 25),
             *bytes = head(texts, 17);
        for (int row = 0; row < ROWS; row++) {
            int sequence = batch * ROWS + row;
            place = put32(put32(put32(place, 8), 0), sequence);
            account = put(put32(account, 9), "account-1", 9);
            char name[32];
            int length = snprintf(name, sizeof name, "request-%d", sequence);
            request = put(put32(request, length), name, length);
            for (int i = 0; i < BYTES; i++) text[i] = (char)(i * 7 + sequence);
            bytes = put(put32(bytes, BYTES), text, BYTES);
        }
        const char *values[] = {"bare", places, accounts, requests, texts};
        int lengths[] = {4, place - places, account - accounts, request - requests, bytes - texts};
        int formats[] = {1, 1, 1, 1, 1};
        PGresult *result = PQexecPrepared(connection, "add", 5, values, lengths, formats, 1);
        need(PQresultStatus(result) == PGRES_COMMAND_OK, connection);
        PQclear(result);
    }
    clock_gettime(CLOCK_MONOTONIC, &end);
    printf("bare %f\n", end.tv_sec - start.tv_sec + (end.tv_nsec - start.tv_nsec) / 1e9);
    PQfinish(connection);
}
