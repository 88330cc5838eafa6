#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>

/// Keeps what this process frees for what it asks for next, the first `bytes` of it in large pages; memory is taken from
/// the machine as it is used, and none is given back before the process ends. To be called before anything large is.
static inline void pleno_keep_memory(size_t bytes) {
    const size_t large = (size_t)2 << 20;
    mallopt(M_MMAP_THRESHOLD, 1 << 30);
    mallopt(M_TRIM_THRESHOLD, 1 << 30);
    mallopt(M_TOP_PAD, 1 << 26);
    mallopt(M_ARENA_MAX, 1);
    void *place = malloc(bytes + large);
    if (!place) return;
    madvise((void *)(((uintptr_t)place + large - 1) & ~(uintptr_t)(large - 1)), bytes, MADV_HUGEPAGE);
    free(place);
}
