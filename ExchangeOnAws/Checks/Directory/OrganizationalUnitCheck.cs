using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Checks;

/// <summary>The organizational unit can be created under its name.</summary>
internal sealed class OrganizationalUnitCheck : ICheck
{
    // Microsoft, "Naming conventions in Active Directory", names of organizational units (2026).
    private const int Longest = 64;

    // They would have to be escaped in a distinguished name (RFC 4514), which scripts pass on.
    private const string Reserved = ",+\"\\<>;=/#";

    public IReadOnlyList<string> Subjects { get; } = ["directory.organizationalUnit"];

    public IEnumerable<Finding> Run(DeploymentPlan plan)
    {
        var name = plan.Settings.Directory.OrganizationalUnit;
        if (name.Length is 0 or > Longest || name.Trim() != name || name.Any(Reserved.Contains))
        {
            yield return Finding.Error("directory.organizationalUnit", $"directory.organizationalUnit is "
                + $"\"{name}\", which no organizational unit can be named. Use 1 to {Longest} characters "
                + $"without {string.Join(' ', Reserved.ToCharArray())} and without spaces at the ends.");
        }
    }
}
