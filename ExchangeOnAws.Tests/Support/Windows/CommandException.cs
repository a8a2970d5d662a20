namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>An error that a simulated command reports.</summary>
public sealed class CommandException : Exception
{
    public CommandException(string message)
        : base(message)
    {
    }

    public CommandException()
    {
    }

    public CommandException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>
    /// Whether -ErrorAction has no say: what the real cmdlet throws, instead of writing an error.
    /// </summary>
    public bool IsTerminating { get; init; }

    public static CommandException Terminating(string message) => new(message) { IsTerminating = true };
}
