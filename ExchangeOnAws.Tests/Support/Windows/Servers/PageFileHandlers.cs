using System.Collections;
using System.Management.Automation;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>Win32_PageFileSetting: sizes in MB, 0 when Windows chooses them.</summary>
public sealed record SimulatedPageFile(string Name)
{
    public int InitialSize { get; set; }

    public int MaximumSize { get; set; }
}

/// <summary>Memory, page files as set, page files as allocated at the last start, and room on C:.</summary>
public sealed class SimulatedPaging
{
    public const int ChosenByWindows = 2432;
    public const string Usual = @"C:\pagefile.sys";

    /// <summary>Bytes: less than the instance type's, because the firmware keeps some.</summary>
    public ulong Memory { get; set; } = 68_417_327_104;

    public ulong FreeOnSystemDrive { get; set; } = 80UL << 30;

    public bool IsAutomatic { get; set; } = true;

    /// <summary>Some versions of Windows keep an entry when the automatic management ends.</summary>
    public bool KeepsEntry { get; set; }

    public List<SimulatedPageFile> Settings { get; } = [];

    /// <summary>Win32_PageFileUsage.AllocatedBaseSize by name.</summary>
    public Dictionary<string, int> InForce { get; } = new() { [Usual] = ChosenByWindows };

    /// <summary>What Windows does when it starts.</summary>
    public void Start()
    {
        InForce.Clear();
        if (IsAutomatic)
        {
            InForce[Usual] = ChosenByWindows;
        }

        foreach (var file in Settings)
        {
            InForce[file.Name] = file.InitialSize == 0 ? ChosenByWindows : file.InitialSize;
        }
    }
}

/// <summary>The page file: what is set takes effect at the next start.</summary>
public sealed class PageFileHandlers : HandlerGroup
{
    private const string Setting = "Win32_PageFileSetting";

    public override IEnumerable<Handler> Handlers =>
    [
        Reads("Get-CimInstance", call => Paging(call).Settings.Select(Show)) with
        {
            When = call => call.Text("ClassName") == Setting,
        },
        Reads("Get-CimInstance", call => Paging(call).InForce.Select(file =>
            Record.Of(("Name", file.Key), ("AllocatedBaseSize", (uint)file.Value)))) with
        {
            When = call => call.Text("ClassName") == "Win32_PageFileUsage",
        },
        Changes("Set-CimInstance", Set),
        Changes("New-CimInstance", Create),
        Changes("Remove-CimInstance", call =>
        {
            Paging(call).Settings.RemoveAll(file => file.Name == Name(call));
            call.Windows.AtRestart(Paging(call).Start);
        }),
        Reads("Get-Volume", call => Record.Of(
            ("DriveLetter", 'C'), ("FileSystem", "NTFS"),
            ("SizeRemaining", Paging(call).FreeOnSystemDrive))) with
        {
            When = call => call.Text("DriveLetter") == "C",
        },
    ];

    private static SimulatedPaging Paging(Call call) => call.Windows.Area<SimulatedPaging>();

    private static PSObject Show(SimulatedPageFile file) => Record.Of(
        ("Name", file.Name), ("InitialSize", (uint)file.InitialSize),
        ("MaximumSize", (uint)file.MaximumSize));

    private static string Name(Call call) => $"{PSObject.AsPSObject(call.Piped[0]).Properties["Name"].Value}";

    private static void Set(Call call)
    {
        var paging = Paging(call);
        var properties = (IDictionary)call.Value("Property")!;
        if (properties.Contains("AutomaticManagedPagefile"))
        {
            paging.IsAutomatic = LanguagePrimitives.IsTrue(properties["AutomaticManagedPagefile"]);
            if (paging.KeepsEntry)
            {
                paging.Settings.Add(new(SimulatedPaging.Usual));
            }
        }
        else
        {
            var file = paging.Settings.Single(other => other.Name == Name(call));
            file.InitialSize = LanguagePrimitives.ConvertTo<int>(properties["InitialSize"]);
            file.MaximumSize = LanguagePrimitives.ConvertTo<int>(properties["MaximumSize"]);
        }

        call.Windows.AtRestart(paging.Start);
    }

    private static PSObject Create(Call call)
    {
        var paging = Paging(call);
        var file = new SimulatedPageFile($"{((IDictionary)call.Value("Property")!)["Name"]}");
        paging.Settings.Add(file);
        call.Windows.AtRestart(paging.Start);
        return Show(file);
    }
}
