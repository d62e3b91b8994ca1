"""Recounts tickets from the audit chain: recount.py CHAIN, a file with an entry a line. Nothing of Vahid is used."""
import collections
import json
import sys

first, state, reopened = {}, {}, set()
for line in open(sys.argv[1], encoding="utf-8"):
    entry = json.loads(line)
    act = entry.get("act", "")
    if not act.startswith("ticket-"):
        continue
    ticket = entry["ticket"]
    if act == "ticket-opened":
        first[ticket] = (entry["agency"], entry["fact"], entry["field"])
    if act == "ticket-reopened":
        reopened.add(ticket)
    state[ticket] = "closed" if act == "ticket-closed" else "open"

counts = collections.defaultdict(collections.Counter)
for ticket, key in first.items():
    counts[key][state[ticket]] += 1
    counts[key]["reopened"] += ticket in reopened
for key in sorted(counts):
    one = counts[key]
    print(*key, "open", one["open"], "closed", one["closed"], "reopened", one["reopened"])
