using System.Management.Automation;
using System.Text;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>The hosts file; the bench keeps each of its bytes as one character.</summary>
public static class SimulatedHosts
{
    public const string Folder = @"C:\Windows\System32\drivers\etc";
    public const string Path = Folder + @"\hosts";

    /// <summary>The addresses that the resolver reads there for a name.</summary>
    public static string[] Lookup(SimulatedWindows windows, string name) => !windows.Files.IsFile(Path)
        ? []
        : [.. windows.Files.Read(Path).Split('\n')
            .Select(line => line.Split('#')[0])
            .Select(line => line.Split([' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries))
            .Where(words => words.Skip(1).Contains(name, StringComparer.OrdinalIgnoreCase))
            .Select(words => words[0])];
}

/// <summary>Files of the resolver, byte by byte, and the cache of a volume.</summary>
public sealed class HostsFileHandlers : HandlerGroup
{
    public override IEnumerable<Handler> Handlers =>
    [
        Reads("Get-Content", call => Encoding.Latin1.GetBytes(call.Windows.Files.Read(call.Path))
            .Select(value => (object)value)) with { When = IsUsed },
        Changes("Set-Content", call => call.Windows.Files.Write(call.Path, Encoding.Latin1.GetString(
            LanguagePrimitives.ConvertTo<byte[]>(call.Value("Value"))))) with { When = IsUsed },
        Changes("Write-VolumeCache", call =>
        {
            if (call.Text("DriveLetter") != "C")
            {
                throw new CommandException("No MSFT_Volume objects found.");
            }
        }),
    ];

    private static bool IsUsed(Call call) =>
        call.Text("Encoding") == "Byte" && SimulatedFiles.IsInside(call.Path, SimulatedHosts.Folder);
}
