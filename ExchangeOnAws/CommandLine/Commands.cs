using System.CommandLine;
using System.CommandLine.Parsing;

namespace ExchangeOnAws.CommandLine;

/// <summary>The program's commands when it does not run under the Pulumi engine.</summary>
internal static class Commands
{
    public const int Success = 0;
    public const int HasErrors = 1;
    public const int WrongUse = 2;

    /// <summary>Runs a command line. Exit code 0; 1 when a finding is an error; 2 for wrong use.</summary>
    public static async Task<int> Run(string[] args, TextWriter output, TextWriter error)
    {
        var root = new RootCommand("Highly available Microsoft Exchange Server on AWS.\n\n"
            + "Deploy:        pulumi up --stack <stack>\n"
            + "Plan offline:  plan <stack>\n"
            + "Compare:       plan diff --help")
        {
            PlanCommand.Create(),
            BenchCommand.Create(),
        };
        var parsed = root.Parse(args.Length == 0 ? ["--help"] : args);
        if (parsed.Errors.Count > 0)
        {
            foreach (ParseError problem in parsed.Errors)
            {
                await error.WriteLineAsync(problem.Message);
            }

            await error.WriteLineAsync("Run it with --help for its commands.");
            return WrongUse;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration
        {
            Output = output,
            Error = error,
            EnableDefaultExceptionHandler = false,
        });
    }
}
