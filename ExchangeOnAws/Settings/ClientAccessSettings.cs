using System.Net;

namespace ExchangeOnAws.Settings;

/// <summary>How clients reach Exchange by name over TLS.</summary>
public sealed record ClientAccessSettings
{
    [Setting("Host name of all client protocols; URLs, Autodiscover and DNS records come from it.",
        IsRequired = true, Example = "mail.example.com", Form = SettingForm.DnsName)]
    public string Namespace { get; init; } = "";

    [Setting("Host name of Autodiscover.", DerivedDefault = "autodiscover. and the domain of namespace",
        Form = SettingForm.DnsName)]
    public string? AutodiscoverName { get; init; }

    [Setting("Networks that clients connect from.", DerivedDefault = "the VPC's addresses")]
    public IReadOnlyList<IPNetwork>? AllowedCidrs { get; init; }

    [Setting("The network load balancer faces the internet instead of the VPC.")]
    public bool InternetFacing { get; init; }

    [Setting("Listeners of the network load balancer beside 443, from 25, 587, 993 and 995.",
        Maximum = 4, Example = "[587, 993]")]
    public IReadOnlyList<int> ExtraPorts { get; init; } = [];

    [Setting("The network load balancer spreads over members in all zones, not only its own.")]
    public bool CrossZone { get; init; } = true;

    [Setting("Seconds after which an idle connection is dropped; above Exchange's keep-alive of 900 to 1800.",
        Minimum = 60, Maximum = 6000, RangeReason = "Elastic Load Balancing allows 60 to 6000")]
    public int IdleTimeoutSeconds { get; init; } = 1800;

    [Setting("Secrets Manager ARN of the members' certificate as PFX (binary secret).",
        DerivedDefault = "each member keeps its self-signed certificate", Form = SettingForm.SecretArn)]
    public string? CertificateSecretArn { get; init; }

    [Setting("Secrets Manager ARN of the PFX file's password.", Form = SettingForm.SecretArn)]
    public string? CertificatePasswordSecretArn { get; init; }

    [Setting("ACM ARN of the members' certificate, in place of the PFX: exportable, with an RSA key. Members "
        + "fetch it by themselves, and every renewed one within a day.",
        Example = "arn:aws:acm:eu-west-1:123456789012:certificate/12345678-1234-1234-1234-123456789012",
        Form = SettingForm.CertificateArn)]
    public string? CertificateArn { get; init; }

    [Setting("Route 53 zone that receives records for namespace and Autodiscover.",
        Example = "Z0123456789ABCDEFGHIJ",
        Form = SettingForm.HostedZoneId)]
    public string? HostedZoneId { get; init; }

    [Setting("An internal application load balancer beside the network load balancer.",
        DerivedDefault = "none")]
    public ApplicationLoadBalancerSettings? ApplicationLoadBalancer { get; init; }
}

/// <summary>The optional internal application load balancer, with a target group per protocol path.</summary>
public sealed record ApplicationLoadBalancerSettings
{
    [Setting("ACM certificate in the deployment's region, the same that the members hold (Extended "
        + "Protection).",
        Example = "arn:aws:acm:eu-west-1:123456789012:certificate/12345678-1234-1234-1234-123456789012",
        Form = SettingForm.CertificateArn)]
    public string? CertificateArn { get; init; }
}
