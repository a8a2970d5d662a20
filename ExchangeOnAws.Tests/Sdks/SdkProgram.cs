using System.Collections.Immutable;
using NUnit.Framework;
using Pulumi;
using Pulumi.Testing;

namespace ExchangeOnAws.Tests.Sdks;

/// <summary>Runs a few lines as a Pulumi program.</summary>
internal static class SdkProgram
{
    public static Task<ImmutableArray<Resource>> RunAsync(
        IMocks mocks, Action program, bool isPreview = false)
        => Deployment.TestAsync(mocks, new TestOptions { IsPreview = isPreview }, program);

    /// <summary>The message with which the program fails.</summary>
    public static async Task<string> FailAsync(Action program, IMocks? mocks = null)
    {
        try
        {
            await RunAsync(mocks ?? new EchoMocks(), program);
        }
        catch (RunException exception)
        {
            return exception.Message;
        }

        throw new AssertionException("The program was expected to fail.");
    }
}
