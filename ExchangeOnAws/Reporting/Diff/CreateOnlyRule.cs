namespace ExchangeOnAws.Reporting.Diff;

/// <summary>Decides whether a changed input takes a new resource.</summary>
internal static class CreateOnlyRule
{
    public static bool Forces(DocumentResource old, DocumentResource present, PropertyChange change) =>
        PropertyPath.IsWithin(change.Path, present.Options.ReplaceOnChanges)
        || ResourceTypes.Of(present.Type) is { } type
            && (PropertyPath.IsWithin(change.Path, type.CreateOnly)
                || type.CreateOnlyWhen.Any(rule => Applies(rule, old, present, change)));

    private static bool Applies(
        CreateOnlyWhen rule, DocumentResource old, DocumentResource present, PropertyChange change) =>
        PropertyPath.IsWithin(change.Path, rule.Property)
        && (rule.Given ?? new Dictionary<string, string>())
            .All(input => present.Inputs.GetValueOrDefault(input.Key) == input.Value)
        && rule.Change switch
        {
            "presence" => IsEmpty(old, rule.Property) != IsEmpty(present, rule.Property),
            "notGrown" => Count(present, rule.Property) <= Count(old, rule.Property),
            _ => throw new InvalidOperationException(
                $"resource-types.json has a change {rule.Change} that nothing decides."),
        };

    private static bool IsEmpty(DocumentResource resource, string property) =>
        string.IsNullOrEmpty(resource.Inputs.GetValueOrDefault(property));

    private static int Count(DocumentResource resource, string property) =>
        resource.Inputs.GetValueOrDefault(property) is { Length: > 0 } list ? list.Split(", ").Length : 0;
}
