using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Training.Portal.Features.Shared.Sheets;

/// <summary>
/// A sheet as XLSX (ECMA-376), the least that spreadsheets open: one sheet of text cells. None is a formula; what looks like one is
/// marked as quoted, so that editing the cell does not make it one either.
/// </summary>
public static class XlsxSheet
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Packages = "http://schemas.openxmlformats.org/package/2006";
    private const int LongestCell = 32_767;
    private const int LongestName = 31;

    private static readonly DateTimeOffset Unsaid = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Write(Sheet sheet)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(archive, "[Content_Types].xml", Types);
            Put(archive, "_rels/.rels", Relation("officeDocument", "xl/workbook.xml"));
            Put(archive, "xl/workbook.xml", xml => Workbook(xml, sheet.Name));
            Put(archive, "xl/_rels/workbook.xml.rels", Relation("worksheet", "worksheets/sheet1.xml", "styles", "styles.xml"));
            Put(archive, "xl/styles.xml", Styles);
            Put(archive, "xl/worksheets/sheet1.xml", xml => Rows(xml, sheet));
        }

        return file.ToArray();
    }

    private static void Put(ZipArchive archive, string name, Action<XmlWriter> write)
    {
        var entry = archive.CreateEntry(name);
        entry.LastWriteTime = Unsaid;
        using var stream = entry.Open();
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false) });
        write(xml);
    }

    private static void Types(XmlWriter xml)
    {
        xml.WriteStartElement("Types", $"{Packages}/content-types");
        Default(xml, "rels", "application/vnd.openxmlformats-package.relationships+xml");
        Override(xml, "/xl/workbook.xml", $"{ContentType}.main+xml");
        Override(xml, "/xl/worksheets/sheet1.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml");
        Override(xml, "/xl/styles.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml");
        xml.WriteEndElement();
    }

    private static void Default(XmlWriter xml, string extension, string type)
    {
        xml.WriteStartElement("Default");
        xml.WriteAttributeString("Extension", extension);
        xml.WriteAttributeString("ContentType", type);
        xml.WriteEndElement();
    }

    private static void Override(XmlWriter xml, string part, string type)
    {
        xml.WriteStartElement("Override");
        xml.WriteAttributeString("PartName", part);
        xml.WriteAttributeString("ContentType", type);
        xml.WriteEndElement();
    }

    /// <param name="pairs">Kind and target, one after the other; they are rId1, rId2….</param>
    private static Action<XmlWriter> Relation(params string[] pairs) => xml =>
    {
        xml.WriteStartElement("Relationships", $"{Packages}/relationships");
        foreach (var (number, pair) in pairs.Chunk(2).Index())
        {
            xml.WriteStartElement("Relationship");
            xml.WriteAttributeString("Id", $"rId{number + 1}");
            xml.WriteAttributeString("Type", $"{Relations}/{pair[0]}");
            xml.WriteAttributeString("Target", pair[1]);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    };

    private static void Workbook(XmlWriter xml, string name)
    {
        xml.WriteStartElement("workbook", Main);
        xml.WriteAttributeString("xmlns", "r", null, Relations);
        xml.WriteStartElement("sheets");
        xml.WriteStartElement("sheet");
        xml.WriteAttributeString("name", NameOf(name));
        xml.WriteAttributeString("sheetId", "1");
        xml.WriteAttributeString("r", "id", Relations, "rId1");
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>Plain (0), quoted (1), heading (2).</summary>
    private static void Styles(XmlWriter xml) => xml.WriteRaw($"""
        <styleSheet xmlns="{Main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="49" applyNumberFormat="1" quotePrefix="1"/><xf numFmtId="49" fontId="1" applyFont="1"/></cellXfs></styleSheet>
        """);

    private static void Rows(XmlWriter xml, Sheet sheet)
    {
        xml.WriteStartElement("worksheet", Main);
        xml.WriteStartElement("sheetData");
        Row(xml, 1, sheet.Headings, value => 2);
        for (var i = 0; i < sheet.Rows.Count; i++)
            Row(xml, i + 2, sheet.Rows[i], value => Sheet.LooksComputed(value) ? 1 : 0);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Row(XmlWriter xml, int number, IReadOnlyList<string> cells, Func<string, int> style)
    {
        xml.WriteStartElement("row");
        xml.WriteAttributeString("r", number.ToString(CultureInfo.InvariantCulture));
        for (var column = 0; column < cells.Count; column++)
        {
            xml.WriteStartElement("c");
            xml.WriteAttributeString("r", $"{Column(column)}{number}");
            xml.WriteAttributeString("s", style(cells[column]).ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is");
            xml.WriteStartElement("t");
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(Clean(cells[column]));
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>A, B… Z, AA….</summary>
    private static string Column(int index) =>
        index < 26 ? $"{(char)('A' + index)}" : $"{Column((index / 26) - 1)}{(char)('A' + (index % 26))}";

    /// <summary>Without what XML cannot carry, and no longer than a cell may be.</summary>
    private static string Clean(string value)
    {
        var clean = string.Concat(value.EnumerateRunes().Where(r => r.Value is '\t' or '\n' or '\r' || (r.Value >= ' ' && r.Value is not (0xFFFE or 0xFFFF))));
        return Cut(clean, LongestCell);
    }

    /// <summary>Some signs are not allowed in a sheet's name.</summary>
    private static string NameOf(string name)
    {
        var clean = string.Concat(Clean(name).Where(c => !@"[]:*?/\'".Contains(c, StringComparison.Ordinal))).Trim();
        return clean.Length == 0 ? "1" : Cut(clean, LongestName);
    }

    /// <summary>Never in the middle of a sign of two parts (an emoji): XML cannot carry half of one.</summary>
    private static string Cut(string value, int longest)
    {
        if (value.Length <= longest)
            return value;
        return value[..(char.IsHighSurrogate(value[longest - 1]) ? longest - 1 : longest)];
    }
}
