using System.Globalization;
using ExchangeOnAws.Planning;
using Pulumi;

namespace ExchangeOnAws.Components;

/// <summary>What <see cref="CertificateRenewal"/> needs.</summary>
public sealed class CertificateRenewalArgs : ResourceArgs
{
    /// <summary>The exportable certificate in ACM.</summary>
    public required string CertificateArn { get; init; }

    public required IReadOnlyList<HostPlan> Members { get; init; }

    /// <summary>The members by host name.</summary>
    public required IReadOnlyDictionary<string, Server> Servers { get; init; }

    /// <summary>The proof that clients reach all members with the certificate that they have now.</summary>
    public required Resource Ready { get; init; }

    public required Input<string> LogBucket { get; init; }

    public required ResourceTags Tags { get; init; }
}

/// <summary>
/// Every member looks daily whether ACM has renewed the certificate, takes the new one and proves that it
/// presents it. No deployment is needed.
/// </summary>
public sealed class CertificateRenewal : ComponentResource
{
    /// <summary>The script, which is the one of the certificate step.</summary>
    public const string Script = "ClientAccess/Set-ServerCertificate";

    /// <summary>The longest that one run may take.</summary>
    public static TimeSpan Timeout { get; } = TimeSpan.FromMinutes(20);

    public CertificateRenewal(
        string name, CertificateRenewalArgs args, ComponentResourceOptions? options = null)
        : base("exchange:index:CertificateRenewal", name, args, options)
    {
        var script = new ScheduledScript
        {
            Document = ScriptDocument.Create(
                $"{name}-document", ScriptDocument.Of(Script, Timeout),
                args.Tags.Named(ScriptDocument.NameOf(Script)), this),
            Subject = "certificate-renewal",
            LogBucket = args.LogBucket,
            Tags = args.Tags,
        };
        foreach (var (index, member) in args.Members.Index())
        {
            script.RunOn(name, new ScheduledRun
            {
                Host = member.Name,
                InstanceId = args.Servers[member.Name].InstanceId,
                Schedule = ScheduleOf(index),
                Parameters = new() { ["CertificateArn"] = args.CertificateArn },
                Ready = args.Ready,
                IsTimed = true,
            }, this);
        }

        RegisterOutputs();
    }

    // An hour for each of at most 16 members: the web server restarts, and clients go to the others
    // meanwhile.
    private static string ScheduleOf(int index) =>
        string.Create(CultureInfo.InvariantCulture, $"cron(0 {index} ? * * *)");
}
