namespace Pulumi;

/// <summary>
/// Writes to the engine's log; without an engine only errors are kept, and they fail the run.
/// </summary>
public static class Log
{
    public static void Debug(
        string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
        => _ = Deployment.Required;

    public static void Info(
        string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
        => _ = Deployment.Required;

    public static void Warn(
        string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
        => _ = Deployment.Required;

    public static void Error(
        string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
        => Deployment.Required.LogError(message);

    public static void Exception(
        Exception exception, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
        => Error(exception.ToString(), resource, streamId, ephemeral);
}
