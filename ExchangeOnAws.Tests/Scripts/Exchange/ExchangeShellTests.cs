using ExchangeOnAws.Tests.Scripts.Samples;
using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed class ExchangeShellTests
{
    [Test]
    public void Snap_in_is_added_once()
    {
        var result = SampleScripts.Step(
            ClusterMachines.Server("EXA1"), set: "Import-ExchangeShell; Import-ExchangeShell").Once();

        Assert.That(result.Commands.Count(command => command.Name == "Add-PSSnapin"), Is.EqualTo(1));
    }

    [Test]
    public void Older_name_of_the_snap_in_will_do_and_is_added_once()
    {
        var windows = ClusterMachines.Server("EDGEA1");
        windows.Area<SimulatedExchange>().SnapinName = "Microsoft.Exchange.Management.PowerShell.E2010";

        var result = SampleScripts.Step(windows, set: "Import-ExchangeShell; Import-ExchangeShell").Once();

        Assert.That(
            result.Commands.Select(command => command.Name).Where(name => name == "Add-PSSnapin"),
            Has.Exactly(2).Items, result.Text);
        Assert.That(result.Commands.Select(command => command.Name), Has.Member("Get-ExchangeServer"));
    }

    [Test]
    public void Step_and_runtime_have_the_cmdlets()
    {
        var result = SampleScripts.Step(
            ClusterMachines.Member("EXA1"),
            set: "Import-ExchangeShell; (Get-AvailabilityGroup).Name; (Get-DatabaseAvailabilityGroup).Name;"
                + "'{0} in a block' -f (& { (Get-DatabaseAvailabilityGroup).Name })").Once();

        Assert.That(
            result.Output.Where(line => line.Contains("DAG1", StringComparison.Ordinal)),
            Has.Exactly(3).Items, result.Text);
        Assert.That(result.Text, Does.Contain("DAG1 in a block"));
    }

    /// <summary>How the bench tells it: what a module adds stays in it, though all list it.</summary>
    [Test]
    public void Step_has_none_of_the_cmdlets_that_a_module_added()
    {
        var set = $$"""
            $null = New-Module -Name 'Other' -ScriptBlock {
                function Use-Shell {
                    Add-PSSnapin -Name '{{ExchangeShellHandlers.Snapin}}'
                    Write-StepLog -Text ('module: {0}' -f (Get-DatabaseAvailabilityGroup).Name)
                }
            }
            Start-Sleep -Seconds 60
            Use-Shell
            'snap-ins: {0}' -f @(Get-PSSnapin).Count
            Get-DatabaseAvailabilityGroup
            """;

        var result = SampleScripts.Step(ClusterMachines.Member("EXA1"), set).Once();

        Assert.That(result.Text, Does.Contain("module: DAG1").And.Contain("snap-ins: 2"));
        Assert.That(
            result.Failure, Does.Contain("The term 'Get-DatabaseAvailabilityGroup' is not recognized"));
    }

    [Test]
    public void Directory_that_does_not_answer_is_named()
    {
        var windows = ClusterMachines.Server("EXA1");
        windows.Area<SimulatedExchange>().ReadyAt = DateTime.MaxValue;

        var result = SampleScripts.Step(windows, set: "Import-ExchangeShell").Once();

        Assert.That(result.Failure, Does.Contain(
            "Waited 600 s for Exchange on EXA1; "
                + "last answer: No Active Directory server could be contacted. "
                + "Check the service MSExchangeADTopology").And.Contain("the service ADAM_MSExchange."));
    }

    [Test]
    public void Server_that_the_organisation_does_not_know_is_named()
    {
        var windows = ClusterMachines.Server("EXA1");
        windows.Area<SimulatedExchange>().Servers.Clear();
        windows.Area<SimulatedExchange>().Servers.Add("EXB1");

        var result = SampleScripts.Step(windows, set: "Import-ExchangeShell").Once();

        Assert.That(
            result.Failure, Does.Contain("last answer: the organisation has no Exchange server EXA1."));
    }
}
