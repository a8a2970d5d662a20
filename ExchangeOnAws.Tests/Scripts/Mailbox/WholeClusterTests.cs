using ExchangeOnAws.Components;
using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

/// <summary>Two servers as setup leaves them become a healthy group, step by step.</summary>
[TestFixture]
public sealed class WholeClusterTests
{
    private readonly SimulatedWindows windows = ClusterMachines.Server("EXA1", "EXB1");

    [Test]
    public void Steps_in_their_order_end_in_a_healthy_group()
    {
        ClusterMachines.AddDatabase(windows, "DB01", "EXA1");
        ClusterMachines.AddDatabase(windows, "DB02", "EXB1");
        windows.Area<SimulatedExchangeHealth>().HealthyAt = windows.Now;
        (string Name, string Value)[] group = [("DagName", "DAG1")];
        (string Name, string Value)[] witness =
        [
            ("WitnessServer", ClusterMachines.Witness),
            ("WitnessDirectory", ClusterMachines.WitnessDirectory),
        ];

        Run("EXA1", "Mailbox/New-AvailabilityGroup", [.. group, .. witness, ("FileSystem", "ReFS")]);
        Run("EXA1", "Mailbox/Add-AvailabilityGroupMember", group);
        windows.Services.Get("ClusSvc").StartType = "Disabled";
        Run("EXB1", "Mailbox/Add-AvailabilityGroupMember", [.. group, ("Previous", "EXA1")]);
        Run("EXA1", "Mailbox/Set-AvailabilityGroup", [.. group, .. witness, ("Members", "EXA1,EXB1")]);
        Run("EXA1", "Mailbox/Set-DatabaseCopies", ("Databases", "DB01,DB03"), ("Preference", "1"));
        Run("EXB1", "Mailbox/Set-DatabaseCopies", ("Databases", "DB02"), ("Preference", "1"));
        Run("EXA1", "Mailbox/Set-DatabaseCopies", ("Databases", "DB02"), ("Preference", "2"));
        Run("EXB1", "Mailbox/Set-DatabaseCopies", ("Databases", "DB01,DB03"), ("Preference", "2"));
        Run("EXA1", "Mailbox/Set-ActiveDatabases",
            [.. group, ("Databases", "DB01=EXA1,DB02=EXB1,DB03=EXA1")]);
        Run("EXA1", "Mailbox/Confirm-Cluster",
            [
                .. group, witness[0], ("Members", "EXA1,EXB1"), ("ResultParameter", "/health"),
                ("Databases", "DB01=EXA1/EXB1,DB02=EXB1/EXA1,DB03=EXA1/EXB1"),
            ]);

        Assert.That(
            windows.Area<SimulatedParameters>().Values["/health"], Does.Contain("\"healthy\""));
        Assert.That(windows.Area<SimulatedExchange>().Databases.Select(database => database.Copies.Count),
            Is.EqualTo([2, 2, 2]));
    }

    private void Run(string server, string script, params (string Name, string Value)[] parameters)
    {
        windows.Area<SimulatedComputer>().Name = server;
        var result = ScriptRun.Of(ScriptLibrary.Shipped, script, windows, parameters.ToDictionary()).ToEnd();
        Assert.That(result.ExitCode, Is.Zero, $"{script} on {server}:\n{result.Text}");
    }
}
