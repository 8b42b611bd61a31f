"""The pages of the report: plain HTML, nothing loaded from the network, no scripts but MathJax on the notebooks' pages."""

import re
import unicodedata
from html import escape

from claims import VERDICTS, count, summary

NOTEBOOK_TEMPLATE = """{% extends "lab/index.html.j2" %}
{% block html_head_js_requirejs %}{% endblock %}
{% block html_head_js_mermaidjs %}{% endblock %}
{% block html_head_js_mathjax %}
<script type="text/x-mathjax-config">
MathJax.Hub.Config({
  tex2jax: {inlineMath: [["$", "$"], ["\\\\(", "\\\\)"]], processEscapes: true},
  TeX: {equationNumbers: {autoNumber: "AMS"}},
  "HTML-CSS": {availableFonts: [], webFont: "STIX-Web", imageFont: null, linebreaks: {automatic: true}},
  "fast-preview": {disabled: true},
  messageStyle: "none"
});
</script>
<script src="mathjax/MathJax.js?config=TeX-AMS-MML_HTMLorMML-full"></script>
{% endblock %}
{% block html_head_css %}
<style>
main { max-width: 900px; margin: 0 auto; }
.report-link { font: 14px system-ui, sans-serif; margin: 12px 16px; }
.report-link a { color: #005a9c; }
.jp-InputArea-editor { overflow-x: auto; }
.jp-OutputArea-output img { max-width: 100%; height: auto; }
</style>
{% endblock %}
{% block body_header %}{{ super() }}
<p class="report-link"><a href="index.html">Report</a> · <a href="claims.html">Claims</a></p>
{% endblock %}
"""

STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; color: #1f2933; background: #f7f8fa; margin: 0; }
main { max-width: 1000px; margin: 0 auto; padding: 24px 20px 60px; }
h1 { font-size: 26px; line-height: 1.25; margin: 8px 0 16px; }
h2 { font-size: 19px; line-height: 1.3; margin: 0 0 6px; }
a { color: #005a9c; }
.bar { display: flex; height: 12px; border-radius: 6px; overflow: hidden; background: #e2e6ea; }
.note, .links { font-size: 14px; color: #52606d; margin: 6px 0 0; }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(380px, 1fr)); gap: 18px; margin-top: 24px; }
.card { background: #fff; border: 1px solid #dde2e7; border-radius: 8px; padding: 16px; }
.card img { width: 100%; height: 200px; object-fit: contain; margin-bottom: 10px; }
.card p { margin: 0 0 6px; }
table { border-collapse: collapse; width: 100%; background: #fff; font-size: 14px; }
.claims { table-layout: fixed; }
.claims th { width: 13%; }
.claims th:nth-child(2) { width: 42%; }
.claims th:nth-child(5) { width: 19%; }
.frame { overflow: hidden; border: 1px solid #dde2e7; border-radius: 8px; margin-top: 24px; }
th { text-align: left; background: #eef1f4; font-weight: 600; }
th, td { padding: 8px 10px; vertical-align: top; border-top: 1px solid #e6eaee; }
td { overflow-wrap: break-word; }
tr.checks > td { border-top: none; padding-top: 0; }
td.number { font-variant-numeric: tabular-nums; }
td small { color: #52606d; }
details table { margin-top: 6px; font-size: 13px; }
summary { cursor: pointer; color: #005a9c; }
.badge { display: inline-block; padding: 1px 9px; border-radius: 10px; color: #fff; font-size: 13px; white-space: nowrap; }
.holds { background: #00795a; }
.corrected { background: #0063a6; }
.refuted, .failed { background: #b84300; }
.partly { background: #7a5a00; }
.open { background: #66727f; }
"""

# A mark each, for no verdict may depend on its colour.
MARKS = {"holds": "✓", "corrected": "✎", "refuted": "✗", "partly": "◐", "open": "○", "failed": "✗"}


def page(title, body):
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(title)}</title>
<style>{STYLE}</style>
</head>
<body><main>
{body}
</main></body>
</html>
"""


def plain(markdown):
    """A line of Markdown as plain text, its Greek letters as characters."""
    text = re.sub(r"!?\[([^]]*)\]\([^)]*\)", r"\1", " ".join(markdown.split()))
    text = re.sub(r"\\([A-Za-z]+)\s?", greek, text)
    return re.sub(r"[*`${}\\]", "", text)


def greek(match):
    name = match[1]
    try:
        return unicodedata.lookup(f"GREEK {'SMALL' if name.islower() else 'CAPITAL'} LETTER {name.upper()}")
    except KeyError:
        return f"{name} "


def figure(source, title):
    return f'<img src="{escape(source)}" alt="{escape(title)}" title="{escape(title)}">'


def badge(verdict):
    return f'<span class="badge {verdict}">{MARKS[verdict]} {verdict}</span>'


def progress(claims):
    counts = count(claims)
    parts = "".join(
        f'<span class="{verdict}" style="flex: {counts[verdict]}"></span>' for verdict in VERDICTS if counts[verdict]
    )
    return f'<div class="bar">{parts}</div>\n<p class="note">{summary(claims)}</p>'


def index_page(cards, claims, missing):
    body = f"""<h1>Design Space Kit</h1>
<p class="note">What a run says of <em>Evaluating the design space of diffusion-based generative models</em>
(Wang, He, Tao, NeurIPS 2024).</p>
{progress(claims)}
<p class="note"><a href="claims.html">All claims</a> · <a href="claims.json">claims.json</a></p>
{not_executed(missing)}
<div class="cards">
{"".join(card(entry) for entry in cards)}</div>"""
    return page("Report", body)


def not_executed(names):
    return f'<p>{badge("failed")} not executed: {escape(", ".join(names))}</p>' if names else ""


def card(entry):
    link = escape(f"{entry['name']}.html")
    image = f'<a href="{link}">{thumbnail(entry["figures"][0])}</a>' if entry["figures"] else ""
    failed = f" {badge('failed')}" if entry["failed"] else ""
    return f"""<section class="card">
{image}
<h2><a href="{link}">{escape(entry["title"])}</a>{failed}</h2>
<p>{escape(entry["summary"])}</p>
<p class="note">{escape(entry["name"])} · {entry["seconds"]:.0f} s</p>
{downloads("Figures", [f"{stem}.svg" for stem in entry["figures"]])}
{downloads("Tables", entry["tables"])}
</section>
"""


def thumbnail(stem):
    return f'<img src="{escape(stem)}.svg" alt="">'


def downloads(label, paths):
    if not paths:
        return ""
    links = " ".join(f'<a href="{escape(path)}">{number}</a>' for number, path in enumerate(paths, start=1))
    return f'<p class="links">{label}: {links}</p>'


def claims_page(claims, names):
    heads = "".join(f"<th>{head}</th>" for head in ("Id", "Statement", "Verdict", "Measured", "Expected"))
    settled_first = sorted(claims, key=lambda claim: claim["verdict"] == "open")
    rows = "\n".join(claim_row(claim, names) for claim in settled_first)
    body = f"""<p class="note"><a href="index.html">Report</a></p>
<h1>Claims</h1>
{progress(claims)}
<p class="note"><b>holds</b>: every check passed. <b>corrected</b>: the printed form failed, the corrected one passed.
<b>refuted</b>: a check failed. <b>partly</b>: what was run passed, the rest is named. <b>open</b>: not yet run. The first check of each claim is shown, the others on a click.</p>
<div class="frame"><table class="claims">
<thead><tr>{heads}</tr></thead>
<tbody>
{rows}
</tbody>
</table></div>"""
    return page("Claims", body)


def claim_row(claim, names):
    return f"""<tr id="{escape(claim["id"])}"><td><b>{escape(claim["id"])}</b><br><small>{escape(claim["source"])}</small></td>
<td>{escape(claim["statement"])}{remaining(claim)}<br><small>{origin(claim, names)}</small></td>
<td>{badge(claim["verdict"])}</td>
<td class="number">{number(claim["measured"])}<br><small>{quantity(claim)}</small></td>
<td class="number">{"" if claim["verdict"] == "open" else expectation(claim)}</td></tr>{checks(claim.get("checks"))}"""


def remaining(claim):
    return f" <em>Not run: {escape(claim['remaining'])}</em>" if claim.get("remaining") else ""


def origin(claim, names):
    notebook = claim["notebook"] or ""
    link = f'<a href="{escape(notebook)}.html">{escape(notebook)}</a>' if notebook in names else escape(notebook)
    return link if claim["seed"] is None else f"{link}, seed {claim['seed']}"


def quantity(claim):
    return escape(str(claim["checks"][0]["quantity"])) if claim.get("checks") else ""


def expectation(claim):
    """The tolerance stands only where there is one."""
    value = f"{escape(claim.get('relation') or '')} " + number(claim.get("expected")) + (f" ± {number(claim['tolerance'])}" if claim.get("tolerance") else "")
    reason = f"<small>{escape(claim.get('reason') or '')}</small>"
    return f"{value}<br>{reason}" if value else reason


def checks(entries):
    if not entries:
        return ""
    rows = "".join(
        f"<tr><td>{escape(str(entry['quantity']))}</td><td class='number'>{number(entry.get('measured'))}</td>"
        f"<td class='number'>{expectation(entry)}</td></tr>"
        for entry in entries
    )
    label = "1 check" if len(entries) == 1 else f"{len(entries)} checks"
    details = f"<details><summary>{label}</summary><table>{rows}</table></details>"
    return f'<tr class="checks"><td></td><td colspan="4">{details}</td></tr>'


def number(value):
    if value is None:
        return ""
    return f"{value:.6g}" if isinstance(value, float) else escape(str(value))
