// Checks a log that Pleno wrote with the packages of Go's checksum database, which Pleno shares no code with.
//
// usage: verify FOLDER
//
// FOLDER holds key, cosigner-key, checkpoint and tile/… as C2SP tlog-tiles lays them out, and proofs: lines of
// "inclusion SIZE INDEX ROOT HASH…" or "consistency OLD NEW ROOT ROOT HASH…".
package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

var folder string

func read(name string) []byte {
	data, err := os.ReadFile(filepath.Join(folder, name))
	check(err, name)
	return data
}

func check(err error, what string) {
	if err != nil {
		log.Fatalf("%s: %v", what, err)
	}
}

func number(text string) int64 {
	n, err := strconv.ParseInt(text, 10, 64)
	check(err, "number")
	return n
}

func hash(text string) tlog.Hash {
	h, err := tlog.ParseHash(text)
	check(err, "hash")
	return h
}

func hashes(words []string) (list []tlog.Hash) {
	for _, word := range words {
		list = append(list, hash(word))
	}
	return list
}

// path is Go's path of a tile without the height, which C2SP fixes at 8 and leaves out.
func path(t tlog.Tile) string { return strings.Replace(t.Path(), "tile/8/", "tile/", 1) }

// published lists the tiles of a tree; Go lists a partial tile in every width up to its own.
func published(size int64) (list []tlog.Tile) {
	for _, t := range tlog.NewTiles(8, 0, size) {
		if last := len(list) - 1; last >= 0 && list[last].L == t.L && list[last].N == t.N {
			list[last] = t
		} else {
			list = append(list, t)
		}
	}
	return list
}

type tiles struct{}

func (tiles) Height() int                             { return 8 }
func (tiles) SaveTiles(tiles []tlog.Tile, d [][]byte) {}
func (tiles) ReadTiles(list []tlog.Tile) (data [][]byte, err error) {
	for _, t := range list {
		data = append(data, read(path(t)))
	}
	return data, nil
}

// cosigner checks the cosignatures of C2SP tlog-cosignature, which the package does not know.
type cosigner struct {
	name string
	id   uint32
	key  ed25519.PublicKey
}

func (c cosigner) Name() string    { return c.name }
func (c cosigner) KeyHash() uint32 { return c.id }
func (c cosigner) Verify(msg, sig []byte) bool {
	if len(sig) != 8+ed25519.SignatureSize {
		return false
	}
	head := fmt.Sprintf("cosignature/v1\ntime %d\n", binary.BigEndian.Uint64(sig))
	return ed25519.Verify(c.key, append([]byte(head), msg...), sig[8:])
}

func newCosigner(vkey string) cosigner {
	parts := strings.SplitN(vkey, "+", 3)
	raw, err := base64.StdEncoding.DecodeString(parts[2])
	check(err, "cosigner's key")
	sum := sha256.Sum256(append([]byte(parts[0]+"\n"), raw...))
	id := binary.BigEndian.Uint32(sum[:])
	if raw[0] != 4 || fmt.Sprintf("%08x", id) != parts[1] {
		log.Fatal("cosigner's key: not one")
	}
	return cosigner{parts[0], id, ed25519.PublicKey(raw[1:])}
}

func main() {
	log.SetFlags(0)
	folder = os.Args[1]
	verifier, err := note.NewVerifier(string(read("key")))
	check(err, "key")
	n, err := note.Open(read("checkpoint"), note.VerifierList(verifier, newCosigner(string(read("cosigner-key")))))
	check(err, "checkpoint")
	if len(n.Sigs) != 2 || len(n.UnverifiedSigs) != 0 {
		log.Fatalf("checkpoint: %d signatures", len(n.Sigs))
	}
	lines := strings.Split(n.Text, "\n")
	tree := tlog.Tree{N: number(lines[1]), Hash: hash(lines[2])}

	reader := tlog.TileHashReader(tree, tiles{})
	var own []tlog.Hash // the stored hashes as Go computes them from the entries
	ownReader := tlog.HashReaderFunc(func(indexes []int64) (found []tlog.Hash, err error) {
		for _, i := range indexes {
			found = append(found, own[i])
		}
		return found, nil
	})
	count := int64(0)
	for _, t := range published(tree.N) {
		if t.L != 0 {
			continue
		}
		bundle := read(strings.Replace(path(t), "tile/0/", "tile/entries/", 1))
		for ; len(bundle) > 0; count++ {
			length := 2 + int(binary.BigEndian.Uint16(bundle))
			hashes, err := tlog.StoredHashes(count, bundle[2:length], ownReader)
			check(err, "entry")
			own = append(own, hashes...)
			bundle = bundle[length:]
		}
	}
	root, err := tlog.TreeHash(count, ownReader)
	check(err, "root")
	if count != tree.N || root != tree.Hash {
		log.Fatalf("entries: %d with root %v", count, root)
	}
	for _, t := range published(tree.N) {
		_, err := tlog.ReadTileData(t, reader)
		check(err, path(t))
		data, err := tlog.ReadTileData(t, ownReader)
		check(err, path(t))
		if !bytes.Equal(data, read(path(t))) {
			log.Fatalf("%s: differs", path(t))
		}
	}

	proofs := 0
	for _, line := range strings.Split(strings.TrimSpace(string(read("proofs"))), "\n") {
		words := strings.Fields(line)
		a, b, root := number(words[1]), number(words[2]), hash(words[3])
		switch words[0] {
		case "inclusion":
			check(tlog.CheckRecord(hashes(words[4:]), a, root, b, own[tlog.StoredHashIndex(0, b)]), line)
		case "consistency":
			check(tlog.CheckTree(hashes(words[5:]), b, hash(words[4]), a, root), line)
		default:
			log.Fatalf("proofs: %s", line)
		}
		proofs++
	}
	fmt.Printf("%d entries, %d proofs\n", count, proofs)
}
