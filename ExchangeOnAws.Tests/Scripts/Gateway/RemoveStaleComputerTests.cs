using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

public sealed class RemoveStaleComputerTests : ScriptSuite
{
    private const string Ou = "OU=Servers,DC=corp,DC=example,DC=com";
    private const string Secret = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:join-AbCdEf";
    private const string Password = "join-the-domain-1!";

    /// <summary>Not a host of the group, by name or by place.</summary>
    private static readonly string[] s_foreign =
    [
        $"CN=MBX-1A1,{Ou}", $"CN=RDGW-1A1,{Ou}", $"CN=RDGW-123456789,{Ou}", $"CN=RDGW-9999999x,{Ou}",
        $"CN=XRDGW-99999999,{Ou}", $"CN=RDGW-99999999,OU=Old,{Ou}",
        "CN=RDGW-99999999,CN=Computers,DC=corp,DC=example,DC=com",
    ];

    private static readonly string[] s_living = [$"CN=RDGW-E5F60718,{Ou}", $"CN=RDGW-7654321F,{Ou}"];

    protected override string Script => "Gateway/Remove-StaleComputer";

    protected override IReadOnlyDictionary<string, string> Parameters => new Dictionary<string, string>
    {
        ["DomainName"] = "corp.example.com",
        ["NamePrefix"] = "RDGW",
        ["OrganizationalUnit"] = Ou,
        ["JoinSecretArn"] = Secret,
        ["AutoScalingGroup"] = "gateway",
    };

    [Test]
    public void Nothing_is_removed_when_the_group_does_not_know_this_host()
    {
        var windows = NewMachine();
        windows.Area<SimulatedCloud>().Groups["gateway"].Remove(GatewayMachine.InstanceId);

        var result = RunOn(windows).ToEnd();

        using var scope = Assert.EnterMultipleScope();
        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(
            result.Failure,
            Does.Contain($"gateway lists {GatewayMachine.OtherInstanceId}, but not this instance"));
        Assert.That(result.Changes.Select(change => change.Name), Has.None.EqualTo("Remove-ADComputer"));
    }

    [Test]
    public void Unknown_group_removes_nothing()
    {
        var windows = NewMachine();
        windows.Area<SimulatedCloud>().Groups.Clear();

        var result = RunOn(windows).ToEnd();

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Changes.Select(change => change.Name), Has.None.EqualTo("Remove-ADComputer"));
    }

    [Test]
    public void Object_that_another_host_removes_first_is_no_failure()
    {
        var windows = NewMachine();
        windows.Area<SimulatedComputerObjects>().IsContested = true;

        var result = RunOn(windows).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(IsReached(windows), Is.True);
    }

    protected override SimulatedWindows NewMachine()
    {
        var windows = GatewayMachine.Launched();
        windows.Features.States["RSAT-AD-PowerShell"] = "Available";
        windows.Area<SimulatedCloud>().Groups["gateway"] =
            [GatewayMachine.InstanceId, GatewayMachine.OtherInstanceId];
        windows.Area<SimulatedComputerObjects>().All.UnionWith(
            [.. s_foreign, .. s_living, $"CN=RDGW-00000000,{Ou}", $"CN=RDGW-0A1B2C3D,{Ou}"]);
        windows.Secrets.AddAccount(Secret, "join", Password);
        windows.Secrets.PasswordsByAccount["join@corp.example.com"] = Password;
        return windows;
    }

    protected override bool IsReached(SimulatedWindows windows) =>
        windows.Area<SimulatedComputerObjects>().All.SetEquals([.. s_foreign, .. s_living]);
}
