using ExchangeOnAws.Components;
using ExchangeOnAws.Tests.Scripts.Samples;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Components;

[TestFixture]
public sealed class ScriptBundleTests
{
    private static readonly ScriptBundle s_bundle = new(ScriptLibrary.Shipped);

    [Test]
    public void Only_the_functions_in_use_are_shipped()
    {
        var functions = s_bundle.FunctionsOf(Sample("Samples/Install-SampleFeature")).ToArray();

        Assert.That(
            functions,
            Has.Member("Install-Feature").And.Member("Get-MissingFeature").And.Member("Request-Restart"));
        Assert.That(functions, Has.No.Member("Get-SecretText").And.No.Member("Invoke-Installer"));
    }

    [Test]
    public void Text_has_one_exit_and_no_comments()
    {
        var text = s_bundle.Flatten(Sample("Samples/Install-SampleProduct"));

        Assert.That(
            text.Split('\n').Count(line => line.Contains("exit (", StringComparison.Ordinal)), Is.EqualTo(1));
        Assert.That(text, Does.Not.Contain("#>").And.Not.Match(@"(?m)^\s*#").And.Not.Match(@"\n\s*\n"));
    }

    [Test]
    public void Several_steps_share_one_runtime_and_run_in_order()
    {
        var lines = s_bundle
            .Flatten(Sample("Samples/Set-SampleValue"), Sample("Samples/Install-SampleFeature"))
            .Split('\n');

        Assert.That(lines.Count(line => line == "function Complete-Step {"), Is.EqualTo(1));
        Assert.That(lines, Has.Member("function Install-Feature {").And.Member("function Wait-Until {"));
        Assert.That(
            lines.Where(line => line.Contains("Invoke-Step -Name", StringComparison.Ordinal)),
            Is.EqualTo(
            [
                "$code = ([int] @(Invoke-Step -Name 'Set-SampleValue' -Step $step)[-1])",
                "exit ([int] @(Invoke-Step -Name 'Install-SampleFeature' -Step $step)[-1])",
            ]));
    }

    [TestCase("Samples/Set-SampleValue", 0)]
    [TestCase("Exchange/Set-ProductKey", 1)]
    public void Snap_in_of_exchange_is_added_outside_of_the_module_where_it_is_needed(string path, int count)
    {
        var library = path.StartsWith("Samples", StringComparison.Ordinal)
            ? SampleScripts.Library
            : ScriptLibrary.Shipped;

        var text = s_bundle.Flatten(StepScript.Parse(path, library.Text(path)));

        var head = text[..text.IndexOf("New-Module", StringComparison.Ordinal)];
        Assert.That(text.Split("$global:LoadExchangeShell = {"), Has.Length.EqualTo(count + 1));
        Assert.That(head.Split("$global:LoadExchangeShell = {"), Has.Length.EqualTo(count + 1));
        Assert.That(head.Split("Add-PSSnapin"), Has.Length.EqualTo((2 * count) + 1));
    }

    [Test]
    public void Unknown_step_is_named() => Assert.That(
        () => ScriptBundle.Of("Directory/New-Nothing"),
        Throws.ArgumentException.With.Message.Contains("Directory/New-Nothing.ps1"));

    private static StepScript Sample(string path) => StepScript.Parse(path, SampleScripts.Library.Text(path));
}
