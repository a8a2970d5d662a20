using System.Management.Automation.Language;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests;

/// <summary>The door for Windows; here it can be read by the engine, but not run.</summary>
public sealed class BuildScriptTests
{
    [Test]
    public void Windows_script_has_no_syntax_error()
    {
        Parser.ParseFile(Path.Combine(Repository.Root, "build.ps1"), out _, out var errors);

        Assert.That(
            errors.Select(error => $"line {error.Extent.StartLineNumber}: {error.Message}"), Is.Empty);
    }

    [Test]
    public void Both_scripts_offer_the_same_commands()
    {
        var bash = File.ReadAllText(Path.Combine(Repository.Root, "build.sh"));
        var windows = File.ReadAllText(Path.Combine(Repository.Root, "build.ps1"));

        string[] commands =
        [
            "plan <stack> [--format text|json|html] [--out FILE]", " test ", " bench ", "rehearse <stack>",
            "rehearse <old> <new>",
        ];
        foreach (var command in commands)
        {
            using (Assert.EnterMultipleScope())
            {
                Assert.That(bash, Does.Contain(command));
                Assert.That(windows, Does.Contain(command));
            }
        }
    }
}
