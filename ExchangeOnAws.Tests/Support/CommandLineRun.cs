using ExchangeOnAws.CommandLine;

namespace ExchangeOnAws.Tests.Support;

/// <summary>Runs the program's command line in this process.</summary>
internal static class CommandLineRun
{
    public static async Task<(int ExitCode, string Output, string Error)> Of(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exitCode = await Commands.Run(args, output, error);
        return (exitCode, output.ToString(), error.ToString());
    }
}
