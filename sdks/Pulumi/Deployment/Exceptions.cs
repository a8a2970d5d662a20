namespace Pulumi;

/// <summary>Stops the program with a message for its user, without a stack trace.</summary>
public class RunException : Exception
{
    public RunException(string message)
        : base(message)
    {
    }

    public RunException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    public static RunException OutputsHaveIncorrectType(IEnumerable<string> outputAttributeNames)
        => new($"The output(s) {string.Join(", ", outputAttributeNames)} are not of the type Output<T>. "
            + "Every [Output] property must be.");
}

/// <summary>Says what is wrong with one resource.</summary>
public class ResourceException(
    string message, Resource? resource, bool hideStack = false) : Exception(message)
{
    internal Resource? Resource { get; } = resource;

    internal bool HideStack { get; } = hideStack;
}
