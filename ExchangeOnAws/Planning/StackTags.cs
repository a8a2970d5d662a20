using ExchangeOnAws.Settings;

namespace ExchangeOnAws.Planning;

/// <summary>The tags by which everything of a stack is found.</summary>
public static class StackTags
{
    public static IReadOnlyDictionary<string, string> Of(string stackName) => new Dictionary<string, string>
    {
        ["Project"] = StackConfiguration.ProjectName,
        ["Stack"] = stackName,
    };
}
