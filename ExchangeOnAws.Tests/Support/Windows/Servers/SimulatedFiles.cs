using System.Security.Cryptography;
using System.Text;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>Files and folders by full path, without regard to case.</summary>
public sealed class SimulatedFiles
{
    private readonly SortedDictionary<string, string?> _entries = new(StringComparer.OrdinalIgnoreCase)
    {
        [@"C:\Windows"] = null,
        [@"C:\ProgramData"] = null,
    };

    /// <summary>
    /// Subjects of the certificates that signed a file: the content decides, as in reality.
    /// </summary>
    public Dictionary<string, string> SignersByContent { get; } = [];

    public IEnumerable<KeyValuePair<string, string>> Contents =>
        _entries.Where(entry => entry.Value is not null)
            .Select(entry => KeyValuePair.Create(entry.Key, entry.Value!));

    public IEnumerable<string> Paths => _entries.Keys;

    public bool Exists(string path) => _entries.ContainsKey(path) || IsDrive(path);

    public bool IsFolder(string path) =>
        IsDrive(path) || (_entries.TryGetValue(path, out var content) && content is null);

    public bool IsFile(string path) => _entries.TryGetValue(path, out var content) && content is not null;

    public string Read(string path) => IsFile(path)
        ? _entries[path]!
        : throw new CommandException($"Cannot find path '{path}' because it does not exist.");

    public void Write(string path, string content)
    {
        if (!IsFolder(Parent(path)))
        {
            throw new CommandException($"Could not find a part of the path '{path}'.");
        }

        if (IsFolder(path))
        {
            throw new CommandException($"Access to the path '{path}' is denied.");
        }

        _entries[path] = content;
    }

    public void CreateFolder(string path)
    {
        for (var folder = path; folder.Length > 3; folder = Parent(folder))
        {
            _entries.TryAdd(folder, null);
        }
    }

    public void Remove(string path)
    {
        foreach (var inside in _entries.Keys.Where(key => IsInside(key, path)).ToArray())
        {
            _entries.Remove(inside);
        }
    }

    public void Move(string path, string destination)
    {
        Write(destination, Read(path));
        _entries.Remove(path);
    }

    public static bool IsInside(string path, string folder) =>
        path.StartsWith(folder, StringComparison.OrdinalIgnoreCase)
        && (path.Length == folder.Length || path[folder.Length] == '\\');

    public static string Parent(string path) =>
        path.LastIndexOf('\\') is var last && last == 2 ? path[..3] : last > 0 ? path[..last] : "";

    public static string Leaf(string path) => path[(path.LastIndexOf('\\') + 1)..];

    public static string Sha256(string content) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(content)));

    private static bool IsDrive(string path) => path.Length is 2 or 3 && path[1] == ':';
}
