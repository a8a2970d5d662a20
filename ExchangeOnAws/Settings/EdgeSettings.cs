using System.Net;

namespace ExchangeOnAws.Settings;

/// <summary>
/// Edge Transport servers: workgroup members in the public subnets, subscribed to the organisation.
/// </summary>
public sealed record EdgeSettings
{
    [Setting("Edge Transport servers, spread over the zones; 0 for none.", Minimum = 0, Maximum = 6)]
    public int Servers { get; init; }

    [Setting("Host name prefix of the Edge servers; zone letter and number follow.",
        Form = SettingForm.HostName)]
    public string NamePrefix { get; init; } = "EDGE";

    [Setting("Primary DNS suffix of the Edge servers, fixed at installation.",
        DerivedDefault = "the domain of clientAccess.namespace", Form = SettingForm.DnsName)]
    public string? DnsSuffix { get; init; }

    [Setting("Instance type of the Edge servers. Microsoft recommends 64 GiB of memory.",
        Form = SettingForm.InstanceType)]
    public string InstanceType { get; init; } = "r6i.2xlarge";

    [Setting("Amazon Machine Image of the Edge servers, to pin one.",
        DerivedDefault = "the newest image at first creation, then kept", Form = SettingForm.AmiId)]
    public string? AmiId { get; init; }

    [Setting("Size of the system volume in GiB, which holds Windows, Exchange and the mail queue.",
        Minimum = 80, Maximum = 16384, RangeReason = "Windows, Exchange and its queue need that much")]
    public int RootVolumeGiB { get; init; } = 120;

    [Setting("Reverse DNS for the servers' public addresses. AWS refuses it until the A records of their "
        + "names are published; set it to true once they are.",
        DerivedDefault = "true where mailFlow.publicHostedZoneId publishes the A records")]
    public bool? ReverseDns { get; init; }

    [Setting("Networks that may deliver mail to port 25, for example those of a filtering provider.",
        DerivedDefault = "the internet")]
    public IReadOnlyList<IPNetwork>? SmtpCidrs { get; init; }
}
