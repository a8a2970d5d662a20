namespace ExchangeOnAws.Planning;

/// <summary>The name under which each script first shipped.</summary>
/// <remarks>
/// The name of its document, of the document's resource and of the step in plans follow from it. Another name
/// would replace the document and run the step again on servers at work: so a script whose file moves, or
/// gets another name, has a line here, for ever.
/// </remarks>
public static class ShippedNames
{
    /// <param name="script">The script's path below Scripts.</param>
    public static string Of(string script) => script switch
    {
        "Directory/Confirm-DomainController" => "ActiveDirectory/Confirm-DomainController",
        "Directory/Confirm-ExistingDirectory" => "Mailbox/Confirm-ExistingDirectory",
        "Directory/Enable-RecycleBin" => "ActiveDirectory/Enable-RecycleBin",
        "Directory/Initialize-Directory" => "Mailbox/Initialize-Directory",
        "Directory/Install-DirectoryFeatures" => "ActiveDirectory/Install-DirectoryFeatures",
        "Directory/Install-DomainController" => "ActiveDirectory/Install-DomainController",
        "Directory/Install-Forest" => "ActiveDirectory/Install-Forest",
        "Directory/Set-DirectoryAccounts" => "ActiveDirectory/Set-DirectoryAccounts",
        "Directory/Set-DirectorySite" => "ActiveDirectory/Set-DirectorySite",
        "Directory/Set-DnsService" => "ActiveDirectory/Set-DnsService",
        "Directory/Set-SetupRights" => "ActiveDirectory/Set-SetupRights",
        "Directory/Set-TimeSource" => "ActiveDirectory/Set-TimeSource",
        "Exchange/Add-SetupAccount" => "Server/Add-SetupAccount",
        "Exchange/Save-Media" => "Server/Save-Media",
        "Exchange/Set-DefenderExclusions" => "Server/Set-DefenderExclusions",
        "Exchange/Set-PageFile" => "Server/Set-PageFile",
        "Exchange/Set-ProductKey" => "Mailbox/Set-ProductKey",
        "Exchange/Set-TlsSettings" => "Server/Set-TlsSettings",
        "MailFlow/Set-AcceptedDomains" => "Mailbox/Set-AcceptedDomains",
        "Mailbox/Add-AvailabilityGroupMember" => "Cluster/Add-AvailabilityGroupMember",
        "Mailbox/Add-ExchangeAdministrators" => "Witness/Add-ExchangeAdministrators",
        "Mailbox/Confirm-Cluster" => "Cluster/Confirm-Cluster",
        "Mailbox/New-AvailabilityGroup" => "Cluster/New-AvailabilityGroup",
        "Mailbox/Set-ActiveDatabases" => "Cluster/Set-ActiveDatabases",
        "Mailbox/Set-AvailabilityGroup" => "Cluster/Set-AvailabilityGroup",
        "Mailbox/Set-DatabaseCopies" => "Cluster/Set-DatabaseCopies",
        "Mailbox/Set-WitnessFirewall" => "Witness/Set-WitnessFirewall",
        "Operations/Publish-CertificateExpiry" => "ClientAccess/Publish-CertificateExpiry",
        "Windows/Initialize-DataVolume" => "Server/Initialize-DataVolume",
        "Windows/Install-Features" => "Server/Install-Features",
        "Windows/Install-Package" => "Server/Install-Package",
        "Windows/Join-Domain" => "Server/Join-Domain",
        "Windows/Set-AgentService" => "Server/Set-AgentService",
        "Windows/Set-ComputerName" => "Server/Set-ComputerName",
        "Windows/Set-DnsClient" => "Server/Set-DnsClient",
        "Windows/Set-WindowsSettings" => "Server/Set-WindowsSettings",
        _ => script,
    };
}
