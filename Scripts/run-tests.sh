#!/bin/bash
# Runs tests that are built, with the arguments of `swift test`. Where they take longer than they may, it ends them and
# names those that had begun and not ended: a test that waits for ever says nothing itself.
set -uo pipefail

events=$(mktemp "${TMPDIR:-/tmp}/pleno-tests.XXXXXX")
trap 'rm -f "$events"' EXIT
timeout --kill-after=30 "${PLENO_TEST_SECONDS:-1500}" \
    swift test --skip-build --event-stream-output-path "$events" "$@"
status=$?
if ((status == 124 || status == 137)); then
    echo "not ended in ${PLENO_TEST_SECONDS:-1500} s:" >&2
    python3 - "$events" >&2 <<'END'
import json, sys
begun = {}
for line in open(sys.argv[1]):
    try:
        event = json.loads(line).get("payload", {})
    except ValueError:
        continue
    if event.get("kind") == "testStarted":
        begun[event["testID"]] = True
    elif event.get("kind") in ("testEnded", "testSkipped"):
        begun.pop(event["testID"], None)
print("\n".join(sorted(begun)))
END
fi
exit $status
