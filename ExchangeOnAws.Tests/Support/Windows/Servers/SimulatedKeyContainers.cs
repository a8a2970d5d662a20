using System.Management.Automation;
using System.Security.Cryptography;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>The machine's key containers, by name: who opens one without removing it leaves it.</summary>
/// <remarks>
/// Stands in for RSACryptoServiceProvider, which .NET has on Windows only, with the members of .NET Framework
/// 4.8 that scripts use (reference assemblies, 2026). A container that is opened has a key at once.
/// </remarks>
public sealed class SimulatedKeyContainers
{
    public Dictionary<string, SimulatedContainerKey> All { get; } = [];

    /// <summary>The providers that were asked for a key.</summary>
    public List<string> Providers { get; } = [];

    /// <summary>What New-Object makes of the two types; null for another type.</summary>
    public static object? Create(Type type, Call call)
    {
        var arguments = call.Value("ArgumentList") is { } list
            ? LanguagePrimitives.ConvertTo<object[]>(list).Select(Call.Unwrap).ToArray()
            : [];
        return type.Name switch
        {
            "CspParameters" =>
                new SimulatedContainer((int)arguments[0]!, $"{arguments[1]}", $"{arguments[2]}"),
            "RSACryptoServiceProvider" =>
                call.Windows.Area<SimulatedKeyContainers>().Open((SimulatedContainer)arguments[0]!),
            _ => null,
        };
    }

    private SimulatedContainerKey Open(SimulatedContainer container)
    {
        if (container.Flags != "UseMachineKeyStore")
        {
            throw CommandException.Terminating("The bench: a container of the machine.");
        }

        Providers.Add($"{container.ProviderType} {container.ProviderName} key {container.KeyNumber}");
        return All[container.Name] = new SimulatedContainerKey(() => All.Remove(container.Name));
    }
}

/// <summary>CspParameters: where a key goes.</summary>
public sealed record SimulatedContainer(int ProviderType, string ProviderName, string Name)
{
    public int KeyNumber { get; set; } = -1;

    public string Flags { get; set; } = "";
}

/// <summary>An RSA key in a container of a classic provider.</summary>
public sealed class SimulatedContainerKey(Action remove) : RSA
{
    private RSAParameters parameters;

    public bool PersistKeyInCsp { get; set; } = true;

    public override void ImportParameters(RSAParameters parameters)
    {
        // As strict as Windows about lengths and what belongs together.
        using var proof = Create(parameters);
        this.parameters = parameters;
        KeySizeValue = proof.KeySize;
    }

    public override RSAParameters ExportParameters(bool includePrivateParameters) => includePrivateParameters
        ? parameters
        : new() { Modulus = parameters.Modulus, Exponent = parameters.Exponent };

    protected override void Dispose(bool disposing)
    {
        if (!PersistKeyInCsp)
        {
            remove();
        }

        base.Dispose(disposing);
    }
}
