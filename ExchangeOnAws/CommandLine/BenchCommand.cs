using System.CommandLine;
using System.Diagnostics;
using ExchangeOnAws.Reporting;
using ExchangeOnAws.Settings;
using Spectre.Console;

namespace ExchangeOnAws.CommandLine;

/// <summary><c>bench</c>: how long <c>plan</c> takes as a process, and how much memory it takes.</summary>
internal static class BenchCommand
{
    private const int Runs = 7;

    private static readonly (string Name, string Network, string Mailbox)[] s_cases =
    [
        ("2 members, 2 zones", "zones: [eu-west-1a, eu-west-1b]", "nodesPerZone: 1"),
        ("2 members, 3 zones", "zones: [eu-west-1a, eu-west-1b, eu-west-1c]", "nodesPerZone: 1"),
        ("16 members, 3 zones", "zones: [eu-west-1a, eu-west-1b, eu-west-1c]", "nodesPerZone: 8"),
    ];

    public static Command Create()
    {
        var command = new Command("bench", "Measure the plan command: time and memory of the whole process.");
        command.SetAction((_, cancellation) => Run(cancellation));
        return command;
    }

    private static async Task<int> Run(CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("exchange-on-aws-bench");
        try
        {
            await WriteStacks(folder.FullName, cancellation);
            var table = Tables.Create("plan of", "median ms", "fastest ms", "peak MiB", "against the first");
            double? first = null;
            foreach (var (index, name) in s_cases.Select((bench, index) => (index, bench.Name)))
            {
                var (times, peak) = await Measure(folder.FullName, StackName(index), cancellation);
                var median = times[times.Length / 2];
                first ??= median;
                table.AddRow(
                    name, $"{median:0}", $"{times[0]:0}", $"{peak / 1048576.0:0}", $"{median / first:0.00}");
            }

            AnsiConsole.Write(table);
            return Commands.Success;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string StackName(int index) => $"bench{index + 1}";

    private static async Task WriteStacks(string folder, CancellationToken cancellation)
    {
        await File.WriteAllTextAsync(
            Path.Combine(folder, "Pulumi.yaml"), $"name: {StackConfiguration.ProjectName}\n", cancellation);
        foreach (var (index, bench) in s_cases.Index())
        {
            await File.WriteAllTextAsync(Path.Combine(folder, StackFile.FileName(StackName(index))), $$"""
                config:
                  aws:region: eu-west-1
                  aws-native:region: eu-west-1
                  exchange-on-aws:network: { {{bench.Network}} }
                  exchange-on-aws:directory: { domainName: corp.example.com }
                  exchange-on-aws:gateway: { allowedCidrs: [203.0.113.0/24] }
                  exchange-on-aws:mailbox: { {{bench.Mailbox}}, databases: 16 }
                  exchange-on-aws:clientAccess: { namespace: mail.example.com }
                  exchange-on-aws:edge: { servers: 2 }

                """, cancellation);
        }
    }

    // One run first that does not count: it brings the program's files into memory.
    private static async Task<(double[] Times, long Peak)> Measure(
        string folder, string stack, CancellationToken cancellation)
    {
        await RunPlan(folder, stack, cancellation);
        var runs = new List<(double Milliseconds, long Peak)>();
        for (var run = 0; run < Runs; run++)
        {
            runs.Add(await RunPlan(folder, stack, cancellation));
        }

        return ([.. runs.Select(run => run.Milliseconds).Order()], runs.Max(run => run.Peak));
    }

    private static async Task<(double Milliseconds, long Peak)> RunPlan(
        string folder, string stack, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(BenchCommand).Assembly.Location, "plan", stack])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        };
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var peak = await WatchMemory(process, cancellation);
        var elapsed = clock.Elapsed.TotalMilliseconds;
        await output;
        return process.ExitCode == Commands.Success
            ? (elapsed, peak)
            : throw new InvalidOperationException(
                $"plan {stack} ended with {process.ExitCode}:\n{await output}");
    }

    // The peak can only be read while the process lives, and it never falls.
    private static async Task<long> WatchMemory(Process process, CancellationToken cancellation)
    {
        long peak = 0;
        while (!process.WaitForExit(TimeSpan.FromMilliseconds(5)))
        {
            try
            {
                process.Refresh();
                peak = Math.Max(peak, process.PeakWorkingSet64);
            }
            catch (InvalidOperationException)
            {
                break;
            }
        }

        await process.WaitForExitAsync(cancellation);
        return peak;
    }
}
