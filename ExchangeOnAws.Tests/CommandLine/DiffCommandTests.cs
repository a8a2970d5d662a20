using System.Diagnostics;
using ExchangeOnAws.CommandLine;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.CommandLine;

[NonParallelizable]
public sealed class DiffCommandTests
{
    private string _workingFolder = null!;
    private DirectoryInfo _project = null!;

    [OneTimeSetUp]
    public void CreateProject()
    {
        _workingFolder = Directory.GetCurrentDirectory();
        _project = Directory.CreateTempSubdirectory();
        Directory.SetCurrentDirectory(_project.FullName);
        File.WriteAllText("Pulumi.yaml", "name: exchange-on-aws\n");
        WriteStack("");
        Git("init", "--quiet", "--initial-branch", "main");
        Git("add", ".");
        Git("-c", "user.name=Test", "-c", "user.email=test@example.com", "commit", "--quiet", "-m", "First");
        WriteStack("nodesPerZone: 2");
    }

    [OneTimeTearDown]
    public void DeleteProject()
    {
        Directory.SetCurrentDirectory(_workingFolder);

        // Git writes its objects read-only, which Windows does not delete.
        foreach (var file in _project.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            file.Attributes = FileAttributes.Normal;
        }

        _project.Delete(recursive: true);
    }

    [Test]
    public async Task A_revision_is_compared_with_the_working_tree()
    {
        var (exitCode, output, error) = await CommandLineRun.Of("plan", "diff", "dev", "main");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error, Is.Empty);
            Assert.That(exitCode, Is.EqualTo(Commands.Success));
            Assert.That(output, Does.StartWith("dev at main → Pulumi.dev.yaml\n"));
            Assert.That(output, Does.Contain("added       EXA2: instanceType"));
        }
    }

    [Test]
    public async Task Two_revisions_are_compared_without_the_working_tree()
    {
        var (exitCode, output, _) = await CommandLineRun.Of("plan", "diff", "dev", "main", "HEAD");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.EqualTo(Commands.Success));
            Assert.That(output, Is.EqualTo("dev at main → dev at HEAD\nNothing changes.\n"));
        }
    }

    [Test]
    public async Task Files_are_compared_in_every_format_into_a_file()
    {
        await CommandLineRun.Of("plan", "dev", "--format", "json", "--out", "new.json");
        (string, string)[] formats = [("text", "new.json →"), ("markdown", "**dev: "), ("json", "{")];
        foreach (var (format, start) in formats)
        {
            var (exitCode, output, _) = await CommandLineRun.Of(
                "plan", "diff", "new.json", "./new.json", "--format", format, "--out", "diff.txt");

            using (Assert.EnterMultipleScope())
            {
                Assert.That(exitCode, Is.EqualTo(Commands.Success));
                Assert.That(output, Is.Empty);
                Assert.That(await File.ReadAllTextAsync("diff.txt"), Does.StartWith(start));
            }
        }
    }

    [TestCase("'--upload-pack=x' is not a revision.", "dev", "--", "--upload-pack=x")]
    [TestCase("Git knows no revision nowhere here.", "dev", "nowhere")]
    [TestCase("Revision main has no Pulumi.prod.yaml.", "prod", "main")]
    [TestCase("none.json does not exist or is a folder.", "none.json", "none.json")]
    [TestCase("none.json is a file, so another file is compared", "none.json", "main", "HEAD")]
    [TestCase("Pulumi.yaml is not a plan: it is not JSON at line 1", "./Pulumi.yaml", "./Pulumi.yaml")]
    [TestCase("--help", "dev")]
    [TestCase("--help", "a", "b", "c", "d")]
    public async Task Wrong_use_ends_with_2_and_says_what_is_wrong(string message, params string[] args)
    {
        var (exitCode, output, error) = await CommandLineRun.Of(["plan", "diff", .. args]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.EqualTo(Commands.WrongUse));
            Assert.That(output, Is.Empty);
            Assert.That(error, Does.Contain(message));
        }
    }

    [Test]
    public async Task Replacing_what_holds_data_ends_with_1()
    {
        await CommandLineRun.Of("plan", "dev", "--format", "json", "--out", "plan.json");
        var plan = await File.ReadAllTextAsync("plan.json");
        await File.WriteAllTextAsync("moved.json", plan.Replace(
            "\"availabilityZone\": \"eu-west-1a\"", "\"availabilityZone\": \"eu-west-1b\"",
            StringComparison.Ordinal));

        var (exitCode, output, _) = await CommandLineRun.Of("plan", "diff", "plan.json", "moved.json");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.EqualTo(Commands.HasErrors));
            Assert.That(output, Does.Contain("This change is refused"));
        }
    }

    private static void WriteStack(string mailbox) => File.WriteAllText(
        "Pulumi.dev.yaml",
        File.ReadAllText(Path.Combine(Repository.Root, "Pulumi.dev.yaml"))
            .Replace("witness: fileShare", $"witness: fileShare\n    {mailbox}", StringComparison.Ordinal));

    private static void Git(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("git", arguments))!;
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, "git is needed for these tests");
    }
}
