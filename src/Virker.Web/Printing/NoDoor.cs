using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace Virker.Web.Printing;

/// <summary>A server that listens nowhere: only the program itself can ask it for a page.</summary>
internal sealed class NoDoor : IServer
{
    private Func<IFeatureCollection, Task>? _answer;

    public IFeatureCollection Features { get; } = new FeatureCollection();

    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull
    {
        _answer = async request =>
        {
            var context = application.CreateContext(request);
            await application.ProcessRequestAsync(context);
            application.DisposeContext(context, null);
        };
        return Task.CompletedTask;
    }

    /// <summary>What stands at the address.</summary>
    public async Task<(int Status, byte[] Body)> Get(string path)
    {
        using var body = new MemoryStream();
        var written = new StreamResponseBodyFeature(body);
        var response = new HttpResponseFeature();
        var request = new FeatureCollection();
        request.Set<IHttpRequestFeature>(
            new HttpRequestFeature
            {
                Method = HttpMethods.Get,
                Scheme = Uri.UriSchemeHttp,
                Protocol = "HTTP/1.1",
                Path = path,
                RawTarget = path,
                Headers = new HeaderDictionary { ["Host"] = "localhost" },
            }
        );
        request.Set<IHttpResponseFeature>(response);
        request.Set<IHttpResponseBodyFeature>(written);
        await (_answer ?? throw new InvalidOperationException("Not started."))(request);
        await written.CompleteAsync();
        return (response.StatusCode, body.ToArray());
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() { }
}
