using System.Security.Cryptography.X509Certificates;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>What answers on port 443 of a host.</summary>
public sealed class SimulatedSite
{
    /// <summary>The certificates presented, in any order.</summary>
    public List<X509Certificate2> Chain { get; } = [];

    /// <summary>Statuses by path; any other path answers 200.</summary>
    public Dictionary<string, int> Statuses { get; } = new(StringComparer.OrdinalIgnoreCase);

    public bool IsDown { get; set; }

    /// <summary>Before, every page answers 503.</summary>
    public DateTime HealthyAt { get; set; }
}

/// <summary>Hosts by the name or address that is connected to, as curl.exe finds them.</summary>
public sealed class SimulatedSites
{
    public Dictionary<string, SimulatedSite> Hosts { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether it is as old as the first Windows that had it.</summary>
    public bool IsOldCurl { get; set; }

    public SimulatedSite Add(string host, params X509Certificate2[] chain)
    {
        var site = new SimulatedSite();
        site.Chain.AddRange(chain);
        return Hosts[host] = site;
    }

    public static void Install(SimulatedWindows windows) => windows.Programs.Add(
        "curl.exe", Effect.Reads, start => windows.Area<SimulatedSites>().Ask(start), TimeSpan.Zero);

    private ProgramEnd Ask(ProgramStart start)
    {
        var arguments = start.Arguments.Split(' ');
        var url = new Uri(arguments[^1]);
        var index = Array.IndexOf(arguments, "--connect-to");
        var host = index < 0 ? url.Host : arguments[index + 1].Split(':')[2];
        if (!Hosts.TryGetValue(host, out var site))
        {
            return new(6, $"curl: (6) Could not resolve host: {host}");
        }

        if (site.IsDown)
        {
            start.Windows.Advance(TimeSpan.FromSeconds(5));
            return new(28, "curl: (28) Connection timed out after 5001 milliseconds");
        }

        if (!arguments.Contains("--insecure"))
        {
            return new(60, "curl: (60) schannel: SEC_E_UNTRUSTED_ROOT");
        }

        var status = start.Windows.Now < site.HealthyAt ? 503 : site.Statuses.GetValueOrDefault(
            url.AbsolutePath, 200);
        var certificates = IsOldCurl ? "" : string.Concat(site.Chain.Select(certificate =>
            $"Subject:{certificate.Subject}\nCert:{certificate.ExportCertificatePem()}\n"));
        return new(Output: $"{status}\n{certificates}".TrimEnd());
    }
}
