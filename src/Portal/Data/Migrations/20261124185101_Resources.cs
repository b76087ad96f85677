using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Training.Portal.Data.Migrations
{
    /// <inheritdoc />
    public partial class Resources : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "attachment_contents",
                columns: table => new
                {
                    hash = table.Column<string>(type: "text", nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attachment_contents", x => x.hash);
                });

            migrationBuilder.CreateTable(
                name: "resources",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    group_id = table.Column<int>(type: "integer", nullable: false),
                    author_id = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    door = table.Column<string>(type: "text", nullable: false),
                    from_level = table.Column<int>(type: "integer", nullable: true),
                    price = table.Column<int>(type: "integer", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_resources", x => x.id);
                    table.CheckConstraint("ck_resources_door", "(door = 'Level') = (from_level IS NOT NULL) AND (door = 'Price') = (price IS NOT NULL) AND from_level BETWEEN 1 AND 5 AND price > 0");
                    table.ForeignKey(
                        name: "fk_resources_groups_group_id",
                        column: x => x.group_id,
                        principalTable: "groups",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_resources_members_author_id",
                        column: x => x.author_id,
                        principalTable: "members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "resource_ratings",
                columns: table => new
                {
                    resource_id = table.Column<int>(type: "integer", nullable: false),
                    member_id = table.Column<int>(type: "integer", nullable: false),
                    author_id = table.Column<int>(type: "integer", nullable: false),
                    useful = table.Column<bool>(type: "boolean", nullable: false),
                    rated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_resource_ratings", x => new { x.resource_id, x.member_id });
                    table.CheckConstraint("ck_resource_ratings_not_own", "member_id <> author_id");
                    table.ForeignKey(
                        name: "fk_resource_ratings_members_member_id",
                        column: x => x.member_id,
                        principalTable: "members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_resource_ratings_resources_resource_id",
                        column: x => x.resource_id,
                        principalTable: "resources",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "resource_versions",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    resource_id = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    summary = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    columns = table.Column<string[]>(type: "text[]", nullable: false),
                    row_count = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    written_by_id = table.Column<int>(type: "integer", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reviewed_by_id = table.Column<int>(type: "integer", nullable: true),
                    reviewed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    review_note = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_resource_versions", x => x.id);
                    table.CheckConstraint("ck_resource_versions_reviewed", "state <> 'Published' OR (reviewed_by_id IS NOT NULL AND reviewed_at IS NOT NULL)");
                    table.ForeignKey(
                        name: "fk_resource_versions_members_reviewed_by_id",
                        column: x => x.reviewed_by_id,
                        principalTable: "members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_resource_versions_members_written_by_id",
                        column: x => x.written_by_id,
                        principalTable: "members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_resource_versions_resources_resource_id",
                        column: x => x.resource_id,
                        principalTable: "resources",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "resource_attachments",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    version_id = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    content_type = table.Column<string>(type: "text", nullable: false),
                    size = table.Column<int>(type: "integer", nullable: false),
                    content_hash = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_resource_attachments", x => x.id);
                    table.ForeignKey(
                        name: "fk_resource_attachments_attachment_contents_content_hash",
                        column: x => x.content_hash,
                        principalTable: "attachment_contents",
                        principalColumn: "hash",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_resource_attachments_resource_versions_version_id",
                        column: x => x.version_id,
                        principalTable: "resource_versions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "resource_rows",
                columns: table => new
                {
                    version_id = table.Column<int>(type: "integer", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    cells = table.Column<string[]>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_resource_rows", x => new { x.version_id, x.position });
                    table.ForeignKey(
                        name: "fk_resource_rows_resource_versions_version_id",
                        column: x => x.version_id,
                        principalTable: "resource_versions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_resource_attachments_content_hash",
                table: "resource_attachments",
                column: "content_hash");

            migrationBuilder.CreateIndex(
                name: "ix_resource_attachments_version_id",
                table: "resource_attachments",
                column: "version_id");

            migrationBuilder.CreateIndex(
                name: "ix_resource_ratings_member_id",
                table: "resource_ratings",
                column: "member_id");

            migrationBuilder.CreateIndex(
                name: "ix_resource_versions_one_in_preparation",
                table: "resource_versions",
                column: "resource_id",
                unique: true,
                filter: "state <> 'Published'");

            migrationBuilder.CreateIndex(
                name: "ix_resource_versions_resource_id_number",
                table: "resource_versions",
                columns: new[] { "resource_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_resource_versions_reviewed_by_id",
                table: "resource_versions",
                column: "reviewed_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_resource_versions_written_by_id",
                table: "resource_versions",
                column: "written_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_resources_author_id",
                table: "resources",
                column: "author_id");

            migrationBuilder.CreateIndex(
                name: "ix_resources_group_id",
                table: "resources",
                column: "group_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "resource_attachments");

            migrationBuilder.DropTable(
                name: "resource_ratings");

            migrationBuilder.DropTable(
                name: "resource_rows");

            migrationBuilder.DropTable(
                name: "attachment_contents");

            migrationBuilder.DropTable(
                name: "resource_versions");

            migrationBuilder.DropTable(
                name: "resources");
        }
    }
}
