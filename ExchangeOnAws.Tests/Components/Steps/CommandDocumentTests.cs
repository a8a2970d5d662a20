using System.Text.Json;
using ExchangeOnAws.Components;
using ExchangeOnAws.Tests.Scripts.Samples;
using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Components;

[TestFixture]
public sealed class CommandDocumentTests
{
    private const string Path = "Samples/Set-SampleValue";

    [Test]
    public void Script_reads_back_as_it_was_flattened()
    {
        var script = ScriptRun.Flatten(SampleScripts.Library, Path);

        var lines = Step().GetProperty("inputs").GetProperty("runCommand").EnumerateArray()
            .Select(line => line.GetString());

        Assert.That(string.Join("\n", lines) + "\n", Is.EqualTo(script));
    }

    [Test]
    public void Parameters_arrive_as_variables()
    {
        var parameters = Document().RootElement.GetProperty("parameters").EnumerateObject().ToArray();

        Assert.That(
            parameters.Select(parameter => parameter.Name),
            Is.EqualTo(["Port", "IsAutomatic", "ServiceName"]));
        Assert.That(
            parameters.Select(parameter => parameter.Value.GetProperty("interpolationType").GetString()),
            Has.All.EqualTo("ENV_VAR"));
        Assert.That(parameters.Select(parameter => parameter.Value.TryGetProperty("default", out _)),
            Is.EqualTo([false, true, true]));
    }

    [Test]
    public void Step_runs_on_windows_within_its_timeout()
    {
        using var scope = Assert.EnterMultipleScope();
        Assert.That(
            Document().RootElement.GetProperty("description").GetString(),
            Is.EqualTo("The sample service has its port and runs."));
        Assert.That(
            Step().GetProperty("precondition").GetRawText(),
            Does.Contain("platformType").And.Contain("Windows"));
        Assert.That(
            Step().GetProperty("inputs").GetProperty("timeoutSeconds").GetString(), Is.EqualTo("5400"));
    }

    [Test]
    public void Script_with_a_parameter_reference_is_refused() => Assert.That(
        () => CommandDocument.Write(Content("'{{Port}}'")),
        Throws.InvalidOperationException.With.Message.Contains("Set-SampleValue"));

    [Test]
    public void Document_over_the_limit_is_refused() => Assert.That(
        () => CommandDocument.Write(Content(new string('x', CommandDocument.LimitBytes))),
        Throws.InvalidOperationException.With.Message.Contains("65536"));

    private static StepScript Sample() => StepScript.Parse(Path, SampleScripts.Library.Text(Path));

    [Test]
    public void Parameter_that_one_of_several_scripts_needs_is_needed()
    {
        var other = StepScript.Parse("Samples/Other", "<#\n.SYNOPSIS\nOther.\n#>\nparam(\n"
            + "    [Parameter(Mandatory = $true)] [string] $ServiceName\n)\n");
        var content = Content("exit 0") with { Scripts = [Sample(), other] };

        var parameter = JsonDocument.Parse(CommandDocument.Write(content)).RootElement
            .GetProperty("parameters").GetProperty("ServiceName");

        Assert.That(parameter.TryGetProperty("default", out _), Is.False);
    }

    private static DocumentContent Content(string text) => new(
        Sample().Name, Sample().Synopsis, [Sample()], text, TimeSpan.FromMinutes(90));

    private static JsonDocument Document() =>
        JsonDocument.Parse(CommandDocument.Write(Content(ScriptRun.Flatten(SampleScripts.Library, Path))));

    private static JsonElement Step() => Document().RootElement.GetProperty("mainSteps")[0];
}
