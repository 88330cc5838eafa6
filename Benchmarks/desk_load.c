// Types forms over HTTP: many connections, each kept, each form once by either of two typists.
//
//   desk_load PORT FOLDER CONNECTIONS FIRST COUNT RATE
//
// FOLDER holds `paths`, `body` and `tokens`. Submissions FIRST … FIRST + COUNT are sent: submission n is of form
// n / 2 by typist n % 2. With RATE 0 each connection sends as soon as it has its answer; else RATE a second are due,
// and a delay counts from when a submission was due. Prints what it did as `name value` pairs.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

struct connection {
    int socket;
    int busy;
    double due;
    char *request;
    size_t length, sent;
    char answer[16384];
    size_t got;
};

static char **paths, *tokens[2], *body;
static size_t path_count, body_length;
static double *delays;
static long done, failed;

static void fail(const char *what) {
    perror(what);
    exit(1);
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec + time.tv_nsec / 1e9;
}

static char *file(const char *folder, const char *name, size_t *length) {
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "r");
    if (!file) fail(path);
    fseek(file, 0, SEEK_END);
    *length = ftell(file);
    rewind(file);
    char *text = malloc(*length + 1);
    if (fread(text, 1, *length, file) != *length) fail(path);
    text[*length] = 0;
    fclose(file);
    return text;
}

static void begin(struct connection *connection, long number, double due) {
    char start[64];
    int start_length = snprintf(start, sizeof start, "{\"request\":\"%ld\",", number);
    size_t form = number / 2 % path_count;
    connection->length = sprintf(connection->request,
        "POST %s HTTP/1.1\r\nHost: desk\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\n"
        "Content-Length: %zu\r\n\r\n%s%s",
        paths[form], tokens[number % 2], start_length + body_length, start, body);
    connection->sent = connection->got = 0;
    connection->due = due;
    connection->busy = 1;
}

static void push(struct connection *connection) {
    while (connection->sent < connection->length) {
        ssize_t count = send(connection->socket, connection->request + connection->sent,
                             connection->length - connection->sent, MSG_NOSIGNAL);
        if (count < 0 && errno == EAGAIN) return;
        if (count < 0) fail("send");
        connection->sent += count;
    }
}

// Whether an answer is there whole.
static int pull(struct connection *connection) {
    ssize_t count = recv(connection->socket, connection->answer + connection->got,
                         sizeof connection->answer - 1 - connection->got, 0);
    if (count < 0 && errno == EAGAIN) return 0;
    if (count <= 0) fail("recv");
    connection->got += count;
    connection->answer[connection->got] = 0;
    char *end = strstr(connection->answer, "\r\n\r\n");
    if (!end) return 0;
    char *length = strcasestr(connection->answer, "content-length:");
    size_t size = length && length < end ? strtoul(length + 15, NULL, 10) : 0;
    if (connection->got < end + 4 - connection->answer + size) return 0;
    if (strncmp(connection->answer, "HTTP/1.1 201", 12)) {
        if (!failed++) fprintf(stderr, "%.2000s\n", connection->answer);
    }
    delays[done++] = now() - connection->due;
    connection->busy = 0;
    return 1;
}

static int ascending(const void *one, const void *other) {
    double difference = *(const double *)one - *(const double *)other;
    return difference < 0 ? -1 : difference > 0;
}

int main(int argc, char **argv) {
    if (argc != 7) return 2;
    int port = atoi(argv[1]), connections = atoi(argv[3]);
    long first = atol(argv[4]), count = atol(argv[5]);
    double rate = atof(argv[6]);
    size_t length;
    char *text = file(argv[2], "paths", &length);
    paths = malloc((length / 8 + 1) * sizeof *paths);
    for (char *line = strtok(text, "\n"); line; line = strtok(NULL, "\n")) paths[path_count++] = line;
    text = file(argv[2], "tokens", &length);
    tokens[0] = strtok(text, "\n");
    tokens[1] = strtok(NULL, "\n");
    body = file(argv[2], "body", &body_length);
    delays = calloc(count, sizeof *delays);

    int poll = epoll_create1(0);
    struct connection *all = calloc(connections, sizeof *all);
    for (int place = 0; place < connections; place++) {
        struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        int one = 1, handle = socket(AF_INET, SOCK_STREAM, 0);
        if (connect(handle, (struct sockaddr *)&address, sizeof address)) fail("connect");
        setsockopt(handle, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
        all[place].socket = handle;
        all[place].request = malloc(body_length + 2048);
        struct epoll_event event = {.events = EPOLLIN | EPOLLOUT | EPOLLET, .data.ptr = &all[place]};
        if (epoll_ctl(poll, EPOLL_CTL_ADD, handle, &event)) fail("epoll_ctl");
        if (fcntl(handle, F_SETFL, O_NONBLOCK)) fail("fcntl");
    }
    double start = now();
    long next = 0;
    int idle = 0;
    while (done < count) {
        double time = now();
        for (int tried = 0; next < count && tried < connections; tried++) {
            double due = rate > 0 ? start + next / rate : time;
            if (due > time) break;
            struct connection *connection = &all[idle];
            idle = (idle + 1) % connections;
            if (connection->busy) continue;
            begin(connection, first + next++, due);
            push(connection);
            tried = -1;
        }
        int wait = rate > 0 && next < count ? 1 : 1000;
        struct epoll_event events[256];
        int ready = epoll_wait(poll, events, 256, wait);
        for (int place = 0; place < ready; place++) {
            struct connection *connection = events[place].data.ptr;
            if (!connection->busy) continue;
            push(connection);
            while (connection->busy && pull(connection)) {}
        }
    }
    double seconds = now() - start;
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    double processor = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
        + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
    qsort(delays, count, sizeof *delays, ascending);
    printf("done %ld failed %ld rate %.0f p50 %.2f p99 %.2f longest %.2f share %.3f bytes %zu\n", done, failed,
           count / seconds, delays[count / 2] * 1e3, delays[count * 99 / 100] * 1e3, delays[count - 1] * 1e3,
           processor / seconds, body_length);
    return failed > 0;
}
