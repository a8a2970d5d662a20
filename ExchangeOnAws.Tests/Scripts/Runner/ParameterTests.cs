using ExchangeOnAws.Tests.Scripts.Samples;
using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed class ParameterTests
{
    [TestCase("[string] $Value", "a'b\"; $(exit) {0}", "a'b\"; $(exit) {0}")]
    [TestCase("[string[]] $Value", "a, b,,c", "a|b|c")]
    [TestCase("[string[]] $Value", "one", "one")]
    [TestCase("[int] $Value", "42", "42")]
    [TestCase("[bool] $Value", "false", "False")]
    [TestCase("[switch] $Value", "true", "True")]
    public void Value_arrives_as_data(string parameter, string value, string shown)
    {
        var result = Run($"[Parameter(Mandatory = $true)] {parameter}", value);

        Assert.That(result.Output, Has.Some.EndsWith($"<{shown}>"));
    }

    [TestCase("[int] $Value", "4x2", "Value is \"4x2\"")]
    [TestCase("[bool] $Value", "yes", "Use true or false")]
    [TestCase("[ValidateRange(1, 3)] [int] $Value", "7", "Value")]
    public void Wrong_value_is_named(string parameter, string value, string reason)
    {
        var result = Run($"[Parameter(Mandatory = $true)] {parameter}", value);

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Failure, Does.Contain(reason));
    }

    [Test]
    public void Missing_value_names_parameter_and_agent()
    {
        var result = Run("[Parameter(Mandatory = $true)] [string] $Value", "");

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Failure, Does.Contain("SSM_Value is not set").And.Contain("3.3.2746.0"));
    }

    /// <summary>As SSM Agent passes a parameter that nobody gave: its variable exists and is empty.</summary>
    [TestCase("[string] $Value = 'mine'", "mine")]
    [TestCase("[string[]] $Value = @('a', 'b')", "a|b")]
    [TestCase("[int] $Value = 7", "7")]
    [TestCase("[bool] $Value = $true", "True")]
    [TestCase("[switch] $Value = $true", "True")]
    public void Empty_variable_is_a_value_that_nobody_gave(string parameter, string shown) => Assert.That(
        Run($"[Parameter()] {parameter}", "").Output, Has.Some.EndsWith($"<{shown}>"));

    [Test]
    public void Optional_value_has_its_default() =>
        Assert.That(Run("[Parameter()] [string] $Value = 'mine'", "").Output, Has.Some.EndsWith("<mine>"));

    /// <summary>Runtime functions have variables of these names too.</summary>
    [TestCase("Name")]
    [TestCase("What")]
    [TestCase("Condition")]
    [TestCase("values")]
    public void Name_that_the_runtime_uses_too_does_not_clash(string name)
    {
        var result = SampleScripts.Step(
            new(),
            $"Wait-Until -What 'x' -TimeoutSeconds 1 -Hint 'y.' -Condition {{ 'is <{{0}}>' -f ${name} }}",
            parameters: $"[Parameter(Mandatory = $true)] [string] ${name}",
            values: new Dictionary<string, string> { [name] = "mine" }).Once();

        Assert.That(result.Failure, Does.Contain("last answer: is <mine>"));
    }

    private static RunResult Run(string parameter, string value) => SampleScripts.Step(
        new(), "'<' + ($Value -join '|') + '>'", parameters: parameter,
        values: new Dictionary<string, string> { ["Value"] = value }).Once();
}
