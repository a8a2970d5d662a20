namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>Setup that gives a lost server back what the directory knows of it.</summary>
public sealed partial class SimulatedSetup
{
    private string? Recover(SimulatedWindows windows, string arguments)
    {
        var (exchange, server) =
            (windows.Area<SimulatedExchange>(), windows.Area<SimulatedComputer>().Name);
        if (arguments.Contains("/Roles", StringComparison.Ordinal)
            || arguments.Contains("/MdbName", StringComparison.Ordinal))
        {
            return "The parameter isn't valid for the current operation.";
        }

        if (!Rights.IsSupersetOf(["Organization Management", "Domain Admins"]))
        {
            return "You must be a member of the 'Organization Management' role group.";
        }

        if (!exchange.Servers.Contains(server))
        {
            return $"The Exchange server object for {server} can't be found in Active Directory.";
        }

        if (exchange.Groups.Any(group => group.Has(server)))
        {
            return $"{server} is a member of a database availability group.";
        }

        if (FailsAt.Length > 0)
        {
            BreakOff(windows, FailsAt);
            FailsAt = "";
            return "The following error was generated when \"install-ExsetdataAtom\" was run.";
        }

        Complete(windows);
        return null;
    }
}
