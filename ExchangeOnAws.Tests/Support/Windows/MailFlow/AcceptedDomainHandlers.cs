namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>Mail domains and the default e-mail address policy.</summary>
public sealed class SimulatedMailDomains
{
    /// <summary>Type by domain.</summary>
    public SortedDictionary<string, string> Types { get; } = new(StringComparer.OrdinalIgnoreCase);

    public string Default { get; set; } = "";

    /// <summary>The address templates of the default policy.</summary>
    public List<string> Templates { get; } = [];

    /// <summary>Whether the addresses of the recipients are those of the policy.</summary>
    public bool IsApplied { get; set; } = true;
}

public sealed class AcceptedDomainHandlers : HandlerGroup
{
    private const string Policy = "Default Policy";

    public override IEnumerable<Handler> Handlers =>
    [
        Reads("Get-AcceptedDomain", call => Domains(call).Types.Select(domain => Record.Of(
            ("Name", domain.Key), ("DomainName", new ExchangeText(domain.Key)),
            ("DomainType", new ExchangeText(domain.Value)),
            ("Default", SimulatedExchange.IsSame(domain.Key, Domains(call).Default))))),
        Changes("New-AcceptedDomain", call =>
        {
            if (!Domains(call).Types.TryAdd(
                call.Text("DomainName"), call.Text("DomainType", "Authoritative")))
            {
                throw new CommandException($"The domain {call.Text("DomainName")} already exists.");
            }
        }),
        Changes("Set-AcceptedDomain", call =>
        {
            var domains = Domains(call);
            domains.Default = domains.Types.ContainsKey(call.Text("Identity")) && call.Flag("MakeDefault")
                ? call.Text("Identity")
                : throw SimulatedExchange.NotFound(call.Text("Identity"));
        }),
        Reads("Get-EmailAddressPolicy", call => Record.Of(
            ("Name", Policy), ("Priority", new ExchangeText("Lowest")),
            ("EnabledEmailAddressTemplates",
                Domains(call).Templates.Select(text => (object)new ExchangeText(text)).ToArray()),
            ("RecipientFilterApplied", Domains(call).IsApplied))),
        Changes("Set-EmailAddressPolicy", call =>
        {
            var domains = Domains(call);
            if (call.Texts("EnabledEmailAddressTemplates")
                .Any(template => !domains.Types.ContainsKey(template.Split('@')[^1])))
            {
                throw new CommandException("The domain of an address template isn't an accepted domain.");
            }

            domains.Templates.Clear();
            domains.Templates.AddRange(call.Texts("EnabledEmailAddressTemplates"));
            domains.IsApplied = false;
        }),
        Changes("Update-EmailAddressPolicy", call => { Domains(call).IsApplied = true; }),
    ];

    private static SimulatedMailDomains Domains(Call call)
    {
        ExchangeShellHandlers.Exchange(call);
        if (call.Name.EndsWith("Policy", StringComparison.Ordinal) && call.Text("Identity", Policy) != Policy)
        {
            throw SimulatedExchange.NotFound(call.Text("Identity"));
        }

        return call.Windows.Area<SimulatedMailDomains>();
    }
}
