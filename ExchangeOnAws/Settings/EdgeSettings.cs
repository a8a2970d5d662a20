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

    [Setting("Networks that may deliver mail to port 25, for example those of a filtering provider.",
        DerivedDefault = "the internet")]
    public IReadOnlyList<IPNetwork>? SmtpCidrs { get; init; }
}
