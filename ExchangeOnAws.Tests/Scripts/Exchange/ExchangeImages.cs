using ExchangeOnAws.Tests.Support.Windows;

namespace ExchangeOnAws.Tests.Scripts;

/// <summary>An installation image as Microsoft makes it.</summary>
public static class ExchangeImages
{
    public const string Content = "the installation image";
    public const string Path = @"C:\ExchangeMedia\exchange.iso";
    public const string Microsoft =
        "CN=Microsoft Corporation, O=Microsoft Corporation, L=Redmond, S=Washington, C=US";

    public static string[] Programs { get; } =
        ["Setup.exe", @"Setup\ServerRoles\Common\ExSetup.exe", @"UCMARedist\Setup.exe"];

    /// <summary>Makes a file with the content mountable; each program's path is its content.</summary>
    public static void Add(SimulatedWindows windows)
    {
        windows.Area<SimulatedDiskImages>().FilesByContent[Content] = Programs.ToDictionary(path => path);
        Array.ForEach(Programs, program => windows.Files.SignersByContent[program] = Microsoft);
    }

    /// <summary>Puts the image where Save-Media puts it.</summary>
    public static void Save(SimulatedWindows windows)
    {
        Add(windows);
        windows.Files.CreateFolder(@"C:\ExchangeMedia");
        windows.Files.Write(Path, Content);
    }
}
