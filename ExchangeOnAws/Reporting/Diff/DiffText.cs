using System.Text;
using ExchangeOnAws.Findings;

namespace ExchangeOnAws.Reporting.Diff;

/// <summary>Writes a change for a terminal: the verdict, the findings, then what differs.</summary>
public static class DiffText
{
    public static string Of(PlanDiff diff)
    {
        var text = new StringBuilder();
        Line($"{diff.Before.Label} → {diff.After.Label}");
        Line(DiffVerdict.Of(diff));
        if (diff.Findings.Count > 0)
        {
            Line("");
        }

        foreach (var finding in diff.Findings)
        {
            Line($"{Word(finding.Severity),-9}{finding.Message}");
        }

        if (diff.After.Errors == 0 && diff.Before.CriticalPathMinutes != diff.After.CriticalPathMinutes)
        {
            Line("");
            Line($"Critical path of a first deployment: {diff.Before.CriticalPathMinutes} → "
                + $"{diff.After.CriticalPathMinutes} minutes");
        }

        foreach (var (title, rows) in new DiffRows(code: value => value).Of(diff))
        {
            Line("");
            Line(title);
            foreach (var row in rows)
            {
                WriteRow(row);
            }
        }

        return text.ToString();

        void WriteRow(DiffRow row)
        {
            var isShort = row.Kind == ChangeKind.Added && row.Details.Count == 1;
            Line($"  {Word(row.Kind),-12}{row.Name}{(isShort ? $": {row.Details[0]}" : "")}");
            foreach (var detail in isShort ? [] : row.Details)
            {
                Line($"{"",-16}{detail}");
            }
        }

        // A file from elsewhere has no say over the terminal.
        void Line(string line) => text
            .Append([.. line.TrimEnd().Select(each => char.IsControl(each) ? ' ' : each)])
            .Append('\n');
    }

    /// <summary>What happens to a thing, in a word or two.</summary>
    internal static string Word(ChangeKind kind) => kind switch
    {
        ChangeKind.Replaced => "REPLACED",
        ChangeKind.Removed => "removed",
        ChangeKind.Changed => "changed",
        ChangeKind.RunsAgain => "runs again",
        _ => "added",
    };

    internal static string Word(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };
}
