using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ExchangeOnAws.Components;

/// <summary>Writes the SSM Command document of a step.</summary>
/// <remarks>
/// With <c>"interpolationType": "ENV_VAR"</c> the agent passes a parameter as the environment variable
/// <c>SSM_&lt;name&gt;</c> and never pastes it into the script; that takes SSM Agent 3.3.2746.0,
/// and 3.3.3572.0 where the value is a <c>{{ssm:…}}</c> reference. An older agent ignores it,
/// and the script then fails and says so.
/// Sources: Systems Manager User Guide, "Data elements and parameters" and
/// "Troubleshooting parameter handling issues"; release notes of amazon-ssm-agent 3.3.3572.0;
/// read in November 2026.
/// </remarks>
public static class CommandDocument
{
    /// <summary>CreateDocument takes 64 KB of content (Systems Manager quotas, November 2026).</summary>
    public const int LimitBytes = 64 * 1024;

    // Readable quotes and ampersands: the text goes to an API and into a review, never into HTML.
    private static readonly JsonWriterOptions s_format = new()
    {
        Indented = true,
        IndentSize = 1,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The document's JSON.</summary>
    /// <exception cref="InvalidOperationException">
    /// The document cannot be shipped; the message says why.
    /// </exception>
    public static string Write(DocumentContent content)
    {
        // SSM would take them for a parameter and paste its value into the script.
        if (content.Text.Contains("{{", StringComparison.Ordinal))
        {
            throw new InvalidOperationException(
                $"The script of {content.Name} contains two opening braces side by side, "
                    + "which SSM reads as a parameter reference. Put a blank between them.");
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, s_format))
        {
            DocumentJson.Write(json, content);
        }

        return buffer.WrittenCount <= LimitBytes
            ? Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n"
            : throw new InvalidOperationException(
                $"The document {content.Name} has {buffer.WrittenCount} bytes; SSM takes {LimitBytes}. "
                    + "Split it, or move what its scripts share into the runtime.");
    }
}
