#!/bin/bash
# Each target may import what its line allows; anything else fails. SwiftPM checks our own targets only:
# an undeclared `import Foundation` or a transitive `import NIOCore` would build.
set -euo pipefail
cd "$(dirname "$0")/.."

allowed() {
    case $1 in
    Apportionment | Tally) echo "" ;;
    TransparencyLog) echo "COpenSSL" ;;
    Accounts) echo "COpenSSL Dispatch Foundation Synchronization" ;;
    Images) echo "CPNG CTurboJPEG" ;;
    Elections) echo "Apportionment Tally" ;;
    Rehearsal) echo "Elections" ;;
    Documents) echo "Apportionment Elections" ;;
    Office) echo "Elections TransparencyLog Logging" ;;
    SQLiteStorage) echo "Accounts Office COpenSSL Dispatch GRDB GRDBSQLite Glibc Synchronization" ;;
    PostgresStorage) echo "Elections Office CLibPQ Dispatch Glibc" ;;
    Exchange)
        echo "Apportionment Elections Tally COpenSSL CXLSXWriter CZip CZlib Yams XMLCoder Foundation FoundationEssentials" \
            "FoundationXML Glibc"
        ;;
    Web)
        echo "Accounts Apportionment Documents Elections Exchange Images Office TransparencyLog Hummingbird HummingbirdCore" \
            "HTTPTypes Logging NIOCore NIOHTTPTypes ServiceLifecycle UnixSignals Foundation FoundationNetworking" \
            "Synchronization"
        ;;
    pleno)
        echo "Accounts Apportionment Documents Elections Exchange Images Office PostgresStorage Rehearsal" \
            "SQLiteStorage Tally TransparencyLog Web ArgumentParser CMemory Dispatch Logging Foundation Glibc Synchronization"
        ;;
    *)
        echo "no line for target '$1' in $0" >&2
        return 1
        ;;
    esac
}

status=0
for folder in Sources/*/; do
    target=$(basename "$folder")
    case $target in CZlib | COpenSSL | CLibPQ | CMemory | CPNG | CTurboJPEG | CXLSXWriter | CZip) continue ;; esac
    permitted=$(allowed "$target")
    while IFS=: read -r file line text; do
        name=$(sed -E 's/.*import +((struct|class|enum|protocol|func|typealias|let|var|actor) +)?([A-Za-z_0-9]+).*/\3/' <<<"$text")
        if [[ " $permitted " != *" $name "* ]]; then
            echo "$file:$line: error: $target must not import $name" >&2
            status=1
        fi
    done < <(grep -rnE '^[[:space:]]*(@[A-Za-z_]+(\([^)]*\))? +)*((public|package|internal|fileprivate|private) +)?import ' "$folder" --include='*.swift' || true)
done
exit $status
