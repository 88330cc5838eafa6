"""The peer of `pleno recount`: DuckDB's best query found for the same files and the same result.

Explicit types, two threads, only the counted columns as numbers, one aggregate per tier from the one below.
"""

import sys
import time
from pathlib import Path

import duckdb

data, out = Path(sys.argv[1]), Path(sys.argv[2])
counts = ["office_01", "office_02", "office_valid", "office_invalid", "office_total"]
skipped = ["station", "roll_male", "roll_female"]
second = [name.replace("office", "second") for name in counts]

start = time.perf_counter()
connection = duckdb.connect(":memory:", config={"threads": 2})
connection.execute("set preserve_insertion_order = false")


def read(file, columns):
    types = ", ".join(f"'{name}': '{kind}'" for name, kind in columns)
    return f"read_csv('{data / file}', header = true, delim = ',', quote = '\"', auto_detect = false, columns = {{{types}}})"


units = read("units.csv.gz", [("id", "INTEGER"), ("level", "VARCHAR"), ("name", "VARCHAR"), ("parent_id", "INTEGER")])
stations = read(
    "president-stations.csv.gz",
    [("village_id", "INTEGER")]
    + [(name, "VARCHAR") for name in skipped]
    + [(name, "INTEGER") for name in counts]
    + [(name, "VARCHAR") for name in second],
)
certified = read(
    "president-certified.csv.gz",
    [("level", "VARCHAR"), ("unit_id", "INTEGER"), ("certified_01", "BIGINT"), ("certified_02", "BIGINT")],
)
sums = ", ".join(f"sum({name}) as {name}" for name in counts)
tiers = [
    f"""t0 as materialized (
        select village_id as id, count(*) as stations, count({" + ".join(counts)}) as reported, {sums}
        from {stations} group by village_id)"""
]
for tier in range(1, 5):
    tiers.append(
        f"""t{tier} as materialized (
        select u.parent_id as id, sum(stations) as stations, sum(reported) as reported, {sums}
        from t{tier - 1} t join u on u.id = t.id where u.parent_id is not null group by u.parent_id)"""
    )
connection.execute(
    f"""copy (
    with u as materialized (select row_number() over () as place, * from {units}),
    {", ".join(tiers)},
    t as ({" union all ".join(f"select * from t{tier}" for tier in range(5))})
    select u.id as unit_id, u.level, u.name, coalesce(stations, 0) as stations, coalesce(reported, 0) as reported,
        {", ".join(f"t.{name}" for name in counts)},
        certified_01 as certified_office_01, certified_01 - office_01 as difference_office_01,
        certified_02 as certified_office_02, certified_02 - office_02 as difference_office_02
    from u left join t on t.id = u.id left join {certified} c on c.unit_id = u.id
    order by u.place) to '{out}' (header true)"""
)
out.with_suffix(".seconds").write_text(str(time.perf_counter() - start))
