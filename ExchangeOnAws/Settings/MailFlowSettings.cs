namespace ExchangeOnAws.Settings;

/// <summary>Which mail is ours, and the way out for all other mail.</summary>
public sealed record MailFlowSettings
{
    [Setting("Mail domains the organisation accepts; the first is the default.",
        DerivedDefault = "the domain of clientAccess.namespace", Minimum = 1, Maximum = 200,
        Form = SettingForm.DnsName)]
    public IReadOnlyList<string>? AcceptedDomains { get; init; }

    [Setting("Largest message in MiB.", Minimum = 1, Maximum = 150)]
    public int MaximumMessageMiB { get; init; } = 36;

    [Setting("A smart host that relays outgoing mail, for example Amazon SES.",
        DerivedDefault = "delivery by MX on port 25, which AWS blocks until asked")]
    public SmartHostSettings? SmartHost { get; init; }

    [Setting("Public Route 53 zone of the first accepted domain. It receives A records of the Edge servers, "
        + "MX and SPF records; the plan lists what other zones need.", Example = "Z0123456789ABCDEFGHIJ",
        Form = SettingForm.HostedZoneId)]
    public string? PublicHostedZoneId { get; init; }

    [Setting("Write the MX records into publicHostedZoneId, once mail flow is proved. Set it to false where "
        + "the zone has some already: Route 53 takes one set per name.")]
    public bool PublishMx { get; init; } = true;

    [Setting("Write the SPF records into publicHostedZoneId. Set it to false where the zone has TXT records "
        + "of the domain already, and add the plan's text to them.")]
    public bool PublishSpf { get; init; } = true;
}

/// <summary>A relay for outgoing mail that asks for TLS and a login.</summary>
public sealed record SmartHostSettings
{
    [Setting("Name of the relay.", IsRequired = true, Example = "email-smtp.eu-west-1.amazonaws.com",
        Form = SettingForm.DnsName)]
    public string Host { get; init; } = "";

    [Setting("Port of the relay.", Minimum = 1, Maximum = 65535)]
    public int Port { get; init; } = 587;

    [Setting("Secrets Manager ARN of the relay's login (JSON: username, password).", IsRequired = true,
        Example = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:smtp-AbCdEf",
        Form = SettingForm.SecretArn)]
    public string CredentialsSecretArn { get; init; } = "";
}
