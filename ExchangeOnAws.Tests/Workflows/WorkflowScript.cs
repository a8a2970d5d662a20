using System.Diagnostics;
using ExchangeOnAws.Tests.Support;

namespace ExchangeOnAws.Tests.Workflows;

/// <summary>Runs a script of .github/scripts with programs that only note how they were called.</summary>
internal sealed class WorkflowScript : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public WorkflowScript() => Directory.CreateDirectory(PathOf("bin"));

    public Dictionary<string, string> Environment { get; } = new()
    {
        ["GITHUB_REPOSITORY"] = "example/exchange",
        ["RUN_URL"] = "https://example.com/run",
    };

    /// <summary>What the programs were called with, one line per call.</summary>
    public string Calls => Read("calls");

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    public string Read(string name) => File.Exists(PathOf(name)) ? File.ReadAllText(PathOf(name)) : "";

    public void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllText(PathOf(name), text);
    }

    /// <summary>Puts a program into the path that notes its call and then runs the given lines.</summary>
    public void Program(string name, string lines) => Executable($"bin/{name}",
        $"echo \"{name} $*\" >>\"$CALLS\"\n{lines}");

    public void Executable(string name, string lines)
    {
        Write(name, $"#!/usr/bin/env bash\n{lines}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(
                PathOf(name), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    public async Task<(int ExitCode, string Output)> Run(string script, params string[] arguments)
    {
        var path = Path.IsPathRooted(script)
            ? script
            : Path.Combine(Repository.Root, ".github", "scripts", script);
        var start = new ProcessStartInfo("bash", [path, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder.FullName,
        };
        foreach (var (key, value) in Environment)
        {
            start.Environment[key] = value;
        }

        start.Environment["PATH"] = PathOf("bin") + ":" + start.Environment["PATH"];
        start.Environment["CALLS"] = PathOf("calls");
        start.Environment["GITHUB_OUTPUT"] = PathOf("output");
        start.Environment["GITHUB_STEP_SUMMARY"] = PathOf("summary");
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await error);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
