using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>A documented cmdlet, and the PowerShell function that stands in for it.</summary>
public sealed record Cmdlet(string Name, ImmutableArray<ImmutableDictionary<string, CmdletParameter>> Sets)
{
    /// <summary>What every cmdlet takes (about_CommonParameters, 5.1).</summary>
    public static readonly FrozenSet<string> CommonParameters = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "Debug", "ErrorAction", "ErrorVariable", "InformationAction",
        "InformationVariable", "OutBuffer", "OutVariable", "PipelineVariable", "Verbose", "WarningAction",
        "WarningVariable");

    private static readonly FrozenDictionary<string, string> s_knownTypes = new Dictionary<string, string>
    {
        ["switch"] = "switch",
        ["String"] = "string",
        ["String[]"] = "string[]",
        ["Int32"] = "int",
        ["int"] = "int",
        ["Int32[]"] = "int[]",
        ["UInt32"] = "uint32",
        ["UInt32[]"] = "uint32[]",
        ["Int64"] = "long",
        ["UInt64"] = "uint64",
        ["Boolean"] = "bool",
        ["PSCredential"] = "pscredential",
        ["SecureString"] = "securestring",
        ["ScriptBlock"] = "scriptblock",
        ["TimeSpan"] = "timespan",
        ["DateTime"] = "datetime",
        ["Guid"] = "guid",
        ["Hashtable"] = "hashtable",
        ["IDictionary"] = "System.Collections.IDictionary",
        ["Uri"] = "uri",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The module that has it.</summary>
    public string Module { get; init; } = "";

    private bool TakesPipeline => Sets.Any(set => set.ContainsKey("InputObject"));

    /// <summary>Why these parameters cannot be given together, or null.</summary>
    /// <param name="given">Parameter names, common ones included.</param>
    /// <param name="isPiped">Whether objects come through the pipeline.</param>
    public string? Refusal(IEnumerable<string> given, bool isPiped)
    {
        var names = given.Where(name => !CommonParameters.Contains(name))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (isPiped)
        {
            names.Add("InputObject");
        }

        var unknown = names.Where(name => !Sets.Any(set => set.ContainsKey(name))).ToArray();
        if (unknown.Length > 0)
        {
            return $"{Name} has no parameter {string.Join(", ", unknown)}.";
        }

        return Sets.Any(set => names.All(set.ContainsKey)
            && set.All(parameter => !parameter.Value.IsMandatory || names.Contains(parameter.Key)))
            ? null
            : $"{Name} has no parameter set that is satisfied by {string.Join(", ", names.Order())}.";
    }

    /// <summary>The body of the function that hands the call over to the simulated machine.</summary>
    public string FunctionBody()
    {
        var parameters = Sets.SelectMany(set => set)
            .Where(parameter => !CommonParameters.Contains(parameter.Key))
            .DistinctBy(parameter => parameter.Key, StringComparer.OrdinalIgnoreCase)
            .Select(parameter => parameter.Key == "InputObject"
                ? "[Parameter(ValueFromPipeline)] $InputObject"
                : $"[{s_knownTypes.GetValueOrDefault(parameter.Value.Type, "object")}] ${parameter.Key}");
        var body = new StringBuilder("[CmdletBinding(PositionalBinding = $false)] param(")
            .AppendJoin(", ", parameters).AppendLine(")");
        return TakesPipeline
            ? body.AppendLine("begin { $piped = [System.Collections.ArrayList]::new() }")
                .AppendLine("process { if ($PSBoundParameters.ContainsKey('InputObject')) "
                    + "{ [void]$piped.Add($InputObject) } }")
                .AppendLine($"end {{ $Bench.Invoke($PSCmdlet, '{Name}', $PSBoundParameters, $piped) }}")
                .ToString()
            : body.AppendLine($"$Bench.Invoke($PSCmdlet, '{Name}', $PSBoundParameters, $null)").ToString();
    }
}
