using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

public sealed class SetTlsSettingsTests : ScriptSuite
{
    private const string Control = @"HKLM:\SYSTEM\CurrentControlSet\Control";
    private const string Lsa = $@"{Control}\Lsa";

    private static readonly (string Key, string Name, int Value)[] s_wanted =
    [
        .. Protocol("1.0", 0), .. Protocol("1.1", 0), .. Protocol("1.2", 1),
        .. Framework(@"Microsoft\.NETFramework\v2.0.50727"),
        .. Framework(@"Microsoft\.NETFramework\v4.0.30319"),
        .. Framework(@"Wow6432Node\Microsoft\.NETFramework\v2.0.50727"),
        .. Framework(@"Wow6432Node\Microsoft\.NETFramework\v4.0.30319"),
    ];

    protected override string Script => "Exchange/Set-TlsSettings";

    protected override IReadOnlyDictionary<string, string> Parameters => new Dictionary<string, string>();

    [Test]
    public void Everything_takes_one_restart()
    {
        var windows = NewMachine();

        RunOn(windows).ToEnd();

        Assert.That(windows.Restarts, Is.EqualTo(1));
    }

    [TestCase(2, 3)]
    [TestCase(3, 3)]
    [TestCase(5, 5)]
    public void Stricter_level_of_ntlm_is_kept(int before, int after)
    {
        var windows = NewMachine();
        windows.Registry.Keys[Lsa]["LmCompatibilityLevel"] = before;

        RunOn(windows).ToEnd();

        Assert.That(windows.Registry[Lsa, "LmCompatibilityLevel"], Is.EqualTo(after));
    }

    [Test]
    public void Text_of_the_right_digits_is_replaced_by_a_number()
    {
        var windows = NewMachine();
        var (key, name, _) = s_wanted[0];
        windows.Registry.Create(key)[name] = "0";

        RunOn(windows).ToEnd();

        Assert.That(windows.Registry[key, name], Is.EqualTo(0));
    }

    [Test]
    public void Other_values_of_a_key_are_kept()
    {
        var windows = NewMachine();
        windows.Registry.Create(s_wanted[0].Key)["Other"] = 1;

        RunOn(windows).ToEnd();

        Assert.That(windows.Registry[s_wanted[0].Key, "Other"], Is.EqualTo(1));
        Assert.That(windows.Registry[Lsa, "Security Packages"], Is.EqualTo("kerberos"));
    }

    [Test]
    public void Right_values_take_no_restart()
    {
        var windows = NewMachine();
        Array.ForEach(s_wanted, row => windows.Registry.Create(row.Key)[row.Name] = row.Value);
        windows.Registry.Keys[Lsa]["LmCompatibilityLevel"] = 3;

        var result = RunOn(windows).Once();

        Assert.That(result.ExitCode, Is.Zero);
        Assert.That(result.Changes, Is.Empty);
    }

    /// <summary>The values are there, but Windows still does what it did before.</summary>
    [Test]
    public void Restart_that_failed_is_asked_for_again()
    {
        var windows = NewMachine();
        var points = RunOn(NewMachine()).Once().Counts.Points;
        var broken = RunOn(windows).Once(new Breakage(FailAt: points));
        Assert.That(broken.ExitCode, Is.EqualTo(1), broken.Text);
        Assert.That(IsReached(windows), Is.True);

        var next = RunOn(windows).Once();

        Assert.That(next.ExitCode, Is.EqualTo(3010), next.Text);
    }

    protected override SimulatedWindows NewMachine()
    {
        var windows = new SimulatedWindows();
        windows.Registry.Create(Lsa)["Security Packages"] = "kerberos";
        windows.Registry.Create($@"{Control}\SecurityProviders\SCHANNEL\Protocols");
        return windows;
    }

    protected override bool IsReached(SimulatedWindows windows) =>
        s_wanted.All(row => windows.Registry[row.Key, row.Name] is int value && value == row.Value)
        && windows.Registry[Lsa, "LmCompatibilityLevel"] is >= 3;

    private static IEnumerable<(string, string, int)> Protocol(string version, int enabled) =>
        new[] { "Client", "Server" }
            .Select(side => $@"{Control}\SecurityProviders\SCHANNEL\Protocols\TLS {version}\{side}")
            .SelectMany(key => new[] { (key, "Enabled", enabled), (key, "DisabledByDefault", 1 - enabled) });

    private static IEnumerable<(string, string, int)> Framework(string key) =>
    [
        ($@"HKLM:\SOFTWARE\{key}", "SystemDefaultTlsVersions", 1),
        ($@"HKLM:\SOFTWARE\{key}", "SchUseStrongCrypto", 1),
    ];
}
