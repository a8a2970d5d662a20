using System.Management.Automation;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>The members of System.Net.Sockets.TcpClient that scripts use.</summary>
public sealed class SimulatedTcpClient(SimulatedWindows windows)
{
    private SimulatedSmtpHost? connected;

    public int ReceiveTimeout { get; set; }

    public int SendTimeout { get; set; }

    public Task ConnectAsync(string name, int port)
    {
        if (!windows.Area<SimulatedSmtp>().Hosts.TryGetValue((name, port), out var host))
        {
            return Task.FromException(new SocketException((int)SocketError.HostNotFound));
        }

        if (host.IsDown)
        {
            // Nothing answers: the client waits as long as it was told to.
            windows.Advance(TimeSpan.FromSeconds(10));
            return Task.FromException(new SocketException((int)SocketError.TimedOut));
        }

        connected = host;
        return Task.CompletedTask;
    }

    public Stream GetStream() => new SimulatedSmtpStream(connected!);

    public void Close() => connected = null;
}

/// <summary>The members of System.Net.Security.SslStream that scripts use.</summary>
public sealed class SimulatedTlsStream(SimulatedSmtpStream inner) : MemoryStream
{
    public void AuthenticateAsClient(string name)
    {
        if (inner.Host.CertificateName != name)
        {
            throw new AuthenticationException(
                "The remote certificate is invalid according to the validation procedure.");
        }

        inner.StartTls();
    }

    public override int ReadByte() => inner.ReadByte();

    public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);
}

/// <summary>The objects with which a script talks SMTP by itself.</summary>
public sealed class SmtpHandlers : HandlerGroup
{
    private static readonly string[] s_types = [typeof(TcpClient).FullName!, typeof(SslStream).FullName!];

    public override IEnumerable<Handler> Handlers =>
    [
        Pure("New-Object", Create) with { When = call => s_types.Contains(call.Text("TypeName")) },
    ];

    // In an array: a stream is returned whole.
    private static object?[] Create(Call call) => call.Text("TypeName") == typeof(TcpClient).FullName
        ? [new SimulatedTcpClient(call.Windows)]
        : [new SimulatedTlsStream((SimulatedSmtpStream)LanguagePrimitives
            .ConvertTo<object[]>(call.Value("ArgumentList")).Select(Call.Unwrap).Single()!)];
}
