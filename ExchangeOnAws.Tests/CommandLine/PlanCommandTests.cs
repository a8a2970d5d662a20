using ExchangeOnAws.CommandLine;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.CommandLine;

[NonParallelizable]
public sealed class PlanCommandTests
{
    private string _workingFolder = null!;
    private DirectoryInfo _project = null!;

    [SetUp]
    public void CreateProject()
    {
        _workingFolder = Directory.GetCurrentDirectory();
        _project = Directory.CreateTempSubdirectory();
        File.WriteAllText(Path.Combine(_project.FullName, "Pulumi.yaml"), "name: exchange-on-aws\n");
        File.Copy(
            Path.Combine(Repository.Root, "Pulumi.dev.yaml"),
            Path.Combine(_project.FullName, "Pulumi.dev.yaml"));
        Directory.SetCurrentDirectory(_project.FullName);
    }

    [TearDown]
    public void DeleteProject()
    {
        Directory.SetCurrentDirectory(_workingFolder);
        _project.Delete(recursive: true);
    }

    [Test]
    public async Task A_stack_without_errors_ends_with_0()
    {
        var (exitCode, output, error) = await CommandLineRun.Of("plan", "dev");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.EqualTo(Commands.Success));
            Assert.That(output, Does.Contain("Stack dev: corp.example.com in eu-west-1"));
            Assert.That(error, Is.Empty);
        }
    }

    [Test]
    public async Task A_stack_that_does_not_exist_ends_with_2_and_names_those_that_do()
    {
        var (exitCode, output, error) = await CommandLineRun.Of("plan", "staging");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.EqualTo(Commands.WrongUse));
            Assert.That(output, Is.Empty);
            Assert.That(error, Is.EqualTo("Pulumi.staging.yaml does not exist. The stacks are dev.\n"));
        }
    }

    [TestCase("plan")]
    [TestCase("plan", "dev", "--format", "xml")]
    [TestCase("plan", "dev", "prod")]
    [TestCase("deploy")]
    public async Task Wrong_use_ends_with_2_and_says_what_is_wrong(params string[] args)
    {
        var (exitCode, _, error) = await CommandLineRun.Of(args);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.EqualTo(Commands.WrongUse));
            Assert.That(error, Does.Contain("--help"));
        }
    }

    [Test]
    public async Task Ten_mistakes_give_ten_errors_in_one_run_and_end_with_1()
    {
        WriteStack("""
            config:
              aws:region: europe
              exchange-on-aws:network:
                zones: [eu-west-1a, eu-west-1a]
                cidr: 10.0.0.1/16
                natGateway: single
              exchange-on-aws:directry: {}
              exchange-on-aws:gateway:
                hosts: 9
                allowedCidrs: [0.0.0.0/0]
              exchange-on-aws:mailbox:
                witness: share
                namePrefix: EXCHANGE-MAILBOX
              exchange-on-aws:clientAccess:
                extraPorts: [110]
                namespace: mail.example.com
            """);

        var (exitCode, output, _) = await CommandLineRun.Of("plan", "dev", "--format", "json");
        var errors = System.Text.Json.JsonDocument.Parse(output).RootElement
            .GetProperty("findings").EnumerateArray()
            .Where(finding => finding.GetProperty("severity").GetString() == "error")
            .Select(finding => finding.GetProperty("subject").GetString());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.EqualTo(Commands.HasErrors));
            Assert.That(errors, Is.EquivalentTo(new[]
            {
                "aws:region", "network.zones", "network.cidr", "network.natGateway",
                "directry", "directory.domainName",
                "gateway.hosts", "gateway.allowedCidrs", "mailbox.witness", "mailbox.namePrefix",
                "clientAccess.extraPorts",
            }));
        }
    }

    [Test]
    public async Task Errors_leave_out_the_plan()
    {
        WriteStack("config: {}");

        var (exitCode, output, _) = await CommandLineRun.Of("plan", "dev");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.EqualTo(Commands.HasErrors));
            Assert.That(output, Does.Contain("Stack dev cannot be deployed: "));
            Assert.That(output, Does.Not.Contain("Failures"));
        }
    }

    [Test]
    public async Task A_file_that_is_not_yaml_is_one_error_with_its_place()
    {
        WriteStack("config:\n  a: [1\n  b: }");

        var (exitCode, output, _) = await CommandLineRun.Of("plan", "dev");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.EqualTo(Commands.HasErrors));
            Assert.That(output, Does.Contain("Pulumi.dev.yaml cannot be read as YAML at line"));
        }
    }

    [Test]
    public async Task Html_is_one_page()
    {
        var (exitCode, output, error) = await CommandLineRun.Of("plan", "dev", "--format", "html");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.EqualTo(Commands.Success));
            Assert.That(output, Does.StartWith("<!DOCTYPE html>").And.Contain("<h1>Stack dev</h1>"));
            Assert.That(error, Is.Empty);
        }
    }

    [Test]
    public async Task Html_with_errors_ends_with_1()
    {
        WriteStack("config: {}");

        var (exitCode, output, _) = await CommandLineRun.Of("plan", "dev", "--format", "html");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.EqualTo(Commands.HasErrors));
            Assert.That(output, Does.Contain("It cannot be deployed: "));
        }
    }

    [Test]
    public async Task Out_writes_the_same_to_a_file()
    {
        var (_, expected, _) = await CommandLineRun.Of("plan", "dev", "--format", "json");

        var (exitCode, output, _) = await CommandLineRun.Of(
            "plan", "dev", "--format", "json", "--out", "plan.json");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.EqualTo(Commands.Success));
            Assert.That(output, Is.Empty);
            Assert.That(
                await File.ReadAllTextAsync(Path.Combine(_project.FullName, "plan.json")),
                Is.EqualTo(expected));
        }
    }

    private void WriteStack(string yaml) =>
        File.WriteAllText(Path.Combine(_project.FullName, "Pulumi.dev.yaml"), yaml);
}
