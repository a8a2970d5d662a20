using Spectre.Console.Rendering;

namespace ExchangeOnAws.Reporting;

/// <summary>A line that stays one however narrow the console is: a command that people copy.</summary>
internal sealed class UnbrokenLine(string text) : Renderable
{
    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth) =>
        [new Segment(text), Segment.LineBreak];
}
