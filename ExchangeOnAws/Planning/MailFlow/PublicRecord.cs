namespace ExchangeOnAws.Planning;

/// <summary>A record that the internet needs for mail to arrive, leave and be believed.</summary>
/// <param name="Name">The record's name; for a reverse name, the address that it belongs to.</param>
/// <param name="Type">MX, TXT, A, CNAME or PTR.</param>
/// <param name="Values">
/// What it says. What only the deployment knows stands as ${…}: the public address of a server, the name of
/// the load balancer.
/// </param>
/// <param name="Purpose">What it is for.</param>
/// <param name="IsCreated">The deployment creates it; otherwise the zone's owner publishes it.</param>
public sealed record PublicRecord(
    string Name, string Type, IReadOnlyList<string> Values, string Purpose, bool IsCreated);
