using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Training.Portal.Data.Migrations
{
    /// <inheritdoc />
    public partial class Register : Migration
    {
        /// <summary>Words as one searches them. Immutable by name: unaccent itself is only stable, since its dictionary could be changed.</summary>
        private const string PlainWords =
            """
            CREATE FUNCTION public.plain_words(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
                SELECT btrim(regexp_replace(regexp_replace(regexp_replace(
                    lower(public.unaccent('public.unaccent'::regdictionary, words)), '[^a-z0-9]+', ' ', 'g'), '\mst\M', 'saint', 'g'), '\mste\M', 'sainte', 'g'))
            $$
            """;

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "contact_address",
                table: "collectivites",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string[]>(
                name: "postal_codes",
                table: "collectivites",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            migrationBuilder.AddColumn<string>(
                name: "state",
                table: "collectivite_domains",
                type: "text",
                nullable: false,
                defaultValue: "Official");

            migrationBuilder.Sql("CREATE EXTENSION IF NOT EXISTS unaccent SCHEMA public; CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public;");
            migrationBuilder.Sql(PlainWords);

            migrationBuilder.AddColumn<string>(
                name: "plain_name",
                table: "collectivites",
                type: "text",
                nullable: false,
                computedColumnSql: "public.plain_words(name)",
                stored: true);

            migrationBuilder.CreateTable(
                name: "domain_changes",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    collectivite_domain_id = table.Column<int>(type: "integer", nullable: false),
                    before = table.Column<string>(type: "text", nullable: true),
                    after = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    member_id = table.Column<int>(type: "integer", nullable: true),
                    source = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_domain_changes", x => x.id);
                    table.ForeignKey(
                        name: "fk_domain_changes_collectivite_domains_collectivite_domain_id",
                        column: x => x.collectivite_domain_id,
                        principalTable: "collectivite_domains",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_domain_changes_members_member_id",
                        column: x => x.member_id,
                        principalTable: "members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "lapsed_domains",
                columns: table => new
                {
                    domain = table.Column<string>(type: "text", nullable: false),
                    listed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lapsed_domains", x => x.domain);
                });

            migrationBuilder.CreateTable(
                name: "register_imports",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    kind = table.Column<string>(type: "text", nullable: false),
                    file_name = table.Column<string>(type: "text", nullable: false),
                    member_id = table.Column<int>(type: "integer", nullable: true),
                    uploaded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    applied_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    content = table.Column<byte[]>(type: "bytea", nullable: true),
                    figures = table.Column<string>(type: "jsonb", nullable: false),
                    rejected = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_register_imports", x => x.id);
                    table.ForeignKey(
                        name: "fk_register_imports_members_member_id",
                        column: x => x.member_id,
                        principalTable: "members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateIndex(
                name: "ix_collectivites_insee_code",
                table: "collectivites",
                column: "insee_code")
                .Annotation("Npgsql:IndexOperators", new[] { "text_pattern_ops" });

            migrationBuilder.CreateIndex(
                name: "ix_collectivites_plain_name",
                table: "collectivites",
                column: "plain_name")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "public.gin_trgm_ops" });

            migrationBuilder.CreateIndex(
                name: "ix_collectivites_postal_codes",
                table: "collectivites",
                column: "postal_codes")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_domain_changes_collectivite_domain_id",
                table: "domain_changes",
                column: "collectivite_domain_id");

            migrationBuilder.CreateIndex(
                name: "ix_domain_changes_member_id",
                table: "domain_changes",
                column: "member_id");

            migrationBuilder.CreateIndex(
                name: "ix_register_imports_member_id",
                table: "register_imports",
                column: "member_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "domain_changes");

            migrationBuilder.DropTable(
                name: "lapsed_domains");

            migrationBuilder.DropTable(
                name: "register_imports");

            migrationBuilder.DropIndex(
                name: "ix_collectivites_insee_code",
                table: "collectivites");

            migrationBuilder.DropIndex(
                name: "ix_collectivites_plain_name",
                table: "collectivites");

            migrationBuilder.DropIndex(
                name: "ix_collectivites_postal_codes",
                table: "collectivites");

            migrationBuilder.DropColumn(
                name: "plain_name",
                table: "collectivites");

            migrationBuilder.Sql("DROP FUNCTION public.plain_words(text)");

            migrationBuilder.DropColumn(
                name: "contact_address",
                table: "collectivites");

            migrationBuilder.DropColumn(
                name: "postal_codes",
                table: "collectivites");

            migrationBuilder.DropColumn(
                name: "state",
                table: "collectivite_domains");
        }
    }
}
