using System.IO.Compression;
using System.Xml.Linq;
using Training.Portal.Features.Shared.Sheets;

namespace Training.Portal.Tests.Shared;

public sealed class XlsxSheetTests
{
    [Fact]
    public void A_title_cut_at_31_signs_is_never_cut_through_an_emoji()
    {
        var name = new string('a', 30) + "😀 suite";

        using var file = new ZipArchive(new MemoryStream(XlsxSheet.Write(new Sheet(name, ["Nom"], [["Léa"]]))));

        using var workbook = file.GetEntry("xl/workbook.xml")!.Open();
        Assert.Equal(new string('a', 30), XDocument.Load(workbook).Descendants().Attributes("name").Single().Value);
    }
}
