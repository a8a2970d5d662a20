using System.Globalization;
using System.Management.Automation.Host;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>Takes the exit code; there is nobody to ask and nothing to draw on, as under SSM Agent.</summary>
internal sealed class EngineHost : PSHost
{
    public int? ExitCode { get; set; }

    public override CultureInfo CurrentCulture => CultureInfo.InvariantCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.InvariantCulture;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override string Name => "Bench";

    public override PSHostUserInterface UI => null!;

    public override Version Version { get; } = new(5, 1);

    public override void SetShouldExit(int exitCode) => ExitCode = exitCode;

    public override void EnterNestedPrompt() => throw new NotSupportedException("A script must not prompt.");

    public override void ExitNestedPrompt() => throw new NotSupportedException("A script must not prompt.");

    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }
}
