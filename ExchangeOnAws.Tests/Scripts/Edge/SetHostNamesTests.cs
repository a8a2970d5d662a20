using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

public sealed class SetHostNamesTests : ScriptSuite
{
    // One character is one byte: an umlaut in ANSI, another in UTF-8, mixed ends of lines, none at the end.
    private const string Foreign =
        "# Gr\u00fc\u00c3\u00bc\u00adE\r\n127.0.0.1 localhost\n\n10.9.9.9\tnas # EXA1";

    private const string Ours = "# BEGIN ExchangeOnAws: written by Set-HostNames\r\n"
        + "10.0.0.10\tEXA1.corp.example.com\r\n10.0.16.10\tEXB1.corp.example.com\r\n# END ExchangeOnAws";

    private const string Beside = SimulatedHosts.Path + ".exchangeonaws";

    protected override string Script => "Edge/Set-HostNames";

    protected override IReadOnlyDictionary<string, string> Parameters =>
        With("EXA1.corp.example.com=10.0.0.10,EXB1.corp.example.com=10.0.16.10");

    [Test]
    public void Everything_else_stays_byte_for_byte()
    {
        var windows = NewMachine();

        RunOn(windows).ToEnd();

        Assert.That(windows.Files.Read(SimulatedHosts.Path), Is.EqualTo($"{Foreign}\r\n{Ours}\r\n"));
        Assert.That(windows.Files.Exists(Beside), Is.False);
    }

    [Test]
    public void Changed_list_takes_the_place_of_the_old_one()
    {
        var windows = NewMachine();
        windows.Files.Write(SimulatedHosts.Path, $"1.1.1.1 one\n{Ours}\n2.2.2.2 two");

        var changed = ScriptRun.Of(Library, Script, windows, With("EXA1.corp.example.com=10.0.0.11")).ToEnd();

        Assert.That(changed.ExitCode, Is.Zero, changed.Text);
        Assert.That(windows.Files.Read(SimulatedHosts.Path), Is.EqualTo("1.1.1.1 one\n"
            + "# BEGIN ExchangeOnAws: written by Set-HostNames\r\n10.0.0.11\tEXA1.corp.example.com\r\n"
            + "# END ExchangeOnAws\n2.2.2.2 two"));
    }

    [TestCase("")]
    [TestCase(null)]
    public void File_that_is_empty_or_missing_gets_our_lines(string? content)
    {
        var windows = NewMachine();
        windows.Files.Remove(SimulatedHosts.Path);
        if (content is not null)
        {
            windows.Files.Write(SimulatedHosts.Path, content);
        }

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
        Assert.That(windows.Files.Read(SimulatedHosts.Path), Is.EqualTo($"{Ours}\r\n"));
    }

    [TestCase("\n10.5.5.5 x exa1.CORP.example.com # a")]
    [TestCase("\n::1 EXB1.corp.example.com")]
    public void Line_with_another_address_is_refused(string line)
    {
        var windows = NewMachine();
        windows.Files.Write(SimulatedHosts.Path, Foreign + line);

        var result = RunOn(windows).Once();

        Assert.That(result.Failure, Does.Contain($"has the line \"{line.Trim()}\"")
            .And.Contain("Remove the line, or correct its address."));
        Assert.That(result.Changes, Is.Empty);
    }

    [TestCase("# BEGIN ExchangeOnAws: written by Set-HostNames\n10.0.0.10 a\n", "does not have the marks")]
    [TestCase("# END ExchangeOnAws\n" + Ours, "does not have the marks")]
    [TestCase("\u00ff\u00fe#\0 \0", "has bytes 0, as UTF-16 has")]
    public void File_that_cannot_be_understood_is_left_alone(string content, string reason)
    {
        var windows = NewMachine();
        windows.Files.Write(SimulatedHosts.Path, content);

        var result = RunOn(windows).Once();

        Assert.That(result.Failure, Does.Contain(reason));
        Assert.That(result.Changes, Is.Empty);
    }

    /// <summary>Move-Item -Force removes the old file before it moves the new one.</summary>
    [Test]
    public void Power_loss_within_the_move_loses_nothing()
    {
        var windows = NewMachine();
        RunOn(windows).ToEnd();
        windows.Files.Move(SimulatedHosts.Path, Beside);

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
        Assert.That(windows.Files.Read(SimulatedHosts.Path), Is.EqualTo($"{Foreign}\r\n{Ours}\r\n"));
    }

    [Test]
    public void Half_a_file_beside_is_written_again_and_flushed_before_it_is_moved()
    {
        var windows = NewMachine();
        windows.Files.Write(Beside, Foreign[..10]);

        var result = RunOn(windows).ToEnd();

        Assert.That(IsReached(windows), Is.True, result.Text);
        Assert.That(result.Changes.Select(command => command.Name).Take(3),
            Is.EqualTo(["Set-Content", "Write-VolumeCache", "Move-Item"]));
    }

    protected override SimulatedWindows NewMachine()
    {
        var windows = EdgeMachines.New();
        windows.Files.CreateFolder(SimulatedHosts.Folder);
        windows.Files.Write(SimulatedHosts.Path, Foreign);
        return windows;
    }

    protected override bool IsReached(SimulatedWindows windows) =>
        SimulatedHosts.Lookup(windows, "EXA1.corp.example.com") is ["10.0.0.10"]
        && SimulatedHosts.Lookup(windows, "exb1.corp.example.com") is ["10.0.16.10"]
        && windows.Files.Read(SimulatedHosts.Path).StartsWith(Foreign, StringComparison.Ordinal);

    private static Dictionary<string, string> With(string names) => new() { ["Names"] = names };
}
