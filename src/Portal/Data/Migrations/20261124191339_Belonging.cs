using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Training.Portal.Data.Migrations
{
    /// <inheritdoc />
    public partial class Belonging : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "audience",
                table: "members",
                type: "text",
                nullable: false,
                defaultValue: "Members");

            migrationBuilder.AddColumn<string>(
                name: "function",
                table: "members",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "proof",
                table: "members",
                type: "text",
                nullable: false,
                defaultValue: "Domain");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "referent_since",
                table: "members",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "removed_at",
                table: "members",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "shows_address",
                table: "members",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "territory",
                table: "members",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "trade",
                table: "members",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "vouched_at",
                table: "members",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "plain_profile",
                table: "members",
                type: "text",
                nullable: false,
                computedColumnSql: "public.plain_words(name || ' ' || coalesce(function, '') || ' ' || coalesce(territory, ''))",
                stored: true);

            migrationBuilder.CreateTable(
                name: "address_changes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<int>(type: "integer", nullable: false),
                    old_address = table.Column<string>(type: "text", nullable: false),
                    new_address = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    wrong_tries = table.Column<int>(type: "integer", nullable: false),
                    used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_address_changes", x => x.id);
                    table.ForeignKey(
                        name: "fk_address_changes_members_member_id",
                        column: x => x.member_id,
                        principalTable: "members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "admission_requests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    address = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    collectivite_id = table.Column<int>(type: "integer", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    contact_address = table.Column<string>(type: "text", nullable: true),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    wrong_tries = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decided_by_id = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_admission_requests", x => x.id);
                    table.ForeignKey(
                        name: "fk_admission_requests_collectivites_collectivite_id",
                        column: x => x.collectivite_id,
                        principalTable: "collectivites",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_admission_requests_members_decided_by_id",
                        column: x => x.decided_by_id,
                        principalTable: "members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateIndex(
                name: "ix_members_plain_profile",
                table: "members",
                column: "plain_profile")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "public.gin_trgm_ops" });

            migrationBuilder.CreateIndex(
                name: "ix_address_changes_member_id_created_at",
                table: "address_changes",
                columns: new[] { "member_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_address_changes_new_address_created_at",
                table: "address_changes",
                columns: new[] { "new_address", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_admission_requests_address",
                table: "admission_requests",
                column: "address",
                unique: true,
                filter: "state = 'Pending'");

            migrationBuilder.CreateIndex(
                name: "ix_admission_requests_address_asked_at",
                table: "admission_requests",
                columns: new[] { "address", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_admission_requests_collectivite_id_asked_at",
                table: "admission_requests",
                columns: new[] { "collectivite_id", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_admission_requests_decided_by_id",
                table: "admission_requests",
                column: "decided_by_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "address_changes");

            migrationBuilder.DropTable(
                name: "admission_requests");

            migrationBuilder.DropIndex(
                name: "ix_members_plain_profile",
                table: "members");

            migrationBuilder.DropColumn(
                name: "plain_profile",
                table: "members");

            migrationBuilder.DropColumn(
                name: "audience",
                table: "members");

            migrationBuilder.DropColumn(
                name: "function",
                table: "members");

            migrationBuilder.DropColumn(
                name: "proof",
                table: "members");

            migrationBuilder.DropColumn(
                name: "referent_since",
                table: "members");

            migrationBuilder.DropColumn(
                name: "removed_at",
                table: "members");

            migrationBuilder.DropColumn(
                name: "shows_address",
                table: "members");

            migrationBuilder.DropColumn(
                name: "territory",
                table: "members");

            migrationBuilder.DropColumn(
                name: "trade",
                table: "members");

            migrationBuilder.DropColumn(
                name: "vouched_at",
                table: "members");
        }
    }
}
