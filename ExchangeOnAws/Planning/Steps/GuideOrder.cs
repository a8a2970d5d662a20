namespace ExchangeOnAws.Planning;

/// <summary>
/// How long the same steps take in the order of AWS's guide, whose templates build one server after another:
/// the domain controllers, the first node, the others; RD Gateway and Edge Transport beside the nodes.
/// </summary>
internal static class GuideOrder
{
    /// <summary>Minutes, counted as the plan's own schedule counts them.</summary>
    public static int Minutes(StepGraph steps)
    {
        var all = steps.Schedule.Select(scheduled => scheduled.Step).ToArray();
        var controllers = Sum(all.Where(step => step.Target.Role == HostRole.DomainController));
        var gateway = Sum(all.Where(step => step.Target.Role == HostRole.Gateway));
        var edge = Sum(all.Where(step => step.Target.Role == HostRole.Edge));
        var others = Sum(all.Where(step => step.Target.Role is HostRole.Mailbox or HostRole.Witness));
        return controllers + Math.Max(Math.Max(gateway, edge), others);
    }

    private static int Sum(IEnumerable<StepPlan> steps) => steps.Sum(step => step.Minutes);
}
