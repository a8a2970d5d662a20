using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>The cmdlets that scripts may use, with their documented parameters.</summary>
/// <remarks>
/// cmdlets.json is cut from the documentation of Exchange Server, Windows Server 2022 and
/// Windows PowerShell 5.1 by <see cref="CatalogueSubset"/>; aws-cmdlets.json is written by hand
/// from the AWS Tools for PowerShell reference; provider-parameters.json adds what a provider
/// gives to a cmdlet on its drive, with the source.
/// </remarks>
public static class CmdletCatalogue
{
    public const string WindowsFile = "cmdlets.json";
    public const string AwsFile = "aws-cmdlets.json";

    public const string ProviderFile = "provider-parameters.json";

    public static ImmutableSortedDictionary<string, Cmdlet> Windows { get; } =
        WithProviders(Read(WindowsFile));

    public static ImmutableSortedDictionary<string, Cmdlet> All { get; } = Windows.AddRange(Read(AwsFile));

    private static ImmutableSortedDictionary<string, Cmdlet> Read(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(file)!;
        using var json = JsonDocument.Parse(stream);
        return json.RootElement.EnumerateObject().ToImmutableSortedDictionary(
            cmdlet => cmdlet.Name,
            cmdlet => new Cmdlet(
                cmdlet.Name, [.. cmdlet.Value.GetProperty("sets").EnumerateArray().Select(ReadSet)])
            {
                Module = cmdlet.Value.TryGetProperty("module", out var module) ? module.GetString()! : "",
            },
            StringComparer.OrdinalIgnoreCase);
    }

    private static ImmutableSortedDictionary<string, Cmdlet> WithProviders(
        ImmutableSortedDictionary<string, Cmdlet> cmdlets) =>
        cmdlets.SetItems(Read(ProviderFile).Values.Select(added => KeyValuePair.Create(added.Name, new Cmdlet(
            added.Name, [.. cmdlets[added.Name].Sets.Select(set => set.SetItems(added.Sets.Single()))]))));

    private static ImmutableDictionary<string, CmdletParameter> ReadSet(JsonElement set) =>
        set.EnumerateObject().ToImmutableDictionary(
            parameter => parameter.Name,
            parameter =>
                new CmdletParameter(parameter.Value[0].GetString()!, parameter.Value[1].GetBoolean()),
            StringComparer.OrdinalIgnoreCase);
}

/// <summary>A parameter as documented: its type's name, and whether its set demands it.</summary>
public sealed record CmdletParameter(string Type, bool IsMandatory);
