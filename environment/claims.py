"""The list of statements, and what the executed notebooks say about them."""

import csv
import json

VERDICTS = ("holds", "corrected", "refuted", "partly", "open")
KEYS = ("id", "source", "statement", "verdict", "measured", "expected", "tolerance", "reason", "seed", "notebook")
# JSON writers may leave out what is null.
NULLABLE = ("measured", "expected", "tolerance", "seed")
MIME = "application/vnd.designspace.claims+json"


def read_statements(path):
    """Every statement as an open claim, in the order of the list."""
    if not path.exists():
        return []
    with open(path, encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    unsettled = {"verdict": "open", "reason": "not yet executed"}
    return [{key: (row | unsettled).get(key) for key in KEYS} | {"checks": []} for row in rows]


def emitted(data):
    """The claims in one mime bundle; a kernel may send them as text."""
    claims = data.get(MIME, [])
    return json.loads(claims) if isinstance(claims, str) else claims


def settle(statements, settled):
    """Replaces statements by the claims settled, (notebook, claim) each. Returns the claims and the problems."""
    known = {statement["id"] for statement in statements}
    claims, problems = {}, []
    for notebook, claim in settled:
        identifier = claim.get("id")
        problem = fault(claim)
        if problem is None and identifier not in known:
            problem = "is not in the list of statements"
        if problem is None and identifier in claims:
            problem = f"is settled by {claims[identifier][0]} already"
        if problem:
            problems.append(f"{notebook}, claim {identifier}: {problem}")
        else:
            claims[identifier] = (notebook, dict.fromkeys(KEYS) | claim | {"notebook": notebook})
    return [claims.get(s["id"], (None, s))[1] for s in statements], problems


def fault(claim):
    missing = [key for key in KEYS if key not in claim and key not in NULLABLE]
    if missing:
        return f"lacks {', '.join(missing)}"
    if claim["verdict"] not in VERDICTS:
        return f"has the unknown verdict {claim['verdict']}"
    return None


def count(claims):
    return {verdict: sum(claim["verdict"] == verdict for claim in claims) for verdict in VERDICTS}


def summary(claims):
    counts = count(claims)
    return (
        f"{len(claims)} statements: {counts['holds']} hold, {counts['corrected']} corrected, "
        f"{counts['refuted']} refuted, {counts['partly']} run in part, {counts['open']} open"
    )
