using ExchangeOnAws.Components;
using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

/// <summary>
/// The steps of a gateway host as one script, from launch to the last policy, through every restart.
/// </summary>
[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed class WholeGatewayHostTests
{
    private const string Ou = "OU=Servers,DC=mail,DC=example,DC=com";
    private const string Secret = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:join-AbCdEf";
    private const string Password = "join-the-domain-1!";

    private static readonly string[] s_paths =
    [
        "Gateway/Set-GatewayAddress", "Gateway/Set-GatewayName", "Windows/Set-DnsClient",
        "Windows/Join-Domain",
        "Gateway/Remove-StaleComputer", "Gateway/Install-GatewayRole", "Gateway/Set-GatewayCertificate",
        "Gateway/Set-GatewayPolicy",
    ];

    private static readonly Dictionary<string, string> s_parameters = new()
    {
        ["AllocationIds"] = "eipalloc-1",
        ["NamePrefix"] = "RDGW",
        ["DnsServers"] = "10.0.0.10,10.0.0.11",
        ["DomainName"] = "mail.example.com",
        ["JoinSecretArn"] = Secret,
        ["OrganizationalUnit"] = Ou,
        ["AutoScalingGroup"] = "gateway",
        ["DnsName"] = "rdgw.example.com",
        ["DomainNetBiosName"] = "MAIL",
        ["UsersGroup"] = "RD Gateway Users",
    };

    [Test]
    public void Host_is_ready_after_its_restarts()
    {
        var windows = NewMachine();

        var result = Run(windows).ToEnd();

        using var scope = Assert.EnterMultipleScope();
        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(windows.Restarts, Is.EqualTo(2), "one for the name, one for the domain");
        AssertReady(windows);
    }

    [Test]
    public void Second_run_changes_nothing()
    {
        var windows = NewMachine();
        Run(windows).ToEnd();

        var second = Run(windows).ToEnd();

        Assert.That(second.ExitCode, Is.Zero, second.Text);
        Assert.That(second.Changes, Is.Empty);
        Assert.That(
            second.Output, Has.Exactly(s_paths.Length).EndsWith("Nothing to do: the state is there."));
    }

    [Test]
    public void Step_after_a_failed_one_does_not_run()
    {
        var windows = NewMachine();
        windows.Area<SimulatedComputer>().ReachableDomains.Clear();

        var result = Run(windows).ToEnd();

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Failure, Does.Contain("Join-Domain failed"));
        Assert.That(
            result.Text, Does.Not.Contain("Remove-StaleComputer").And.Not.Contain("Install-GatewayRole"));
    }

    private static ScriptRun Run(SimulatedWindows windows) =>
        new(windows, ScriptBundle.Of(s_paths), s_parameters);

    private static SimulatedWindows NewMachine()
    {
        var windows = GatewayMachine.WithRole();
        windows.Features.States["RDS-Gateway"] = "Available";
        windows.Features.States["RSAT-AD-PowerShell"] = "Available";
        windows.Area<SimulatedCloud>().Addresses.Add(new("eipalloc-1", "203.0.113.1"));
        windows.Area<SimulatedCloud>().Groups["gateway"] = [GatewayMachine.InstanceId];
        windows.Area<SimulatedComputerObjects>().All.UnionWith(
            [$"CN={GatewayMachine.Name},{Ou}", $"CN=RDGW-00000000,{Ou}"]);
        windows.Area<SimulatedGateway>().KnownGroups.Add("RD Gateway Users@MAIL");
        windows.Area<SimulatedComputer>().ReachableDomains["mail.example.com"] = ["10.0.0.10"];
        windows.Secrets.AddAccount(Secret, "joiner", Password);
        windows.Secrets.PasswordsByAccount["joiner@mail.example.com"] = Password;
        DomainPrograms.AddLocator(windows);
        return windows;
    }

    private static void AssertReady(SimulatedWindows windows)
    {
        var gateway = windows.Area<SimulatedGateway>();
        Assert.That(
            windows.Area<SimulatedCloud>().Addresses[0].InstanceId, Is.EqualTo(GatewayMachine.InstanceId));
        Assert.That(windows.Area<SimulatedComputer>().Name, Is.EqualTo(GatewayMachine.Name));
        Assert.That(windows.Area<SimulatedComputer>().Domain, Is.EqualTo("mail.example.com"));
        Assert.That(
            windows.Area<SimulatedComputerObjects>().All, Is.EqualTo([$"CN={GatewayMachine.Name},{Ou}"]));
        Assert.That(gateway.ServedThumbprint, Is.Not.Empty);
        Assert.That(gateway.Policies.Values.Select(policies => policies.Count), Is.EqualTo([1, 1]));
    }
}
