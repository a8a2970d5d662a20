namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>The primary DNS suffix: what it is, and what it will be from the next start on.</summary>
public static class SimulatedSuffix
{
    public const string Key = @"HKLM:\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters";

    /// <summary>Lets Windows take over the value at every start.</summary>
    public static void Follow(SimulatedWindows windows)
    {
        windows.Registry.Create(Key);
        windows.AtRestart(() =>
        {
            // Only a text is one: of a number, Windows reads nothing.
            windows.Registry.Create(Key)["Domain"] = windows.Registry[Key, "NV Domain"] as string ?? "";
            Follow(windows);
        });
    }

    public static void Set(SimulatedWindows windows, string suffix)
    {
        var values = windows.Registry.Create(Key);
        values["Domain"] = values["NV Domain"] = suffix;
    }

    public static string FullName(SimulatedWindows windows) =>
        $"{windows.Area<SimulatedComputer>().Name}.{windows.Registry[Key, "Domain"]}".TrimEnd('.');
}
