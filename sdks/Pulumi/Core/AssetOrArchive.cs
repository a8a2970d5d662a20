using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A file, a text or an archive that a resource takes.</summary>
public abstract class AssetOrArchive
{
    private protected AssetOrArchive(object value)
        => Value = value ?? throw new ArgumentNullException(nameof(value));

    internal object Value { get; }
}

/// <summary>One piece of content.</summary>
public abstract class Asset : AssetOrArchive
{
    private protected Asset(string value)
        : base(value)
    {
    }
}

/// <summary>The content of a file.</summary>
public sealed class FileAsset(string path) : Asset(path);

/// <summary>A text.</summary>
public sealed class StringAsset(string text) : Asset(text);

/// <summary>The content behind an address.</summary>
public sealed class RemoteAsset(string uri) : Asset(uri);

/// <summary>A collection of content.</summary>
public abstract class Archive : AssetOrArchive
{
    private protected Archive(object value)
        : base(value)
    {
    }
}

/// <summary>A folder, or a packed archive on disk.</summary>
public sealed class FileArchive(string path) : Archive(path);

/// <summary>A packed archive behind an address.</summary>
public sealed class RemoteArchive(string uri) : Archive(uri);

/// <summary>An archive put together from named parts.</summary>
public sealed class AssetArchive(IDictionary<string, AssetOrArchive> assets)
    : Archive(assets.ToImmutableDictionary());
