using System.Runtime.CompilerServices;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Support;

/// <summary>Text files that a review has approved: a change of output shows as their diff.</summary>
internal static class Approved
{
    /// <summary>
    /// Compares with Approved/<paramref name="file"/>. When they differ, the new text lies beside it as
    /// *.received.*; move it over the approved file if the change is meant.
    /// </summary>
    public static void Matches(string file, string text)
    {
        var approved = Path.Combine(Folder(), file);
        var received = Path.Combine(
            Folder(), $"{Path.ChangeExtension(file, null)}.received{Path.GetExtension(file)}");
        if (File.Exists(approved) && File.ReadAllText(approved) == text)
        {
            File.Delete(received);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(received)!);
        File.WriteAllText(received, text);
        Assert.Fail($"Approved/{file} is not what came out. Compare it with "
            + $"{Path.GetFileName(received)} beside it, and move that over it if the change is meant.");
    }

    private static string Folder([CallerFilePath] string path = "") =>
        Path.Combine(Path.GetDirectoryName(path)!, "..", "Approved");
}
