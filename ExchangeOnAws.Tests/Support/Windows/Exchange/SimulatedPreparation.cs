using System.Text.RegularExpressions;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>The preparations of the directory, each with the groups that Microsoft names for it.</summary>
public sealed partial class SimulatedSetup
{
    private string? PrepareSchema(SimulatedWindows windows)
    {
        if (!Rights.IsSupersetOf(["Schema Admins", "Enterprise Admins"]))
        {
            return "The logged-on user is not a member of the Schema Admins group.";
        }

        Prepare(windows, has => has with { Schema = Release.Schema });
        return null;
    }

    private string? PrepareDirectory(SimulatedWindows windows, string arguments)
    {
        var forest = windows.Area<SimulatedForest>();
        var name = Organization().Match(arguments).Groups[1].Value;
        if (!Rights.Contains("Enterprise Admins"))
        {
            return "Global updates need to be made to Active Directory, and this user account "
                + "isn't a member of the Enterprise Admins group.";
        }

        if (forest.Controllers.Keys.Any(host => forest.SeenBy(host, windows.Now).Schema < Release.Schema))
        {
            return "The Active Directory schema isn't up-to-date on every domain controller.";
        }

        if (forest.Latest.Name.Length > 0 && name.Length > 0)
        {
            return $"An Exchange organization named {forest.Latest.Name} exists already.";
        }

        if (forest.Latest.Name.Length == 0 && name.Length == 0)
        {
            return "An Exchange organization name must be specified.";
        }

        Prepare(windows, has => has with
        {
            Organization = Release.Organization,
            Domain = Release.Domain,
            Name = has.Name.Length > 0 ? has.Name : name,
        });
        return null;
    }

    private string? PrepareDomains(SimulatedWindows windows)
    {
        if (!Rights.Contains("Enterprise Admins"))
        {
            return "The user isn't a member of the Enterprise Admins group.";
        }

        Prepare(windows, has => has with { Domain = Release.Domain });
        return null;
    }

    private static void Prepare(
        SimulatedWindows windows, Func<ExchangePreparation, ExchangePreparation> change)
    {
        var forest = windows.Area<SimulatedForest>();
        forest.Prepare(windows.Now, change(forest.Latest));
    }

    [GeneratedRegex("""/OrganizationName:"([^"]+)" """)]
    private static partial Regex Organization();
}
