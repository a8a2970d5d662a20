namespace ExchangeOnAws.Planning;

/// <summary>One end of a rule of the port table: a kind of server of ours, or a place outside.</summary>
public enum Tier
{
    /// <summary>gateway.allowedCidrs.</summary>
    Administrators,

    /// <summary>clientAccess.allowedCidrs.</summary>
    Clients,

    /// <summary>edge.smtpCidrs.</summary>
    SmtpSenders,

    /// <summary>Any address; only ever where traffic goes.</summary>
    Internet,

    /// <summary>The domain controllers of an existing domain.</summary>
    ExistingDomain,
    NetworkLoadBalancer,
    ApplicationLoadBalancer,
    Gateway,
    Edge,
    Mailbox,
    Witness,
    DomainController,

    /// <summary>The interface endpoints of AWS services.</summary>
    Endpoints,
}
