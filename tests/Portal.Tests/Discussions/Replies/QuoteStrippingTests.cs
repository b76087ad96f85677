using MimeKit;
using MimeKit.Text;
using Training.Portal.Features.Discussions.Replies;

namespace Training.Portal.Tests.Discussions.Replies;

/// <summary>What is left of a mail: what its author wrote, whatever program sent it.</summary>
public sealed class QuoteStrippingTests
{
    [Theory]
    [InlineData("Oui, tout à fait.\n\nLe mar. 24 nov. 2026 à 10:12, e-RT <e-rt@portail.fr> a écrit :\n\n> Awa a écrit dans le groupe\n> un message\n")]
    [InlineData("Oui, tout à fait.\n\nLe mardi 24 novembre 2026 à 10:12, Centre de gestion <\nreponse+0123456789abcdef@portail.fr> a\nécrit :\n\n> cité\n")]
    [InlineData("Oui, tout à fait.\n\nLe 24/11/2026 à 10:12, e-RT a écrit :\ntexte cité sans chevron\nencore cité\n")]
    [InlineData("Oui, tout à fait.\n\nDe : e-RT <e-rt@portail.fr>\nEnvoyé : mardi 24 novembre 2026 10:12\nÀ : Awa Diallo <awa@ville.fr>\nObjet : [Marchés] Seuils\n\nBonjour")]
    [InlineData("Oui, tout à fait.\n\n________________________________\nDe : e-RT <e-rt@portail.fr>\nEnvoyé : mardi 24 novembre 2026 10:12\nÀ : Awa Diallo\nObjet : Seuils\n\nBonjour")]
    [InlineData("Oui, tout à fait.\n\n-----Message d'origine-----\nDe : e-RT\nEnvoyé : mardi\n\nBonjour")]
    [InlineData("Oui, tout à fait.\n\n-------- Message original --------\nDe : e-RT\nDate : 24/11/2026 10:12 (GMT+01:00)\nÀ : Awa\nObjet : Seuils\n")]
    [InlineData("Oui, tout à fait.\n\n----- Mail original -----\nDe: \"e-RT\"\nÀ: \"Awa\"\nEnvoyé: Mardi 24 Novembre 2026\n")]
    [InlineData("Oui, tout à fait.\nLe 24/11/2026 à 10:12, e-RT\n<e-rt@portail.fr> a écrit :\ntexte cité")]
    [InlineData("Oui, tout à fait.\n\n-- \nAwa Diallo\nDirection des finances\n")]
    [InlineData("Oui, tout à fait.\n\n--\nAwa Diallo\n")]
    [InlineData("Oui, tout à fait.\n\nEnvoyé de mon iPhone\n\nLe 24 nov. 2026 à 10:12, e-RT <e-rt@portail.fr> a écrit :\n\n> cité")]
    [InlineData("Oui, tout à fait.\n\nObtenir Outlook pour iOS<https://aka.ms/o0ukef>\n________________________________\nDe : e-RT\nEnvoyé : mardi\nÀ : Awa\nObjet : S\n")]
    [InlineData("> Message du 24/11/26 10:12\n> De : \"e-RT\"\n> Objet : S\n>\n> Bonjour\n\nOui, tout à fait.")]
    [InlineData("Le 24/11/2026 à 10:12, e-RT a écrit :\n> Faut-il un avis ?\n\nOui, tout à fait.\n")]
    [InlineData("Oui, tout à fait.\r\n\r\nOn Tue, Nov 24, 2026 at 10:12 AM e-RT <e-rt@portail.fr> wrote:\r\n> x\r\n")]
    [InlineData("Oui, tout à fait.\n\n*De :* e-RT\n*Envoyé :* mardi\n*À :* Awa\n*Objet :* S\n")]
    [InlineData("Oui,\u00A0tout à fait.\n\nLe\u00A024\u00A0nov. 2026 à 10:12, e-RT <a@b.fr> a\u00A0écrit\u00A0:\n> x")]
    public void Quotes_and_signatures_go_however_programs_write_them(string mail) => Assert.Equal("Oui, tout à fait.", QuoteStripping.Strip(mail));

