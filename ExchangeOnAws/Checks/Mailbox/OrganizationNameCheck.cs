using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Checks;

/// <summary>Setup accepts the name of the Exchange organisation, which cannot be changed later.</summary>
internal sealed class OrganizationNameCheck : ICheck
{
    // Microsoft, "Prepare Active Directory and domains for Exchange Server" (2021): A-Z, a-z, 0-9, hyphen,
    // and space that is neither first nor last; 64 characters at most.
    private const int Longest = 64;

    public IReadOnlyList<string> Subjects { get; } = ["mailbox.organizationName"];

    public IEnumerable<Finding> Run(DeploymentPlan plan)
    {
        var name = plan.Settings.Mailbox.OrganizationName;
        if (name.Length is 0 or > Longest)
        {
            yield return Finding.Error("mailbox.organizationName", $"mailbox.organizationName \"{name}\" has "
                + $"{name.Length} characters; Exchange allows 1 to {Longest}. Use a name of that length.");
        }

        var isAllowed = name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is ' ' or '-');
        if (!isAllowed || name.Trim(' ') != name)
        {
            yield return Finding.Error("mailbox.organizationName", $"mailbox.organizationName \"{name}\" is "
                + "not a name that Exchange accepts. Use the letters A to Z, digits, hyphens, and spaces "
                + "between them.");
        }
    }
}
