using ExchangeOnAws.Values;

namespace ExchangeOnAws.Planning;

/// <summary>A copy of a mailbox database.</summary>
/// <param name="Member">The member that holds it.</param>
/// <param name="Preference">Activation preference; 1 is where the database is mounted.</param>
public sealed record DatabaseCopy(string Member, int Preference);

/// <summary>A mailbox database and its copies, first preference first.</summary>
public sealed record DatabasePlan(string Name, IReadOnlyList<DatabaseCopy> Copies);

/// <summary>The database availability group.</summary>
/// <param name="DagName">Its name in the forest.</param>
/// <param name="Members">Its members; every one is a full mailbox node.</param>
/// <param name="Witness">The server with the witness share; null when the members are odd in number without
/// it.</param>
/// <param name="Databases">The databases, laid out over the members.</param>
public sealed record ClusterPlan(
    string DagName, IReadOnlyList<HostPlan> Members, HostPlan? Witness,
    IReadOnlyList<DatabasePlan> Databases)
{
    /// <summary>Members whose new servers take the place of those that are lost.</summary>
    public IReadOnlyList<HostPlan> Rebuilt { get; init; } = [];

    /// <summary>The first member that is not rebuilt, which takes lost ones out of the group.</summary>
    public HostPlan? Survivor => Members.FirstOrDefault(member => !Rebuilt.Contains(member));

    /// <summary>Members and witness.</summary>
    public IEnumerable<HostPlan> Servers => Witness is null ? Members : [.. Members, Witness];
}
