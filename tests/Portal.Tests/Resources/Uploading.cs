using System.Net.Http.Headers;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Resources;

/// <summary>A form with a file, as a browser sends it.</summary>
internal static class Uploading
{
    public static async Task<Page> UploadAsync(this Browser browser, Page page, string handler, string field, string fileName, byte[] bytes)
    {
        var token = page.Form($"form[action*={handler}]").Fields.Single(f => f.Name == "__RequestVerificationToken").Value;
        var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        var content = new MultipartFormDataContent { { file, field, fileName }, { new StringContent(token), "__RequestVerificationToken" } };
        return await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"{page.Path.Split('?')[0]}?handler={handler}") { Content = content });
    }
}
