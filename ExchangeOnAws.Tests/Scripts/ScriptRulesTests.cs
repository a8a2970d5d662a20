using System.Management.Automation.Language;
using ExchangeOnAws.Components;
using ExchangeOnAws.Tests.Scripts.Samples;
using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

[TestFixture]
public sealed class ScriptRulesTests
{
    private const string Head = "<#\n.SYNOPSIS\nA state.\n.DESCRIPTION\nSafe to run again.\n#>\n";
    private const string Tail = "\nfunction Test-Done { return $true }\n";

    private static IEnumerable<string> Steps =>
        ScriptLibrary.Shipped.Steps.Concat(SampleScripts.Library.Steps);

    private static IEnumerable<string> Functions => ScriptLibrary.Shipped.RuntimeFunctions;

    [TestCaseSource(nameof(Steps))]
    public void Step_follows_the_rules(string path) =>
        Assert.That(ScriptRules.Findings(TextOf(path), isStep: true), Is.Empty);

    [TestCaseSource(nameof(Functions))]
    public void Runtime_function_follows_the_rules(string name)
    {
        var text = ScriptLibrary.Shipped.RuntimeText(name);

        Assert.That(ScriptRules.Findings(text, isStep: false), Is.Empty);
        Assert.That(text, Does.StartWith($"function {name} {{"));
    }

    /// <summary>The program reads steps without a parser; the parser must agree with it.</summary>
    [TestCaseSource(nameof(Steps))]
    public void Step_is_read_as_the_parser_reads_it(string path)
    {
        var tree = Parser.ParseInput(TextOf(path), out _, out _);
        var step = StepScript.Parse(path, TextOf(path));

        Assert.That(step.Parameters.Select(parameter => (parameter.Name, parameter.IsMandatory)), Is.EqualTo(
            tree.ParamBlock.Parameters.Select(parameter =>
                (parameter.Name.VariablePath.UserPath, parameter.DefaultValue is null))));
        Parser.ParseInput(ScriptRun.Flatten(LibraryOf(path), path), out _, out var errors);
        Assert.That(errors, Is.Empty);
    }

    [TestCase("$x ? 1 : 2", "ternary")]
    [TestCase("$x ?? 1", "newer than 5.1")]
    [TestCase("Get-Date && Get-Date", "newer than 5.1")]
    [TestCase("${x}?.Name", "newer than 5.1")]
    [TestCase("class A { }", "classes")]
    [TestCase("exit 1", "runner exits")]
    [TestCase("gci", "no documented cmdlet")]
    [TestCase("Join-String -Separator 'x'", "no documented cmdlet")]
    [TestCase("nltest.exe /dsgetdc:x", "no documented cmdlet")]
    [TestCase("Test-Path 'C:\\x'", "by position")]
    [TestCase("Test-Path -Lit 'C:\\x'", "no parameter Lit")]
    [TestCase("Test-Path -PathType 'Leaf'", "no parameter set")]
    [TestCase("ForEach-Object -Parallel { 1 }", "no parameter Parallel")]
    [TestCase("Get-Date -AsUTC", "no parameter AsUTC")]
    [TestCase("test-path -LiteralPath 'C:\\x'", "is written Test-Path")]
    [TestCase("[System.IO.File]::Delete('x')", "only compute")]
    [TestCase("Get-SSMParameter -Name 'x'", "without Import-AwsModule")]
    [TestCase("$env:TEMP", "not from the environment")]
    [TestCase("'$(1)'", "does not expand")]
    [TestCase("'caf\u00e9'", "not ASCII")]
    [TestCase("$x = @'\n# lost\n'@", "here-string")]
    public void Broken_rule_is_found(string code, string reason)
    {
        var text = $"{Head}param()\n{Tail}\nfunction Set-Done {{\n{code}\n}}\n";

        Assert.That(ScriptRules.Findings(text, isStep: true), Has.Some.Contains(reason));
    }

    [TestCase("param([string] $A)", "", "either Mandatory or with a default")]
    [TestCase("param([Parameter(Mandatory = $true)] [hashtable] $A)", "", "letters only")]
    [TestCase("param()", "Get-Date", "runs outside")]
    [TestCase("param()", "function Get-Disk { }", "hides a cmdlet")]
    public void Broken_shape_is_found(string parameters, string statement, string reason)
    {
        var text = $"{Head}{parameters}\n{Tail}\nfunction Set-Done {{ }}\n{statement}\n";

        Assert.That(ScriptRules.Findings(text, isStep: true), Has.Some.Contains(reason));
    }

    /// <summary>Data nobody uses would look as if it were proved.</summary>
    [Test]
    public void Catalogue_holds_just_the_cmdlets_of_the_bench() => Assert.That(
        CmdletCatalogue.All.Keys.Order(StringComparer.Ordinal), Is.EqualTo(CatalogueSubset.Wanted()));

    private static ScriptLibrary LibraryOf(string path) =>
        path.StartsWith("Samples/", StringComparison.Ordinal) ? SampleScripts.Library : ScriptLibrary.Shipped;

    private static string TextOf(string path) => LibraryOf(path).Text(path);
}
