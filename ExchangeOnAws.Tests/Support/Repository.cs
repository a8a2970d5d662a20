using System.Runtime.CompilerServices;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Settings;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Support;

/// <summary>The files of this repository that tests read.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The plan of a sample environment, from its stack file.</summary>
    public static DeploymentPlan PlanOf(string stack)
    {
        using var text = File.OpenText(Path.Combine(Root, StackFile.FileName(stack)));
        var (configuration, findings) = StackFile.Read(stack, text);
        Assert.That(findings, Is.Empty);
        var (settings, readerFindings) = SettingsReader.Read(configuration);
        Assert.That(readerFindings, Is.Empty);
        return DeploymentPlan.From(stack, settings);
    }

    private static string FindRoot([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", ".."));
}
