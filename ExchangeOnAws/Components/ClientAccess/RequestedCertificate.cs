using Pulumi;
using Acm = Pulumi.Aws.Acm;
using Route53 = Pulumi.Aws.Route53;

namespace ExchangeOnAws.Components;

/// <summary>What <see cref="RequestedCertificate"/> needs.</summary>
public sealed class RequestedCertificateArgs : ResourceArgs
{
    /// <summary>The names on the certificate; the first is its subject.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>The Route 53 zone that proves whose the names are.</summary>
    public required string HostedZoneId { get; init; }

    public required ResourceTags Tags { get; init; }
}

/// <summary>
/// A certificate that ACM issues for the namespace and renews, with the records that prove it. It can be
/// exported, because the members must hold the same one.
/// </summary>
public sealed class RequestedCertificate : ComponentResource
{
    public RequestedCertificate(
        string name, RequestedCertificateArgs args, ComponentResourceOptions? options = null)
        : base("exchange:index:RequestedCertificate", name, args, options)
    {
        var certificate = CreateCertificate(name, args);
        var records = args.Names.Select(domain => CreateRecord(name, args, domain, certificate).Fqdn);
        Arn = Validate(name, certificate, [.. records]).CertificateArn;
        RegisterOutputs();
    }

    /// <summary>The certificate's ARN, once it is issued.</summary>
    [Output]
    public Output<string> Arn { get; private set; }

    private Acm.Certificate CreateCertificate(string name, RequestedCertificateArgs args) =>
        new($"{name}-certificate", new Acm.CertificateArgs
        {
            DomainName = args.Names[0],
            SubjectAlternativeNames = args.Names.Skip(1).ToArray(),
            ValidationMethod = "DNS",
            Options = new Acm.Inputs.CertificateOptionsArgs { Export = "ENABLED" },
            Tags = args.Tags.Named("certificate"),
        }, new CustomResourceOptions { Parent = this });

    private Route53.Record CreateRecord(
        string name, RequestedCertificateArgs args, string domain, Acm.Certificate certificate)
    {
        var proof = certificate.DomainValidationOptions.Apply(
            proofs => proofs.First(each => each.DomainName == domain));
        return new Route53.Record($"{name}-proof-{domain}", new Route53.RecordArgs
        {
            ZoneId = args.HostedZoneId,
            Name = proof.Apply(each => each.ResourceRecordName),
            Type = proof.Apply(each => each.ResourceRecordType),
            Records = { proof.Apply(each => each.ResourceRecordValue) },
            Ttl = 300,

            // The same name may have been proved by another certificate of the account.
            AllowOverwrite = true,
        }, new CustomResourceOptions { Parent = this });
    }

    private Acm.CertificateValidation Validate(
        string name, Acm.Certificate certificate, Output<string>[] records) =>
        new($"{name}-validation", new Acm.CertificateValidationArgs
        {
            CertificateArn = certificate.Arn,
            ValidationRecordFqdns = records.Select(record => (Input<string>)record).ToArray(),
        }, new CustomResourceOptions { Parent = this });
}
