using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

public sealed class SetPageFileTests : ScriptSuite
{
    // A quarter of 65248 MB.
    private const int Size = 16312;

    protected override string Script => "Exchange/Set-PageFile";

    protected override IReadOnlyDictionary<string, string> Parameters =>
        new Dictionary<string, string> { ["PercentOfMemory"] = "25" };

    [Test]
    public void Page_file_is_in_force_after_one_restart([Values] bool keepsEntry)
    {
        var windows = NewMachine();
        windows.Area<SimulatedPaging>().KeepsEntry = keepsEntry;

        var result = RunOn(windows).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(IsReached(windows), Is.True);
        Assert.That(windows.Restarts, Is.EqualTo(1));
    }

    [Test]
    public void Page_file_of_another_drive_goes_and_the_wrong_size_is_corrected()
    {
        var windows = NewMachine();
        var paging = windows.Area<SimulatedPaging>();
        paging.IsAutomatic = false;
        paging.Settings.AddRange(
        [
            new(@"D:\pagefile.sys") { InitialSize = Size, MaximumSize = Size },
            new(SimulatedPaging.Usual) { InitialSize = Size, MaximumSize = 2 * Size },
        ]);
        paging.Start();

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
        Assert.That(IsReached(windows), Is.True);
    }

    [TestCase(Size, 2 * Size)]
    [TestCase(Size / 2, Size)]
    public void Page_file_that_can_grow_is_made_fixed(int initial, int maximum)
    {
        var windows = NewMachine();
        var paging = windows.Area<SimulatedPaging>();
        paging.IsAutomatic = false;
        paging.Settings.Add(new(SimulatedPaging.Usual) { InitialSize = initial, MaximumSize = maximum });
        paging.Start();

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
        Assert.That(IsReached(windows), Is.True);
    }

    [Test]
    public void Right_size_that_windows_may_still_change_is_made_fixed()
    {
        var windows = NewMachine();
        var paging = windows.Area<SimulatedPaging>();
        paging.Settings.Add(new(SimulatedPaging.Usual) { InitialSize = Size, MaximumSize = Size });
        paging.Start();

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
        Assert.That(IsReached(windows), Is.True);
    }

    [Test]
    public void Setting_that_waits_for_its_restart_is_only_restarted()
    {
        var windows = NewMachine();
        var paging = windows.Area<SimulatedPaging>();
        paging.IsAutomatic = false;
        paging.Settings.Add(new(SimulatedPaging.Usual) { InitialSize = Size, MaximumSize = Size });
        windows.AtRestart(paging.Start);

        var first = RunOn(windows).Once();

        Assert.That(first.ExitCode, Is.EqualTo(3010));
        Assert.That(first.Changes.Select(command => command.Name), Has.None.Contains("CimInstance"));
    }

    [TestCase(Size + 64)]
    [TestCase(Size - 64)]
    public void Size_of_a_little_other_memory_is_left_alone(int there)
    {
        var windows = Fixed(there);

        var result = RunOn(windows).Once();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(result.Changes, Is.Empty);
    }

    [TestCase(Size + 65)]
    [TestCase(Size - 65)]
    public void Other_size_is_corrected(int there)
    {
        var windows = Fixed(there);

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
        Assert.That(IsReached(windows), Is.True);
    }

    /// <summary>A size that is near enough, and not what Windows has allocated.</summary>
    [Test]
    public void Size_that_is_not_in_force_takes_its_restart()
    {
        var windows = Fixed(Size + 10);
        windows.Area<SimulatedPaging>().InForce[SimulatedPaging.Usual] = Size;
        windows.AtRestart(windows.Area<SimulatedPaging>().Start);

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
        Assert.That(windows.Restarts, Is.EqualTo(1));
    }

    [Test]
    public void Full_drive_is_refused_before_anything_is_set()
    {
        var windows = NewMachine();
        windows.Area<SimulatedPaging>().FreeOnSystemDrive = 12UL << 30;

        var result = RunOn(windows).Once();

        // 12288 MB and the page file that is there.
        Assert.That(result.Failure, Does.Contain("C: has 14720 MB for a page file of 16312 MB")
            .And.Contain("Give the root volume more space."));
        Assert.That(result.Changes, Is.Empty);
    }

    [Test]
    public void Page_file_that_is_replaced_counts_as_room()
    {
        var windows = NewMachine();
        windows.Area<SimulatedPaging>().FreeOnSystemDrive = 14UL << 30;

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
    }

    protected override SimulatedWindows NewMachine() => new();

    private static SimulatedWindows Fixed(int size)
    {
        var windows = new SimulatedWindows();
        var paging = windows.Area<SimulatedPaging>();
        paging.IsAutomatic = false;
        paging.Settings.Add(new(SimulatedPaging.Usual) { InitialSize = size, MaximumSize = size });
        paging.Start();
        return windows;
    }

    protected override bool IsReached(SimulatedWindows windows) => windows.Area<SimulatedPaging>() is
    {
        IsAutomatic: false,
        Settings: [{ Name: SimulatedPaging.Usual, InitialSize: Size, MaximumSize: Size }],
        InForce: { Count: 1 } inForce,
    }
    && inForce[SimulatedPaging.Usual] == Size;
}
