using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Training.Portal.Data.Migrations
{
    /// <inheritdoc />
    public partial class RepliesAndFiles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "useful_at",
                table: "posts",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "stored_at",
                table: "attachment_contents",
                type: "timestamp with time zone",
                nullable: false,
                defaultValueSql: "now()");

            migrationBuilder.CreateTable(
                name: "post_attachments",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    post_id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    content_type = table.Column<string>(type: "text", nullable: false),
                    size = table.Column<int>(type: "integer", nullable: false),
                    content_hash = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_post_attachments", x => x.id);
                    table.ForeignKey(
                        name: "fk_post_attachments_attachment_contents_content_hash",
                        column: x => x.content_hash,
                        principalTable: "attachment_contents",
                        principalColumn: "hash",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_post_attachments_posts_post_id",
                        column: x => x.post_id,
                        principalTable: "posts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "received_replies",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    member_id = table.Column<int>(type: "integer", nullable: false),
                    topic_id = table.Column<int>(type: "integer", nullable: false),
                    message_key = table.Column<string>(type: "text", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    post_id = table.Column<long>(type: "bigint", nullable: true),
                    refusal = table.Column<string>(type: "text", nullable: true),
                    answered = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_received_replies", x => x.id);
                    table.ForeignKey(
                        name: "fk_received_replies_members_member_id",
                        column: x => x.member_id,
                        principalTable: "members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "reply_rounds",
                columns: table => new
                {
                    member_id = table.Column<int>(type: "integer", nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reply_rounds", x => x.member_id);
                    table.ForeignKey(
                        name: "fk_reply_rounds_members_member_id",
                        column: x => x.member_id,
                        principalTable: "members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_post_attachments_content_hash",
                table: "post_attachments",
                column: "content_hash");

            migrationBuilder.CreateIndex(
                name: "ix_post_attachments_post_id",
                table: "post_attachments",
                column: "post_id");

            migrationBuilder.CreateIndex(
                name: "ix_received_replies_member_id_topic_id_message_key",
                table: "received_replies",
                columns: new[] { "member_id", "topic_id", "message_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_received_replies_received_at",
                table: "received_replies",
                column: "received_at");

            // What lists show of a resource is searched apart from its body, which not every reader may read.
            migrationBuilder.Sql(
                """
                ALTER TABLE resource_versions ADD COLUMN search tsvector GENERATED ALWAYS AS (
                    setweight(to_tsvector('french_plain'::regconfig, title), 'A') || setweight(to_tsvector('french_plain'::regconfig, summary), 'B')) STORED;
                ALTER TABLE resource_versions ADD COLUMN search_body tsvector GENERATED ALWAYS AS (to_tsvector('french_plain'::regconfig, body)) STORED;
                CREATE INDEX ix_resource_versions_search ON resource_versions USING gin (search);
                CREATE INDEX ix_resource_versions_search_body ON resource_versions USING gin (search_body);
                CREATE INDEX ix_resource_versions_title_alike ON resource_versions USING gin (plain(title) gin_trgm_ops);
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                DROP INDEX ix_resource_versions_title_alike;
                ALTER TABLE resource_versions DROP COLUMN search;
                ALTER TABLE resource_versions DROP COLUMN search_body;
                """);

            migrationBuilder.DropTable(
                name: "post_attachments");

            migrationBuilder.DropTable(
                name: "received_replies");

            migrationBuilder.DropTable(
                name: "reply_rounds");

            migrationBuilder.DropColumn(
                name: "useful_at",
                table: "posts");

            migrationBuilder.DropColumn(
                name: "stored_at",
                table: "attachment_contents");
        }
    }
}
