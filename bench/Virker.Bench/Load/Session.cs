using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Virker.Bench.Load;

/// <summary>The pages that are timed.</summary>
internal enum PageKind
{
    Day,
    Citizen,
    SearchByName,
    SearchByCpr,
}

/// <summary>One answer.</summary>
internal readonly record struct Answer(PageKind Kind, double Milliseconds);

/// <summary>One caseworker in a browser of their own: signed in as the demonstration lets anybody, then from page to
/// page among their own citizens.</summary>
internal sealed partial class Session : IDisposable
{
    private readonly HttpClient _http;
    private readonly Desk _desk;
    private readonly Random _dice;
    private readonly Dictionary<string, string> _cookies = [];

    public Session(Uri site, Desk desk, int number)
    {
        // The cookie is marked for TLS only, which a browser would heed: the measurement carries it itself.
        _http = new HttpClient(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                AutomaticDecompression = DecompressionMethods.All,
            }
        )
        {
            BaseAddress = site,
        };
        (_desk, _dice) = (desk, new Random(number));
    }

    /// <summary>What a request of this worker's carries.</summary>
    public string Cookie => string.Join("; ", _cookies.Select(c => $"{c.Key}={c.Value}"));

    public Desk Desk => _desk;

    /// <summary>What a form of this worker's carries.</summary>
    public string Token { get; private set; } = "";

    public async Task SignInAsync()
    {
        string form = await TextOf(await GetAsync("/account/sign-in"));
        var answer = await SendAsync(
            "/account/sign-in?handler=Demo",
            [new("account", _desk.Worker.ToString()), new("__RequestVerificationToken", TokenIn(form))]
        );
        if (answer.StatusCode != HttpStatusCode.Redirect)
            throw new InvalidOperationException($"Signing in answered {answer.StatusCode}.");
        answer.Dispose();
        // The form in which every later search is sent.
        Token = TokenIn(await TextOf(await GetAsync("/citizens")));
    }

    /// <summary>From page to page for so long.</summary>
    /// <param name="time">How long.</param>
    /// <param name="think">The longest a page is looked at; the shortest is half of it.</param>
    public async Task<List<Answer>> WorkAsync(TimeSpan time, TimeSpan think)
    {
        var answers = new List<Answer>();
        var clock = Stopwatch.StartNew();
        // Fifty people do not begin in the same moment.
        await Task.Delay(think * _dice.NextDouble());
        while (clock.Elapsed < time)
        {
            var kind = _dice.Next(100) switch
            {
                < 25 => PageKind.Day,
                < 75 => PageKind.Citizen,
                < 90 => PageKind.SearchByName,
                _ => PageKind.SearchByCpr,
            };
            answers.Add(await AskAsync(kind));
            await Task.Delay(think * (0.5 + (_dice.NextDouble() / 2)));
        }

        return answers;
    }

    /// <summary>One page, to its last byte.</summary>
    public async Task<Answer> AskAsync(PageKind kind)
    {
        var citizen = _desk.Citizens[_dice.Next(_desk.Citizens.Count)];
        long start = Stopwatch.GetTimestamp();
        using var answer = kind switch
        {
            PageKind.Day => await GetAsync("/day"),
            PageKind.Citizen => await GetAsync($"/citizens/{citizen.Id}"),
            PageKind.SearchByName => await SearchAsync(NameOf(citizen)),
            _ => await SearchAsync(citizen.Cpr),
        };
        string text = await answer.Content.ReadAsStringAsync();
        double taken = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        bool isGood =
            kind == PageKind.SearchByCpr
                ? answer.Headers.Location?.ToString().Contains(citizen.Id.ToString(), StringComparison.Ordinal) == true
                : answer.StatusCode == HttpStatusCode.OK
                    && text.Contains("</html>", StringComparison.Ordinal)
                    && (kind != PageKind.SearchByName || text.Contains("<tbody>", StringComparison.Ordinal));
        return isGood ? new Answer(kind, taken) : throw new InvalidOperationException($"{kind}: {answer.StatusCode}");
    }

    public void Dispose() => _http.Dispose();

    /// <summary>The body of a search for the citizen's name.</summary>
    public string Search(Person citizen) =>
        $"q={Uri.EscapeDataString(NameOf(citizen))}&__RequestVerificationToken={Uri.EscapeDataString(Token)}";

    /// <summary>The same search as the page by hand takes it.</summary>
    public static string Words(Person citizen)
    {
        string[] words = NameOf(citizen).Split(' ');
        return $"first={Uri.EscapeDataString(words[0])}&last={Uri.EscapeDataString(words[1])}";
    }

    /// <summary>As people type: the beginnings of a first and a last name.</summary>
    private static string NameOf(Person citizen) =>
        $"{Beginning(citizen.FirstNames)} {Beginning(citizen.LastName)}".ToLower(CultureInfo.InvariantCulture);

    private static string Beginning(string name) => name[..Math.Min(3, name.Length)];

    private Task<HttpResponseMessage> SearchAsync(string text) =>
        SendAsync("/citizens", [new("q", text), new("__RequestVerificationToken", Token)]);

    private Task<HttpResponseMessage> GetAsync(string path) => CarryAsync(new(HttpMethod.Get, path));

    private Task<HttpResponseMessage> SendAsync(string path, KeyValuePair<string, string>[] fields) =>
        CarryAsync(new(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) });

    private async Task<HttpResponseMessage> CarryAsync(HttpRequestMessage request)
    {
        using (request)
        {
            if (_cookies.Count > 0)
                request.Headers.Add("Cookie", Cookie);
            var answer = await _http.SendAsync(request);
            // A cookie is made anew every minute, in the middle of the work.
            if (answer.Headers.TryGetValues("Set-Cookie", out var cookies))
            {
                foreach (string[] pair in cookies.Select(c => c.Split(';')[0].Split('=', 2)))
                    _cookies[pair[0]] = pair[1];
            }

            return answer;
        }
    }

    private static async Task<string> TextOf(HttpResponseMessage answer)
    {
        using (answer)
            return await answer.Content.ReadAsStringAsync();
    }

    private static string TokenIn(string html) => TokenField().Match(html).Groups["token"].Value;

    [GeneratedRegex(
        "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)",
        RegexOptions.None,
        1000
    )]
    private static partial Regex TokenField();
}
