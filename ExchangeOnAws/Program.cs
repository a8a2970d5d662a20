using ExchangeOnAws.CommandLine;
using Pulumi;

namespace ExchangeOnAws;

/// <summary>Deploys under the Pulumi engine; plans offline without it.</summary>
public static class Program
{
    // The engine's address, which only the engine sets (pulumi-dotnet, Deployment constructor).
    private const string EngineVariable = "PULUMI_ENGINE";

    public static Task<int> Main(string[] args) => Environment.GetEnvironmentVariable(EngineVariable) is null
        ? Commands.Run(args, Console.Out, Console.Error)
        : Deployment.RunAsync<ExchangeStack>();
}
