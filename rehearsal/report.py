"""The result of a rehearsal, for people and for machines."""

import json


def as_json(result):
    return json.dumps(result, indent=2, default=str) + "\n"


def as_text(result):
    lines = [
        f"{result['stack']} in {result['region']}: {'accepted' if result['accepted'] else 'REFUSED'}",
        f"  Terraform {result.get('terraform', '?')}, AWS provider {result.get('provider', '?')}, "
        f"{result['resources']} resources, {result['requests']} requests to {result['operations']} operations",
        "", *_table("seconds", [[step, f"{seconds:.1f}"] for step, seconds in result["seconds"].items()]),
        *_table("read back", [
            [item["check"], str(item["count"]), "yes" if item["ok"] else "; ".join(item["wrong"])]
            for item in result["readBack"]]),
        *_table("remains after destroy", [
            [item["type"], f"{item['kept']} kept", "; ".join(["", *item["lost"], *item["left"]]).strip("; ")]
            for item in result["remains"] if item["kept"] or not item["ok"]]),
        *_table("changed by the second run", [
            [item["resource"], "+".join(item["actions"]), ", ".join(item["arguments"])]
            for item in result["changedBySecondRun"]]),
        *_table("plan diff against the provider", [
            [item["resource"], item["diff"], item["provider"], item["verdict"]] for item in result.get("changes", [])]),
        *_table("against the model of the API", [
            [item["call"], "; ".join(" ".join(pair) for pair in item["violations"])]
            for item in result["violations"]]),
        *_table("not witnessed", [[_gap(item)] for item in result["notWitnessed"]]),
    ]
    for item in result["refusals"]:
        lines += [f"refused: {item['resource']} ({item['type']})", f"  property: {item['property'] or '-'}",
                  *(f"  {line}" for line in item["message"].splitlines()), f"  setting: {item['setting']}", ""]
    return "\n".join(lines).rstrip() + "\n"


def _gap(item):
    if isinstance(item, str):
        return item
    return item.get("unanswered") or item.get("unreadable") or str(item)


def _table(title, rows):
    if not rows:
        return []
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return [title, *("  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
                     for row in rows), ""]
