using System.Text.Json;
using System.Text.Json.Serialization;
using ExchangeOnAws.Findings;

namespace ExchangeOnAws.Reporting.Diff;

/// <summary>What is lost with a resource.</summary>
/// <param name="Severity">An error for data and mail, a warning for what others have to be told.</param>
/// <param name="What">The words for it.</param>
internal sealed record Loss(Severity Severity, string What);

/// <summary>A property that only some changes of replace the resource.</summary>
/// <param name="Property">The property's path.</param>
/// <param name="Change">presence: it appears or disappears; notGrown: its list does not get longer.</param>
/// <param name="Given">Other inputs that must have these values; null for always.</param>
internal sealed record CreateOnlyWhen(
    string Property, string Change, IReadOnlyDictionary<string, string>? Given = null);

/// <summary>What changes of a resource type mean.</summary>
internal sealed record ResourceType
{
    /// <summary>Properties that only a new resource can have another value of.</summary>
    public IReadOnlyList<string> CreateOnly { get; init; } = [];

    public IReadOnlyList<CreateOnlyWhen> CreateOnlyWhen { get; init; } = [];

    /// <summary>Outputs that an update gives another value, with the inputs whose change does it.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Renews { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Inputs that are the latest version of what another input names.</summary>
    public IReadOnlyDictionary<string, string> Follows { get; init; } = new Dictionary<string, string>();

    /// <summary>Inputs whose change in place interrupts a server, with what happens.</summary>
    public IReadOnlyDictionary<string, string> Interrupts { get; init; } = new Dictionary<string, string>();

    /// <summary>What is lost when it is replaced or removed; null when nothing is.</summary>
    public Loss? Loss { get; init; }
}

/// <summary>Every resource type that this program registers, from resource-types.json.</summary>
/// <remarks>
/// createOnly, createOnlyWhen and renews of aws:… are ForceNew, RequiresReplace, CustomizeDiff and
/// SetNewComputed in the schemas of hashicorp/terraform-provider-aws, which pulumi-aws 7.48 bridges. Read
/// there in November 2026: servers, volumes, addresses, the network, load balancers, records, documents,
/// associations, parameters, keys, bucket lifecycles, instance profiles. The others are as documented and
/// were not read in the source. aws-native:…: createOnly in the provider's metadata. Only loss and
/// interrupts are judgements of this project.
/// </remarks>
internal static class ResourceTypes
{
    private const string Every = "*";

    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private static readonly Dictionary<string, ResourceType> s_types = Read();

    /// <summary>The types by token.</summary>
    public static IReadOnlyDictionary<string, ResourceType> All => s_types;

    /// <summary>Another program version's types may be missing; null for those.</summary>
    public static ResourceType? Of(string type) => s_types.GetValueOrDefault(type);

    private static Dictionary<string, ResourceType> Read()
    {
        using var file = typeof(ResourceTypes).Assembly.GetManifestResourceStream("resource-types.json")!;
        var types = JsonSerializer.Deserialize<Dictionary<string, ResourceType>>(file, s_options)!;
        types.Remove(Every, out var every);
        return types.ToDictionary(
            type => type.Key,
            type => type.Value with { CreateOnly = [.. type.Value.CreateOnly, .. every?.CreateOnly ?? []] });
    }
}
