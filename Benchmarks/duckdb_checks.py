"""The peer of Pleno's checks: DuckDB evaluates the same identities over the same file of forms.

One pass over the file with explicit types and two threads; the rules are those Pleno finds broken in the
nation's presidential forms, but for slips (P07) and outliers (P09), which are no identities.
"""

import sys
import time

import duckdb

path = sys.argv[1]
start = time.perf_counter()
connection = duckdb.connect(":memory:", config={"threads": 2})
connection.execute("set preserve_insertion_order = false")
numbers = ["votes_1", "votes_2", "valid", "invalid", "total"]
columns = ", ".join([f"'{name}': 'VARCHAR'" for name in ("village", "station")] + [f"'{n}': 'INTEGER'" for n in numbers])
forms = f"read_csv('{path}', header = true, delim = ',', quote = '\"', auto_detect = false, columns = {{{columns}}})"
rules = {
    "A07": "votes_1 + votes_2 <> valid",
    "A08": "valid + invalid <> total",
    "A12": "(votes_1 is null) <> (votes_2 is null)",
    "P05": "(total >= 1 and 100 * invalid > 5 * total) or (total >= 100 and invalid < 1)",
    "P06": "valid >= 1 and greatest(votes_1, votes_2) + 0 * (votes_1 + votes_2) = valid",
    "P12": "(coalesce(votes_1, 0) + coalesce(votes_2, 0) >= 1 and valid < 1) or (valid >= 1 and total < 1)",
}
counts = ", ".join(f"count(*) filter ({rule})" for rule in rules.values())
twins = "sum(same) filter (same > 1 and votes_1 + votes_2 > 0)"
row = connection.execute(
    f"""with forms as materialized (select * from {forms}),
    twins as (select votes_1, votes_2, count(*) as same from forms where votes_1 + votes_2 is not null
              group by village, votes_1, votes_2)
    select {counts}, (select {twins} from twins) from forms"""
).fetchone()
print("seconds", time.perf_counter() - start)
print(" ".join(f"{name} {count}" for name, count in zip([*rules, "P08"], row)))
