using System.ComponentModel;
using System.Diagnostics;

namespace ExchangeOnAws.CommandLine;

/// <summary>Reads files of a folder as they were at a revision, with the git of this machine.</summary>
internal sealed class GitFolder(string folder)
{
    /// <summary>The file's text. What git does not find is an <see cref="InvalidDataException"/>.</summary>
    public async Task<string> Read(string revision, string file, CancellationToken cancellation)
    {
        if (revision.Length == 0 || revision[0] == '-')
        {
            throw new InvalidDataException($"'{revision}' is not a revision. "
                + "Name a branch, a tag or a commit, for example main or HEAD~1.");
        }

        var (isFolder, _, reason) = await Run(["rev-parse", "--is-inside-work-tree"], cancellation);
        if (!isFolder)
        {
            throw new InvalidDataException(
                $"{folder} is not in a git working tree ({reason}). Compare two files instead: "
                + "plan diff old.json new.json");
        }

        var (isCommit, commit, _) = await Run(
            ["rev-parse", "--verify", "--quiet", $"{revision}^{{commit}}"], cancellation);
        if (!isCommit)
        {
            throw new InvalidDataException($"Git knows no revision {revision} here. "
                + "Name a branch, a tag or a commit, and fetch it first.");
        }

        // The blob itself: no filter or text conversion of the repository's configuration is run on it.
        var (isFile, text, _) = await Run(["cat-file", "blob", $"{commit.Trim()}:./{file}"], cancellation);
        return isFile ? text : throw new InvalidDataException(
            $"Revision {revision} has no {file}. Name a stack and a revision that has its file.");
    }

    private async Task<(bool IsDone, string Output, string Error)> Run(
        string[] arguments, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var error = process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            return (process.ExitCode == 0, await output, (await error).Trim());
        }
        catch (Win32Exception exception)
        {
            throw new InvalidDataException($"git cannot be run ({exception.Message}). Install it, or compare "
                + "two files instead: plan diff old.json new.json");
        }
    }
}
