namespace ExchangeOnAws.Reporting.Diff;

/// <summary>What a change does to a thing, in the order in which a report shows it.</summary>
public enum ChangeKind
{
    /// <summary>It is destroyed, and another takes its place.</summary>
    Replaced,
    Removed,

    /// <summary>It is changed and stays.</summary>
    Changed,

    /// <summary>A step is done again: its document, arguments or target changed.</summary>
    RunsAgain,
    Added,
}

/// <summary>A property that differs.</summary>
/// <param name="Path">Where it stands, for example rootBlockDevice.volumeSize.</param>
/// <param name="Old">The value before; null when there was none.</param>
/// <param name="New">The value after; null when there is none.</param>
/// <param name="IsRenewed">The text is the same, but what it refers to gets another value.</param>
/// <param name="Forces">This is why the resource is replaced or the step runs again.</param>
public sealed record PropertyChange(
    string Path, string? Old, string? New, bool IsRenewed = false, bool Forces = false);

/// <summary>One thing of a plan that differs.</summary>
/// <param name="Kind">What happens to it.</param>
/// <param name="Name">Its name, by which the two plans are compared.</param>
/// <param name="Properties">What differs, in the order of paths; all of an added thing.</param>
/// <param name="Note">What else there is to say; null when nothing.</param>
/// <param name="Host">The server that it is done on; null for what is not a step.</param>
public sealed record ItemChange(
    ChangeKind Kind, string Name, IReadOnlyList<PropertyChange> Properties, string? Note = null,
    string? Host = null);

/// <summary>The things of one kind that differ, for example hosts.</summary>
/// <param name="Key">The section's name in JSON.</param>
/// <param name="Title">The section's name for people.</param>
/// <param name="Items">What differs, in order.</param>
public sealed record DiffSection(string Key, string Title, IReadOnlyList<ItemChange> Items);