    [Theory]
    [InlineData("Le préfet a écrit :\nc'est non.")]
    [InlineData("De : où vient cette règle ?\nJe ne sais pas.")]
    [InlineData("Trois points :\n- un\n- deux\n\nÀ : revoir")]
    [InlineData("Tarif -- sans les frais -- 12 €")]
    [InlineData("Le taux est passé à 5,5 % ; un collègue l'écrit :\nvoir la circulaire.")]
    public void A_sentence_of_one_s_own_is_no_quotation(string mail) => Assert.Equal(mail, QuoteStripping.Strip(mail));

    [Fact]
    public void A_sentence_right_above_an_introduction_stays() =>
        Assert.Equal("Le décret le dit.", QuoteStripping.Strip("Le décret le dit.\nLe 24/11/2026 à 10:12, e-RT <e-rt@portail.fr> a écrit :\ntexte cité"));

    [Fact]
    public void Answers_between_quoted_lines_stay() => Assert.Equal(
        "Oui.\n\nNon, en janvier.",
        QuoteStripping.Strip("Le 24/11/2026 à 10:12, e-RT a écrit :\n> Faut-il un avis ?\nOui.\n\n> Avant décembre ?\nNon, en janvier.\n-- \nAwa"));

    [Fact]
    public void A_hostile_length_is_read_in_no_time()
    {
        var hostile = string.Concat(Enumerable.Repeat("Le 1 <a@b.fr> a écrit ", 15_000)) + "\n" + string.Concat(Enumerable.Repeat("De : x\n", 20_000)) + new string('>', 50_000);
        var began = TimeProvider.System.GetTimestamp();
        QuoteStripping.Strip(hostile);
        Assert.InRange(TimeProvider.System.GetElapsedTime(began).TotalSeconds, 0, 10);
    }

    [Fact]
    public void A_mail_that_exists_as_HTML_alone_becomes_plain_lines()
    {
        var text = Words(new TextPart(TextFormat.Html)
        {
            Text = "<html><head><style>p{color:red}</style><title>T</title></head><body><p>Bonjour&nbsp;à <b>tous</b>,</p><ul><li>un<li>deux</ul>"
                + "<div>Voir <a href=\"https://legifrance.gouv.fr/x\">le décret</a><br>Merci &amp; à bientôt</div><script>alert(1)</script>"
                + "<div class=\"gmail_quote\"><div>Le mar. 24 nov. 2026 à 10:12, e-RT &lt;e-rt@portail.fr&gt; a écrit :<br></div><blockquote><p>Cité</p><div>encore</div></blockquote></div></body></html>",
        });
        Assert.Equal("Bonjour à tous,\n\n- un  \n- deux  \nVoir le décret (https://legifrance.gouv.fr/x)  \nMerci & à bientôt", text);
    }

    [Fact]
    public void Outlook_s_HTML_quotation_goes() => Assert.Equal("Oui.", Words(new TextPart(TextFormat.Html)
    {
        Text = "<div>Oui.</div><hr><div id=\"divRplyFwdMsg\"><b>De :</b> e-RT &lt;e-rt@portail.fr&gt;<br><b>Envoyé :</b> mardi 24 novembre 2026<br><b>À :</b> Awa<br><b>Objet :</b> S</div><p>Cité</p>",
    }));

    [Fact]
    public void Ten_thousand_nested_blocks_are_read_like_any_page() =>
        Assert.Equal("fond", HtmlText.Of(string.Concat(Enumerable.Repeat("<div><span>", 10_000)) + "fond").Trim());

    [Fact]
    public void Lines_that_a_program_wrapped_are_joined_and_those_one_ended_stay()
    {
        var wrapped = "Bonjour,\nNous avons délibéré en mars sur ce point précis, avec un avis du\ncomité social, sans difficulté.\nAwa";
        Assert.Equal("Bonjour,  \nNous avons délibéré en mars sur ce point précis, avec un avis du comité social, sans difficulté.  \nAwa", ReplyWords.Paragraphs(wrapped));
        var flowed = new TextPart("plain") { Text = "Une phrase coupée \npar le logiciel.\nUne autre." };
        flowed.ContentType.Format = "flowed";
        Assert.Equal("Une phrase coupée par le logiciel.  \nUne autre.", Words(flowed));
    }

    private static string Words(MimeEntity body) => ReplyWords.Of(new MimeMessage { Body = body });
}
