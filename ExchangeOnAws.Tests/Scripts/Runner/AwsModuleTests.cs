using ExchangeOnAws.Tests.Scripts.Samples;
using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed class AwsModuleTests
{
    private const string Secret = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:any-AbCdEf";

    /// <summary>Images until Windows Server 2022, those of 2025, and a server with both.</summary>
    [TestCase("AWSPowerShell")]
    [TestCase("AWS.Tools.SecretsManager")]
    [TestCase("AWS.Tools.SecretsManager,AWSPowerShell")]
    public void Cmdlet_is_reached_whichever_module_the_image_has(string installed)
    {
        var result = Run(installed.Split(','));

        Assert.That(result.Output, Has.Some.EndsWith("<12>"), result.Text);
    }

    [Test]
    public void Missing_module_is_named_with_what_to_do()
    {
        var result = Run("AWS.Tools.S3");

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Failure, Does.Contain(
            "this server has neither module AWS.Tools.SecretsManager nor AWSPowerShell. Run Install-Module"));
    }

    private static RunResult Run(params string[] installed)
    {
        var windows = new SimulatedWindows();
        windows.Secrets.Add(Secret, "a-secret-txt");
        var modules = windows.Area<SimulatedAwsModules>().Installed;
        modules.Clear();
        modules.UnionWith(installed);
        return SampleScripts.Step(
            windows, $"'<{{0}}>' -f (Get-SecretText -SecretArn '{Secret}').Length").Once();
    }
}
