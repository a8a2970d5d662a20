using ExchangeOnAws.Planning;
using Pulumi;
using Ssm = Pulumi.Aws.Ssm;

namespace ExchangeOnAws.Components;

/// <summary>The documents of this program's scripts.</summary>
public static class ScriptDocument
{
    /// <summary>A document serves every run of the same scripts: server-set-computername.</summary>
    public static string NameOf(string script) =>
        ShippedNames.Of(script).Replace("/", "-", StringComparison.Ordinal).ToLowerInvariant();

    /// <summary>The Command document in Systems Manager.</summary>
    public static Ssm.Document Create(
        string name, string content, InputMap<string> tags, Resource parent) =>
        new(name, new Ssm.DocumentArgs
        {
            DocumentType = "Command",
            DocumentFormat = "JSON",
            TargetType = "/AWS::EC2::Instance",
            Content = content,
            Tags = tags,
        }, new CustomResourceOptions { Parent = parent });

    /// <summary>The JSON of the document that runs one script.</summary>
    public static string Of(string script, TimeSpan timeout) =>
        Of(script, timeout, new Dictionary<string, string>());

    /// <summary>The same with what its parameters are when nobody gives them.</summary>
    public static string Of(string script, TimeSpan timeout, IReadOnlyDictionary<string, string> defaults)
    {
        var parsed = StepScript.Shipped(script);
        return CommandDocument.Write(new DocumentContent(
            parsed.Name, parsed.Synopsis, [parsed], ScriptBundle.Shipped.Flatten([parsed]), timeout)
        {
            Defaults = defaults,
        });
    }

    /// <summary>The JSON of the document that runs scripts in their order.</summary>
    public static string Of(
        string name, string description, IReadOnlyList<StepScript> scripts, TimeSpan timeout) =>
        CommandDocument.Write(new DocumentContent(
            name, description, scripts, ScriptBundle.Shipped.Flatten(scripts), timeout));
}
