namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>Secrets, downloads and what is known of a downloaded file.</summary>
public sealed class DownloadHandlers : HandlerGroup
{
    public override IEnumerable<Handler> Handlers =>
    [
        Reads("Get-SECSecretValue", GetSecret),
        Changes("Read-S3Object", call =>
            Save(call, $"s3://{call.Text("BucketName")}/{call.Text("Key")}", call.Text("File"))),
        Changes("Invoke-WebRequest", call => Save(call, call.Text("Uri"), call.Text("OutFile"))),
        Reads("Get-FileHash", call =>
            Record.Of(("Hash", SimulatedFiles.Sha256(call.Windows.Files.Read(call.Path))))),
        Reads("Get-AuthenticodeSignature", GetSignature),
    ];

    private static object GetSecret(Call call)
    {
        var arn = call.Text("SecretId");
        if (call.Windows.Secrets.BinaryByArn.TryGetValue(arn, out var bytes))
        {
            return Record.Of(("ARN", arn), ("SecretString", null), ("SecretBinary", new MemoryStream(bytes)));
        }

        return call.Windows.Secrets.ByArn.TryGetValue(arn, out var text)
            ? Record.Of(
                ("ARN", arn), ("SecretString", text), ("SecretBinary", null),
                // A new text is a new version.
                ("VersionId", SimulatedFiles.Sha256(text)[..32]))
            : throw CommandException.Terminating("Secrets Manager can't find the specified secret.");
    }

    private static void Save(Call call, string address, string file) => call.Windows.Files.Write(file,
        call.Windows.Web.Contents.GetValueOrDefault(address)
            ?? throw CommandException.Terminating(
                $"The remote server returned an error: (404) Not Found. {address}"));

    private static object GetSignature(Call call)
    {
        var content = call.Windows.Files.Read(call.Path);
        return call.Windows.Files.SignersByContent.TryGetValue(content, out var subject)
            ? Record.Of(("Status", "Valid"), ("SignerCertificate", Record.Of(("Subject", subject))))
            : Record.Of(("Status", "NotSigned"), ("SignerCertificate", null));
    }
}
