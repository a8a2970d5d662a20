using System.Management.Automation;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>Objects as cmdlets return them.</summary>
public static class Record
{
    public static PSObject Of(params (string Name, object? Value)[] properties)
    {
        var record = new PSObject();
        foreach (var (name, value) in properties)
        {
            record.Properties.Add(new PSNoteProperty(name, value));
        }

        return record;
    }
}
