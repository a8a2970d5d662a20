using System.Text;
using ExchangeOnAws.Findings;

namespace ExchangeOnAws.Reporting.Diff;

/// <summary>Writes a change for a pull request: the verdict first, tables, details folded.</summary>
public static class DiffMarkdown
{
    public static string Of(PlanDiff diff)
    {
        var text = new StringBuilder();
        Line($"**{Text(diff.After.Stack)}: {Text(DiffVerdict.Of(diff))}**");
        Line("");
        Line($"{Code(diff.Before.Label)} → {Code(diff.After.Label)}"
            + (diff.After.Errors > 0 ? "" : $"; critical path of a first deployment "
                + $"{diff.Before.CriticalPathMinutes} → {diff.After.CriticalPathMinutes} minutes"));
        if (diff.Findings.Count > 0)
        {
            Line("");
            Line("| | finding |");
            Line("|---|---|");
        }

        foreach (var finding in diff.Findings)
        {
            var word = DiffText.Word(finding.Severity);
            var shown = finding.Severity == Severity.Error ? $"**{word}**" : word;
            Line($"| {shown} | {Text(finding.Message)} |");
        }

        foreach (var (title, rows) in new DiffRows(Code).Of(diff))
        {
            Line("");
            Line($"<details><summary>{Text(title)}: {Summary(rows)}</summary>");
            Line("");
            Line("| | what | how |");
            Line("|---|---|---|");
            foreach (var row in rows)
            {
                var details = string.Join("<br>", row.Details);
                Line($"| {DiffText.Word(row.Kind)} | {Text(row.Name)} | {details} |");
            }

            Line("");
            Line("</details>");
        }

        return text.ToString();

        void Line(string line) => text.Append(line).Append('\n');
    }

    private static string Summary(IEnumerable<DiffRow> rows) => string.Join(", ", rows
        .GroupBy(row => row.Kind)
        .Select(group => $"{group.Count()} {DiffText.Word(group.Key)}"));

    // A reference is code, or the dollar signs of two would be taken for a formula.
    private static string Code(string value) =>
        $"`{value.Replace('`', '\'').Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ")}`";

    private static string Text(string text)
    {
        var escaped = new StringBuilder();
        foreach (var character in text.ReplaceLineEndings(" "))
        {
            escaped.Append(character switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '|' or '*' or '_' or '`' or '$' or '[' or '\\' => $"\\{character}",
                _ => $"{character}",
            });
        }

        return escaped.ToString();
    }
}
