using System.Text;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>A server that speaks SMTP: what it says to each command.</summary>
public sealed class SimulatedSmtpHost
{
    public bool IsDown { get; set; }

    public string Greeting { get; set; } = "220 Microsoft ESMTP MAIL Service ready";

    public bool OffersTls { get; set; } = true;

    /// <summary>The name in a certificate that Windows trusts; empty for one that it does not.</summary>
    public string CertificateName { get; set; } = "";

    /// <summary>The login it wants over TLS.</summary>
    public (string User, string Password) Login { get; set; }

    /// <summary>The answer to RCPT TO.</summary>
    public Func<string, string> Recipient { get; set; } = _ => "530 Authentication required";

    public string Mail { get; set; } = "250 2.1.0 Sender OK";

    /// <summary>Everything that was said to it.</summary>
    public List<string> Heard { get; } = [];
}

/// <summary>The hosts by name and port, and the address that they see this server under.</summary>
public sealed class SimulatedSmtp
{
    public const string OwnAddress = "10.0.1.10";

    public Dictionary<(string Name, int Port), SimulatedSmtpHost> Hosts { get; } = [];

    /// <summary>Port 25 of an Exchange server, which answers as its connectors are at that time.</summary>
    public SimulatedSmtpHost AddExchange(SimulatedMailFlow flow, string name)
    {
        var server = SimulatedExchange.ShortName(name);
        return Hosts[(name, 25)] = new()
        {
            Recipient = address => flow.Reached(server, 25, OwnAddress) is { } connector
                ? flow.AnswerRecipient(connector, address)
                : "421 4.3.2 Service not available",
        };
    }
}

/// <summary>One session, as a stream of the client sees it.</summary>
public sealed class SimulatedSmtpStream(SimulatedSmtpHost host) : MemoryStream
{
    private readonly Queue<byte> _answers = new(Encoding.ASCII.GetBytes(host.Greeting + "\r\n"));
    private bool isTls;
    private int loginStep;
    private string user = "";

    public SimulatedSmtpHost Host => host;

    public void StartTls() => isTls = true;

    public override int ReadByte() => _answers.TryDequeue(out var next) ? next : -1;

    public override void Write(byte[] buffer, int offset, int count)
    {
        var command = Encoding.ASCII.GetString(buffer, offset, count).TrimEnd('\r', '\n');
        host.Heard.Add(command);
        foreach (var next in Encoding.ASCII.GetBytes(Answer(command) + "\r\n"))
        {
            _answers.Enqueue(next);
        }
    }

    private string Answer(string command) => command switch
    {
        _ when loginStep == 1 => AnswerUser(command),
        _ when loginStep == 2 => AnswerPassword(command),
        _ when command.StartsWith("EHLO ", StringComparison.Ordinal) => host.OffersTls && !isTls
            ? "250-Hello\r\n250-SIZE 37748736\r\n250-STARTTLS\r\n250 CHUNKING"
            : "250-Hello\r\n250 CHUNKING",
        "STARTTLS" => host.OffersTls ? "220 2.0.0 SMTP server ready" : "500 5.3.3 Unrecognized command",
        "AUTH LOGIN" when !isTls => "530 5.7.0 Must issue a STARTTLS command first",
        "AUTH LOGIN" => AnswerLogin(),
        "QUIT" => "221 2.0.0 Service closing transmission channel",
        _ when command.StartsWith("MAIL FROM:<", StringComparison.Ordinal) => host.Mail,
        _ when command.StartsWith("RCPT TO:<", StringComparison.Ordinal) => host.Recipient(command[9..^1]),
        _ => "500 5.3.3 Unrecognized command",
    };

    private string AnswerLogin()
    {
        loginStep = 1;
        return "334 VXNlcm5hbWU6";
    }

    private string AnswerUser(string text)
    {
        (loginStep, user) = (2, Encoding.UTF8.GetString(Convert.FromBase64String(text)));
        return "334 UGFzc3dvcmQ6";
    }

    private string AnswerPassword(string text)
    {
        loginStep = 0;
        return (user, Encoding.UTF8.GetString(Convert.FromBase64String(text))) == host.Login
            ? "235 2.7.0 Authentication successful"
            : "535 Authentication Credentials Invalid";
    }
}
