using ExchangeOnAws.Settings;

namespace ExchangeOnAws.CommandLine;

/// <summary>Finds the folder with the project's Pulumi.yaml and its stack files.</summary>
internal static class ProjectFolder
{
    /// <summary>
    /// The nearest folder at or above the current one; else the one that the program was built in.
    /// </summary>
    public static string Find() =>
        FindFrom(Directory.GetCurrentDirectory()) ?? FindFrom(AppContext.BaseDirectory)
        ?? Directory.GetCurrentDirectory();

    private static string? FindFrom(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "Pulumi.yaml");
            if (File.Exists(file) && File.ReadLines(file).Contains($"name: {StackConfiguration.ProjectName}"))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
