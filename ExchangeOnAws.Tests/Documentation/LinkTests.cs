using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Documentation;

/// <summary>Links between pages, and from pages to the code.</summary>
public sealed class LinkTests
{
    [Test]
    public void Relative_link_leads_to_a_file_and_its_heading()
    {
        var pages = MarkdownFile.All;
        var links = pages
            .SelectMany(page => page.Links.Where(IsRelative).Select(link => (Page: page, Link: link)))
            .ToArray();

        Assert.That(links, Is.Not.Empty);
        Assert.That(
            links.Where(link => !Exists(link.Page, link.Link))
                .Select(link => $"{link.Page.Name}: {link.Link}"),
            Is.Empty,
            "What a page links to is not there.");
    }

    [Test]
    public void Every_page_is_linked_from_the_readme_or_from_a_page_that_is()
    {
        var pages = MarkdownFile.All.ToDictionary(page => page.Path);
        var found = new HashSet<string>();
        var open = new Queue<string>([MarkdownFile.Of("README.md").Path]);
        while (open.TryDequeue(out var path))
        {
            if (found.Add(path))
            {
                var linked = pages[path].Links.Where(IsRelative).Select(link => FileOf(pages[path], link));
                foreach (var next in linked.Where(pages.ContainsKey))
                {
                    open.Enqueue(next);
                }
            }
        }

        Assert.That(
            pages.Values.Where(page => !found.Contains(page.Path)).Select(page => page.Name),
            Is.Empty,
            "Nobody finds a page that nothing leads to.");
    }

    private static bool IsRelative(string link) => !link.Contains("://", StringComparison.Ordinal);

    private static string FileOf(MarkdownFile page, string link)
    {
        var file = link.Split('#')[0];
        return file.Length == 0
            ? page.Path
            : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page.Path)!, file));
    }

    private static bool Exists(MarkdownFile page, string link)
    {
        var file = FileOf(page, link);
        return link.Split('#') is [_, var anchor]
            ? File.Exists(file) && AnchorsOf(file).Contains(anchor)
            : File.Exists(file) || Directory.Exists(file);
    }

    private static IEnumerable<string> AnchorsOf(string file) =>
        MarkdownFile.Of(Path.GetRelativePath(Repository.Root, file)).Anchors;
}
