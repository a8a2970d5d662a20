using System.Collections;
using System.Management.Automation;
using System.Net;
using System.Reflection;
using System.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>Cmdlets that only compute; the packages that hold the real ones are not on every feed.</summary>
public sealed class PureHandlers : HandlerGroup
{
    // Any other type may touch the machine, which the bench would not see.
    private static readonly Type[] s_creatable =
    [
        typeof(PSObject), typeof(PSCredential), typeof(NetworkCredential), typeof(SecureString),
        typeof(X509Certificate2), typeof(X509Certificate2Collection), typeof(byte[]),
        typeof(HashAlgorithmName), typeof(Rfc2898DeriveBytes), typeof(RSAParameters),
    ];

    public override IEnumerable<Handler> Handlers =>
    [
        Pure("Get-Date", call => call.Windows.Now),
        Pure("Start-Sleep", Sleep),
        Pure("Write-Host", WriteHost),
        Pure("Join-Path", call => $"{call.Text("Path").TrimEnd('\\')}\\{call.Text("ChildPath")}"),
        Pure("Split-Path", SplitPath),
        // In an array: a collection is returned whole.
        Pure("New-Object", call => new[] { NewObject(call) }),
        Pure("Select-Object", Select),
        Pure("Sort-Object", Sort),
        Pure("ConvertTo-SecureString", call => new NetworkCredential("", call.Text("String")).SecurePassword),
        Pure("ConvertFrom-Json", call => Json.Read(string.Join("\n", call.Piped))),
        Pure("ConvertTo-Json", call => Json.Write(call.Piped.Count == 1 ? call.Piped[0] : call.Piped)),
    ];

    private static object? Sleep(Call call)
    {
        call.Windows.Advance(
            TimeSpan.FromMilliseconds((call.Number("Seconds") * 1000L) + call.Number("Milliseconds")));
        return null;
    }

    private static object? WriteHost(Call call)
    {
        call.Bench.WriteHost(call.Text("Object"));
        return null;
    }

    private static string SplitPath(Call call)
    {
        var path = call.Path;
        return call.Flag("Leaf") ? SimulatedFiles.Leaf(path) : SimulatedFiles.Parent(path);
    }

    private static object NewObject(Call call)
    {
        var type = LanguagePrimitives.ConvertTo<Type>(call.Text("TypeName"));
        if (SimulatedKeyContainers.Create(type, call) is { } stand)
        {
            return stand;
        }

        if (type == typeof(byte[]))
        {
            return new byte[call.Number("ArgumentList")];
        }

        if (!s_creatable.Contains(type))
        {
            throw CommandException.Terminating(
                $"The bench does not create {type.FullName}; add it to PureHandlers.s_creatable.");
        }

        if (call.Value("Property") is IDictionary properties)
        {
            return Record.Of([.. properties.Keys.Cast<object>().Select(key => ($"{key}", properties[key]))]);
        }

        var arguments = call.Value("ArgumentList") is { } list
            ? LanguagePrimitives.ConvertTo<object[]>(list).Select(Call.Unwrap).ToArray()
            : [];
        try
        {
            return Activator.CreateInstance(type, arguments)!;
        }
        catch (TargetInvocationException failure)
        {
            throw CommandException.Terminating(
                $"Exception calling \".ctor\": \"{failure.InnerException!.Message}\"");
        }
    }

    private static IEnumerable<object?> Select(Call call)
    {
        var items = call.Piped.Skip(call.Number("Skip")).Take(call.Number("First", int.MaxValue));
        return call.TextOrNull("ExpandProperty") is { } property
            ? items.Select(item => Property(item, property))
            : items;
    }

    private static IEnumerable<object?> Sort(Call call)
    {
        var property = call.TextOrNull("Property");
        var sorted = call.Piped.Order(Comparer<object?>.Create((left, right) =>
            LanguagePrimitives.Compare(Key(left), Key(right), ignoreCase: true))).ToList();
        if (call.Flag("Descending"))
        {
            sorted.Reverse();
        }

        return call.Flag("Unique") ? sorted.DistinctBy(Key) : sorted;

        object? Key(object? item) => property is null ? item : Property(item, property);
    }

    private static object? Property(object? item, string name) =>
        Call.Unwrap(PSObject.AsPSObject(item).Properties[name]?.Value);
}
