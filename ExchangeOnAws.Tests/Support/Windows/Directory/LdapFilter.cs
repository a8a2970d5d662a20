namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>
/// An LDAP filter of and, or, not, equality and presence, as far as the scripts use RFC 4515.
/// </summary>
public sealed class LdapFilter
{
    private readonly string _text;
    private int position;

    private LdapFilter(string text) => _text = text;

    /// <summary>The predicate over a reader of attribute values; no value is an empty list.</summary>
    public static Func<Func<string, IReadOnlyList<string>>, bool> Parse(string text)
    {
        var filter = new LdapFilter(text);
        var term = filter.Term();
        return filter.position == text.Length
            ? term
            : throw CommandException.Terminating($"The search filter {text} cannot be recognized.");
    }

    private Func<Func<string, IReadOnlyList<string>>, bool> Term()
    {
        Expect('(');
        var sign = _text[position];
        if (sign is '&' or '|' or '!')
        {
            position++;
            var terms = new List<Func<Func<string, IReadOnlyList<string>>, bool>>();
            while (_text[position] == '(')
            {
                terms.Add(Term());
            }

            Expect(')');
            return sign switch
            {
                '&' => read => terms.TrueForAll(term => term(read)),
                '|' => read => terms.Exists(term => term(read)),
                _ => read => !terms[0](read),
            };
        }

        var end = _text.IndexOf(')', position);
        var pair = _text[position..end].Split('=', 2);
        position = end + 1;
        return pair[1] == "*"
            ? read => read(pair[0]).Count > 0
            : read => read(pair[0]).Contains(pair[1], StringComparer.OrdinalIgnoreCase);
    }

    private void Expect(char sign)
    {
        if (position >= _text.Length || _text[position] != sign)
        {
            throw CommandException.Terminating($"The search filter {_text} cannot be recognized.");
        }

        position++;
    }
}
