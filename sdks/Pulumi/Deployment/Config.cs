using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace Pulumi;

/// <summary>The settings of one namespace, by default the project's.</summary>
public sealed partial class Config
{
    private const string OldSuffix = ":config";

    private readonly string _name;

    public Config(string? name = null)
    {
        name ??= Deployment.Instance.ProjectName;
        _name = name.EndsWith(OldSuffix, StringComparison.Ordinal) ? name[..^OldSuffix.Length] : name;
    }

    public string? Get(string key) => Deployment.Required.Configuration.Get(FullKey(key));

    public bool? GetBoolean(string key) => Get(key) switch
    {
        null => null,
        "true" => true,
        "false" => false,
        var value => throw WrongType(key, value, nameof(Boolean)),
    };

    public int? GetInt32(string key)
    {
        var value = Get(key);
        return value is null ? null
            : int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number
            : throw WrongType(key, value, nameof(Int32));
    }

    public double? GetDouble(string key)
    {
        var value = Get(key);
        return value is null ? null
            : double.TryParse(
                value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
            : throw WrongType(key, value, nameof(Double));
    }

    [return: MaybeNull]
    public T GetObject<T>(string key) => GetObject<T>(key, null!);

    [return: MaybeNull]
    public T GetObject<T>(string key, JsonSerializerOptions options)
    {
        var value = Get(key);
        try
        {
            return value is null ? default : JsonSerializer.Deserialize<T>(value, options);
        }
        catch (JsonException exception)
        {
            throw WrongType(key, value, typeof(T).FullName!, exception);
        }
    }

    public string Require(string key) => Get(key) ?? throw Missing(key);

    public bool RequireBoolean(string key) => GetBoolean(key) ?? throw Missing(key);

    public int RequireInt32(string key) => GetInt32(key) ?? throw Missing(key);

    public double RequireDouble(string key) => GetDouble(key) ?? throw Missing(key);

    public T RequireObject<T>(string key) => RequireObject<T>(key, null!);

    public T RequireObject<T>(string key, JsonSerializerOptions options)
    {
        Require(key);
        return GetObject<T>(key, options)!;
    }

    private string FullKey(string key) => $"{_name}:{key}";

    private RunException Missing(string key)
        => new($"Missing Required configuration variable '{FullKey(key)}'\n"
            + $"\tRun: pulumi config set {FullKey(key)} <value>");

    private RunException WrongType(string key, string? value, string type, Exception? cause = null)
        => new($"Configuration '{FullKey(key)}' value '{value}' is not a valid {type}", cause);
}
